import json
from pathlib import Path
from typing import Any

import pytest
from shapely import Point

from hetao_map.data.open import open_files
from hetao_map.model.dataset import Dataset
from hetao_map.model.errors import InputError
from tests.foreign_files import POINTS, SQUARE, collection, feature


def opened(path: Path, text: str) -> Dataset:
    path.write_text(text, encoding="utf-8")
    return open_files([path]).datasets[0]


def values(dataset: Dataset, column: str) -> list[object]:
    return list(dataset.layers[0].attributes[column])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.geojson"


def test_values_keep_their_kinds(path: Path) -> None:
    rows = [
        {"n": 1, "x": 1.5, "t": "河套", "yes": True, "many": {"a": [1, 2]}, "mixed": 1},
        {"n": None, "x": 2, "t": None, "yes": False, "many": None, "mixed": "two"},
    ]
    dataset = opened(path, collection(*(feature(POINTS[0], **row) for row in rows)))
    assert values(dataset, "n") == [1, None]
    assert values(dataset, "x") == [1.5, 2.0]
    assert values(dataset, "t") == ["河套", None]
    assert values(dataset, "yes") == [1, 0]
    assert json.loads(str(values(dataset, "many")[0])) == {"a": [1, 2]}
    assert [str(value) for value in values(dataset, "mixed")] == ["1", "two"]


def test_ids_of_features_are_kept(path: Path) -> None:
    rows: list[Any] = [{**feature(p), "id": f"port-{n}"} for n, p in enumerate(POINTS)]
    (layer,) = opened(path, collection(*rows)).layers
    assert layer.ids == tuple(f"port-{n}" for n in range(5))


BROKEN = {
    "no position": '{"type":"Feature","properties":{"a":9},"geometry":{"type":"Point",'
    '"coordinates":["x",22]}}',
    "not finite": '{"type":"Feature","properties":{},"geometry":{"type":"Point",'
    '"coordinates":[1e999,22]}}',
    "no JSON": '{"type":Feature}',
    "another type": '{"type":"Feature","properties":{},"geometry":{"type":"Blob"}}',
    "no feature": '{"type":"Blob"}',
    "nested without end": '{"type":"Feature","geometry":null,"properties":{"a":'
    + "[" * 20_000 + "]" * 20_000 + "}}",
}  # fmt: skip


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_one_broken_feature_costs_one_feature(path: Path, broken: str) -> None:
    sound = [json.dumps(feature(point, name="x")) for point in POINTS[:2]]
    text = '{"type":"FeatureCollection","features":[' + ",".join([sound[0], broken, sound[1]])
    dataset = opened(path, text + "]}")
    (layer,) = dataset.layers
    assert layer.rows == 3
    assert layer.skipped == ("2",)
    assert "1 features could not be read" in dataset.notes[0].en


def test_a_feature_without_geometry_is_a_row_and_no_mistake(path: Path) -> None:
    dataset = opened(path, collection(feature(POINTS[0]), feature(None, name="nowhere")))
    assert (dataset.layers[0].rows, dataset.layers[0].skipped, dataset.notes) == (2, (), ())


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(feature(SQUARE, name="x")),
        json.dumps(feature(SQUARE)["geometry"]),
        json.dumps({"type": "GeometryCollection", "geometries": [feature(SQUARE)["geometry"]]}),
        "\ufeff" + collection(feature(SQUARE)),
    ],
    ids=["a feature", "a geometry", "a collection of geometries", "a byte order mark"],
)
def test_other_forms_of_geojson_are_read(path: Path, text: str) -> None:
    (layer,) = opened(path, text).layers
    assert len(layer.pieces(0)) == 1


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("EPSG:2326", "EPSG:2326"),
        ("urn:ogc:def:crs:EPSG::2326", "EPSG:2326"),
        ("http://www.opengis.net/def/crs/EPSG/0/2326", "EPSG:2326"),
        ("urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326"),
    ],
)
def test_a_named_crs_is_used(path: Path, name: str, code: str) -> None:
    spot = Point(836000, 838000) if code == "EPSG:2326" else POINTS[0]
    crs = {"type": "name", "properties": {"name": name}}
    dataset = opened(path, collection(feature(spot), crs=crs))
    assert dataset.map_epsg == 2326
    assert dataset.assumed == ()


def test_metres_without_a_crs_are_shown_in_the_likeliest_one(path: Path) -> None:
    dataset = opened(path, collection(feature(Point(836000, 838000))))
    assert [found.crs for found in dataset.assumed] == ["EPSG:2326"]


def test_a_file_that_ends_in_the_middle_shows_what_came_before(path: Path) -> None:
    text = collection(*(feature(point) for point in POINTS))
    dataset = opened(path, text[: text.rindex('"coordinates"')])
    assert dataset.layers[0].rows == 4
    assert "ends in the middle; the 4 features before" in dataset.notes[0].en


@pytest.mark.parametrize(
    "text", ['{"type":"Topology","objects":{},"arcs":[]}', '{"a":1}', "[1,2]", '{"a":' * 9000]
)
def test_other_json_is_refused(path: Path, text: str) -> None:
    with pytest.raises(InputError, match="no GeoJSON"):
        opened(path, text)


def test_names_of_columns_that_mean_something_else_are_kept(path: Path) -> None:
    row = {"fid": "x", "FID": "y", "geom": "z", "Name": "a", "name": "b"}
    (layer,) = opened(path, collection(feature(POINTS[0], **row))).layers
    found = {str(column[0]) for column in layer.attributes.values()}
    assert found == {"1", "x", "y", "z", "a", "b"}


@pytest.mark.parametrize("name", ["fact", "gpkg_contents", "layer_styles", "rtree_a", "sqlite_x"])
def test_a_file_with_the_name_of_a_table_is_a_layer(tmp_path: Path, name: str) -> None:
    dataset = opened(tmp_path / f"{name}.geojson", collection(feature(POINTS[0], name="x")))
    assert [layer.rows for layer in dataset.layers] == [1]
    assert dataset.knowledge.facts == {}


def test_numbers_too_large_for_a_table_stay_readable(path: Path) -> None:
    text = collection(feature(POINTS[0], n=1)).replace(
        '"n": 1', '"n": 123456789012345678901234567890'
    )
    (value,) = values(opened(path, text), "n")
    assert str(value).startswith("1234567890123456") or value == pytest.approx(
        1.2345678901234568e29
    )


def test_a_very_long_text_is_cut_and_told(path: Path) -> None:
    dataset = opened(path, collection(feature(POINTS[0], note="x" * 300_000)))
    assert len(str(values(dataset, "note")[0])) < 200_000
    assert "1 values were too long" in dataset.notes[0].en
