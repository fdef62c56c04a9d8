"""A made city in a GeoPackage: buildings, streets and trees in any number, always the same."""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt

SRS = 2326
# The middle of the Hong Kong grid's area, in metres.
ORIGIN = (815_000.0, 825_000.0)
BUILDING_SPACING_M = 20.0
STREET_POINTS = 20
_BATCH = 20_000

FloatArray = npt.NDArray[np.float64]


def city_extent(buildings: int) -> tuple[float, float, float, float]:
    """Return xmin, ymin, xmax, ymax of a city of so many polygons, in metres."""
    x, y = ORIGIN
    side = float(np.sqrt(buildings)) * BUILDING_SPACING_M
    return x, y, x + side, y + side


def make_city(path: Path, buildings: int) -> Path:
    """Write a city of so many polygons, and a quarter each of lines and points."""
    side = np.sqrt(buildings) * BUILDING_SPACING_M
    rng = np.random.default_rng(20260101)
    path.unlink(missing_ok=True)
    with sqlite3.connect(path) as connection:
        _prepare(connection)
        _layer(connection, "buildings", "POLYGON", side, _buildings(buildings, rng))
        _layer(connection, "streets", "LINESTRING", side, _streets(buildings // 4, side, rng))
        _layer(connection, "trees", "POINT", side, _trees(buildings // 4, side, rng))
    connection.close()
    return path


def _prepare(connection: sqlite3.Connection) -> None:
    connection.executescript(
        """
        PRAGMA application_id = 0x47504B47; PRAGMA user_version = 10300;
        PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
        CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY,
            organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL,
            definition TEXT NOT NULL, description TEXT);
        CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT NOT NULL,
            identifier TEXT UNIQUE, description TEXT DEFAULT '', last_change DATETIME,
            min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER);
        CREATE TABLE gpkg_geometry_columns (table_name TEXT PRIMARY KEY, column_name TEXT,
            geometry_type_name TEXT, srs_id INTEGER, z TINYINT, m TINYINT);
        CREATE TABLE gpkg_extensions (table_name TEXT, column_name TEXT,
            extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL);
        """
    )
    from pyproj import CRS

    rows = [
        ("Undefined cartesian", -1, "NONE", -1, "undefined", None),
        ("Undefined geographic", 0, "NONE", 0, "undefined", None),
        ("WGS 84", 4326, "EPSG", 4326, CRS.from_epsg(4326).to_wkt("WKT1_GDAL"), None),
        ("Hong Kong 1980 Grid", SRS, "EPSG", SRS, CRS.from_epsg(SRS).to_wkt("WKT1_GDAL"), None),
    ]
    connection.executemany("INSERT INTO gpkg_spatial_ref_sys VALUES (?,?,?,?,?,?)", rows)


def _layer(
    connection: sqlite3.Connection,
    name: str,
    kind: str,
    side: float,
    features: Iterable[tuple[FloatArray, list[bytes]]],
) -> None:
    x, y = ORIGIN
    connection.execute(
        f"CREATE TABLE {name} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom BLOB, "
        "kind TEXT)"
    )
    connection.execute(
        "INSERT INTO gpkg_contents VALUES (?,'features',?,'','2026-01-01T00:00:00.000Z',?,?,?,?,?)",
        (name, name, x, y, x + side, y + side, SRS),
    )
    connection.execute(
        "INSERT INTO gpkg_geometry_columns VALUES (?,'geom',?,?,0,0)", (name, kind, SRS)
    )
    connection.execute(
        "INSERT INTO gpkg_extensions VALUES (?,'geom','gpkg_rtree_index',"
        "'http://www.geopackage.org/spec120/#extension_rtree','write-only')",
        (name,),
    )
    connection.execute(
        f"CREATE VIRTUAL TABLE rtree_{name}_geom USING rtree(id, minx, maxx, miny, maxy)"
    )
    _insert(connection, name, features)


def _insert(
    connection: sqlite3.Connection, name: str, features: Iterable[tuple[FloatArray, list[bytes]]]
) -> None:
    fid = 0
    for boxes, blobs in features:
        fids = range(fid + 1, fid + 1 + len(blobs))
        kinds = (("a", "b", "c", "d")[f % 4] for f in fids)
        connection.executemany(
            f"INSERT INTO {name} VALUES (?,?,?)", zip(fids, blobs, kinds, strict=True)
        )
        columns = zip(fids, *boxes.T.tolist(), strict=True)
        connection.executemany(f"INSERT INTO rtree_{name}_geom VALUES (?,?,?,?,?)", columns)
        fid += len(blobs)


def _blobs(wkb_head: bytes, xy: FloatArray) -> tuple[FloatArray, list[bytes]]:
    """Return the boxes (minx, maxx, miny, maxy) and blobs of (m, n, 2) vertices."""
    low, high = xy.min(axis=1), xy.max(axis=1)
    boxes = np.column_stack([low[:, 0], high[:, 0], low[:, 1], high[:, 1]])
    head = b"GP\x00\x03" + struct.pack("<i", SRS)
    envelopes = boxes.astype("<f8").tobytes()
    vertices = np.ascontiguousarray(xy, dtype="<f8").tobytes()
    step = xy.shape[1] * 16
    return boxes, [
        head + envelopes[n * 32 : n * 32 + 32] + wkb_head + vertices[n * step : n * step + step]
        for n in range(len(xy))
    ]


def _batches(count: int) -> Iterator[tuple[int, int]]:
    return ((start, min(start + _BATCH, count)) for start in range(0, count, _BATCH))


def _buildings(count: int, rng: np.random.Generator) -> Iterator[tuple[FloatArray, list[bytes]]]:
    """Yield rectangles with a notch, in rows of blocks that are turned a little."""
    row_length = int(np.sqrt(count))
    corners = np.array([(-1, -1), (1, -1), (1, 0.3), (0.2, 0.3), (0.2, 1), (-1, 1), (-1, -1)])
    head = b"\x01" + struct.pack("<III", 3, 1, len(corners))
    for start, end in _batches(count):
        number = np.arange(start, end)
        column, row = number % row_length, number // row_length
        center = np.column_stack([column, row]) * BUILDING_SPACING_M + ORIGIN
        center = center + BUILDING_SPACING_M / 2 + rng.uniform(-2, 2, (len(number), 2))
        angle = 0.6 * np.sin(column // 40 * 1.7) + 0.6 * np.cos(row // 40 * 1.3)
        half = rng.uniform(4, 8, (len(number), 1, 2))
        turned = _turned(corners[None] * half, angle)
        yield _blobs(head, turned + center[:, None])


def _turned(xy: FloatArray, angle: FloatArray) -> FloatArray:
    cos, sin = np.cos(angle)[:, None], np.sin(angle)[:, None]
    return np.stack([xy[..., 0] * cos - xy[..., 1] * sin, xy[..., 0] * sin + xy[..., 1] * cos], -1)


def _streets(
    count: int, side: float, rng: np.random.Generator
) -> Iterator[tuple[FloatArray, list[bytes]]]:
    head = b"\x01" + struct.pack("<II", 2, STREET_POINTS)
    for start, end in _batches(count):
        size = end - start
        begin = rng.uniform(0, side, (size, 1, 2)) + ORIGIN
        heading = rng.choice([0.0, np.pi / 2], (size, 1)) + rng.normal(0, 0.1, (size, 1))
        heading = heading + np.cumsum(rng.normal(0, 0.05, (size, STREET_POINTS)), axis=1)
        steps = np.stack([np.cos(heading), np.sin(heading)], -1) * 9.0
        yield _blobs(head, begin + np.cumsum(steps, axis=1))


def _trees(
    count: int, side: float, rng: np.random.Generator
) -> Iterator[tuple[FloatArray, list[bytes]]]:
    head = b"\x01" + struct.pack("<I", 1)
    for start, end in _batches(count):
        yield _blobs(head, rng.uniform(0, side, (end - start, 1, 2)) + ORIGIN)
