"""Parts of which the faulty files are made."""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from shapely import Point
from shapely.geometry.base import BaseGeometry

from tests.files import Rows, add_layer, encoded, points, register, write_geopackage

SIZED = "fid INTEGER PRIMARY KEY, geom BLOB, name TEXT"


@contextmanager
def database(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that commits each statement."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous=off")
        yield connection


def sound(path: Path, count: int = 8) -> Path:
    """A file with a layer called places, without a fault."""
    return write_geopackage(path, places=points(count))


def altered(path: Path, *statements: str) -> Path:
    """A sound file after some statements."""
    with database(sound(path)) as db:
        for statement in statements:
            db.execute(statement)
    return path


def holding(path: Path, *shapes: BaseGeometry | bytes | None, kind: str = "GEOMETRY") -> Path:
    """A file whose layer things holds shapes or blobs, with a declared type."""
    write_geopackage(path, things=[(shape, f"thing {n}") for n, shape in enumerate(shapes)])
    with database(path) as db:
        db.execute("UPDATE gpkg_geometry_columns SET geometry_type_name = ?", (kind,))
    return path


def blob(wkb: bytes, flags: int = 1, srs_id: int = 4326) -> bytes:
    """A GeoPackage geometry of any bytes."""
    return b"GP\x00" + bytes([flags]) + struct.pack("<i", srs_id) + wkb


def with_table(path: Path, columns: str, rows: Rows = (), name: str = "odd") -> Path:
    """A file with a table of given columns, registered as a layer."""
    write_geopackage(path)
    with database(path) as db:
        db.execute(f'CREATE TABLE "{name}" ({columns}')
        register(db, name)
    return path


def with_view(path: Path, select: str, name: str = "seen") -> Path:
    """A sound file with a view beside its layer, registered as a layer too."""
    with database(sound(path)) as db:
        db.execute(f'CREATE VIEW "{name}" AS {select}')
        register(db, name)
    return path


def many(path: Path, count: int, kind: str = "POINT") -> Path:
    """A file with so many points, and an index as GDAL makes it."""
    write_geopackage(path)
    with database(path) as db:
        db.execute("BEGIN")
        add_layer(db, "places")
        insert = "INSERT INTO places (geom, name) VALUES (?, ?)"
        shapes = [Point(114 + n % 300 / 1000, 22.4 + n // 300 / 1000) for n in range(count)]
        db.executemany(insert, [(encoded(p), f"p{n}") for n, p in enumerate(shapes)])
        db.execute("UPDATE gpkg_geometry_columns SET geometry_type_name = ?", (kind,))
        db.execute("CREATE VIRTUAL TABLE rtree_places_geom USING rtree(id, minx, maxx, miny, maxy)")
        db.executemany(
            "INSERT INTO rtree_places_geom VALUES (?, ?, ?, ?, ?)",
            [(n, p.x, p.x, p.y, p.y) for n, p in enumerate(shapes, 1)],
        )
        db.execute("COMMIT")
    return path
