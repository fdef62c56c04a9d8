from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from shapely import Point

from hetao_map.model.layer import LayerGroup
from hetao_map.model.layer_tree import (
    Arrangement,
    at_end,
    group_stepped,
    layer_tree,
    placed,
    stepped,
)
from hetao_map.model.state import MapState
from hetao_map.text.localized import same
from tests.layers import make_catalog, make_layer

# From the bottom up: the groups lie between one another, as in the map that ships.
GROUPS = {"land": "base", "zone": "theme", "roads": "traffic", "border": "base", "ports": "theme"}


def state_of(arrangement: Arrangement | None = None) -> MapState:
    layers = []
    for position, (name, group) in enumerate(GROUPS.items()):
        layer = make_layer([Point(0, 0)], layer_id=name, position=position)
        spec = replace(layer.spec, group=LayerGroup(group, same(group)))
        layers.append(replace(layer, spec=spec))
    state = MapState(catalog=make_catalog(*layers))
    if arrangement is None:
        return state
    return replace(state, order=arrangement.order, regrouped=arrangement.regrouped)


def outline(state: MapState) -> dict[str, list[str]]:
    return {branch.group.id: list(branch.ids) for branch in layer_tree(state)}


def drawn(state: MapState) -> list[str]:
    return [layer.id for layer in state.catalog.ordered(state.order)]


def test_a_group_stands_where_its_uppermost_layer_does() -> None:
    groups = {"theme": ["ports", "zone"], "base": ["border", "land"], "traffic": ["roads"]}
    assert list(outline(state_of()).items()) == list(groups.items())


def test_a_layer_passes_its_neighbour_and_comes_back() -> None:
    up = state_of(stepped(state_of(), "zone", up=True))
    assert drawn(up) == ["land", "roads", "border", "ports", "zone"]
    down = state_of(stepped(up, "zone", up=False))
    assert outline(down)["theme"] == ["ports", "zone"]


def test_at_the_end_of_its_group_a_layer_enters_the_next() -> None:
    state = state_of(stepped(state_of(), "border", up=True))
    # It is drawn above the zone already, and nothing on the map needs to change.
    assert drawn(state) == drawn(state_of())
    assert outline(state)["theme"] == ["ports", "border", "zone"]
    assert outline(state)["base"] == ["land"]


def test_a_layer_that_comes_home_is_no_longer_told_apart() -> None:
    away = placed(state_of(), "border", "traffic", 0)
    assert away.regrouped == {"border": "traffic"}
    assert placed(state_of(away), "border", "base", 0).regrouped == {}


def test_at_the_ends_of_the_map_nothing_moves_on() -> None:
    assert stepped(state_of(), "ports", up=True) is None
    assert stepped(state_of(), "roads", up=False) is None
    assert group_stepped(state_of(), "theme", up=True) is None
    assert group_stepped(state_of(), "traffic", up=False) is None


def test_a_layer_goes_to_the_end_of_the_map_in_its_group() -> None:
    state = state_of(at_end(state_of(), "land", top=True))
    assert drawn(state)[-1] == "land"
    assert outline(state)["base"] == ["land", "border"]
    assert drawn(state_of(at_end(state, "ports", top=False)))[0] == "ports"


def test_a_group_is_drawn_above_the_one_it_passes() -> None:
    state = state_of(group_stepped(state_of(), "traffic", up=True))
    assert list(outline(state)) == ["theme", "traffic", "base"]
    assert drawn(state).index("roads") > drawn(state).index("border")
    back = state_of(group_stepped(state, "traffic", up=False))
    assert list(outline(back)) == ["theme", "base", "traffic"]


def test_layers_that_an_order_does_not_know_lie_above() -> None:
    state = replace(state_of(), order=("zone", "gone", "land"))
    assert drawn(state) == ["zone", "land", "roads", "border", "ports"]


moves = st.tuples(st.sampled_from(sorted(GROUPS)), st.booleans(), st.booleans())


@given(st.lists(moves, max_size=12))
def test_no_layer_is_lost_and_none_sinks_on_its_way_up(steps: list[tuple[str, bool, bool]]) -> None:
    state = state_of()
    for name, up, whole_group in steps:
        group = next(b.group.id for b in layer_tree(state) if name in b.ids)
        moved = group_stepped(state, group, up) if whole_group else stepped(state, name, up)
        if moved is None:
            continue
        before, state = state, state_of(moved)
        if not whole_group:
            rise = drawn(state).index(name) - drawn(before).index(name)
            assert rise >= 0 if up else rise <= 0
    assert sorted(drawn(state)) == sorted(GROUPS)
    assert sorted(name for ids in outline(state).values() for name in ids) == sorted(GROUPS)
