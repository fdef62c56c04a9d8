"""Geometry as columns: one coordinate array with offsets, the shape of GeoArrow.

The layout is that of shapely.to_ragged_array for multi-part types: features own parts,
parts own rings, rings own vertices. A line's part has one ring, a point's ring one vertex.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

from hetao_map.geometry.curve import morton_order
from hetao_map.geometry.extent import Extent

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]
BoolArray = npt.NDArray[np.bool_]
Shapes = npt.NDArray[Any]

# Up to here features keep the order of the file, which is the order they are drawn in.
SORT_FROM = 4096


def ranges(starts: IntArray, ends: IntArray) -> tuple[IntArray, IntArray]:
    """Return all integers of the half-open ranges, and the number of the range of each."""
    lengths = ends - starts
    owner = np.repeat(np.arange(len(starts)), lengths)
    total = int(lengths.sum())
    before = np.concatenate([[0], np.cumsum(lengths)[:-1]]) if len(starts) else lengths
    return np.arange(total) + (starts - before)[owner], owner


class Kind(Enum):
    """The dimension of a column."""

    POINT = 0
    LINE = 1
    POLYGON = 2


KINDS = {
    "POINT": Kind.POINT, "MULTIPOINT": Kind.POINT, "LINESTRING": Kind.LINE,
    "MULTILINESTRING": Kind.LINE, "POLYGON": Kind.POLYGON, "MULTIPOLYGON": Kind.POLYGON,
}  # fmt: skip
"""The kind of each type of geometry that is of one."""


@dataclass(frozen=True, eq=False, slots=True)
class GeometryColumn:
    """Geometries of one dimension.

    xy: (n, 2) float64, map metres. ring_offsets: (rings + 1,) into xy. part_offsets:
    (parts + 1,) into rings. feature_offsets: (m + 1,) into parts. bounds: (m, 4) float64 as
    xmin, ymin, xmax, ymax. rows: (m,) row of each feature in its layer's table.
    """

    kind: Kind
    xy: FloatArray
    ring_offsets: IntArray
    part_offsets: IntArray
    feature_offsets: IntArray
    bounds: FloatArray
    rows: IntArray

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def feature_rings(self) -> IntArray:
        """Return (m + 1,) offsets from features straight into rings."""
        rings: IntArray = self.part_offsets[self.feature_offsets]
        return rings

    def extent(self) -> Extent | None:
        """Return the rectangle around all, None for no features."""
        if not len(self):
            return None
        low, high = self.bounds[:, :2].min(axis=0), self.bounds[:, 2:].max(axis=0)
        return Extent(float(low[0]), float(low[1]), float(high[0]), float(high[1]))

    def intersecting(self, extent: Extent) -> IntArray:
        """Return the positions of the features whose bounds meet the extent."""
        b = self.bounds
        hit = (
            (b[:, 0] <= extent.xmax)
            & (b[:, 2] >= extent.xmin)
            & (b[:, 1] <= extent.ymax)
            & (b[:, 3] >= extent.ymin)
        )
        return np.flatnonzero(hit)

    def moved(self, xy: FloatArray) -> GeometryColumn:
        """Return the same geometries with their vertices at other places, (n, 2) as before."""
        starts = self.ring_offsets[self.feature_rings[:-1]]
        bounds = np.column_stack(
            [np.minimum.reduceat(xy, starts, axis=0), np.maximum.reduceat(xy, starts, axis=0)]
        )
        return replace(self, xy=xy, bounds=bounds)

    def rings_of(self, position: int) -> list[FloatArray]:
        """Return the vertices of each ring (line, point) of one feature."""
        offsets = self.feature_rings
        return [
            self.xy[self.ring_offsets[ring] : self.ring_offsets[ring + 1]]
            for ring in range(offsets[position], offsets[position + 1])
        ]

    def shapes(self, positions: IntArray) -> Shapes:
        """Return the features at positions as an array of shapely multi-part geometries."""
        return np.array([self._shape(int(position)) for position in positions], dtype=object)

    def _shape(self, position: int) -> Any:
        if self.kind is Kind.POINT:
            return shapely.multipoints(np.concatenate(self.rings_of(position)))
        if self.kind is Kind.LINE:
            return shapely.multilinestrings(
                [shapely.linestrings(ring) for ring in self.rings_of(position)]
            )
        parts = range(self.feature_offsets[position], self.feature_offsets[position + 1])
        return shapely.multipolygons([self._polygon(part) for part in parts])

    def _polygon(self, part: int) -> Any:
        rings = [
            shapely.linearrings(self.xy[self.ring_offsets[ring] : self.ring_offsets[ring + 1]])
            for ring in range(self.part_offsets[part], self.part_offsets[part + 1])
        ]
        return shapely.polygons(rings[0], rings[1:] or None)


@dataclass(frozen=True, eq=False, slots=True)
class Geometries:
    """All geometry of a layer, by dimension; an absent dimension is left out."""

    columns: tuple[GeometryColumn, ...] = ()

    def of(self, kind: Kind) -> GeometryColumn | None:
        """Return the column of one dimension, None when the layer has none."""
        return next((column for column in self.columns if column.kind is kind), None)

    def extent(self) -> Extent | None:
        """Return the rectangle around everything, None when there is nothing."""
        found = [extent for column in self.columns if (extent := column.extent())]
        if not found:
            return None
        result = found[0]
        for extent in found[1:]:
            result = result.united(extent)
        return result


_KIND_OF_TYPE = {
    0: Kind.POINT, 4: Kind.POINT,
    1: Kind.LINE, 5: Kind.LINE,
    3: Kind.POLYGON, 6: Kind.POLYGON,
}  # fmt: skip


def from_shapely(shapes: Shapes, rows: IntArray) -> Geometries:
    """Return the columns of shapely geometries; rows gives each one's row in the table.

    Missing and empty geometries are left out, collections are taken apart by dimension.
    Coordinates stay as they are; Z and M are dropped.
    """
    shapes = shapely.force_2d(shapes)
    present = ~(shapely.is_missing(shapes) | shapely.is_empty(shapes))
    shapes, rows = shapes[present], rows[present]
    shapes, rows = _flattened(shapes, rows)
    types = shapely.get_type_id(shapes)
    columns = []
    for kind in (Kind.POLYGON, Kind.LINE, Kind.POINT):
        mask = np.isin(types, [t for t, k in _KIND_OF_TYPE.items() if k is kind])
        if mask.any():
            columns.append(_column(kind, shapes[mask], rows[mask]))
    return Geometries(tuple(columns))


def _flattened(shapes: Shapes, rows: IntArray) -> tuple[Shapes, IntArray]:
    """Take collections apart until none is left; their parts keep the row."""
    while (collections := shapely.get_type_id(shapes) == 7).any():
        parts, owner = shapely.get_parts(shapes[collections], return_index=True)
        kept = ~shapely.is_empty(parts)
        shapes = np.concatenate([shapes[~collections], parts[kept]])
        rows = np.concatenate([rows[~collections], rows[collections][owner[kept]]])
    return shapes, rows


def _column(kind: Kind, shapes: Shapes, rows: IntArray) -> GeometryColumn:
    bounds = shapely.bounds(shapes)
    if len(shapes) > SORT_FROM:
        order = morton_order((bounds[:, :2] + bounds[:, 2:]) / 2)
        shapes, rows, bounds = shapes[order], rows[order], bounds[order]
    if kind is Kind.POINT:
        return _point_column(shapes, bounds, rows)
    _, xy, offsets = shapely.to_ragged_array(_multi(kind, shapes), include_z=False)
    ring, part, feature = _offsets(kind, [o.astype(np.int64) for o in offsets])
    # A multi-part geometry may have empty parts, and a polygon empty holes.
    ring, part = _without_empty(ring, part)
    part, feature = _without_empty(part, feature)
    return GeometryColumn(kind, xy, ring, part, feature, bounds, rows)


def _point_column(shapes: Shapes, bounds: FloatArray, rows: IntArray) -> GeometryColumn:
    xy, owner = shapely.get_coordinates(shapes, return_index=True)
    each = np.arange(len(xy) + 1, dtype=np.int64)
    feature = np.searchsorted(owner, np.arange(len(shapes) + 1)).astype(np.int64)
    return GeometryColumn(Kind.POINT, xy, each, each, feature, bounds, rows)


def _without_empty(inner: IntArray, outer: IntArray) -> tuple[IntArray, IntArray]:
    """Return both offsets without the spans of inner that hold nothing."""
    kept = np.diff(inner) > 0
    before = np.concatenate([[0], np.cumsum(kept)])
    return np.concatenate([inner[:-1][kept], inner[-1:]]), before[outer]


def _multi(kind: Kind, shapes: Shapes) -> Shapes:
    """Return the shapes with the first one as multi-part, so that offsets always nest alike."""
    maker = shapely.multilinestrings if kind is Kind.LINE else shapely.multipolygons
    result = shapes.copy()
    if shapely.get_type_id(result[0]) in (1, 3):
        result[0] = maker([result[0]])
    return result


def _offsets(kind: Kind, offsets: list[IntArray]) -> tuple[IntArray, IntArray, IntArray]:
    if kind is Kind.LINE:
        return offsets[0], np.arange(len(offsets[0]), dtype=np.int64), offsets[1]
    return offsets[0], offsets[1], offsets[2]


@dataclass(frozen=True, eq=False, slots=True)
class Dots:
    """Features of one dimension that are smaller than a pixel, by their middles.

    xy: (k, 2) map metres, as exact as the index they come from. rows: (k,) rows of the
    layer's table. span: how long and wide they are on the average, metres.
    """

    kind: Kind
    xy: np.ndarray
    rows: IntArray
    span: float = 0.0


@dataclass(frozen=True, eq=False, slots=True)
class Strips:
    """Lines of a crowd, each drawn along the middle of its thin box.

    bounds: (k, 4) as xmin, ymin, xmax, ymax, map metres. rows: (k,) rows of the layer's table.
    """

    bounds: FloatArray
    rows: IntArray

    def lines(self) -> GeometryColumn:
        """Return the lines along the middles of the boxes, two vertices each."""
        b = self.bounds.astype(np.float64)
        flat = b[:, 2] - b[:, 0] >= b[:, 3] - b[:, 1]
        middle = (b[:, :2] + b[:, 2:]) / 2
        xy = np.empty((len(b), 2, 2))
        xy[:, 0, 0], xy[:, 1, 0] = (np.where(flat, b[:, n], middle[:, 0]) for n in (0, 2))
        xy[:, 0, 1], xy[:, 1, 1] = (np.where(flat, middle[:, 1], b[:, n]) for n in (1, 3))
        each = np.arange(len(b) + 1, dtype=np.int64)
        return GeometryColumn(Kind.LINE, xy.reshape(-1, 2), each * 2, each, each, b, self.rows)


# Turned and notched, a building fills some three fifths of its box: this share of each side.
_BLOCK_SHARE = 0.78


@dataclass(frozen=True, eq=False, slots=True)
class Blocks:
    """Polygons of a crowd, a few pixels across, each drawn as an upright box.

    bounds: (k, 4) as xmin, ymin, xmax, ymax, map metres, as large as the polygons are on the
    average within their boxes. rows: (k,) rows of the layer's table.
    """

    bounds: FloatArray
    rows: IntArray

    @classmethod
    def within(cls, boxes: FloatArray, rows: IntArray) -> Blocks:
        """Return the blocks of polygons with these boxes."""
        middle = (boxes[:, :2] + boxes[:, 2:]) / 2
        half = (boxes[:, 2:] - boxes[:, :2]) * (_BLOCK_SHARE / 2)
        return cls(np.concatenate([middle - half, middle + half], axis=1), rows)

    def areas(self) -> GeometryColumn:
        """Return the blocks as polygons of five vertices."""
        b = self.bounds.astype(np.float64)
        xy = b[:, [0, 1, 2, 1, 2, 3, 0, 3, 0, 1]].reshape(-1, 2)
        each = np.arange(len(b) + 1, dtype=np.int64)
        return GeometryColumn(Kind.POLYGON, xy, each * 5, each, each, b, self.rows)


@dataclass(frozen=True, eq=False, slots=True)
class Window:
    """What a view needs of a layer: geometries to paint, dots for what is too small.

    strips and blocks are lines and polygons of a crowd that their boxes tell well enough.
    """

    geometries: Geometries = Geometries()
    dots: tuple[Dots, ...] = ()
    strips: tuple[Strips, ...] = ()
    blocks: tuple[Blocks, ...] = ()
