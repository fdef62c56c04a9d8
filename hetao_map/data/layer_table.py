"""One feature table of a GeoPackage: what the file says of it, and its rows."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Sequence

import numpy as np

from hetao_map.data.connection import MAX_TABLE_BYTES, Connection, bounded, quoted, stored
from hetao_map.data.contents import Entry, TableColumn, geometry_column, primary_key
from hetao_map.data.raw_layer import Table
from hetao_map.data.wkb import shapes_of
from hetao_map.geometry.columns import Shapes
from hetao_map.model.layer import Field, LayerGroup, LayerSpec
from hetao_map.model.style import Style
from hetao_map.text.localized import LocalizedText, from_columns, same

OTHER_GROUP = LayerGroup("other", LocalizedText("其他图层", "其他圖層", "Other layers"))
# Layers that say nothing of their place lie above the ones that do.
_UNPLACED = 1000
_SHAPES_AT_ONCE = 20_000


def spec_of(
    entry: Entry, row: dict[str, object], style: Style, fields: tuple[Field, ...]
) -> LayerSpec:
    """Return the layer's description; without a layer_setting row it gets the defaults."""
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
        fields=fields,
        description=from_columns(row, "description") or same(entry.description),
    )


def _number(value: object, default: float) -> float:
    return float(value) if isinstance(value, int | float) and math.isfinite(value) else default


def read_table(connection: Connection, entry: Entry, columns: list[TableColumn]) -> Table:
    """Return all rows of the table in the order of its primary key.

    Raises NoGeometryError, sqlite3.Error where the table cannot be read, and CancelledError.
    """
    geometry = geometry_column(connection, entry, columns)
    if geometry is None:
        raise NoGeometryError(entry.name)
    names = _distinct([column.name for column in columns])
    fetched = _rows(connection, entry.name, columns)
    by_column = list(zip(*fetched, strict=True)) if fetched else [()] * len(columns)
    values = dict(zip(names, by_column, strict=True))
    blobs = values.pop(geometry)
    fids, values = _numbered(values, primary_key(columns), len(fetched))
    if not fetched:
        return Table((), np.array([], dtype=object), values, ())
    shapes, bad = _shapes(connection, blobs)
    return Table(fids, shapes, values, tuple(str(fids[position]) for position in bad))


def _shapes(connection: Connection, blobs: Sequence[object]) -> tuple[Shapes, list[int]]:
    """Return the shapes of all blobs and the bad positions, some ten thousand at a time."""
    found: list[Shapes] = []
    bad: list[int] = []
    for start in range(0, len(blobs), _SHAPES_AT_ONCE):
        connection.check_wanted()
        part, bad_ones = shapes_of(blobs[start : start + _SHAPES_AT_ONCE])
        found.append(part)
        bad += [start + position for position in bad_ones]
    return np.concatenate(found), bad


class NoGeometryError(ValueError):
    """A table that is listed as a layer has no column with geometry."""


def _rows(
    connection: sqlite3.Connection, table: str, columns: list[TableColumn]
) -> list[tuple[object, ...]]:
    # Names of our own: Python's sqlite3 cannot pass on one that is not UTF-8.
    own = [f"c{number}" for number in range(len(columns))]
    key = primary_key(columns)
    order = next((f" ORDER BY c{n}" for n, c in enumerate(columns) if key and c.name == key), "")
    sql = f"WITH t({', '.join(own)}) AS (SELECT * FROM {quoted(table)}) SELECT * FROM t{order}"  # noqa: S608
    cursor = connection.execute(sql)
    if not stored(connection, table):
        return list(bounded(cursor))
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    (size,) = connection.execute("PRAGMA page_size").fetchone()
    small = pages * size < MAX_TABLE_BYTES
    return cursor.fetchall() if small else list(bounded(cursor, MAX_TABLE_BYTES))


def _numbered(
    columns: dict[str, tuple[object, ...]], key: str, count: int
) -> tuple[tuple[object, ...], dict[str, tuple[object, ...]]]:
    """Return the fid of each row, and the columns with one of that name.

    Without a key, the rows are numbered; a column that is called fid and holds no numbers of
    rows is kept under another name.
    """
    said = columns.get(key) or columns.get("fid") or ()
    if len(said) == count and len(set(said)) == count and None not in said:
        return said, {"fid": said, **{n: v for n, v in columns.items() if n != "fid"}}
    fids = tuple(range(1, count + 1))
    others = {("fid " if name == "fid" else name): v for name, v in columns.items()}
    return fids, {"fid": fids, **others}


def _distinct(names: list[str]) -> list[str]:
    """Return the names, those that were damaged alike told apart by a number."""
    result: list[str] = []
    for name in names:
        again = sum(other == name for other in result)
        result.append(f"{name} {again + 1}" if again else name)
    return result
