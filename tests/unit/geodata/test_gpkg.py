import sqlite3
import struct
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest
import shapely
from shapely import LineString, Point

from geodata.contract import text
from geodata.gpkg import GeoPackageWriter, Row, encode_geometry

COLUMNS = (text("name", "Name", "A name"),)
ROWS = [(Point(0, 0), ("a",)), (Point(1, 1), ("b",))]


def test_geometry_has_header_envelope_and_wkb() -> None:
    line = LineString([(114.05, 22.51), (114.06, 22.53)])
    blob = encode_geometry(line)
    assert struct.unpack("<2sBBi4d", blob[:40]) == (
        *(b"GP", 0, 0b011, 4326),
        *(114.05, 114.06, 22.51, 22.53),
    )
    assert shapely.from_wkb(blob[40:]) == line


def write(path: Path, rows: Sequence[tuple[Point, Row]] = ROWS) -> None:
    with GeoPackageWriter(path) as package:
        package.register("places", "features", "Places", "", (0, 0, 1, 1))
        package.add_layer("places", "POINT", COLUMNS, rows)


def test_a_failed_write_leaves_the_old_file_alone(tmp_path: Path) -> None:
    path = tmp_path / "places.gpkg"
    write(path)
    before = path.read_bytes()
    with pytest.raises(sqlite3.OperationalError):
        write(path, rows=[(Point(0, 0), ("a", "one value too many"))])
    assert path.read_bytes() == before
    assert [entry.name for entry in tmp_path.iterdir()] == ["places.gpkg"]


def test_the_folder_is_made_when_it_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / "new" / "places.gpkg"
    write(path)
    assert path.stat().st_mode & 0o777 == (tmp_path / "new").stat().st_mode & 0o666


def shape_of(blob: bytes) -> Point:
    shape = shapely.from_wkb(blob[40:])
    assert isinstance(shape, Point)
    return shape


@pytest.fixture
def editable(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """Return a written file, opened as a GIS does: with the functions the triggers call."""
    path = tmp_path / "places.gpkg"
    write(path)
    functions: dict[str, Callable[[bytes], float]] = {
        "ST_IsEmpty": lambda blob: shape_of(blob).is_empty,
        "ST_MinX": lambda blob: shape_of(blob).x,
        "ST_MaxX": lambda blob: shape_of(blob).x,
        "ST_MinY": lambda blob: shape_of(blob).y,
        "ST_MaxY": lambda blob: shape_of(blob).y,
    }
    with closing(sqlite3.connect(path)) as db:
        for name, function in functions.items():
            db.create_function(name, 1, function)
        yield db


def index(db: sqlite3.Connection) -> list[tuple[int, float, float]]:
    return db.execute("SELECT id, minx, maxy FROM rtree_places_geom ORDER BY id").fetchall()


def test_triggers_keep_index_and_count_in_step(editable: sqlite3.Connection) -> None:
    blob = encode_geometry(Point(5, 6))
    editable.execute("INSERT INTO places (geom, name) VALUES (?, 'c')", (blob,))
    assert index(editable) == [(1, 0, 0), (2, 1, 1), (3, 5, 6)]
    editable.execute("UPDATE places SET geom = ? WHERE fid = 1", (blob,))
    assert index(editable) == [(1, 5, 6), (2, 1, 1), (3, 5, 6)]
    editable.execute("UPDATE places SET geom = NULL WHERE fid = 2")
    assert index(editable) == [(1, 5, 6), (3, 5, 6)]
    editable.execute("UPDATE places SET geom = ? WHERE fid = 2", (blob,))
    editable.execute("UPDATE places SET fid = 9 WHERE fid = 2")
    assert index(editable) == [(1, 5, 6), (3, 5, 6), (9, 5, 6)]
    editable.execute("DELETE FROM places WHERE fid = 3")
    assert index(editable) == [(1, 5, 6), (9, 5, 6)]
    assert editable.execute("SELECT feature_count FROM gpkg_ogr_contents").fetchall() == [(2,)]


def test_the_file_names_the_standard_triggers(editable: sqlite3.Connection) -> None:
    names = editable.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'rtree%'"
    ).fetchall()
    ends = ("insert", "update2", "update4", "update5", "update6", "update7", "delete")
    assert {name for (name,) in names} == {f"rtree_places_geom_{end}" for end in ends}
