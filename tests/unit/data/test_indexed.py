"""A large layer read by its index answers as the same layer read whole."""

import sqlite3
from math import dist
from pathlib import Path

import geopandas
import numpy as np
import pytest
from shapely import MultiPoint

from hetao_map.data import place
from hetao_map.data.connection import opened
from hetao_map.data.indexed import IndexedLayer
from hetao_map.data.open import open_files
from hetao_map.data.rtree import IndexDamagedError, read_boxes, rows_in_step
from hetao_map.geometry.columns import GeometryColumn, Kind
from hetao_map.geometry.extent import Extent
from hetao_map.model.dataset import Catalog
from hetao_map.model.layer import Layer
from hetao_map.query.identify import identify
from hetao_map.query.search import SearchIndex
from hetao_map.render.swatch import layer_row
from tests.bench.city import ORIGIN, make_city

BUILDINGS = 4000
LAYERS = ("buildings", "streets", "trees")


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_city(tmp_path_factory.mktemp("city") / "city.gpkg", BUILDINGS)


@pytest.fixture(scope="module")
def whole(city: Path) -> Catalog:
    return open_files([city])


@pytest.fixture
def by_index(city: Path, monkeypatch: pytest.MonkeyPatch) -> Catalog:
    monkeypatch.setattr(place, "INDEXED_FROM", 100)
    return open_files([city])


def layer(catalog: Catalog, name: str) -> Layer:
    found = catalog.layer(name)
    assert found is not None
    return found


def vertices(column: GeometryColumn, fids: dict[int, int]) -> dict[int, list[tuple[float, float]]]:
    """Return each feature's vertices by fid, to the millimetre."""
    return {
        fids[int(row)]: [tuple(np.round(xy, 3)) for ring in column.rings_of(n) for xy in ring]
        for n, row in enumerate(column.rows)
    }


def points_of(
    found: Layer, view: Extent | None, resolution: float
) -> dict[int, list[tuple[float, float]]]:
    """Return the points of each feature that a window brings, by fid."""
    fids, extent = fids_of(found), view or found.extent()
    assert extent is not None
    points: dict[int, list[tuple[float, float]]] = {}
    for column in found.window(extent, resolution).geometries.columns:
        for n, row in enumerate(column.rows):
            for ring in column.rings_of(n):
                points.setdefault(fids[int(row)], []).extend((x, y) for x, y in ring.tolist())
    return points


def fids_of(found: Layer) -> dict[int, int]:
    return dict(enumerate(found.attributes["fid"]))


def test_large_layers_are_read_by_index_and_small_ones_are_not(
    whole: Catalog, by_index: Catalog
) -> None:
    assert not any(isinstance(layer(whole, name), IndexedLayer) for name in LAYERS)
    assert all(isinstance(layer(by_index, name), IndexedLayer) for name in LAYERS)


@pytest.mark.parametrize("name", LAYERS)
def test_every_feature_is_there(whole: Catalog, by_index: Catalog, name: str) -> None:
    one, other = layer(whole, name), layer(by_index, name)
    assert one.rows == other.rows
    assert sorted(one.attributes["fid"]) == sorted(other.attributes["fid"])
    assert one.extent_lonlat is not None
    assert other.extent_lonlat is not None
    assert other.extent_lonlat.xmin == pytest.approx(one.extent_lonlat.xmin, abs=1e-5)


@pytest.mark.parametrize("name", ["buildings", "streets"])
def test_a_window_brings_the_same_geometries(whole: Catalog, by_index: Catalog, name: str) -> None:
    one, other = layer(whole, name), layer(by_index, name)
    x, y = ORIGIN
    view = Extent(x + 300, y + 300, x + 500, y + 450)
    window = other.window(view, 0.3)
    column = window.geometries.columns[0]
    read = vertices(column, fids_of(other))
    expected = vertices(one.geometries.columns[0], fids_of(one))
    wanted = {int(one.geometries.columns[0].rows[n]) + 1
              for n in one.geometries.columns[0].intersecting(view)}  # fmt: skip
    assert wanted <= read.keys()
    assert {fid: expected[fid] for fid in read} == read


@pytest.mark.parametrize("resolution", [0.01, 0.15, 0.2, 0.3, 5.0, 100.0])
def test_a_point_is_a_point_at_any_scale(
    whole: Catalog, by_index: Catalog, resolution: float
) -> None:
    one, other = layer(whole, "trees"), layer(by_index, "trees")
    x, y = ORIGIN
    view = Extent(x + 300, y + 300, x + 500, y + 450)
    assert not other.window(view, resolution).dots
    read = points_of(other, view, resolution)
    expected = points_of(one, view, resolution)
    assert {fid for fid, at in expected.items() if view.contains(at[0])} <= read.keys()
    for fid, at in read.items():
        assert at == [pytest.approx(expected[fid][0], abs=resolution / 4)]


@pytest.mark.parametrize("crs", ["EPSG:2326", "EPSG:4326"])
@pytest.mark.parametrize("resolution", [0.1, 0.5, 2.0, 20.0])
def test_each_of_several_points_is_where_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, crs: str, resolution: float
) -> None:
    x, y = ORIGIN
    pairs = [
        MultiPoint([(x + 7 * n, y + 3 * n), (x + 7 * n + 40, y + 3 * n)][: 1 + n % 2])
        for n in range(300)
    ]
    path = tmp_path / "pairs.gpkg"
    geopandas.GeoDataFrame({"n": range(300)}, geometry=pairs, crs="EPSG:2326").to_crs(crs).to_file(
        path, layer="pairs", driver="GPKG", geometry_type="MultiPoint"
    )
    expected = points_of(layer(open_files([path]), "pairs"), None, resolution)
    monkeypatch.setattr(place, "INDEXED_FROM", 100)
    by_index = layer(open_files([path]), "pairs")
    assert isinstance(by_index, IndexedLayer)
    read = points_of(by_index, None, resolution)
    assert read.keys() == expected.keys()
    for fid, at in read.items():
        assert len(at) == len(expected[fid])
        for found in at:
            assert min(dist(found, wanted) for wanted in expected[fid]) <= resolution / 2


def test_what_is_smaller_than_a_pixel_becomes_a_dot(by_index: Catalog) -> None:
    buildings = layer(by_index, "buildings")
    extent = buildings.extent()
    assert extent is not None
    window = buildings.window(extent, 50.0)
    assert sum(len(dots.rows) for dots in window.dots) == BUILDINGS
    assert window.dots[0].kind is Kind.POLYGON
    assert not window.geometries.columns


def test_dots_and_geometries_together_are_all(by_index: Catalog) -> None:
    buildings = layer(by_index, "buildings")
    extent = buildings.extent()
    assert extent is not None
    window = buildings.window(extent, 10.0)
    rows = [*window.dots[0].rows.tolist(), *window.geometries.columns[0].rows.tolist()]
    assert sorted(rows) == list(range(BUILDINGS))


def test_the_last_window_is_kept(by_index: Catalog) -> None:
    buildings = layer(by_index, "buildings")
    x, y = ORIGIN
    first = buildings.window(Extent(x, y, x + 400, y + 300), 0.5)
    again = buildings.window(Extent(x + 10, y + 10, x + 390, y + 290), 0.5)
    elsewhere = buildings.window(Extent(x + 800, y + 800, x + 900, y + 900), 0.5)
    assert again is first
    assert elsewhere is not first


def test_a_stale_question_is_not_answered(by_index: Catalog) -> None:
    buildings = layer(by_index, "buildings")
    x, y = ORIGIN
    window = buildings.window(Extent(x, y, x + 400, y + 300), 0.5, lambda: True)
    assert not window.geometries.columns


def test_identify_finds_the_same_features(whole: Catalog, by_index: Catalog) -> None:
    x, y = ORIGIN
    rng = np.random.default_rng(7)
    side = np.sqrt(BUILDINGS) * 20
    for point in (rng.uniform(0, side, (60, 2)) + np.array([x, y])).tolist():
        one = identify(whole.layers, tuple(point), 3.0)
        other = identify(by_index.layers, tuple(point), 3.0)
        assert {hit.ref for hit in one} == {hit.ref for hit in other}


def test_a_feature_is_found_by_its_fid_with_its_attributes(by_index: Catalog) -> None:
    buildings = layer(by_index, "buildings")
    feature = buildings.find("42")
    assert feature is not None
    assert feature.attributes == {"fid": 42, "kind": "abcd"[42 % 4]}
    assert feature.extent.contains(feature.point)
    assert buildings.find("0") is None
    assert buildings.find(str(BUILDINGS + 1)) is None
    assert buildings.find("x") is None


def test_a_filter_reads_the_column_it_needs(by_index: Catalog) -> None:
    buildings = layer(by_index, "buildings")
    kinds = buildings.attributes["kind"]
    fids = buildings.attributes["fid"]
    assert all(kind == "abcd"[fid % 4] for kind, fid in zip(kinds, fids, strict=True))
    with pytest.raises(KeyError):
        buildings.attributes["no such column"]


def test_boxes_hold_their_features(city: Path, whole: Catalog) -> None:
    with opened(city) as connection:
        boxes = read_boxes(connection, "streets", "geom")
    column = layer(whole, "streets").geometries.columns[0]
    by_fid = {int(fid): box for fid, box in zip(boxes.ids, boxes.bounds, strict=True)}
    for number, row in enumerate(column.rows.tolist()):
        xmin, ymin, xmax, ymax = by_fid[row + 1]
        assert xmin <= column.bounds[number, 0]
        assert ymin <= column.bounds[number, 1]
        assert xmax >= column.bounds[number, 2]
        assert ymax >= column.bounds[number, 3]


def changed(city: Path, tmp_path: Path, *statements: str) -> Path:
    path = tmp_path / "changed.gpkg"
    path.write_bytes(city.read_bytes())
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()
    return path


def test_an_index_out_of_step_is_not_used(
    city: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(place, "INDEXED_FROM", 100)
    path = changed(city, tmp_path, "DELETE FROM rtree_buildings_geom WHERE id > 3000")
    with opened(path) as connection:
        assert rows_in_step(connection, "buildings", "geom", "fid") is None
    buildings = layer(open_files([path]), "buildings")
    assert not isinstance(buildings, IndexedLayer)
    assert len(buildings.geometries.columns[0]) == BUILDINGS


def test_rows_without_geometry_do_not_make_an_index_wrong(city: Path, tmp_path: Path) -> None:
    path = changed(city, tmp_path, f"INSERT INTO buildings VALUES ({BUILDINGS + 5}, NULL, 'x')")
    with opened(path) as connection:
        assert rows_in_step(connection, "buildings", "geom", "fid") == BUILDINGS + 1


def test_rows_without_geometry_are_counted(
    city: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(place, "INDEXED_FROM", 100)
    path = changed(city, tmp_path, f"INSERT INTO buildings VALUES ({BUILDINGS + 5}, NULL, 'x')")
    buildings = layer(open_files([path]), "buildings")
    assert (buildings.count, buildings.rows, buildings.lost) == (BUILDINGS + 1, BUILDINGS, ())


def test_what_cannot_be_read_when_it_is_seen_is_said(
    city: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(place, "INDEXED_FROM", 100)
    path = changed(city, tmp_path, "UPDATE buildings SET geom = x'4750000100' WHERE fid = 1234")
    catalog = open_files([path])
    buildings = layer(catalog, "buildings")
    assert isinstance(buildings, IndexedLayer)
    assert catalog.found_missing == ()
    window = buildings.window(buildings.extent(), 0.0)
    assert len(window.geometries.columns[0]) == BUILDINGS - 1
    assert buildings.lost == ("1234",)
    assert ["1 features could not be read" in note.en for note in catalog.found_missing] == [True]


@pytest.mark.parametrize(
    "damage",
    [
        "DELETE FROM rtree_buildings_geom_node WHERE nodeno = 1",
        "DELETE FROM rtree_buildings_geom_node WHERE nodeno = 7",
        "UPDATE rtree_buildings_geom_node SET data = x'00' WHERE nodeno = 1",
        "UPDATE rtree_buildings_geom_node SET data = x'0001ffff' WHERE nodeno = 1",
        "UPDATE rtree_buildings_geom_node SET data = zeroblob(100) WHERE nodeno = 5",
    ],
)
def test_a_damaged_index_is_said_to_be_so(city: Path, tmp_path: Path, damage: str) -> None:
    path = changed(city, tmp_path, damage)
    with opened(path) as connection, pytest.raises(IndexDamagedError):
        read_boxes(connection, "buildings", "geom")


def test_a_layer_with_a_damaged_index_is_read_whole(
    city: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(place, "INDEXED_FROM", 100)
    path = changed(city, tmp_path, "DELETE FROM rtree_buildings_geom_node WHERE nodeno = 7")
    buildings = layer(open_files([path]), "buildings")
    assert len(buildings.geometries.columns[0]) == BUILDINGS


def test_a_large_layer_that_is_not_searched_is_named(whole: Catalog, by_index: Catalog) -> None:
    assert "buildings, streets, trees" in SearchIndex(by_index).why_nothing("house 17").en
    assert "、" in SearchIndex(by_index).why_nothing("house 17").zh_hant
    assert "buildings" not in SearchIndex(whole).why_nothing("house 17").en


@pytest.mark.parametrize("name", LAYERS)
def test_a_large_layer_has_the_sample_of_a_small_one(
    whole: Catalog, by_index: Catalog, name: str
) -> None:
    assert layer_row(layer(by_index, name)) == layer_row(layer(whole, name))
