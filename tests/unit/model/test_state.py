from shapely import Point

from hetao_map.model.feature import FeatureRef
from hetao_map.model.state import MapState, Selection
from tests.layers import make_catalog, make_layer

HITS = tuple(FeatureRef("ports", name) for name in "abc")


def test_stepping_through_hits_goes_around() -> None:
    selection = Selection(HITS)
    assert selection.moved(1).current == HITS[1]
    assert selection.moved(-1).current == HITS[2]
    assert selection.moved(1).moved(1).moved(1) == selection


def test_an_empty_selection_can_be_stepped_through() -> None:
    assert Selection().moved(1).current is None


def test_what_is_shown_is_on_and_in_order_from_the_bottom_up() -> None:
    layers = [make_layer([Point(0, 0)], layer_id=name) for name in "abc"]
    state = MapState(catalog=make_catalog(*layers), visible=frozenset("ac"))
    assert [layer.id for layer in state.shown] == ["a", "c"]
    state = MapState(catalog=state.catalog, visible=frozenset("abc"), order=("b", "a"))
    assert [layer.id for layer in state.shown] == ["b", "a", "c"]
