"""A layer too large to be read whole: its index first, geometries only for what is seen."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np

from hetao_map.data.blob_columns import columns_of
from hetao_map.data.place import FileColumns, Place, fetched, in_file_order
from hetao_map.data.rtree import Boxes
from hetao_map.data.strips import blocks_among, strips_among
from hetao_map.geometry.columns import (
    KINDS,
    Blocks,
    Dots,
    FloatArray,
    Geometries,
    GeometryColumn,
    IntArray,
    Kind,
    Strips,
    Window,
)
from hetao_map.geometry.extent import Extent
from hetao_map.geometry.projection import reprojected
from hetao_map.model.layer import Layer, Stale, never

# A feature whose box is smaller than this is a dot.
DOT_PX = 1.5
# Geometries are read for a window this much wider than the view, and kept for the next one,
_WIDER = 0.15
# but not where so many features are in it that reading more than the view takes longer.
_WIDER_UP_TO = 4000
# The window before the last one is kept unless both hold more vertices than this (64 MB).
_VERTICES_KEPT = 4_000_000


@dataclass(frozen=True, eq=False)
class IndexedLayer(Layer):
    """A layer whose features are read from the file by window. Any thread.

    boxes are in map metres, in the order of the index, so that neighbours lie together.
    """

    place: Place = field(kw_only=True)
    boxes: Boxes = field(kw_only=True)
    _last: list[tuple[Extent, float, Window]] = field(default_factory=list)
    _piece: dict[int, list[tuple[GeometryColumn, int]]] = field(default_factory=dict)
    _unread: set[int] = field(default_factory=set)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def count(self) -> int:
        """Return the number of rows in the file; those without a geometry are not in the index."""
        return self.place.rows

    @property
    def lost(self) -> tuple[str, ...]:
        """Return the fids of what has no place on the map, or could not be read when seen."""
        return (*self.skipped, *map(str, sorted(self._unread)))

    @cached_property
    def _by_id(self) -> IntArray:
        return np.argsort(self.boxes.ids)

    @property
    def _kind(self) -> Kind | None:
        return KINDS.get(self.spec.geometry)

    @property
    def in_memory(self) -> bool:
        """Tell that geometries and attributes stay in the file."""
        return False

    def boxes_by_fid(self) -> tuple[IntArray, FloatArray]:
        """Return fids and boxes in map metres."""
        return self.boxes.ids, self.boxes.bounds

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
            found = self._read(np.array([row]), never)
            self._piece.clear()
            self._piece[row] = [(c, n) for c in found.columns for n in range(len(c))]
        return self._piece[row]

    def located(
        self, rows: IntArray, stale: Stale = never
    ) -> list[tuple[GeometryColumn, IntArray]]:
        """Return the geometries of rows, read from the file."""
        return [(c, np.arange(len(c))) for c in self._read(rows, stale).columns]

    def window(self, extent: Extent, metres_per_px: float, stale: Stale = never) -> Window:
        """Return dots for features smaller than a pixel, geometries for the others.

        The last window is kept: a view inside it at about the same scale reads nothing.
        """
        kept = self._kept(extent, metres_per_px)
        if kept is not None:
            return kept
        wide = extent.padded(_WIDER * max(extent.width, extent.height))
        rows = self.boxes.meeting(wide)
        if len(rows) > _WIDER_UP_TO:
            wide, rows = extent, self.boxes.meeting(extent)
        window = self._window(rows, wide, metres_per_px, stale)
        if not stale():
            self._keep(wide, metres_per_px, window)
        return window

    def _keep(self, extent: Extent, metres_per_px: float, window: Window) -> None:
        with self._lock:
            before = self._last[-1:]
            if sum(_vertices(kept) for *_, kept in before) + _vertices(window) > _VERTICES_KEPT:
                before = []
            self._last[:] = [*before, (extent, metres_per_px, window)]

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

    def _window(self, rows: IntArray, extent: Extent, metres_per_px: float, stale: Stale) -> Window:
        b = self.boxes.bounds
        if len(rows) < len(b):
            b = b[rows].T.copy().T
        if self._kind is Kind.POINT:
            # A mark has its size at any scale: a point is never too small for it.
            return Window(self._points_at(rows, b, metres_per_px, stale))
        tiny = b[:, 2] - b[:, 0] < DOT_PX * metres_per_px
        tiny &= b[:, 3] - b[:, 1] < DOT_PX * metres_per_px
        if tiny.all():
            return Window(dots=self._dots(b, rows))
        dots = self._dots(b[tiny], rows[tiny])
        b, rows = b[~tiny], rows[~tiny]
        strips: tuple[Strips, ...] = ()
        if self._kind is Kind.LINE:
            thin = strips_among(b, extent, metres_per_px)
            strips = (Strips(b[thin], rows[thin]),) if thin.any() else ()
            rows = rows[~thin]
        blocks: tuple[Blocks, ...] = ()
        if self._kind is Kind.POLYGON:
            small = blocks_among(b, metres_per_px)
            blocks = (Blocks.within(b[small], rows[small]),) if small.any() else ()
            rows = rows[~small]
        return Window(self._read(rows, stale), dots, strips, blocks)

    def _points_at(
        self, rows: IntArray, bounds: np.ndarray, metres_per_px: float, stale: Stale
    ) -> Geometries:
        """Return points: those that the index places to a quarter of a pixel as it has them, and
        those of wider boxes, which are rounded or hold several points, from the file.
        """
        near = bounds[:, 2] - bounds[:, 0] <= metres_per_px / 2
        near &= bounds[:, 3] - bounds[:, 1] <= metres_per_px / 2
        read = self._read(rows[~near], stale)
        if not near.any():
            return read
        if not near.all():
            bounds, rows = bounds[near], rows[near]
        order = in_file_order(self.boxes.ids[rows])
        return Geometries((*read.columns, _points(_middles(bounds)[order], rows[order])))

    def _dots(self, bounds: np.ndarray, rows: IntArray) -> tuple[Dots, ...]:
        kind = self._kind or Kind.POLYGON
        if not len(rows):
            return ()
        sides = [(bounds[:, axis + 2] - bounds[:, axis]).mean() for axis in (0, 1)]
        return (Dots(kind, _middles(bounds, np.float32), rows, float(sum(sides)) / 2),)

    def _read(self, rows: IntArray, stale: Stale) -> Geometries:
        """Read the geometries of rows from the file."""
        if not len(rows) or stale():
            return Geometries()
        rows = rows[in_file_order(self.boxes.ids[rows])]
        found = fetched(self.place, self.boxes.ids[rows], len(self.boxes.ids), stale)
        read = columns_of(found.blobs, rows[found.positions])
        if read.unreadable and not stale():
            there = np.concatenate([np.empty(0, int), *(c.rows for c in read.geometries.columns)])
            self._unread.update(self.boxes.ids[np.setdiff1d(rows, there)].tolist())
        return reprojected(read.geometries, self.place.crs, self.place.map_epsg)


def _middles(bounds: np.ndarray, number_type: type[np.floating[Any]] = np.float64) -> np.ndarray:
    """Return (m, 2) the middles of boxes; each column is contiguous."""
    middles = np.empty((2, len(bounds)), dtype=number_type)
    for axis in (0, 1):
        low, high = bounds[:, axis], bounds[:, axis + 2]
        middles[axis] = low + (high - low) * 0.5
    return middles.T


def _vertices(window: Window) -> int:
    return sum(len(column.xy) for column in window.geometries.columns)


def _points(xy: FloatArray, rows: IntArray) -> GeometryColumn:
    """Return a column of single points."""
    each = np.arange(len(rows) + 1, dtype=np.int64)
    bounds = np.concatenate([xy.T, xy.T]).T
    return GeometryColumn(Kind.POINT, xy, each, each, each, bounds, rows)
