"""What can be undone, what is one step, and that undo and redo are each other's way back."""

from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely import Point

from hetao_map.geometry.viewport import Viewport
from hetao_map.model.drawn_area import DrawnArea
from hetao_map.model.feature import FeatureRef
from hetao_map.model.measurement import Measurement
from hetao_map.model.places import Bookmark
from hetao_map.model.state import MapState
from hetao_map.session import actions as actions_module
from hetao_map.session import store as store_module
from hetao_map.session.actions import JOURNEY_S, Actions
from hetao_map.session.store import Store
from hetao_map.session.undo import GLIDE_S, MOST_STEPS, UNDOABLE
from tests.layers import make_catalog, make_layer

START = Viewport(center=(0, 0), metres_per_px=10)
NAMES = ("a", "b", "c")


class Clock:
    """Time that passes only when it is told to."""

    now = 1000.0

    def monotonic(self) -> float:
        return self.now

    def rest(self) -> None:
        self.now += 2 * max(JOURNEY_S, GLIDE_S)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(actions_module, "time", clock)
    monkeypatch.setattr(store_module, "time", clock)
    return clock


@pytest.fixture
def store(qapp, clock) -> Store:
    layer = make_layer([Point(5000, 5000)], id=("point",))
    return Store(MapState(viewport=START, catalog=make_catalog(layer)))


@pytest.fixture
def actions(store: Store) -> Actions:
    return Actions(store)


def content(state: MapState) -> tuple[object, ...]:
    return (state.viewport, *(getattr(state, name) for name in UNDOABLE))


def test_a_layer_switched_off_comes_back(store, actions) -> None:
    store.update(visible=frozenset(NAMES))
    actions.show_layer("b", False)
    actions.undo()
    assert store.state.visible == {"a", "b", "c"}
    actions.redo()
    assert store.state.visible == {"a", "c"}


def test_each_kind_of_change_is_undone_by_itself(store, actions) -> None:
    changes = {
        "visible": frozenset("a"),
        "order": ("b", "a"),
        "opacity": MappingProxyType({"a": 0.5}),
        "regrouped": MappingProxyType({"a": "other"}),
        "bookmarks": (Bookmark("here", (114.0, 22.5), 10.0),),
    }
    before = store.state
    for name, value in changes.items():
        store.update(**{name: value})
        store.update(theme="dark", tool="measure")
        actions.undo()
        assert getattr(store.state, name) == getattr(before, name)
        assert store.state.theme == "dark"


def test_a_burst_of_the_wheel_is_one_step(store, actions, clock) -> None:
    for _ in range(20):
        clock.now += JOURNEY_S / 2
        actions.zoom(1.1)
    assert len(store.state.undo.past) == 1
    actions.undo()
    assert store.state.viewport == START


def test_a_drag_is_one_step_however_long_the_hand_rests(store, actions, clock) -> None:
    for step in range(1, 10):
        clock.rest()
        store.update(viewport=START.panned(5 * step, 0))
    actions.remember(START)
    dragged = store.state.viewport
    assert len(store.state.undo.past) == 1
    actions.undo()
    assert store.state.viewport == START
    actions.redo()
    assert store.state.viewport == dragged


def test_a_hand_on_a_slider_is_one_step(store, actions, clock) -> None:
    for share in (0.9, 0.8, 0.7):
        clock.now += GLIDE_S / 2
        store.update(opacity=MappingProxyType({"a": share}))
    clock.rest()
    store.update(opacity=MappingProxyType({"a": 0.1}))
    assert len(store.state.undo.past) == 2
    actions.undo()
    assert store.state.opacity == {"a": 0.7}
    actions.undo()
    assert store.state.opacity == {}


def test_back_after_undo_does_not_go_where_one_is(store, actions, clock) -> None:
    for _ in range(2):
        clock.rest()
        actions.pan(10, 0)
    actions.undo()
    here = store.state.viewport
    actions.back()
    assert store.state.viewport == START != here


def test_going_to_a_feature_of_a_hidden_layer_is_one_step(store, actions) -> None:
    actions.go_to(FeatureRef("things", "point"))
    assert store.state.visible == {"things"}
    actions.undo()
    assert (store.state.visible, store.state.viewport) == (frozenset(), START)


def test_undo_keeps_the_size_of_the_window(store, actions, clock) -> None:
    actions.pan(10, 0)
    store.update(viewport=store.state.viewport.resized((333, 222), 2.0))
    actions.undo()
    assert store.state.viewport == START.resized((333, 222), 2.0)


def test_other_files_begin_anew(store, actions) -> None:
    actions.show_layer("a", True)
    store.update(catalog=make_catalog(make_layer([Point(1, 1)])))
    actions.undo()
    assert store.state.visible == {"a"}


def test_the_history_does_not_grow_without_end(store, actions) -> None:
    for number in range(MOST_STEPS + 20):
        actions.show_layer("a", number % 2 == 0)
    assert len(store.state.undo.past) == MOST_STEPS


def test_with_nothing_to_undo_nothing_happens(store, actions) -> None:
    before = store.state
    actions.undo()
    actions.redo()
    assert store.state is before


DEEDS = st.lists(
    st.one_of(
        st.tuples(st.just("zoom"), st.floats(0.5, 2)),
        st.tuples(st.just("pan"), st.integers(-50, 50)),
        st.tuples(st.just("layer"), st.sampled_from(NAMES)),
        st.tuples(st.just("back"), st.none()),
    ),
    max_size=12,
)


@given(DEEDS)
def test_undoing_all_leads_to_the_start_and_redoing_all_to_the_end(qapp, deeds) -> None:
    store = Store(MapState(viewport=START))
    actions = Actions(store)
    for kind, value in deeds:
        if kind == "zoom":
            actions.zoom(value)
        elif kind == "pan":
            actions.pan(value, 0)
        elif kind == "back":
            actions.back()
        else:
            actions.show_layer(value, value not in store.state.visible)
    end = content(store.state)
    while store.state.undo.past:
        actions.undo()
    assert content(store.state) == content(MapState(viewport=START))
    while store.state.undo.future:
        actions.redo()
    assert content(store.state) == end


@pytest.mark.parametrize(
    ("tool", "field", "shape"),
    [("measure", "measured", Measurement), ("area", "drawn", DrawnArea)],
)
def test_while_a_shape_is_drawn_its_last_point_is_undone_first(
    store: Store,
    actions: Actions,
    tool: str,
    field: str,
    shape: type[Measurement] | type[DrawnArea],
) -> None:
    actions.show_layer("a", True)
    before = store.state.undo
    store.update(tool=tool, **{field: shape(points=((0, 0), (1, 1)))})
    for left in (1, 0):
        actions.undo()
        assert len(getattr(store.state, field).points) == left
        assert store.state.undo is before
    actions.undo()
    assert store.state.undo is not before
