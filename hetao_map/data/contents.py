"""What a GeoPackage says that it holds: features, pictures, and what is not for this map."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from math import isfinite

from hetao_map.data.connection import quoted, table_names, table_rows
from hetao_map.geometry.extent import Extent
from hetao_map.text.plain import plain

_OWN_TABLES = frozenset({"layer_styles", "layer_setting", "layer_preset"})
_OTHER_TILES = ("2d-gridded-coverage", "vector-tiles")
_GEOMETRY_TYPES = (
    "GEOMETRY", "POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON",
    "GEOMETRYCOLLECTION", "CURVE", "SURFACE", "CIRCULARSTRING", "COMPOUNDCURVE", "CURVEPOLYGON",
    "MULTICURVE", "MULTISURFACE",
)  # fmt: skip


@dataclass(frozen=True)
class Entry:
    """A feature table as gpkg_contents and gpkg_geometry_columns name it."""

    name: str
    geometry_column: str
    geometry_type: str
    srs_id: int
    title: str
    description: str


@dataclass(frozen=True)
class TileEntry:
    """A table of picture tiles as gpkg_contents names it; extent is in its own CRS."""

    name: str
    srs_id: int
    title: str
    description: str
    extent: Extent | None


@dataclass(frozen=True)
class Contents:
    """The tables of features and pictures that exist, in the order of gpkg_contents.

    missing names those that are only announced, other_tiles those of heights and vectors, tables
    those without geometry.
    """

    entries: tuple[Entry, ...]
    pictures: tuple[TileEntry, ...]
    missing: tuple[str, ...]
    other_tiles: tuple[str, ...]
    tables: tuple[str, ...]


def read_contents(connection: sqlite3.Connection) -> Contents:
    """Return what the file lists; SQLite does not tell capital letters in names from small ones."""
    there = {name.casefold(): name for name in table_names(connection)}
    contents = {_name(row): row for row in table_rows(connection, "gpkg_contents")}
    geometry = {_name(row): row for row in reversed(table_rows(connection, _GEOMETRY))}
    by_type: dict[str, list[str]] = {}
    for name in dict.fromkeys([*contents, *reversed(geometry)]):
        kind = _kind(contents.get(name, {}), name in geometry)
        known = contents.get(name) or geometry[name]
        by_type.setdefault(kind, []).append(str(known.get("table_name")))
    features = by_type.get("features", [])
    entries = [
        _entry(there[key], contents.get(key, {}), geometry.get(key, {}))
        for key in map(str.casefold, features)
        if key in there
    ]
    pictures = by_type.get("tiles", [])
    return Contents(
        tuple(entries),
        tuple(
            _tile_entry(there[key], contents.get(key, {}))
            for key in map(str.casefold, pictures)
            if key in there
        ),
        tuple(name for name in (*features, *pictures) if name.casefold() not in there),
        tuple(by_type.get("other tiles", ())),
        tuple(n for n in by_type.get("attributes", ()) if n.casefold() not in _OWN_TABLES),
    )


_GEOMETRY = "gpkg_geometry_columns"


def _name(row: dict[str, object]) -> str:
    return str(row.get("table_name")).casefold()


def _kind(content: dict[str, object], has_geometry: bool) -> str:
    said = str(content.get("data_type") or "").strip().casefold()
    if said == "tiles":
        return said
    if said in _OTHER_TILES:
        return "other tiles"
    # A list that names its geometry column makes a feature table of one that is not listed.
    return "features" if said == "features" or (has_geometry and not said) else "attributes"


def _entry(name: str, content: dict[str, object], geometry: dict[str, object]) -> Entry:
    srs = geometry.get("srs_id", content.get("srs_id"))
    return Entry(
        name=name,
        geometry_column=str(geometry.get("column_name") or ""),
        geometry_type=plain(geometry.get("geometry_type_name")).upper() or "GEOMETRY",
        srs_id=srs if isinstance(srs, int) else -1,
        title=plain(content.get("identifier")),
        description=plain(content.get("description")),
    )


def _tile_entry(name: str, content: dict[str, object]) -> TileEntry:
    srs = content.get("srs_id")
    return TileEntry(
        name=name,
        srs_id=srs if isinstance(srs, int) else -1,
        title=plain(content.get("identifier")),
        description=plain(content.get("description")),
        extent=extent_of(content.get(side) for side in ("min_x", "min_y", "max_x", "max_y")),
    )


def extent_of(values: Iterable[object]) -> Extent | None:
    """Return the extent of four numbers, None where they are none or enclose nothing."""
    numbers = [float(v) for v in values if isinstance(v, int | float) and isfinite(v)]
    if len(numbers) != 4:
        return None
    box = Extent(*numbers)
    return box if box.xmin < box.xmax and box.ymin < box.ymax else None


@dataclass(frozen=True)
class TableColumn:
    """A column of a table as it is declared."""

    name: str
    declared_type: str
    key: int


def columns_of_table(connection: sqlite3.Connection, table: str) -> list[TableColumn]:
    """Return the columns that SELECT * yields; those of a view too. Raises sqlite3.Error."""
    info = connection.execute(f"PRAGMA table_xinfo({quoted(table)})").fetchall()
    return [TableColumn(str(r[1]), str(r[2]).upper(), int(r[5])) for r in info if r[6] != 1]


def geometry_column(
    connection: sqlite3.Connection, entry: Entry, columns: list[TableColumn]
) -> str | None:
    """Return the column that holds the geometry, None when there is none.

    Where the listed name is wrong it is the one declared as geometry, or one whose values are.
    """
    by_fold = {column.name.casefold(): column.name for column in columns}
    if said := by_fold.get(entry.geometry_column.casefold()):
        return said
    declared = [c.name for c in columns if c.declared_type.partition("(")[0] in _GEOMETRY_TYPES]
    blobs = [c.name for c in columns if c.declared_type in ("BLOB", "")]
    for name in (*declared, *blobs):
        sql = f"SELECT {quoted(name)} FROM {quoted(entry.name)}"  # noqa: S608
        found = connection.execute(f"{sql} WHERE {quoted(name)} IS NOT NULL LIMIT 1").fetchone()
        if found and isinstance(found[0], bytes) and found[0][:2] == b"GP":
            return name
    return declared[0] if declared else None


def primary_key(columns: list[TableColumn]) -> str:
    """Return the integer primary key's name, empty for views and tables without one."""
    keys = [column for column in columns if column.key]
    whole = len(keys) == 1 and keys[0].declared_type == "INTEGER"
    return keys[0].name if whole else ""
