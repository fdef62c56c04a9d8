import datetime as dt

import pytest

from hetao_map.geometry.projection import to_map
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.dataset import Catalog
from hetao_map.model.route import Route, Trip
from hetao_map.model.state import MapState
from hetao_map.query.trip import answer_to
from hetao_map.session.actions import Actions
from hetao_map.session.kept import MAP, restored, written
from hetao_map.session.store import Store
from hetao_map.session.trips import Trips, extent_of, shown_lines

HOME, AWAY = "innovation_sites/hetao_one", "place/sheung_shui"
NOW = dt.datetime(2026, 11, 24, 10, 2)


@pytest.fixture
def store(shipped: Catalog) -> Store:
    return Store(MapState(Viewport(size_px=(800, 600)), shipped))


@pytest.fixture
def trips(store: Store) -> Trips:
    return Trips(store, Actions(store))


def answered(store: Store) -> Route:
    route = answer_to(store.state.catalog, store.state.trip, NOW)
    assert isinstance(route, Route)
    store.update(route=route)
    return route


def test_here_is_an_end_and_opens_the_panel(store: Store, trips: Trips) -> None:
    store.update(panels=False)
    trips.begin_at(HOME)
    trips.end_at(AWAY)
    assert (store.state.trip.start, store.state.trip.end) == (HOME, AWAY)
    assert (store.state.panel, store.state.panels) == ("ways", True)


def test_a_spot_is_an_end_by_its_coordinates(store: Store, trips: Trips) -> None:
    store.update(viewport=store.state.viewport.centered(to_map((114.05, 22.51), 2326)))
    assert trips.place_at(store.state.viewport.center) == "114.050000,22.510000"


def test_other_ends_have_no_answer_yet_another_time_keeps_the_old_one(
    store: Store, trips: Trips
) -> None:
    trips.ask(start=HOME, end=AWAY)
    route = answered(store)
    trips.ask(moment=NOW)
    assert store.state.route is route
    trips.turn()
    assert (store.state.trip.start, store.state.trip.end) == (AWAY, HOME)
    assert store.state.route is None


def test_the_time_is_now_or_begins_at_the_next_five_minutes(store: Store, trips: Trips) -> None:
    trips.set_time("leave", NOW)
    assert store.state.trip == Trip(moment=dt.datetime(2026, 11, 24, 10, 5))
    trips.set_time("arrive", NOW)
    assert store.state.trip.arrive_by
    trips.set_time("now", NOW)
    assert store.state.trip == Trip()


def test_what_was_asked_can_be_undone(store: Store, trips: Trips) -> None:
    trips.ask(start=HOME)
    Actions(store).undo()
    assert store.state.trip == Trip()
    Actions(store).redo()
    assert store.state.trip.start == HOME


def test_the_map_shows_the_way_while_its_panel_is_there(store: Store, trips: Trips) -> None:
    trips.begin_at(HOME)
    trips.end_at(AWAY)
    route = answered(store)
    lines = shown_lines(store.state)
    assert len(lines) == len(route.legs)
    assert [line.first for line in lines] == [True] + [False] * (len(lines) - 1)
    assert lines[-1].last
    store.update(panel="information")
    assert shown_lines(store.state) == ()


def test_a_leg_that_is_looked_at_is_marked_and_brought_into_view(
    store: Store, trips: Trips
) -> None:
    trips.begin_at(HOME)
    trips.end_at(AWAY)
    answered(store)
    store.update(viewport=store.state.viewport.centered((800_000.0, 800_000.0)))
    trips.choose(1)
    lines = shown_lines(store.state)
    assert [line.chosen for line in lines] == [n == 1 for n in range(len(lines))]
    extent = extent_of((lines[1],))
    assert extent is not None
    assert store.state.viewport.extent.intersects(extent)
    seen = store.state.viewport
    trips.choose(1)
    assert store.state.viewport == seen


def test_where_from_and_to_is_kept_but_not_when(store: Store, trips: Trips) -> None:
    trips.ask(start=HOME, end=AWAY, moment=NOW, fewest_changes=True)
    found = restored(MAP, written(MAP, store.state), store.state)
    assert found["trip"] == Trip(HOME, AWAY, fewest_changes=True)


@pytest.mark.parametrize("broken", [3, {"start": 1}, {"start": "a"}, []])
def test_a_broken_trip_is_left_out(store: Store, broken: object) -> None:
    assert "trip" not in restored(MAP, {"trip": broken}, store.state)
