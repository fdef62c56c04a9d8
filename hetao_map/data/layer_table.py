"""One feature table of a GeoPackage: what the file says of it, and its rows."""

from __future__ import annotations

import math
import sqlite3
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from hetao_map.data.connection import bounded, quoted, rows, stored, table_names
from hetao_map.data.wkb import shapes_of
from hetao_map.geometry.projection import is_known_crs
from hetao_map.model.layer import Field, LayerGroup, LayerSpec
from hetao_map.model.style import Style
from hetao_map.text.localized import LocalizedText, from_columns, same
from hetao_map.text.plain import plain

OTHER_GROUP = LayerGroup("other", LocalizedText("其他图层", "其他圖層", "Other layers"))
# Layers that say nothing of their place lie above the ones that do.
_UNPLACED = 1000


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
class Table:
    """The rows of a table: shapes (m,) with None where there is no geometry, columns by name."""

    fids: tuple[object, ...]
    shapes: npt.NDArray[Any]
    columns: dict[str, tuple[object, ...]]
    unreadable: tuple[str, ...]


def listed(connection: sqlite3.Connection) -> list[Entry]:
    """Return the feature tables of the file that exist, in the order of gpkg_contents."""
    found = rows(
        connection,
        "SELECT c.table_name, c.identifier, c.description, g.column_name, g.geometry_type_name, "
        "g.srs_id FROM gpkg_contents AS c JOIN gpkg_geometry_columns AS g "
        "ON c.table_name = g.table_name WHERE c.data_type = 'features' ORDER BY c.rowid",
    )
    there = table_names(connection)
    return [_entry(row) for row in found if str(row["table_name"]) in there]


def _entry(row: dict[str, object]) -> Entry:
    srs = row["srs_id"]
    return Entry(
        name=str(row["table_name"]),
        geometry_column=str(row["column_name"]),
        geometry_type=plain(row["geometry_type_name"]).upper(),
        srs_id=srs if isinstance(srs, int) else -1,
        title=plain(row["identifier"]),
        description=plain(row["description"]),
    )


def reference_systems(connection: sqlite3.Connection, used: set[int]) -> dict[int, str]:
    """Return what pyproj reads for each used srs_id that it knows; undefined ones are left out."""
    result = {}
    for row in rows(connection, "SELECT * FROM gpkg_spatial_ref_sys"):
        srs_id, code = row.get("srs_id"), row.get("organization_coordsys_id")
        name = str(row.get("organization") or "").upper()
        definition = str(row.get("definition") or "")
        text = f"{name}:{code}" if name in ("EPSG", "ESRI") else definition
        if not isinstance(srs_id, int) or srs_id <= 0 or srs_id not in used:
            continue
        crs = next((known for known in (text, definition) if is_known_crs(known)), "")
        if crs:
            result[srs_id] = crs
    return result


def spec_of(
    connection: sqlite3.Connection,
    entry: Entry,
    setting: dict[str, object] | None,
    style: Style,
) -> LayerSpec:
    """Return the layer's description; without a layer_setting row it gets the defaults."""
    row = setting or {}
    title = from_columns(row, "title") or same(entry.title or entry.name)
    group = LayerGroup(str(row.get("group_id") or ""), from_columns(row, "group"))
    return LayerSpec(
        id=entry.name,
        title=title,
        group=group if group.id and group.title else OTHER_GROUP,
        geometry=entry.geometry_type,
        position=int(_number(row.get("position"), _UNPLACED)),
        visible=bool(_number(row.get("visible"), 1)),
        style=style,
        min_scale=_number(row.get("min_scale"), 0),
        max_scale=_number(row.get("max_scale"), 0),
        fields=_fields(connection, entry.name),
        description=from_columns(row, "description") or same(entry.description),
    )


def _number(value: object, default: float) -> float:
    return float(value) if isinstance(value, int | float) and math.isfinite(value) else default


def _fields(connection: sqlite3.Connection, table: str) -> tuple[Field, ...]:
    if "gpkg_data_columns" not in table_names(connection):
        return ()
    sql = "SELECT * FROM gpkg_data_columns WHERE table_name = ?"
    return tuple(
        Field(str(row["column_name"]), plain(row.get("name")), plain(row.get("description")))
        for row in rows(connection, sql, table)
    )


def read_table(connection: sqlite3.Connection, entry: Entry) -> Table:
    """Return all rows of the table in the order of its primary key."""
    names = attribute_names(connection, entry)
    key = primary_key(connection, entry.name)
    selected = ", ".join(quoted(name) for name in (entry.geometry_column, *names))
    order = f" ORDER BY {quoted(key)}" if key else ""
    sql = f"SELECT {selected} FROM {quoted(entry.name)}{order}"  # noqa: S608
    cursor = connection.execute(sql)
    fetched = cursor.fetchall() if stored(connection, entry.name) else list(bounded(cursor))
    by_column = list(zip(*fetched, strict=True)) if fetched else [()] * (len(names) + 1)
    columns = {name: tuple(values) for name, values in zip(names, by_column[1:], strict=True)}
    fids = columns.get(key) or tuple(range(1, len(fetched) + 1))
    columns.setdefault("fid", fids)
    if not fetched:
        return Table((), np.array([], dtype=object), columns, ())
    shapes, bad = shapes_of(by_column[0])
    return Table(fids, shapes, columns, tuple(str(fids[position]) for position in bad))


def attribute_names(connection: sqlite3.Connection, entry: Entry) -> tuple[str, ...]:
    """Return the columns of a feature table but for its geometry."""
    return tuple(n for n in _columns(connection, entry.name) if n != entry.geometry_column)


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [str(row[1]) for row in connection.execute(f"PRAGMA table_info({quoted(table)})")]


def primary_key(connection: sqlite3.Connection, table: str) -> str:
    """Return the integer primary key's name, empty for views and tables without one."""
    info = connection.execute(f"PRAGMA table_info({quoted(table)})").fetchall()
    return next((str(row[1]) for row in info if row[5] == 1), "")
