"""The legend on the map follows the view once it is still, and all else at once."""

from dataclasses import replace

from pytestqt.qtbot import QtBot
from shapely import Point

from hetao_map.geometry.viewport import Viewport
from hetao_map.model.state import MapState
from hetao_map.model.style import default_style
from hetao_map.text.language import Language
from hetao_map.ui.screen_legend import ScreenLegend
from tests.layers import make_catalog, make_layer

CATALOG = make_catalog(
    make_layer([Point(10, 10)], layer_id="near"), make_layer([Point(5000, 10)], layer_id="far")
)
STATE = MapState(
    viewport=Viewport(center=(0, 0), metres_per_px=1, size_px=(100, 100)),
    catalog=CATALOG,
    visible=frozenset({"near", "far"}),
    legend=True,
)


def layers_of(legend: ScreenLegend, state: MapState) -> list[str]:
    return [row.layer for row in legend.rows(state)]


def test_without_a_legend_there_are_no_rows(qtbot: QtBot) -> None:
    assert ScreenLegend().rows(replace(STATE, legend=False)) == ()


def test_it_lists_what_is_in_view_and_waits_while_the_map_moves(qtbot: QtBot) -> None:
    legend = ScreenLegend()
    assert layers_of(legend, STATE) == ["near"]
    moved = replace(STATE, viewport=STATE.viewport.centered((5000, 0)))
    with qtbot.waitSignal(legend.renewed):
        assert layers_of(legend, moved) == ["near"]
    assert layers_of(legend, moved) == ["far"]


def test_it_follows_layers_opacity_and_language_at_once(qtbot: QtBot) -> None:
    legend = ScreenLegend()
    (before,) = legend.rows(STATE)
    (after,) = legend.rows(replace(STATE, language=Language.ZH_HANT, opacity={"near": 0.5}))
    assert before.title != after.title
    assert after.opacity == 0.5
    assert layers_of(legend, replace(STATE, visible=frozenset())) == []


def test_a_sample_is_as_opaque_as_the_style_of_its_layer(qtbot: QtBot) -> None:
    near = make_layer([Point(10, 10)], replace(default_style(), opacity=0.4), layer_id="near")
    state = replace(STATE, catalog=make_catalog(near))
    assert [row.opacity for row in ScreenLegend().rows(state)] == [0.4]
    chosen = replace(state, opacity={"near": 1.0})
    assert [row.opacity for row in ScreenLegend().rows(chosen)] == [1.0]
