"""A layer shifted in the window: at once, kept, and taken back."""

import numpy as np
from shapely import Point

from hetao_map.geometry.gcj02 import all_to_gcj02
from hetao_map.geometry.projection import projected
from hetao_map.model.dataset import Catalog
from hetao_map.model.state import MapState
from hetao_map.session.actions import Actions
from hetao_map.session.files import carried
from hetao_map.session.kept import MAP, restored, written
from hetao_map.session.store import Store
from tests.layers import make_catalog, make_layer

FUTIAN = np.array([[114.0629, 22.5176]])


def new_store() -> Store:
    (place,) = projected(all_to_gcj02(FUTIAN), "EPSG:4326", 2326)
    catalog = make_catalog(make_layer([Point(*place)], layer_id="poi"))
    return Store(MapState(catalog=catalog))


def off(store: Store) -> float:
    (true,) = projected(FUTIAN, "EPSG:4326", 2326)
    found = store.state.catalog.layer("poi").find("1").point
    return float(np.hypot(*(np.array(found) - true)))


def test_the_map_shows_it_at_once_and_undo_takes_it_back(qapp: object) -> None:
    store = new_store()
    actions = Actions(store)
    as_read = store.state.catalog
    seen = []
    store.changed.connect(lambda _old, new: seen.append(new.catalog))
    assert off(store) > 500
    actions.layers.shift_from("poi", "gcj02")
    assert off(store) < 0.01
    assert [catalog is store.state.catalog for catalog in seen] == [True]
    actions.undo()
    assert store.state.datums == {}
    assert store.state.catalog.layers[0] is as_read.layers[0]
    actions.redo()
    assert off(store) < 0.01
    actions.layers.shift_from("poi", "")
    assert off(store) > 500


def test_files_that_are_read_again_are_shifted_again(qapp: object) -> None:
    store = new_store()
    Actions(store).layers.shift_from("poi", "gcj02")
    store.update(catalog=new_store().state.catalog)
    assert off(store) < 0.01


def test_the_choice_is_kept_for_the_files(qapp: object) -> None:
    store = new_store()
    Actions(store).layers.shift_from("poi", "gcj02")
    kept = written(MAP, store.state)
    assert kept["datums"] == {"poi": "gcj02"}
    fresh = new_store()
    fresh.update(datums=restored(MAP, kept, fresh.state)["datums"])
    assert off(fresh) < 0.01
    assert "datums" not in restored(MAP, {"datums": {"poi": "mars"}}, fresh.state)
    assert restored(MAP, {"datums": {"gone": "gcj02"}}, fresh.state)["datums"] == {}


def test_the_choice_goes_with_its_file(qapp: object) -> None:
    store = new_store()
    Actions(store).layers.shift_from("poi", "gcj02")
    assert carried(store.state, store.state.catalog, {})["datums"] == {"poi": "gcj02"}
    assert carried(store.state, store.state.catalog, {"poi": "poi2"})["datums"] == {}
    assert carried(store.state, Catalog(), {})["datums"] == {}
