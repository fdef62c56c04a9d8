"""What is exported is read back by other programs; what fails leaves nothing behind."""

import csv
import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import shapely
from shapely import LineString, MultiPolygon, Point, Polygon, box
from shapely.geometry.base import BaseGeometry

from hetao_map.data import place
from hetao_map.data.feature_export import WRITERS, StoppedError, export_features
from hetao_map.data.open import open_files
from hetao_map.geometry.projection import to_map
from hetao_map.model.dataset import Catalog
from hetao_map.model.datum import in_datums
from hetao_map.model.errors import NotFoundError, OutputError
from hetao_map.model.feature import FeatureRef
from hetao_map.text.language import Language
from tests.bench.city import make_city
from tests.files import everything_in
from tests.layers import make_catalog, make_layer

LAYERS = ("ports", "rail_lines", "cooperation_zone", "crossing_channels")
EN = Language.EN


def on_the_grid(shape: BaseGeometry) -> BaseGeometry:
    """A shape in degrees as the map holds it."""
    return shapely.transform(shape, lambda xy: np.array([to_map(tuple(p), 2326) for p in xy]))


def exported(catalog: Catalog, layer: str, path: Path, **more: object) -> Path:
    export_features(catalog, layer, None, path, EN, **more)
    return path


def csv_rows(path: Path) -> list[dict[str, str]]:
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def features(path: Path) -> list[dict]:
    return json.loads(path.read_text(encoding="utf-8"))["features"]


@pytest.mark.parametrize("layer", LAYERS)
def test_all_formats_hold_the_same_features(
    shipped: Catalog, shipped_path: Path, layer: str, tmp_path: Path
) -> None:
    truth = pyogrio.read_dataframe(shipped_path, layer=layer, fid_as_index=True)
    in_csv = csv_rows(exported(shipped, layer, tmp_path / "a.csv"))
    in_json = features(exported(shipped, layer, tmp_path / "a.geojson"))
    in_gpkg = pyogrio.read_dataframe(
        exported(shipped, layer, tmp_path / "a.gpkg"), layer=layer, fid_as_index=True
    )
    ids = list(truth["id"])
    assert [row["id"] for row in in_csv] == ids
    assert [feature["properties"]["id"] for feature in in_json] == ids
    assert list(in_gpkg["id"]) == ids
    assert in_gpkg.crs.to_epsg() == 4326
    assert list(in_gpkg.index) == list(truth.index)
    assert set(in_gpkg.columns) == set(truth.columns)
    for number, shape in enumerate(truth.geometry):
        near = 2e-8
        assert (
            shapely.from_wkt(in_csv[number]["wkt"])
            .normalize()
            .equals_exact(shape.normalize(), near)
        )
        written = shapely.geometry.shape(in_json[number]["geometry"])
        assert written.normalize().equals_exact(shape.normalize(), near)
        assert in_gpkg.geometry.iloc[number].normalize().equals_exact(shape.normalize(), near)
        point = Point(float(in_csv[number]["lon"]), float(in_csv[number]["lat"]))
        assert point.distance(shape) < 1e-6


def test_rows_are_written_as_they_are_asked_for(shipped: Catalog, tmp_path: Path) -> None:
    names = shipped.layer("ports").ids
    count = export_features(shipped, "ports", [2, 0], tmp_path / "a.csv", EN)
    assert count == 2
    assert [row["id"] for row in csv_rows(tmp_path / "a.csv")] == [names[2], names[0]]
    export_features(shipped, "ports", [], tmp_path / "b.gpkg", EN)
    assert pyogrio.read_info(tmp_path / "b.gpkg", layer="ports")["features"] == 0


def test_each_row_of_text_names_its_source(shipped: Catalog, tmp_path: Path) -> None:
    sources = shipped.datasets[0].knowledge.sources
    rows = csv_rows(exported(shipped, "ports", tmp_path / "a.csv"))
    features_written = features(exported(shipped, "ports", tmp_path / "a.geojson"))
    for row, feature in zip(rows, features_written, strict=True):
        source = sources[row["source_id"]]
        for values in (row, feature["properties"]):
            assert values["source_title"] == source.title
            assert values["source_publisher"] == source.publisher
            assert values["source_date"] == source.date
            assert values["source_address"] == source.address
            assert values["source_licence"] == source.licence


def test_a_geopackage_opens_as_a_map_that_knows_the_same(shipped: Catalog, tmp_path: Path) -> None:
    again = open_files([exported(shipped, "ports", tmp_path / "ports.gpkg")])
    assert again.notes == ()
    before, after = shipped.datasets[0].knowledge, again.datasets[0].knowledge
    for feature_id in shipped.layer("ports").ids:
        ref = FeatureRef("ports", feature_id)
        assert after.facts[ref] == before.facts[ref]
        for fact in after.facts[ref]:
            assert after.sources[fact.source_id] == before.sources[fact.source_id]
    facts = pyogrio.read_dataframe(tmp_path / "ports.gpkg", layer="fact", read_geometry=False)
    assert "Access rule" in set(facts["label"])
    assert set(facts["feature_id"]) == set(shipped.layer("ports").ids)


def test_geojson_is_that_of_the_standard(tmp_path: Path) -> None:
    clockwise = Polygon([(114, 22), (114, 22.1), (114.1, 22.1), (114.1, 22)])
    holed = clockwise.difference(box(114.04, 22.04, 114.06, 22.06))
    catalog = make_catalog(make_layer([on_the_grid(clockwise), on_the_grid(holed), None]))
    path = exported(catalog, "things", tmp_path / "a.geojson")
    content = json.loads(path.read_text(encoding="utf-8"))
    assert content["type"] == "FeatureCollection"
    assert "crs" not in content
    for feature in content["features"][:2]:
        outer, *holes = feature["geometry"]["coordinates"]
        assert shapely.LinearRing(outer).is_ccw
        assert not any(shapely.LinearRing(hole).is_ccw for hole in holes)
    assert content["features"][2]["geometry"] is None


def test_odd_values_and_shapes_are_kept(tmp_path: Path) -> None:
    shapes = [Point(114, 22), LineString([(114, 22), (114.1, 22.1)]), box(114, 22, 114.1, 22.1)]
    shapes.append(MultiPolygon([box(114, 22, 114.1, 22.1), box(114.2, 22, 114.3, 22.1)]))
    layer = make_layer(
        [on_the_grid(shape) for shape in shapes],
        text=["=1+1", "-5", '河套,\n"x"', "a\0b"],
        mixed=[1, "two", None, b"\x00\xff"],
        number=[1, 2.5, float("nan"), None],
        whole=[2**53 + 1, None, 0, -1],
        lon=["is taken"] * 4,
    )
    catalog = make_catalog(layer)
    rows = csv_rows(exported(catalog, "things", tmp_path / "a.csv"))
    # A spreadsheet would work out the first; the second is a number.
    assert [row["text"] for row in rows] == ["'=1+1", "-5", '河套,\n"x"', "ab"]
    assert [row["lon"] for row in rows] == ["is taken"] * 4
    assert float(rows[0]["lon_2"]) == 114
    found = [f["properties"] for f in features(exported(catalog, "things", tmp_path / "a.geojson"))]
    assert [values["mixed"] for values in found] == [1, "two", None, "00ff"]
    assert [values["number"] for values in found] == [1, 2.5, None, None]
    exported(catalog, "things", tmp_path / "a.gpkg")
    with closing(sqlite3.connect(tmp_path / "a.gpkg")) as connection:
        written = connection.execute("SELECT text, mixed, number, whole FROM things").fetchall()
    assert [row[0] for row in written] == ["=1+1", "-5", '河套,\n"x"', "ab"]
    assert [row[1] for row in written] == ["1", "two", None, "00ff"]
    assert [row[2] for row in written] == [1, 2.5, None, None]
    assert [row[3] for row in written] == [2**53 + 1, None, 0, -1]
    read = pyogrio.read_dataframe(tmp_path / "a.gpkg", layer="things")
    assert [shape.geom_type.removeprefix("Multi") for shape in read.geometry] == [
        "Point", "LineString", "Polygon", "Polygon",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["fact", "source"])
def test_a_layer_named_as_a_table_of_ours_gets_another_name(name: str, tmp_path: Path) -> None:
    catalog = make_catalog(make_layer([on_the_grid(Point(114, 22))], layer_id=name))
    path = exported(catalog, name, tmp_path / "a.gpkg")
    assert pyogrio.read_info(path, layer=f"{name}_2")["features"] == 1


def test_a_layer_that_is_read_by_its_index_is_written_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    city = make_city(tmp_path / "city.gpkg", 1000)
    monkeypatch.setattr(place, "INDEXED_FROM", 100)
    catalog = open_files([city])
    truth = pyogrio.read_dataframe(city, layer="buildings", fid_as_index=True).to_crs(4326)
    path = exported(catalog, "buildings", tmp_path / "a.gpkg")
    found = pyogrio.read_dataframe(path, layer="buildings", fid_as_index=True)
    assert len(found) == 1000
    for fid, shape in found.geometry.items():
        assert shape.normalize().equals_exact(MultiPolygon([truth.geometry[fid]]).normalize(), 2e-7)


@pytest.mark.parametrize("ending", WRITERS)
def test_a_full_disk_leaves_what_was_there(
    shipped: Catalog, ending: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / f"a{ending}"
    path.write_bytes(b"old")
    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OutputError, match="disk is full"):
        exported(shipped, "ports", path)
    assert everything_in(tmp_path) == {path.name: b"old"}


def test_rows_that_gdal_has_lost_are_noticed(
    shipped: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = pyogrio.write_dataframe
    monkeypatch.setattr(
        pyogrio, "write_dataframe", lambda frame, *a, **more: whole(frame.iloc[:-1], *a, **more)
    )
    with pytest.raises(OutputError, match="not all of it"):
        exported(shipped, "ports", tmp_path / "a.gpkg")
    assert everything_in(tmp_path) == {}


@pytest.mark.parametrize("ending", WRITERS)
def test_a_folder_that_is_not_there_is_said(shipped: Catalog, ending: str, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot be written"):
        exported(shipped, "ports", tmp_path / "none" / f"a{ending}")


def test_an_open_file_is_never_written_over(shipped_path: Path, tmp_path: Path) -> None:
    path = tmp_path / "map.gpkg"
    path.write_bytes(shipped_path.read_bytes())
    catalog = open_files([path])
    linked = tmp_path / "linked.gpkg"
    os.link(path, linked)
    for target in (path, linked, tmp_path / "." / "map.gpkg"):
        with pytest.raises(OutputError, match="open in the map"):
            exported(catalog, "ports", target)
    assert path.read_bytes() == shipped_path.read_bytes()


def test_other_endings_and_layers_are_refused(shipped: Catalog, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"\.geojson"):
        exported(shipped, "ports", tmp_path / "a.shp")
    with pytest.raises(NotFoundError):
        exported(shipped, "harbours", tmp_path / "a.csv")


@pytest.mark.parametrize("ending", WRITERS)
def test_it_tells_how_far_it_is_and_can_be_stopped(
    shipped: Catalog, ending: str, tmp_path: Path
) -> None:
    steps: list[tuple[int, int]] = []
    path = tmp_path / f"a{ending}"
    exported(shipped, "ports", path, progress=lambda done, of: steps.append((done, of)))
    assert steps == [(0, 4), (4, 4)]
    path.unlink()
    with pytest.raises(StoppedError):
        exported(shipped, "ports", path, stale=lambda: True)
    assert everything_in(tmp_path) == {}


def test_a_column_named_as_the_key_that_is_none_is_kept(tmp_path: Path) -> None:
    shapes = [on_the_grid(Point(114, 22)), on_the_grid(Point(114.1, 22))]
    catalog = make_catalog(make_layer(shapes, fid=["a", "b"]))
    path = exported(catalog, "things", tmp_path / "a.gpkg")
    assert list(pyogrio.read_dataframe(path, layer="things")["fid_2"]) == ["a", "b"]


def test_a_layer_that_was_shifted_is_exported_with_a_word_of_it(tmp_path: Path) -> None:
    place = on_the_grid(Point(114.0629, 22.5176))
    catalog = make_catalog(make_layer([place]))
    plain = exported(catalog, "things", tmp_path / "plain.geojson").read_text(encoding="utf-8")
    assert "coordinates_note" not in plain
    catalog = in_datums(catalog, {"things": "gcj02"})
    note = "shifted from GCJ-02, approximate"
    (row,) = csv_rows(exported(catalog, "things", tmp_path / "a.csv"))
    assert row["coordinates_note"] == note
    assert float(row["lon"]) == pytest.approx(114.0578, abs=1e-3)
    found = json.loads(exported(catalog, "things", tmp_path / "a.geojson").read_text("utf-8"))
    assert found["coordinates_note"] == note
    path = exported(catalog, "things", tmp_path / "a.gpkg")
    with closing(sqlite3.connect(path)) as connection:
        sql = "SELECT description FROM gpkg_contents WHERE table_name = 'things'"
        assert connection.execute(sql).fetchone() == (note,)
