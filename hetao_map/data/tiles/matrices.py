"""Tile tables of a GeoPackage: grid and extent.

Source: OGC 12-128r19, GeoPackage 1.4, section 2.2.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import isfinite
from pathlib import Path

from hetao_map.data.connection import Connection, rows
from hetao_map.data.contents import TileEntry, extent_of
from hetao_map.data.tiles.raw import RawTiles, spec_of_tiles
from hetao_map.data.tiles.source import FileTiles, check_not_copied
from hetao_map.geometry.extent import Extent
from hetao_map.model.tiles import TileGrid, TileLevel
from hetao_map.text.localized import same

MOST_SIDE = 2**31
MOST_TILE_PX = 4096


def read_tile_table(connection: Connection, entry: TileEntry, path: Path, crs: str) -> RawTiles:
    """Return what the file says of a tile table. Raises ValueError for one without a usable grid.

    Raises InputError where it could be read from a copy only, and sqlite3.Error.
    """
    check_not_copied(path)
    sql = "SELECT * FROM gpkg_tile_matrix_set WHERE lower(table_name) = lower(?)"
    whole = next(filter(None, map(_extent, rows(connection, sql, entry.name))), None)
    levels = _levels(connection, entry.name)
    if whole is None or not levels:
        raise ValueError("its tile matrix set makes no sense")
    grid = TileGrid(crs, (whole.xmin, whole.ymax), levels)
    covered = entry.extent.clipped(whole) if entry.extent else None
    spec = spec_of_tiles(entry.name, same(entry.title or entry.name), same(entry.description))
    extent = covered or whole
    return RawTiles(spec, grid, FileTiles(path, entry.name), extent, extent)


def _levels(connection: Connection, table: str) -> tuple[TileLevel, ...]:
    """Return the levels whose figures can be true, the coarsest first, each pixel size once."""
    sql = "SELECT * FROM gpkg_tile_matrix WHERE lower(table_name) = lower(?)"
    found = filter(None, map(level_of, rows(connection, sql, table)))
    return tuple(_by_size(found))


def _by_size(levels: Iterable[TileLevel]) -> list[TileLevel]:
    by_zoom = {level.zoom: level for level in levels}
    return sorted(by_zoom.values(), key=lambda level: (-level.pixel[0], level.zoom))


def level_of(row: dict[str, object]) -> TileLevel | None:
    """Return the level of a row of gpkg_tile_matrix, None for figures that cannot be true."""
    zoom, columns, rows_, width, height = (
        row.get(name)
        for name in ("zoom_level", "matrix_width", "matrix_height", "tile_width", "tile_height")
    )
    pixel = _number(row.get("pixel_x_size")), _number(row.get("pixel_y_size"))
    if not isinstance(zoom, int) or not all(0 < side < MOST_SIDE for side in pixel):
        return None
    if not (_count(columns, MOST_SIDE) and _count(rows_, MOST_SIDE)):
        return None
    if not (_count(width, MOST_TILE_PX) and _count(height, MOST_TILE_PX)):
        return None
    return TileLevel(zoom, _int(columns), _int(rows_), (_int(width), _int(height)), pixel)


def _int(value: object) -> int:
    return value if isinstance(value, int) else 0


def _count(value: object, most: int) -> bool:
    return 0 < _int(value) <= most


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) and isfinite(value) else 0.0


def _extent(row: dict[str, object]) -> Extent | None:
    return extent_of(row.get(name) for name in ("min_x", "min_y", "max_x", "max_y"))
