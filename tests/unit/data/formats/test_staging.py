import io
from collections.abc import Iterator
from pathlib import Path

import pytest
import shapely
from shapely import LineString, Point

from hetao_map.data import geopackage
from hetao_map.data.formats import staged_layer
from hetao_map.data.formats.batches import Batch, Found
from hetao_map.data.formats.conversion import Converted
from hetao_map.data.formats.private_folder import PrivateFolder
from hetao_map.data.formats.reports import Report
from hetao_map.data.formats.staging import Staging
from hetao_map.data.indexed import IndexedLayer
from hetao_map.model.dataset import Dataset
from tests.foreign_files import AREAS


def batch(*shapes: object, **columns: list[object]) -> Batch:
    return Batch(columns, [None if shape is None else shapely.to_wkb(shape) for shape in shapes])


def staged(*layers: tuple[str, list[Batch]]) -> tuple[Dataset, bytes]:
    """The layers as they are read again, and what was told while they were written."""
    told, folder = io.BytesIO(), PrivateFolder()
    converted = Converted(folder.path / "layers.gpkg", folder)
    staging = Staging(converted.path, Report(told))
    for name, batches in layers:

        def read(batches: list[Batch] = batches) -> Iterator[Batch]:
            return iter(batches)

        staging.add(Found(name, read, lambda: "EPSG:4326"))
    staging.close()
    return geopackage.read(Path("/data/a.kml"), stand_in=converted), told.getvalue()


def test_few_but_large_shapes_are_read_by_an_index(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(staged_layer, "_LARGE_BYTES", 1000)
    dataset, _ = staged(("a", [batch(*AREAS, n=[1, 2, 3, 4, 5])]))
    (layer,) = dataset.layers
    assert isinstance(layer, IndexedLayer)
    assert layer.rows == 5
    feature = layer.find("3")
    assert feature is not None
    assert feature.attributes["n"] == 3
    assert layer.pieces(0)[0][0].xy.shape == (len(AREAS[0].exterior.coords), 2)


def test_small_layers_are_read_whole() -> None:
    dataset, _ = staged(("a", [batch(*AREAS)]))
    assert not isinstance(dataset.layers[0], IndexedLayer)


def test_columns_may_come_and_go() -> None:
    dataset, _ = staged(
        ("a", [batch(AREAS[0], one=[1]), batch(AREAS[1], two=["x"]), batch(AREAS[2])])
    )
    columns = dataset.layers[0].attributes
    assert columns["one"] == (1, None, None)
    assert columns["two"] == (None, "x", None)


def test_names_are_each_others_own() -> None:
    layers = [("a", [batch(AREAS[0])]), ("A", [batch(AREAS[1])]), ("", [batch(AREAS[2])])]
    dataset, _ = staged(*layers, ("gpkg_contents", [batch(AREAS[0])]))
    names = [layer.id.casefold() for layer in dataset.layers]
    assert len(set(names)) == 4
    assert names[:2] == ["a", "a 2"]


def test_too_many_columns_are_told() -> None:
    many: dict[str, list[object]] = {f"c{n}": [n] for n in range(1100)}
    dataset, told = staged(("a", [batch(AREAS[0], **many)]))
    assert len(dataset.layers[0].attributes) == 1001
    assert b'"COLUMNS_LEFT_OUT", "values": {"layer": "a", "n": 100}' in told


def test_large_layers_of_several_kinds_fall_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(staged_layer, "_LARGE_BYTES", 1000)
    shapes = [*AREAS, Point(114, 22), LineString([(114, 22), (114.1, 22)]), None]
    dataset, told = staged(("a", [batch(*shapes, n=list(range(8)))]))
    assert {layer.id: layer.rows for layer in dataset.layers} == {
        "a": 5, "a points": 1, "a lines": 1,
    }  # fmt: skip
    assert dataset.layer("a points").attributes["n"] == (5,)  # type: ignore[union-attr]
    assert b'"WITHOUT_GEOMETRY"' in told


@pytest.mark.parametrize("value", [2**70, "\ud800", float("nan"), b"\x00", "x" * 200_000, True])
def test_values_that_no_table_holds_become_some_that_it_does(value: object) -> None:
    dataset, _ = staged(("a", [batch(AREAS[0], v=[value])]))
    assert len(dataset.layers[0].attributes["v"]) == 1
