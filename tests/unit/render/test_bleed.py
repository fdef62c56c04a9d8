import pytest
from shapely import LineString, Point, box

from hetao_map.model.style import (
    LineSymbolizer,
    PointSymbolizer,
    PolygonSymbolizer,
    Stroke,
    Symbolizer,
)
from hetao_map.render.bleed import bleed_px
from hetao_map.render.layer import render_layer
from hetao_map.render.request import RenderRequest
from hetao_map.render.theme import LIGHT
from tests.layers import VIEW, make_layer, style_of
from tests.unit.render.pixels import at

RED = (255, 0, 0, 255)


@pytest.mark.parametrize(
    ("symbolizer", "reach"),
    [
        (PointSymbolizer("circle", 100, RED), 50),
        (PointSymbolizer("circle", 10, RED, displacement=(0, 80)), 85),
        (PointSymbolizer("circle", 10, RED, unit_m=1), 10),
        (LineSymbolizer(Stroke(RED, 30), -40), 110),
        (PolygonSymbolizer(RED, Stroke(RED, 8), displacement=(-60, 0)), 68),
    ],
    ids=["large", "moved", "in metres", "beside", "area"],
)
def test_symbols_reach_beyond_their_features(symbolizer: Symbolizer, reach: float) -> None:
    layer = make_layer([Point(0, 0)], style_of(symbolizer))
    assert reach <= bleed_px(layer, 0.5) <= reach + 10


@pytest.mark.parametrize(
    ("shape", "symbolizer", "seen"),
    [
        (Point(-30, 50), PointSymbolizer("square", 100, RED), (10, 50)),
        (Point(50, 50), PointSymbolizer("square", 90, RED), (92, 92)),
        (LineString([(-20, 0), (-20, 100)]), LineSymbolizer(Stroke(RED, 60)), (5, 50)),
        (box(110, 0, 120, 100), PolygonSymbolizer(RED, displacement=(-60, 0)), (55, 50)),
    ],
    ids=["mark outside the view", "whole mark", "wide line", "moved area"],
)
def test_nothing_large_is_cut(shape, symbolizer, seen, qapp) -> None:
    layer = make_layer([shape], style_of(symbolizer))
    assert at(render_layer(RenderRequest(VIEW, layer, LIGHT)), *seen) == RED
