"""Where the rows of a large layer are, its columns read when asked for, its rows by fid."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import compress
from pathlib import Path

import numpy as np

from hetao_map.data.connection import being_written, opened, quoted
from hetao_map.data.contents import Entry, TableColumn, geometry_column, primary_key
from hetao_map.data.rtree import has_index, rows_in_step
from hetao_map.geometry.columns import KINDS, IntArray, ranges
from hetao_map.model.layer import Column, Stale

# From so many features on a layer is read by its index.
INDEXED_FROM = 50_000
DEADLINE_S = 120.0
# Above this share of all features it is faster to walk the table than to ask for rows.
_WALK_FROM_SHARE = 0.4
# Rows with neighbouring fids are read as one run; a gap of so many costs less than a question.
_GAP = 8
_RUN_FROM = 12
_AT_ONCE = 900


@dataclass(frozen=True)
class Place:
    """Where a layer's rows are: file, table, its key and geometry column, and its CRS.

    rows is the number of all rows, of those without a geometry too; keeper is what a file of our
    own lives as long as, None for any other.
    """

    path: Path
    table: str
    key: str
    column: str
    rows: int
    crs: str = ""
    map_epsg: int = 0
    keeper: object = field(default=None, compare=False, repr=False)


def indexed_place(
    connection: sqlite3.Connection,
    entry: Entry,
    columns: list[TableColumn],
    path: Path,
    least: int | None = None,
) -> Place | None:
    """Return where a layer's rows are if it is to be read by its index, else None.

    That is so for a table of at least so many rows (INDEXED_FROM) with a key, one kind of
    geometry and an index in step. A file that is being written is read whole: its private copy
    does not outlive the reading.
    """
    key = primary_key(columns)
    if not key or entry.geometry_type not in KINDS or being_written(path):
        return None
    (largest,) = connection.execute(
        f"SELECT max({quoted(key)}) FROM {quoted(entry.name)}"  # noqa: S608
    ).fetchone()
    if not isinstance(largest, int) or largest < (INDEXED_FROM if least is None else least):
        return None
    column = geometry_column(connection, entry, columns)
    if column is None or not has_index(connection, entry.name, column):
        return None
    rows = rows_in_step(connection, entry.name, column, key)
    return Place(path, entry.name, key, column, rows) if rows is not None else None


@dataclass(frozen=True)
class Rows:
    """Geometry blobs, and for each its position among the fids that were asked for."""

    positions: IntArray
    blobs: list[object]


class FileColumns(Mapping[str, Column]):
    """Attribute columns that are read from the file when they are first asked for."""

    def __init__(self, place: Place, names: tuple[str, ...], ids: IntArray) -> None:
        self._place, self._names, self._ids = place, names, ids
        self._read: dict[str, Column] = {}

    def __getitem__(self, name: str) -> Column:
        if name == "fid":
            return tuple(self._ids.tolist())
        if name not in self._names:
            raise KeyError(name)
        if name not in self._read:
            self._read[name] = self._column(name)
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(("fid", *(name for name in self._names if name != "fid")))

    def __len__(self) -> int:
        return len(set(self._names) | {"fid"})

    def _column(self, name: str) -> Column:
        place = self._place
        sql = f"SELECT {quoted(place.key)}, {quoted(name)} FROM {quoted(place.table)}"  # noqa: S608
        with opened(place.path, DEADLINE_S) as connection:
            by_id = dict(connection.execute(sql))
        return tuple(by_id.get(fid) for fid in self._ids.tolist())

    def row(self, fid: int) -> dict[str, object]:
        """Return the attributes of one feature."""
        place = self._place
        names = [name for name in self._names if name != "fid"]
        chosen = ", ".join(quoted(name) for name in names) or "NULL"
        sql = f"SELECT {chosen} FROM {quoted(place.table)} WHERE {quoted(place.key)} = ?"  # noqa: S608
        with opened(place.path) as connection:
            found = connection.execute(sql, (fid,)).fetchone()
        return {"fid": fid, **dict(zip(names, found or (), strict=False))}


def in_file_order(fids: IntArray) -> IntArray:
    """Return the positions of different fids from the least to the greatest."""
    least, greatest = (int(fids.min()), int(fids.max())) if len(fids) else (0, 0)
    if greatest - least >= 8 * len(fids):
        return np.argsort(fids)
    # Numbers that lie close need no comparing.
    position = np.full(greatest - least + 1, -1, dtype=np.int64)
    position[fids - least] = np.arange(len(fids))
    ordered: IntArray = position[position >= 0]
    return ordered


def fetched(place: Place, fids: IntArray, total: int, stale: Stale) -> Rows:
    """Return the rows with these ascending fids, of total rows in the table.

    Fewer when rows are missing, none once stale says that nobody waits for them.
    """
    with opened(place.path, DEADLINE_S, stale) as connection:
        try:
            rows = _read(connection, place, fids, total)
        except sqlite3.OperationalError:
            if stale():
                return Rows(np.empty(0, dtype=np.int64), [])
            raise
    numbers = np.array([fid for fid, _ in rows], dtype=np.int64)
    positions = np.minimum(np.searchsorted(fids, numbers), len(fids) - 1)
    asked = fids[positions] == numbers
    blobs = [blob for _, blob in rows]
    return Rows(positions[asked], blobs if asked.all() else list(compress(blobs, asked)))


def sample(connection: sqlite3.Connection, place: Place, fids: IntArray) -> dict[int, object]:
    """Return the blobs of the rows with these fids that are there."""
    select = f"SELECT {quoted(place.key)}, {quoted(place.column)} FROM {quoted(place.table)}"  # noqa: S608
    return dict(_by_fid(connection, select, quoted(place.key), fids.tolist()))


def _read(
    connection: sqlite3.Connection, place: Place, fids: IntArray, total: int
) -> list[tuple[int, object]]:
    """Return (fid, blob) of at least the rows with these fids."""
    key, column, table = quoted(place.key), quoted(place.column), quoted(place.table)
    select = f"SELECT {key}, {column} FROM {table}"  # noqa: S608
    if len(fids) == total:
        return connection.execute(select).fetchall()
    # Runs of neighbouring fids are one question each, the others some hundred at once.
    cuts = np.flatnonzero(np.diff(fids) > _GAP) + 1
    starts, ends = np.concatenate([[0], cuts]), np.concatenate([cuts, [len(fids)]])
    long = ends - starts >= _RUN_FROM
    scattered = fids[ranges(starts[~long], ends[~long])[0]]
    if len(scattered) > total * _WALK_FROM_SHARE:
        return _walked(connection.execute(select), fids)
    found = _by_fid(connection, select, key, scattered.tolist())
    between = f"{select} WHERE {key} BETWEEN ? AND ?"
    runs = zip(fids[starts[long]].tolist(), fids[ends[long] - 1].tolist(), strict=True)
    for run in runs:
        found += connection.execute(between, run).fetchall()
    return found


def _walked(rows: Iterable[tuple[int, object]], fids: IntArray) -> list[tuple[int, object]]:
    wanted = set(fids.tolist())
    return [row for row in rows if row[0] in wanted]


def _by_fid(
    connection: sqlite3.Connection, select: str, key: str, fids: list[int]
) -> list[tuple[int, object]]:
    found: list[tuple[int, object]] = []
    for start in range(0, len(fids), _AT_ONCE):
        part = fids[start : start + _AT_ONCE]
        marks = ",".join("?" * len(part))
        found += connection.execute(f"{select} WHERE {key} IN ({marks})", part).fetchall()
    return found
