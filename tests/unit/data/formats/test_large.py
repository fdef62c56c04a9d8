import gc
import sqlite3
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from hetao_map.data.connection import opened
from hetao_map.data.formats.packed_index import write_index
from hetao_map.data.indexed import IndexedLayer
from hetao_map.data.open import open_files
from hetao_map.data.rtree import read_boxes
from hetao_map.geometry.columns import Kind
from tests.files import everything_in

COUNT = 51_000


@pytest.mark.parametrize("count", [0, 1, 51, 52, 2601, 2602, 9000])
def test_a_packed_index_answers_as_sqlite_would(tmp_path: Path, count: int) -> None:
    low = np.random.default_rng(7).uniform(-1000, 1000, (count, 2))
    boxes = np.column_stack([low, low + 3])
    with closing(sqlite3.connect(tmp_path / "a.gpkg", isolation_level=None)) as connection:
        connection.execute("BEGIN")
        write_index(connection, "t", "g", np.arange(1, count + 1), boxes)
        connection.execute("COMMIT")
        assert connection.execute("SELECT rtreecheck('rtree_t_g')").fetchone() == ("ok",)
        window = "minx <= 200 AND maxx >= -100 AND miny <= 0 AND maxy >= -300"
        found = connection.execute(f"SELECT id FROM rtree_t_g WHERE {window}").fetchall()
    meets = (boxes[:, 0] <= 200) & (boxes[:, 2] >= -100) & (boxes[:, 1] <= 0)
    meets &= boxes[:, 3] >= -300
    assert sorted(row for (row,) in found) == (np.flatnonzero(meets) + 1).tolist()
    with opened(tmp_path / "a.gpkg") as connection:
        read = read_boxes(connection, "t", "g")
    order = np.argsort(read.ids)
    assert read.ids[order].tolist() == list(range(1, count + 1))
    assert (read.bounds[order][:, :2] <= boxes[:, :2]).all()
    assert (read.bounds[order][:, 2:] >= boxes[:, 2:]).all()


OTHERS = (
    '{"type":"Feature","properties":{"n":-1},"geometry":{"type":"Point","coordinates":[114,22]}}',
    '{"type":"Feature","properties":{"n":-2},"geometry":null}',
    '{"type":"Feature","properties":{"n":-3},"geometry":{"type":"Point","coordinates":"x"}}',
)


def test_a_large_file_is_read_by_its_index_while_anybody_needs_it(
    tmp_path: Path, private: Path
) -> None:
    square = "[[[%.3f,22.4],[%.3f,22.4],[%.3f,22.5],[%.3f,22.4]]]"
    row = '{"type":"Feature","properties":{"n":%d},"geometry":{"type":"Polygon","coordinates":%s}}'
    xs = [114 + n % 255 / 1000 for n in range(COUNT)]
    rows = [row % (n, square % (x, x + 0.001, x, x)) for n, x in enumerate(xs)]
    text = '{"type":"FeatureCollection","features":[' + ",".join([*rows, *OTHERS]) + "]}"
    (tmp_path / "a.geojson").write_text(text)
    catalog = open_files([tmp_path / "a.geojson"])
    assert {layer.id: layer.rows for layer in catalog.layers} == {"a": COUNT, "a points": 1}
    assert sorted(note.en.split(": ", 1)[1] for note in catalog.notes) == [
        "1 features could not be read and were skipped.",
        "1 features have no geometry and are not on the map.",
    ]
    layer, points = catalog.layer("a"), catalog.layer("a points")
    assert isinstance(layer, IndexedLayer)
    assert points is not None
    assert points.pieces(0)[0][0].kind is Kind.POINT
    feature = layer.find("7")
    assert feature is not None
    assert feature.attributes["n"] == 6
    assert len(everything_in(private)) > 0
    del catalog, layer, points, feature
    gc.collect()
    assert everything_in(private) == {}
