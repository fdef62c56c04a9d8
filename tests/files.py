"""Small GeoPackages, whole and faulty, written without the code under test."""

import os
import sqlite3
import struct
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path

import shapely
from shapely import Point
from shapely.geometry.base import BaseGeometry

Rows = Iterable[tuple[BaseGeometry | bytes | None, str | bytes | None]]

_SCHEMA = """
PRAGMA application_id = 1196444487;
PRAGMA user_version = 10400;
CREATE TABLE gpkg_spatial_ref_sys (
    srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
    organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
INSERT INTO gpkg_spatial_ref_sys VALUES
    ('WGS 84', 4326, 'EPSG', 4326, 'undefined', ''),
    ('HK 1980 Grid', 2326, 'EPSG', 2326, 'undefined', ''),
    ('Undefined', 0, 'NONE', 0, 'undefined', '');
CREATE TABLE gpkg_contents (
    table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT,
    description TEXT DEFAULT '', last_change DATETIME, min_x DOUBLE, min_y DOUBLE,
    max_x DOUBLE, max_y DOUBLE, srs_id INTEGER);
CREATE TABLE gpkg_geometry_columns (
    table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
    srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL);
"""
LIVE_ROWS = 20


def encoded(shape: BaseGeometry | None, srs_id: int = 4326) -> bytes | None:
    """A GeoPackage geometry blob without an envelope."""
    if shape is None:
        return None
    return b"GP\x00\x01" + struct.pack("<i", srs_id) + shapely.to_wkb(shape)


def points(count: int, start: int = 0) -> list[tuple[Point, str]]:
    """Named points in a row, a few metres apart, in the Hetao zone."""
    numbers = range(start, start + count)
    return [(Point(114.05 + n / 10_000, 22.51), f"place {n}") for n in numbers]


def write_geopackage(path: Path, **layers: Rows) -> Path:
    """Write a file with layers of (shape, name) rows in WGS 84; a shape may be a raw blob."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous=off")
        connection.executescript(_SCHEMA)
        for name, rows in layers.items():
            add_layer(connection, name, rows)
    return path


def add_layer(
    connection: sqlite3.Connection, name: str, rows: Rows = (), srs_id: int = 4326
) -> None:
    table = _quoted(name)
    connection.execute(f"CREATE TABLE {table} (fid INTEGER PRIMARY KEY, geom BLOB, name TEXT)")
    register(connection, name, srs_id)
    insert(connection, name, rows)


def register(connection: sqlite3.Connection, name: str, srs_id: int = 4326) -> None:
    connection.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) "
        "VALUES (?, 'features', ?, ?)",
        (name, name.title(), srs_id),
    )
    connection.execute(
        "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', 'GEOMETRY', ?, 0, 0)", (name, srs_id)
    )


def insert(connection: sqlite3.Connection, name: str, rows: Rows) -> None:
    connection.executemany(
        f"INSERT INTO {_quoted(name)} (geom, name) VALUES (?, ?)",
        [(shape if isinstance(shape, bytes) else encoded(shape), text) for shape, text in rows],
    )


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def execute(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def write_with_live_log(path: Path) -> sqlite3.Connection:
    """Write ten rows to the file and ten more to the log of a writer that is still at work."""
    write_geopackage(path, places=points(10))
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("PRAGMA journal_mode=wal")
    writer.execute("PRAGMA wal_autocheckpoint=0")
    insert(writer, "places", points(10, start=10))
    return writer


def write_with_hot_journal(path: Path) -> None:
    """Write ten rows; a writer that renamed them all died before it had finished."""
    working = path.with_name("working")
    working.mkdir()
    source = write_geopackage(working / path.name, places=points(10))
    with closing(sqlite3.connect(source, isolation_level=None)) as writer:
        writer.execute("PRAGMA cache_size=1")
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("UPDATE places SET name = hex(zeroblob(3000))")
        for ending in ("", "-journal"):
            name = path.name + ending
            path.with_name(name).write_bytes((working / name).read_bytes())
        writer.execute("ROLLBACK")
    source.unlink()
    working.rmdir()


def write_with_named_super_journal(path: Path, named: Path) -> None:
    """Write a file with a hot journal whose end names another file as its super-journal.

    The record at the end: page number, name, length, checksum, magic (SQLite, pager.c).
    """
    write_with_hot_journal(path)
    name = bytes(str(named), "utf-8")
    record = struct.pack(">I", 0x40000000 // 4096 + 1) + name
    record += struct.pack(">II", len(name), sum(name) % 2**32) + bytes.fromhex("d9d505f920a163d7")
    with path.with_name(path.name + "-journal").open("ab") as journal:
        journal.write(record)


def _text(path: Path) -> None:
    path.write_text("This is no database.\n" * 50, encoding="utf-8")


def _empty(path: Path) -> None:
    path.touch()


def _folder(path: Path) -> None:
    path.mkdir()


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _cut_short(path: Path) -> None:
    write_geopackage(path, places=points(500))
    path.write_bytes(path.read_bytes()[:9000])


def _overwritten(path: Path) -> None:
    content = bytearray(write_geopackage(path, places=points(500)).read_bytes())
    content[100:6000] = b"\xa5" * 5900
    path.write_bytes(content)


def _plain_sqlite(path: Path) -> None:
    execute(path, "CREATE TABLE notes (text TEXT)")


def _no_layers(path: Path) -> None:
    write_geopackage(path)


def _endless_view(path: Path) -> None:
    write_geopackage(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(
            "CREATE VIEW numbers AS WITH RECURSIVE n(x) AS "
            "(SELECT 1 UNION ALL SELECT x + 1 FROM n) "
            "SELECT x AS fid, zeroblob(4000) AS geom FROM n"
        )
        register(connection, "numbers")


UNREADABLE: dict[str, Callable[[Path], None]] = {
    "text named .gpkg": _text,
    "empty": _empty,
    "a folder": _folder,
    "a named pipe": _pipe,
    "cut short": _cut_short,
    "overwritten": _overwritten,
    "plain SQLite": _plain_sqlite,
    "no layers": _no_layers,
    "an endless view": _endless_view,
}


def everything_in(folder: Path) -> dict[str, bytes | None]:
    """The content of each file below a folder by its name, None for what is no file."""
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None
        for path in folder.rglob("*")
    }
