"""A layer too large to be read whole: its index first, geometries only for what is seen."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import numpy as np

from hetao_map.data.blob_columns import columns_of
from hetao_map.data.connection import being_written, opened, quoted
from hetao_map.data.layer_table import Entry, primary_key
from hetao_map.data.rtree import Boxes, has_index, in_step
from hetao_map.geometry.columns import (
    BoolArray,
    Dots,
    Geometries,
    GeometryColumn,
    IntArray,
    Kind,
    Window,
)
from hetao_map.geometry.extent import Extent
from hetao_map.geometry.projection import reprojected
from hetao_map.model.layer import Column, Layer, Stale, never

# From so many features on a layer is read by its index.
INDEXED_FROM = 50_000
# A feature whose box is smaller than this is a dot.
DOT_PX = 1.5
# Geometries are read for a window this much wider than the view, and kept for the next one.
_WIDER = 0.15
_DEADLINE_S = 120.0
# Above this share of all features it is faster to walk the table than the index.
_WALK_FROM_SHARE = 0.25
_KINDS = {"POINT": Kind.POINT, "MULTIPOINT": Kind.POINT, "LINESTRING": Kind.LINE}
_KINDS |= {"MULTILINESTRING": Kind.LINE, "POLYGON": Kind.POLYGON, "MULTIPOLYGON": Kind.POLYGON}


@dataclass(frozen=True)
class Place:
    """Where a layer's rows are: file, table, its key and geometry column, and its CRS."""

    path: Path
    table: str
    key: str
    column: str
    crs: str
    map_epsg: int


def indexed_place(connection: sqlite3.Connection, entry: Entry, path: Path) -> Place | None:
    """Return where a layer's rows are if it is to be read by its index, else None.

    That is so for a large table with a key, one kind of geometry and an index in step. A file
    that is being written is read whole: its private copy does not outlive the reading.
    """
    key = primary_key(connection, entry.name)
    simple = entry.geometry_type in _KINDS
    if not key or not simple or being_written(path):
        return None
    (largest,) = connection.execute(
        f"SELECT max({quoted(key)}) FROM {quoted(entry.name)}"  # noqa: S608
    ).fetchone()
    if not isinstance(largest, int) or largest < INDEXED_FROM:
        return None
    column = entry.geometry_column
    if not has_index(connection, entry.name, column):
        return None
    if not in_step(connection, entry.name, column, key):
        return None
    return Place(path, entry.name, key, column, "", 0)


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
        with opened(place.path, _DEADLINE_S) as connection:
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


@dataclass(frozen=True, eq=False)
class IndexedLayer(Layer):
    """A layer whose features are read from the file by window. Any thread.

    boxes are in map metres, in the order of the index, so that neighbours lie together.
    """

    place: Place = field(kw_only=True)
    boxes: Boxes = field(kw_only=True)
    _last: list[tuple[Extent, float, Window]] = field(default_factory=list)
    _piece: dict[int, list[tuple[GeometryColumn, int]]] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @cached_property
    def _sizes(self) -> np.ndarray:
        b = self.boxes.bounds
        sizes: np.ndarray = np.maximum(b[:, 2] - b[:, 0], b[:, 3] - b[:, 1])
        return sizes

    @cached_property
    def _by_id(self) -> IntArray:
        return np.argsort(self.boxes.ids)

    @property
    def _kind(self) -> Kind | None:
        return _KINDS.get(self.spec.geometry)

    def id_of(self, row: int) -> str:
        """Return the fid."""
        return str(int(self.boxes.ids[row]))

    def row_of(self, feature_id: str) -> int | None:
        """Return the row of a fid."""
        if not feature_id.isdecimal() or len(feature_id) > 18:
            return None
        order, fid = self._by_id, int(feature_id)
        at = int(np.searchsorted(self.boxes.ids, fid, sorter=order))
        found = at < len(order) and int(self.boxes.ids[order[at]]) == fid
        return int(order[at]) if found else None

    def row_values(self, row: int) -> dict[str, object]:
        """Return the attributes of one row, read from the file."""
        columns = self.attributes
        fid = int(self.boxes.ids[row])
        return columns.row(fid) if isinstance(columns, FileColumns) else {"fid": fid}

    @cached_property
    def _whole(self) -> Extent | None:
        b = self.boxes.bounds
        if not len(b):
            return None
        low, high = b[:, :2].min(axis=0).tolist(), b[:, 2:].max(axis=0).tolist()
        return Extent(*low, *high)

    def extent_of(self, row: int) -> Extent:
        """Return the box of a row."""
        return Extent(*self.boxes.bounds[row].tolist())

    def pieces(self, row: int) -> list[tuple[GeometryColumn, int]]:
        """Return the geometry of one row, read from the file; the last one is kept.

        The highlight asks for it with every frame.
        """
        if row not in self._piece:
            found = self._read(np.array([row]), None, never)
            self._piece.clear()
            self._piece[row] = [(c, n) for c in found.columns for n in range(len(c))]
        return self._piece[row]

    def window(self, extent: Extent, metres_per_px: float, stale: Stale = never) -> Window:
        """Return dots for features smaller than a pixel, geometries for the others.

        The last window is kept: a view inside it at about the same scale reads nothing.
        """
        kept = self._kept(extent, metres_per_px)
        if kept is not None:
            return kept
        wide = extent.padded(_WIDER * max(extent.width, extent.height))
        window = self._window(wide, metres_per_px, stale)
        if not stale():
            with self._lock:
                self._last[:] = [*self._last[-1:], (wide, metres_per_px, window)]
        return window

    def _kept(self, extent: Extent, metres_per_px: float) -> Window | None:
        with self._lock:
            for wide, resolution, window in self._last:
                inside = wide.contains((extent.xmin, extent.ymin)) and wide.contains(
                    (extent.xmax, extent.ymax)
                )
                finer = metres_per_px <= resolution < metres_per_px * 1.5 or not window.dots
                if inside and resolution <= metres_per_px * 1.5 and finer:
                    return window
        return None

    def _window(self, extent: Extent, metres_per_px: float, stale: Stale) -> Window:
        b = self.boxes.bounds
        seen = (b[:, 0] <= extent.xmax) & (b[:, 2] >= extent.xmin)
        seen &= (b[:, 1] <= extent.ymax) & (b[:, 3] >= extent.ymin)
        if self._kind is Kind.POINT and metres_per_px > 0.2:
            # The index keeps points to some centimetres, which no picture shows.
            return Window(Geometries((_points(b, np.flatnonzero(seen)),)))
        tiny = seen & (self._sizes < DOT_PX * metres_per_px)
        large = np.flatnonzero(seen & ~tiny)
        dots = (self._dots(np.flatnonzero(tiny)),) if tiny.any() else ()
        return Window(self._read(large, extent, stale), dots)

    def _dots(self, rows: IntArray) -> Dots:
        b = self.boxes.bounds[rows]
        middle = ((b[:, :2] + b[:, 2:]) / 2).astype(np.float64)
        return Dots(self._kind or Kind.POLYGON, middle, rows)

    def _read(self, rows: IntArray, extent: Extent | None, stale: Stale) -> Geometries:
        """Read the geometries of rows; extent is a window that holds them all, if there is one."""
        if not len(rows) or stale():
            return Geometries()
        rows = rows[np.argsort(self.boxes.ids[rows])]
        fids = self.boxes.ids[rows]
        with opened(self.place.path, _DEADLINE_S, stale) as connection:
            try:
                fetched = self._fetch(connection, fids, extent)
            except sqlite3.OperationalError:
                if stale():
                    return Geometries()
                raise
        found = np.array([fid for fid, _ in fetched], dtype=np.int64)
        found_rows = rows[np.searchsorted(fids, found)]
        read = columns_of([blob for _, blob in fetched], found_rows)
        return reprojected(read.geometries, self.place.crs, self.place.map_epsg)

    def _fetch(
        self, connection: sqlite3.Connection, fids: IntArray, extent: Extent | None
    ) -> list[tuple[int, object]]:
        place = self.place
        key, column, table = quoted(place.key), quoted(place.column), quoted(place.table)
        select = f"SELECT {key}, {column} FROM {table}"  # noqa: S608
        share = len(fids) / max(len(self.boxes.ids), 1)
        if share < 1 and (extent is None or share < _WALK_FROM_SHARE):
            return _by_fid(connection, select, key, fids)
        wanted = None if share == 1 else _flags(fids)
        rows = connection.execute(select)
        if wanted is None:
            return rows.fetchall()
        return [row for row in rows if row[0] < len(wanted) and wanted[row[0]]]


def _flags(fids: IntArray) -> BoolArray:
    flags = np.zeros(int(fids.max()) + 1, dtype=bool)
    flags[fids] = True
    return flags


def _by_fid(
    connection: sqlite3.Connection, select: str, key: str, fids: IntArray
) -> list[tuple[int, object]]:
    """Read rows by their fids, some hundred a question."""
    fetched: list[tuple[int, object]] = []
    numbers = fids.tolist()
    for start in range(0, len(numbers), 900):
        part = numbers[start : start + 900]
        marks = ",".join("?" * len(part))
        fetched += connection.execute(f"{select} WHERE {key} IN ({marks})", part).fetchall()
    return fetched


def _points(bounds: np.ndarray, rows: IntArray) -> GeometryColumn:
    """Return a column of points from their boxes."""
    b = bounds[rows]
    xy = ((b[:, :2] + b[:, 2:]) / 2).astype(np.float64)
    each = np.arange(len(rows) + 1, dtype=np.int64)
    return GeometryColumn(Kind.POINT, xy, each, each, each, np.hstack([xy, xy]), rows)
