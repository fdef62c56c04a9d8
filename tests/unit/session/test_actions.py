from dataclasses import replace

import pytest
from shapely import LineString, Point, box

from hetao_map.geometry.viewport import Viewport
from hetao_map.model.feature import FeatureRef
from hetao_map.model.state import MapState
from hetao_map.model.style import default_style
from hetao_map.session import actions as module
from hetao_map.session.actions import FOCUS_SCALE, HISTORY_LENGTH, JOURNEY_S, Actions
from hetao_map.session.store import Store
from tests.layers import make_catalog, make_layer

START = Viewport(center=(0, 0), metres_per_px=10)


class Clock:
    """Time that passes only when it is told to."""

    now = 1000.0

    def monotonic(self) -> float:
        return self.now

    def rest(self) -> None:
        self.now += 2 * JOURNEY_S


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(module, "time", clock)
    return clock


@pytest.fixture
def store(qapp) -> Store:
    shapes = [Point(5000, 5000), box(0, 0, 4000, 4000), LineString([(0, 0), (10, 10)])]
    layer = make_layer(shapes, id=("point", "area", "line"))
    return Store(MapState(viewport=START, catalog=make_catalog(layer)))


@pytest.fixture
def actions(store: Store, clock: Clock) -> Actions:
    return Actions(store)


def test_back_and_forward_walk_through_the_views(store, actions, clock) -> None:
    views = [START]
    for step in range(1, 4):
        clock.rest()
        actions.pan(10 * step, 0)
        views.append(store.state.viewport)
    for view in reversed(views[:-1]):
        actions.back()
        assert store.state.viewport == view
    actions.back()
    assert store.state.viewport == START
    for view in views[1:]:
        actions.forward()
        assert store.state.viewport == view
    actions.forward()
    assert store.state.viewport == views[-1]


def test_quick_steps_are_one_journey(store, actions, clock) -> None:
    clock.rest()
    for _ in range(20):
        actions.zoom(1.1)
    actions.back()
    assert store.state.viewport == START


def test_a_new_view_ends_the_way_forward(store, actions, clock) -> None:
    actions.pan(10, 0)
    actions.back()
    clock.rest()
    actions.pan(0, 10)
    actions.forward()
    assert store.state.viewport == START.panned(0, 10)


def test_a_view_that_was_dragged_away_from_can_be_come_back_to(store, actions) -> None:
    store.update(viewport=START.panned(50, 50))
    actions.remember(START)
    actions.back()
    assert store.state.viewport == START


def test_the_history_does_not_grow_without_end(store, actions, clock) -> None:
    for _ in range(HISTORY_LENGTH + 50):
        clock.rest()
        actions.pan(1, 0)
    assert len(store.state.history.past) == HISTORY_LENGTH


def test_coming_back_keeps_the_size_of_the_window(store, actions, clock) -> None:
    clock.rest()
    actions.pan(10, 0)
    store.update(viewport=store.state.viewport.resized((333, 222), 2.0))
    actions.back()
    assert store.state.viewport == START.resized((333, 222), 2.0)


def test_show_all_shows_all(store, actions) -> None:
    actions.show_all()
    view = store.state.viewport.extent
    assert view.contains((0, 0))
    assert view.contains((5000, 5000))


def test_show_all_of_nothing_stays(qapp) -> None:
    store = Store(MapState(viewport=START))
    Actions(store).show_all()
    assert store.state.viewport == START


def test_layers_are_switched_on_and_off(store, actions) -> None:
    actions.show_layer("things", True)
    actions.show_layer("others", True)
    actions.show_layer("others", False)
    assert store.state.visible == {"things"}


def test_stacked_hits_are_stepped_through(store, actions) -> None:
    hits = tuple(FeatureRef("things", name) for name in ("point", "area"))
    actions.select(hits)
    actions.next_hit(1)
    assert store.state.selection.current == hits[1]


@pytest.mark.parametrize("name", ["point", "area", "line"])
def test_going_to_a_feature_shows_it_and_its_layer(store, actions, name: str) -> None:
    ref = FeatureRef("things", name)
    actions.go_to(ref)
    state = store.state
    feature = state.catalog.find(ref)
    assert state.selection.current == ref
    assert "things" in state.visible
    assert state.viewport.extent.contains((feature.extent.xmin, feature.extent.ymin))
    assert state.viewport.extent.contains((feature.extent.xmax, feature.extent.ymax))
    assert state.viewport.scale_denominator >= FOCUS_SCALE * 0.999


def test_going_to_what_is_not_there_changes_nothing(store, actions) -> None:
    before = store.state
    actions.go_to(FeatureRef("things", "nowhere"))
    assert store.state is before


def test_a_layer_fades_from_what_its_style_says(qapp) -> None:
    layer = make_layer([Point(0, 0)], replace(default_style(), opacity=0.4), layer_id="pale")
    store = Store(MapState(catalog=make_catalog(layer)))
    layers = Actions(store).layers
    layers.fade("pale", 1.0)
    assert store.state.opacity == {"pale": 1.0}
    layers.fade("pale", 0.4)
    assert store.state.opacity == {}
    layers.fade("gone", 0.5)
    assert store.state.opacity == {}
