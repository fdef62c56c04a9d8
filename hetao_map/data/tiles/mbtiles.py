"""MBTiles: metadata and grid. Source: MBTiles 1.3 (github.com/mapbox/mbtiles-spec).

Tiles are those of Web Mercator, 2^zoom a side; rows count from the south.
"""

from __future__ import annotations

import sqlite3
from contextlib import AbstractContextManager, nullcontext
from html.parser import HTMLParser
from math import isfinite
from pathlib import Path

from hetao_map.data.connection import Connection, stored, table_rows
from hetao_map.data.tiles.raw import RawTiles, spec_of_tiles
from hetao_map.data.tiles.source import MAX_TILE_BYTES, FileTiles, check_not_copied
from hetao_map.geometry.extent import Extent
from hetao_map.geometry.projection import USABLE_AREA, WEB_MERCATOR, extent_between
from hetao_map.model.errors import InputError
from hetao_map.model.pictures import picture_kind, picture_size
from hetao_map.model.tiles import TileGrid, TileLevel
from hetao_map.text import messages
from hetao_map.text.localized import same
from hetao_map.text.plain import plain

TABLES = frozenset({"metadata", "tiles"})
MOST_ZOOM = 30
# Half the side of the square of Web Mercator, in metres.
HALF_WORLD_M = 20037508.342789244
_WORLD = Extent(-HALF_WORLD_M, -HALF_WORLD_M, HALF_WORLD_M, HALF_WORLD_M)
_CRS = f"EPSG:{WEB_MERCATOR}"
_USUAL_PX, _MOST_PX = 256, 4096
_SAMPLE = 8
_NAME_LENGTH, _ATTRIBUTION_LENGTH = 120, 300
VECTOR_FORMATS = ("pbf", "mvt", "application/vnd.mapbox-vector-tile", "application/x-protobuf")


def read_mbtiles(connection: Connection, path: Path) -> RawTiles:
    """Return what the file says of its tiles. Raises InputError when they are no pictures."""
    check_not_copied(path)
    metadata = metadata_of(connection)
    if metadata.get("format", "").strip().lower() in VECTOR_FORMATS:
        raise InputError(messages.VECTOR_TILES, path=path)
    zooms = _zooms(connection, metadata)
    if not zooms:
        raise InputError(messages.NO_TILES, path=path)
    side = _side(_sample(connection, zooms[-1]), path)
    grid = TileGrid(
        _CRS, (-HALF_WORLD_M, HALF_WORLD_M), tuple(_level(zoom, side) for zoom in zooms)
    )
    title = plain(metadata.get("name"))[:_NAME_LENGTH].strip() or path.name
    spec = spec_of_tiles(path.stem, same(title), same(plain(metadata.get("description"))))
    bounds = bounds_of(metadata)
    return RawTiles(
        spec,
        grid,
        FileTiles(path, "tiles", bottom_up=True),
        bounds or _measured(connection, grid.levels[-1]),
        bounds or _WORLD,
        text_of_html(metadata.get("attribution", ""))[:_ATTRIBUTION_LENGTH],
    )


def metadata_of(connection: sqlite3.Connection) -> dict[str, str]:
    """Return what the table metadata says, by name in small letters."""
    rows = table_rows(connection, "metadata")
    return {str(row.get("name")).strip().lower(): str(row.get("value") or "") for row in rows}


def _brief(connection: Connection) -> AbstractContextManager[None]:
    """Return what keeps a question short: of a view, or of a table without an index."""
    return connection.for_a_view()


def _zooms(connection: Connection, metadata: dict[str, str]) -> list[int]:
    """Return the zoom levels that have tiles, in order; as announced where to look is too slow."""
    found: list[int] = []
    sql = "SELECT min(zoom_level) FROM tiles WHERE zoom_level > ?"
    try:
        with _brief(connection):
            zoom = -1
            while zoom < MOST_ZOOM:
                (zoom,) = connection.execute(sql, (zoom,)).fetchone()
                if not isinstance(zoom, int) or zoom > MOST_ZOOM:
                    break
                found.append(zoom)
    except TimeoutError:
        said = [metadata.get(name, "") for name in ("minzoom", "maxzoom")]
        if not all(text.isdecimal() and int(text) <= MOST_ZOOM for text in said):
            raise
        return list(range(int(said[0]), int(said[1]) + 1))
    return found


def _level(zoom: int, side: int) -> TileLevel:
    across = 2**zoom
    pixel = 2 * HALF_WORLD_M / (across * side)
    return TileLevel(zoom, across, across, (side, side), (pixel, pixel))


def _sample(connection: Connection, zoom: int) -> list[object]:
    sql = (
        f"SELECT CASE WHEN length(tile_data) <= {MAX_TILE_BYTES} THEN tile_data END "  # noqa: S608
        f"FROM tiles WHERE zoom_level = ? LIMIT {_SAMPLE}"
    )
    is_view = not stored(connection, "tiles")
    with connection.for_a_view() if is_view else nullcontext():
        return [row[0] for row in connection.execute(sql, (zoom,))]


def _side(sample: list[object], path: Path) -> int:
    """Return the pixels of a tile's side. Raises InputError for tiles that are no pictures."""
    blobs = [blob for blob in sample if isinstance(blob, bytes)]
    pictures = [blob for blob in blobs if picture_kind(blob)]
    if not pictures:
        zipped = any(blob[:2] in (b"\x1f\x8b", b"\x78\x9c") for blob in blobs)
        raise InputError(messages.VECTOR_TILES if zipped else messages.NO_PICTURES, path=path)
    width, height = picture_size(pictures[0])
    return width if width == height and 1 < width <= _MOST_PX else _USUAL_PX


def bounds_of(metadata: dict[str, str]) -> Extent | None:
    """Return the bounds that the file announces in Web Mercator, None for none that can be."""
    try:
        west, south, east, north = (float(part) for part in metadata["bounds"].split(","))
    except (KeyError, ValueError):
        return None
    if not all(map(isfinite, (west, south, east, north))):
        return None
    area = Extent(west, south, east, north).clipped(USABLE_AREA[WEB_MERCATOR])
    return extent_between(area, "EPSG:4326", _CRS) if area else None


def _measured(connection: Connection, level: TileLevel) -> Extent:
    """Return what the tiles of a level cover; the world where to look is too slow."""
    sql = (
        "SELECT min(tile_column), max(tile_column), min(tile_row), max(tile_row) "
        "FROM tiles WHERE zoom_level = ?"
    )
    try:
        with _brief(connection):
            found = connection.execute(sql, (level.zoom,)).fetchone()
    except (TimeoutError, sqlite3.DataError):
        return _WORLD
    if not all(isinstance(value, int) and 0 <= value < level.columns for value in found):
        return _WORLD
    side = 2 * HALF_WORLD_M / level.columns
    left, right, bottom, top = found
    covered = (left * side, bottom * side, (right + 1) * side, (top + 1) * side)
    return Extent(*(value - HALF_WORLD_M for value in covered))


class _Words(HTMLParser):
    """Gathers the text of a piece of HTML; nothing of it is shown as HTML."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._hidden = False

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        self._hidden = tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002
        self._hidden = False

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.parts.append(data)


def text_of_html(html: str) -> str:
    """Return the words of a piece of HTML on one line."""
    words = _Words()
    words.feed(html[:20_000])
    words.close()
    return " ".join(plain("".join(words.parts)).split())
