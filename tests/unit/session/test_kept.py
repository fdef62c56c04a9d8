"""What is kept comes back as it was; what makes no sense is left out, and only that."""

from dataclasses import replace
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely import Point

from hetao_map.geometry.viewport import MAX_METRES_PER_PX, MIN_METRES_PER_PX, Viewport
from hetao_map.model.feature import FeatureRef
from hetao_map.model.places import Bookmark, Pin
from hetao_map.model.state import TEXT_SIZES, MapState, Selection
from hetao_map.session.actions import home_view
from hetao_map.session.kept import MAP, PERSON, THEMES, restored, written
from hetao_map.text.language import Language
from tests.layers import make_catalog, make_layer
from tests.unit.session.test_kept_file import ANY_JSON

# Two layers near Futian Port, in metres of the Hong Kong 1980 Grid.
CATALOG = make_catalog(
    make_layer([Point(822_000, 842_000)], layer_id="low", id=("one",)),
    make_layer([Point(823_000, 843_000)], layer_id="high", id=("two",)),
)
STATE = MapState(viewport=Viewport(center=(822_500, 842_500)), catalog=CATALOG)
FULL = replace(
    STATE,
    viewport=Viewport(center=(822_123.4, 842_567.8), metres_per_px=3.21),
    visible=frozenset({"high"}),
    order=("high", "low"),
    opacity=MappingProxyType({"low": 0.25}),
    selection=Selection((FeatureRef("low", "one"), FeatureRef("high", "two")), 1),
    bookmarks=(Bookmark("福田 & <b>", (114.06, 22.51), 5.0),),
    pins=(Pin("p1", (114.07, 22.52), "first line\nsecond line"),),
    language=Language.ZH_HANT,
    theme="dark",
    text_size="larger",
    coordinates="hk1980",
    overview=True,
    panels=False,
    searches=("futian", "皇崗"),
    first_steps=True,
    second_language=Language.EN,
    legend=True,
    grid=True,
)
EVERYTHING = PERSON + MAP
FIELDS = [entry.field for entry in EVERYTHING]


@pytest.mark.parametrize("field", [name for name in FIELDS if name != "viewport"])
def test_each_field_comes_back(field: str) -> None:
    changes = restored(EVERYTHING, written(EVERYTHING, FULL), STATE)
    assert changes[field] == getattr(FULL, field)


def test_the_view_comes_back_in_a_window_of_another_size() -> None:
    found = written(MAP, FULL)
    state = replace(STATE, viewport=STATE.viewport.resized((500, 400), 2.0))
    view = restored(MAP, found, state)["viewport"]
    assert view.center == pytest.approx(FULL.viewport.center, abs=1e-3)
    assert view.metres_per_px == 3.21
    assert (view.size_px, view.device_pixel_ratio) == ((500, 400), 2.0)


def test_the_first_view_is_fitted_anew() -> None:
    home = replace(STATE, viewport=home_view(CATALOG, STATE.viewport))
    assert "viewport" not in restored(MAP, written(MAP, home), STATE)


def test_what_the_file_has_no_more_is_left_out_and_what_is_new_has_its_default() -> None:
    found = {
        "visible": {"gone": True, "low": False},
        "order": ["gone", "high"],
        "opacity": {"gone": 0.5, "high": 0.5},
        "selection": {"hits": ["gone/1", "low/one", "low/gone"], "index": 2},
    }
    changes = restored(MAP, found, STATE)
    assert changes["visible"] == {"high"}
    assert changes["order"] == ("low", "high")
    assert changes["opacity"] == {"high": 0.5}
    assert changes["selection"] == Selection((FeatureRef("low", "one"),))


def test_one_bad_bookmark_costs_one_bookmark() -> None:
    good = {"name": "a", "lonlat": [114, 22], "metres_per_px": 5}
    bad = [5, None, {**good, "lonlat": [400, 22]}, {**good, "name": 7}, {**good, "lonlat": []}]
    changes = restored(MAP, {"bookmarks": [*bad, good]}, STATE)
    assert changes["bookmarks"] == (Bookmark("a", (114, 22), 5),)


def is_sound(state: MapState) -> bool:
    resolution = state.viewport.metres_per_px
    return (
        MIN_METRES_PER_PX <= resolution <= MAX_METRES_PER_PX
        and all(abs(part) < 1e10 for part in state.viewport.center)
        and state.visible <= {"low", "high"}
        and set(state.order) <= {"low", "high"}
        and all(0 <= share <= 1 for share in state.opacity.values())
        and state.theme in THEMES
        and state.text_size in TEXT_SIZES
        and isinstance(state.language, Language)
        and (state.selection.current is None or state.catalog.find(state.selection.current))
    )


LIKELY = st.sampled_from(["low", "high", "center", "metres_per_px", "hits", "index", "lonlat"])
VALUES = ANY_JSON | st.dictionaries(
    LIKELY, ANY_JSON | st.lists(st.floats(-200, 200), max_size=3), max_size=4
)


@given(st.dictionaries(st.sampled_from(FIELDS), VALUES | st.lists(VALUES)))
def test_no_value_raises_and_the_state_stays_sound(found) -> None:
    assert is_sound(replace(STATE, **restored(EVERYTHING, found, STATE)))
