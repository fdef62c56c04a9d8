"""Small tile sets, whole and faulty, written without the code under test."""

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path

import numpy as np
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter

from tests.files import write_geopackage

HALF_WORLD_M = 20037508.342789244
# Column and row, from the north, of a tile of zoom 14 in the Hetao zone.
ZOOM, COLUMN, ROW = 14, 13382, 7139
Tile = tuple[int, int, int, object]
"""zoom, column, row from the north, what is stored"""


def picture(colour: str | QImage = "red", kind: str = "png", side: int = 256) -> bytes:
    """A tile of one colour, or of an image."""
    image = colour if isinstance(colour, QImage) else QImage(side, side, QImage.Format.Format_RGB32)
    if not isinstance(colour, QImage):
        image.fill(QColor(colour))
    # Without this the bytes depend on whether there is a screen.
    image.setDotsPerMeterX(3780)
    image.setDotsPerMeterY(3780)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, QByteArray(kind.encode())).write(image)
    return bytes(buffer.data().data())


def checkerboard(side: int = 256, field: int = 32) -> QImage:
    """Dark and light fields, the upper left one dark."""
    image = QImage(side, side, QImage.Format.Format_RGB32)
    place = np.arange(side) // field
    light = (place[:, None] + place[None, :]) % 2 == 1
    colours = np.where(light, QColor(240, 200, 60).rgb(), QColor(20, 60, 140).rgb())
    np.frombuffer(image.bits(), np.uint32).reshape(side, side)[:] = colours
    return image


def block_of(
    make: Callable[[int, int], object], columns: range, rows: range, zoom: int = ZOOM
) -> list[Tile]:
    return [(zoom, c, r, make(c, r)) for c in columns for r in rows]


def around(blob: object, zoom: int = ZOOM, reach: int = 2) -> list[Tile]:
    """The same tile all over the zone."""
    factor = 2 ** (zoom - ZOOM)
    column, row = int(COLUMN * factor), int(ROW * factor)
    columns = range(column - reach, column + reach + 1)
    return block_of(lambda _c, _r: blob, columns, range(row - reach, row + reach + 1), zoom)


def write_mbtiles(
    path: Path, tiles: Iterable[Tile], index: bool = True, **metadata: object
) -> Path:
    """Rows are stored as MBTiles wants them, from the south."""
    said = {"name": "Tiles", "format": "png"} | metadata
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("CREATE TABLE metadata (name text, value text)")
        connection.execute(
            "CREATE TABLE tiles (zoom_level integer, tile_column integer, tile_row integer, "
            "tile_data blob)"
        )
        if index:
            connection.execute(
                "CREATE UNIQUE INDEX tile_index ON tiles (zoom_level, tile_column, tile_row)"
            )
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO metadata VALUES (?, ?)", said.items())
        connection.executemany(
            "INSERT INTO tiles VALUES (?, ?, ?, ?)",
            ((z, c, 2**z - 1 - r, blob) for z, c, r, blob in tiles),
        )
        connection.execute("COMMIT")
    return path


_TILE_LISTS = """
CREATE TABLE gpkg_tile_matrix_set (table_name TEXT PRIMARY KEY, srs_id INTEGER,
    min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE);
CREATE TABLE gpkg_tile_matrix (table_name TEXT, zoom_level INTEGER, matrix_width INTEGER,
    matrix_height INTEGER, tile_width INTEGER, tile_height INTEGER,
    pixel_x_size DOUBLE, pixel_y_size DOUBLE);
INSERT OR IGNORE INTO gpkg_spatial_ref_sys VALUES
    ('Web Mercator', 3857, 'EPSG', 3857, 'undefined', '');
"""
Matrix = tuple[object, object, object, object, object, object, object]
"""zoom, columns, rows, tile width, tile height, pixel x, pixel y"""


def write_tile_table(
    path: Path,
    tiles: Iterable[Tile],
    matrices: Iterable[Matrix],
    box: tuple[float, float, float, float],
    srs_id: int = 3857,
    table: str = "pictures",
    covered: tuple[float, float, float, float] | None = None,
) -> Path:
    """Add a table of tiles to a GeoPackage; rows are stored from the north."""
    if not path.exists():
        write_geopackage(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript(_TILE_LISTS)
        connection.execute(
            f"CREATE TABLE {table} (id INTEGER PRIMARY KEY, zoom_level INTEGER, "
            "tile_column INTEGER, tile_row INTEGER, tile_data BLOB, "
            "UNIQUE (zoom_level, tile_column, tile_row))"
        )
        connection.execute(
            "INSERT INTO gpkg_contents VALUES (?, 'tiles', ?, '', '', ?, ?, ?, ?, ?)",
            (table, table.title(), *(covered or box), srs_id),
        )
        connection.execute(
            "INSERT INTO gpkg_tile_matrix_set VALUES (?, ?, ?, ?, ?, ?)", (table, srs_id, *box)
        )
        connection.executemany(
            "INSERT INTO gpkg_tile_matrix VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [(table, *matrix) for matrix in matrices],
        )
        connection.executemany(
            f"INSERT INTO {table} (zoom_level, tile_column, tile_row, tile_data) "
            "VALUES (?, ?, ?, ?)",
            tiles,
        )
    return path
