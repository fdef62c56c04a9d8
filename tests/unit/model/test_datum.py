"""Layers from a web map of the Mainland, put where they belong."""

import numpy as np
import pytest
from shapely import LineString, Point

from hetao_map.geometry.bd09 import all_to_bd09
from hetao_map.geometry.columns import Kind
from hetao_map.geometry.gcj02 import all_to_gcj02
from hetao_map.geometry.projection import projected
from hetao_map.model import datum
from hetao_map.model.datum import as_read, in_datums, shift_note, shift_of, shifted_catalog
from hetao_map.model.layer import Layer
from tests.layers import make_catalog, make_layer

FUTIAN, HUANGGANG, LOOP = (114.0629, 22.5176), (114.0698, 22.5210), (114.0790, 22.5160)
FORWARD = {"gcj02": all_to_gcj02, "bd09": all_to_bd09}


def on_map(lonlat: np.ndarray) -> np.ndarray:
    return projected(lonlat, "EPSG:4326", 2326)


def layer_from(name: str, *places: tuple[float, float]) -> Layer:
    """Points as a web map gives them, read as if they were WGS84."""
    xy = on_map(FORWARD[name](np.array(places)))
    return make_layer([Point(*place) for place in xy], layer_id="poi")


def xy_of(layer: Layer) -> np.ndarray:
    return layer.geometries.of(Kind.POINT).xy


@pytest.mark.parametrize("name", ["gcj02", "bd09"])
def test_points_come_back_to_where_they_are_to_a_centimetre(name: str) -> None:
    catalog = make_catalog(layer_from(name, FUTIAN, HUANGGANG))
    moved = in_datums(catalog, {"poi": name}).layer("poi")
    true = on_map(np.array([FUTIAN, HUANGGANG]))
    assert np.abs(xy_of(moved) - true).max() < 0.01
    assert moved.find("1").point == pytest.approx(tuple(true[0]), abs=0.01)
    shift = shift_of(moved)
    assert (shift.shifted, shift.vertices) == (2, 2)
    assert 500 < shift.metres < 1500


def test_points_in_hong_kong_stay() -> None:
    places = make_layer([Point(*on_map(np.array([LOOP]))[0])], layer_id="poi")
    moved = in_datums(make_catalog(places), {"poi": "gcj02"}).layer("poi")
    assert xy_of(moved).tolist() == xy_of(places).tolist()
    assert shift_of(moved).shifted == 0


def test_bounds_and_extent_follow() -> None:
    line = LineString(on_map(all_to_gcj02(np.array([FUTIAN, HUANGGANG]))))
    catalog = in_datums(make_catalog(make_layer([line], layer_id="poi")), {"poi": "gcj02"})
    layer = catalog.layer("poi")
    box = layer.extent()
    true = on_map(np.array([FUTIAN, HUANGGANG]))
    assert (box.xmin, box.ymin) == pytest.approx(tuple(true.min(axis=0)), abs=0.01)
    assert layer.extent_lonlat.xmax == pytest.approx(HUANGGANG[0], abs=1e-6)


def test_the_way_there_and_back_gives_the_same_objects() -> None:
    catalog = make_catalog(layer_from("gcj02", FUTIAN), make_layer([Point(0, 0)]))
    shifted = in_datums(catalog, {"poi": "gcj02"})
    assert shifted.layer("things") is catalog.layer("things")
    assert in_datums(shifted, {"poi": "gcj02"}) is shifted
    assert in_datums(shifted, {}).layer("poi") is catalog.layer("poi")
    other = in_datums(shifted, {"poi": "bd09"}).layer("poi")
    assert other.unshifted is catalog.layer("poi")
    assert as_read(shifted.datasets[0]).layers == catalog.datasets[0].layers
    assert in_datums(catalog, {"gone": "gcj02"}) is catalog


def test_what_was_shifted_says_so() -> None:
    catalog = make_catalog(layer_from("bd09", FUTIAN))
    assert not shift_note(catalog.layers[0])
    moved = in_datums(catalog, {"poi": "bd09"}).layer("poi")
    assert shift_note(moved).en == "shifted from BD-09, approximate"


def test_a_layer_of_too_many_vertices_is_left_and_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(datum, "MOST_VERTICES", 1)
    catalog = make_catalog(layer_from("gcj02", FUTIAN, HUANGGANG))
    shifted = shifted_catalog(catalog, "gcj02")
    assert shifted.layers[0].datum == ""
    assert "too large to be shifted from GCJ-02" in shifted.notes[0].en


def test_places_without_end_stay() -> None:
    layer = layer_from("gcj02", FUTIAN, HUANGGANG)
    xy_of(layer)[1] = np.inf
    moved = in_datums(make_catalog(layer), {"poi": "gcj02"}).layer("poi")
    assert np.isinf(xy_of(moved)[1]).all()
    assert shift_of(moved).shifted == 1
