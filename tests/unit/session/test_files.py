"""Files come, go and change, and what a person has set up stays; all of it can be undone."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest
from shapely import Point

from hetao_map.geometry.viewport import Viewport
from hetao_map.model.dataset import Catalog, Dataset
from hetao_map.model.difference import Difference, LayerChange
from hetao_map.model.feature import FeatureRef
from hetao_map.model.layer import Layer
from hetao_map.model.news import News
from hetao_map.model.state import MapState, Selection
from hetao_map.session import undo
from hetao_map.session.actions import Actions
from hetao_map.session.files import MOST_RECENT, Files
from hetao_map.session.store import Store
from hetao_map.text.localized import same
from tests.layers import make_layer

HOME, MINE = Path("/data/home.gpkg"), Path("/data/mine.gpkg")
START = Viewport(center=(820_000, 840_000), metres_per_px=10)


def layer(layer_id: str, count: int = 3, x: float = 820_000) -> Layer:
    shapes = [Point(x + 10 * n, 840_000) for n in range(count)]
    return make_layer(shapes, layer_id=layer_id, name=[f"{layer_id} {n}" for n in range(count)])


def file(path: Path, *layers: Layer, stamp: str = "1") -> Dataset:
    return Dataset(path, same(path.name), layers, 2326, stamp=(stamp,))


@pytest.fixture
def store(qapp: object) -> Store:
    catalog = Catalog((file(HOME, layer("ports"), layer("roads")),))
    state = MapState(viewport=START, catalog=catalog, visible=frozenset({"ports", "roads"}))
    return Store(state)


@pytest.fixture
def files(store: Store) -> Files:
    return Files(store)


def mine(store: Store, *layers: Layer, stamp: str = "1") -> Catalog:
    return store.state.catalog.with_file(file(MINE, *layers, stamp=stamp))


def save(store: Store, *layers: Layer, stamp: str = "2") -> tuple[News, Catalog]:
    """The news of a save, with states that differ by their layers alone."""
    before = store.state.catalog.at(MINE)
    catalog = mine(store, *layers, stamp=stamp)
    found = Difference(tuple(LayerChange(one.id, same(""), 3, 3, changed=1) for one in layers))
    return News(MINE, dt.datetime.now().astimezone(), found, before, catalog.at(MINE)), catalog


def test_a_file_joins_the_map_and_the_view_goes_to_it(store: Store, files: Files) -> None:
    files.take(mine(store, layer("huts", x=830_000)), [MINE])
    state = store.state
    assert state.visible == {"ports", "roads", "huts"}
    assert state.viewport.extent.contains((830_010, 840_000))
    assert state.recent == (str(MINE),)
    Actions(store).back()
    assert store.state.viewport == START
    assert store.state.catalog.at(MINE) is not None


def test_opening_and_closing_are_undone_and_done_again(store: Store, files: Files) -> None:
    actions, before = Actions(store), store.state
    files.take(mine(store, layer("huts")), [MINE])
    opened = store.state
    actions.undo()
    assert store.state.catalog is before.catalog or store.state.catalog.at(MINE) is None
    assert (store.state.viewport, store.state.visible) == (before.viewport, before.visible)
    actions.redo()
    assert store.state.catalog.at(MINE) is opened.catalog.at(MINE)
    files.close(MINE)
    assert store.state.visible == {"ports", "roads"}
    actions.undo()
    assert store.state.visible == {"ports", "roads", "huts"}


def test_what_was_undone_before_a_file_came_can_still_be_undone(store: Store, files: Files) -> None:
    actions = Actions(store)
    actions.show_layer("roads", False)
    files.take(mine(store, layer("huts")), [MINE])
    actions.undo()
    actions.undo()
    assert store.state.visible == {"ports", "roads"}


def test_a_save_changes_nothing_of_what_a_person_has_set_up(store: Store, files: Files) -> None:
    files.take(mine(store, layer("huts"), layer("wells")), [MINE])
    chosen = Selection((FeatureRef("huts", "2"),))
    store.update(
        visible=frozenset({"ports", "huts"}),
        order=("wells", "huts", "ports", "roads"),
        opacity=MappingProxyType({"huts": 0.5}),
        selection=chosen,
    )
    before = store.state
    news, catalog = save(store, layer("huts", 4), layer("wells"))
    files.renew(news, catalog)
    state = store.state
    for name in ("viewport", "visible", "order", "opacity", "selection", "recent", "tool"):
        assert getattr(state, name) == getattr(before, name), name
    assert state.news == (news,)
    assert state.catalog.at(MINE) is catalog.at(MINE)


def test_new_layers_are_shown_and_lost_ones_and_their_features_are_left_out(
    store: Store, files: Files
) -> None:
    files.take(mine(store, layer("huts")), [MINE])
    store.update(selection=Selection((FeatureRef("huts", "1"), FeatureRef("ports", "1"))))
    news, catalog = save(store, layer("wells"))
    files.renew(news, catalog)
    assert store.state.visible == {"ports", "roads", "wells"}
    assert store.state.selection.hits == (FeatureRef("ports", "1"),)


def test_a_renamed_layer_keeps_its_state(store: Store, files: Files) -> None:
    files.take(mine(store, layer("huts"), layer("wells")), [MINE])
    store.update(
        visible=frozenset({"wells"}),
        order=("huts", "wells", "ports", "roads"),
        opacity=MappingProxyType({"huts": 0.5}),
        selection=Selection((FeatureRef("huts", "2"),)),
    )
    news, catalog = save(store, layer("cabins"), layer("wells"))
    renamed = LayerChange("cabins", same(""), 3, 3, former="huts")
    files.renew(replace(news, found=Difference((renamed,))), catalog)
    state = store.state
    assert state.visible == {"wells"}
    assert state.order == ("cabins", "wells", "ports", "roads")
    assert state.opacity == {"cabins": 0.5}
    assert state.selection.current == FeatureRef("cabins", "2")


def test_the_former_state_can_be_shown_and_the_new_one_again(store: Store, files: Files) -> None:
    files.take(mine(store, layer("huts")), [MINE])
    news, catalog = save(store, layer("huts", 5))
    files.renew(news, catalog)
    assert news.can_turn(store.state.catalog)
    files.turn(news)
    shown = store.state.catalog.layer("huts")
    assert shown is not None
    assert shown.rows == 3
    assert news.shows_former(store.state.catalog)
    files.turn(news)
    assert store.state.catalog.at(MINE) is news.after
    Actions(store).undo()
    assert news.shows_former(store.state.catalog)


def test_only_the_latest_save_of_a_file_keeps_its_former_state(store: Store, files: Files) -> None:
    files.take(mine(store, layer("huts")), [MINE])
    for number in range(3):
        news, catalog = save(store, layer("huts", 4 + number), stamp=str(number + 2))
        files.renew(news, catalog)
    assert [one.before is not None for one in store.state.news] == [True, False, False]


def test_saves_are_undone_one_by_one(store: Store, files: Files) -> None:
    files.take(mine(store, layer("huts")), [MINE])
    for number in range(3):
        files.renew(*save(store, layer("huts", 4 + number), stamp=str(number + 2)))
    rows = []
    for _ in range(3):
        Actions(store).undo()
        rows.append(next(one.rows for one in store.state.catalog.layers if one.id == "huts"))
    assert rows == [5, 4, 3]


def test_former_states_are_forgotten_when_they_are_too_many(
    store: Store, files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(undo, "MOST_ROWS", 20)
    files.take(mine(store, layer("huts", 10)), [MINE])
    for number in range(6):
        files.renew(*save(store, layer("huts", 10), stamp=str(number + 2)))
    assert 1 <= len(store.state.undo.past) < 4
    Actions(store).undo()
    assert store.state.catalog.at(MINE).stamp == ("6",)


def test_reopening_is_no_step_and_moves_nothing(store: Store, files: Files) -> None:
    kept = {"visible": frozenset({"ports", "wells"}), "opacity": MappingProxyType({"huts": 0.5})}
    store.update(visible=frozenset({"roads"}))
    steps = len(store.state.undo.past)
    files.reopen(mine(store, layer("huts"), layer("wells")), [MINE], kept)
    state = store.state
    assert state.viewport == START
    assert state.visible == {"roads", "wells"}
    assert state.opacity == {"huts": 0.5}
    assert len(state.undo.past) == steps
    assert state.recent == ()


def test_another_grid_keeps_the_place_and_undo_brings_both_back(store: Store, files: Files) -> None:
    moved = Catalog(tuple(replace(d, map_epsg=3857) for d in mine(store, layer("huts")).datasets))
    files.replace(moved)
    center = store.state.viewport.center
    assert center == pytest.approx((12_692_000, 2_569_000), rel=0.01)
    assert store.state.viewport.metres_per_px == pytest.approx(10.8, abs=0.1)
    Actions(store).undo()
    assert store.state.viewport == START
    assert store.state.catalog.map_epsg == 2326


def test_recent_files_come_first_and_once(store: Store, files: Files) -> None:
    paths = [Path(f"/data/{n}.gpkg") for n in range(MOST_RECENT + 3)]
    for path in [*paths, paths[4]]:
        catalog = store.state.catalog.with_file(file(path, layer(path.stem)))
        files.take(catalog, [path])
    assert store.state.recent[:2] == (str(paths[4]), str(paths[-1]))
    assert len(store.state.recent) == len(set(store.state.recent)) == MOST_RECENT


def test_what_is_said_of_a_crs_is_kept_by_file(store: Store, files: Files) -> None:
    files.tell_crs(MINE, "EPSG:2326")
    files.tell_crs(HOME, "EPSG:4547")
    files.tell_crs(MINE, "EPSG:4526")
    assert store.state.told_crs == {str(HOME): "EPSG:4547", str(MINE): "EPSG:4526"}
