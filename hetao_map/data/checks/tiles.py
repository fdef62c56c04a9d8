"""Picture tiles: MBTiles as a whole, and the tile tables of a GeoPackage.

Sources: MBTiles 1.3; OGC 12-128r19, GeoPackage 1.4, section 2.2.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import isclose

from hetao_map.data.checks.collector import Collector
from hetao_map.data.checks.subject import Row, Subject, as_text
from hetao_map.data.connection import quoted, rows
from hetao_map.data.contents import extent_of
from hetao_map.data.tiles.matrices import level_of
from hetao_map.data.tiles.mbtiles import (
    MOST_ZOOM,
    TABLES,
    VECTOR_FORMATS,
    bounds_of,
    metadata_of,
)
from hetao_map.data.tiles.source import MAX_TILE_BYTES
from hetao_map.geometry.extent import Extent
from hetao_map.model.pictures import picture_kind
from hetao_map.text import findings as texts

_NEEDED, _WISHED = ("name", "format"), ("bounds", "minzoom", "maxzoom", "attribution")
_SIDES = ("min_x", "min_y", "max_x", "max_y")
# So many tiles of each table are looked at.
_SAMPLE = 500


def is_mbtiles(subject: Subject) -> bool:
    """Tell whether the file is a tile set and no GeoPackage."""
    return subject.kinds.keys() >= TABLES and not subject.has("gpkg_contents")


def check_mbtiles(subject: Subject, collector: Collector) -> None:
    """Find what is missing or wrong in the metadata, and tiles that are no pictures."""
    with collector.reading("metadata", is_view=subject.kinds["metadata"] == "view"):
        metadata = metadata_of(subject.connection)
        for name in _NEEDED:
            if not metadata.get(name):
                collector.error("metadata", None, texts.METADATA_MISSING, name=name)
        for name in _WISHED:
            if not metadata.get(name):
                collector.warning("metadata", None, texts.METADATA_MISSING, name=name)
        if metadata.get("bounds") and bounds_of(metadata) is None:
            values = {"name": "bounds", "text": metadata["bounds"]}
            collector.error("metadata", None, texts.METADATA_WRONG, **values)
        with collector.reading("tiles", is_view=subject.kinds["tiles"] == "view"):
            _check_zooms(subject, metadata, collector)
        if metadata.get("format", "").strip().lower() in VECTOR_FORMATS:
            return
    with collector.reading("tiles", is_view=subject.kinds["tiles"] == "view"):
        _check_pictures(subject, "tiles", collector)


def _check_zooms(subject: Subject, metadata: dict[str, str], collector: Collector) -> None:
    zooms = _zooms(subject, "tiles")
    said = "–".join(metadata.get(name, "").strip() for name in ("minzoom", "maxzoom"))
    whole = [zoom for zoom in zooms if isinstance(zoom, int) and 0 <= zoom <= MOST_ZOOM]
    found = f"{min(whole)}–{max(whole)}" if whole else "–"
    if said not in ("–", found):
        collector.warning("metadata", None, texts.ZOOM_DIFFERS, said=said, found=found)


def check_tile_tables(subject: Subject, collector: Collector) -> None:
    """Find grids that contradict themselves, and tiles that are no pictures."""
    for name in subject.listed("tiles"):
        with collector.reading(name, is_view=subject.kinds[name] == "view"):
            _check_grid(subject, name, collector)
            _check_pictures(subject, name, collector)


def _check_grid(subject: Subject, table: str, collector: Collector) -> None:
    whole = next((extent_of(row.get(s) for s in _SIDES) for row in _of(subject, _SET, table)), None)
    if whole is None:
        collector.error(table, None, texts.MATRIX_SET_MISSING)
    matrices = list(_of(subject, "gpkg_tile_matrix", table))
    for row in matrices:
        _check_matrix(row, whole, table, collector)
    described = {row.get("zoom_level") for row in matrices}
    for zoom in _zooms(subject, table):
        if zoom not in described:
            collector.error(table, None, texts.ZOOM_WITHOUT_MATRIX, zoom=zoom)


_SET = "gpkg_tile_matrix_set"


def _of(subject: Subject, name: str, table: str) -> Iterable[Row]:
    return (row for row in subject.rows_of(name) if as_text(row.get("table_name")) == table)


def _check_matrix(row: Row, whole: Extent | None, table: str, collector: Collector) -> None:
    level = level_of(row)
    if level is None:
        collector.error(table, None, texts.MATRIX_WRONG, zoom=row.get("zoom_level"))
        return
    size = (
        level.columns * level.tile_px[0] * level.pixel[0],
        level.rows * level.tile_px[1] * level.pixel[1],
    )
    same = whole is None or all(
        isclose(mine, said, rel_tol=1e-3)
        for mine, said in zip(size, (whole.width, whole.height), strict=True)
    )
    if not same:
        collector.warning(table, None, texts.MATRIX_DIFFERS, zoom=level.zoom)


def _zooms(subject: Subject, table: str) -> list[object]:
    sql = f"SELECT DISTINCT zoom_level FROM {quoted(table)} LIMIT 100"  # noqa: S608
    return [row[0] for row in subject.connection.execute(sql)]


def _check_pictures(subject: Subject, table: str, collector: Collector) -> None:
    """Look at the beginning of a sample of tiles."""
    sql = (
        f"SELECT zoom_level, tile_column, tile_row, typeof(tile_data) = 'blob' AND "  # noqa: S608
        f"length(tile_data) <= {MAX_TILE_BYTES} AS sound, substr(tile_data, 1, 16) AS head "
        f"FROM {quoted(table)} LIMIT {_SAMPLE}"
    )
    found = rows(subject.connection, sql)
    bad = [row for row in found if not (row["sound"] and _is_picture(row["head"]))]
    if bad:
        zoom, column, row = (bad[0][name] for name in ("zoom_level", "tile_column", "tile_row"))
        values = {"all": len(found), "n": len(bad), "zoom": zoom, "column": column, "row": row}
        collector.error(table, None, texts.TILES_NO_PICTURES, **values)


def _is_picture(head: object) -> bool:
    return isinstance(head, bytes) and bool(picture_kind(head))
