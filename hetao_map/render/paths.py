"""Painter paths from columns of coordinates, without a Python call per vertex."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QByteArray, QDataStream, QIODevice
from PySide6.QtGui import QPainterPath

from hetao_map.geometry.columns import FloatArray, GeometryColumn, IntArray, Kind, ranges
from hetao_map.geometry.extent import Extent
from hetao_map.geometry.viewport import Viewport

# QPainterPath as QDataStream writes it: a count, its elements, where the last sub-path
# starts and the fill rule. Source: qpainterpath.cpp, operator<<; big-endian.
_ELEMENT = np.dtype([("type", ">i4"), ("x", ">f8"), ("y", ">f8")])
_MOVE, _LINE = 0, 1

# One path for many sub-paths costs more than several; neighbours in paths of 64 are fastest.
CHUNK = 64
# Below this each feature has a path of its own, so that overlapping areas add up.
SINGLE_UP_TO = 3000
# Vertices nearer than half a pixel to the one before add time and no picture.
_THIN_FROM_VERTICES = 4000
_COARSE_FROM_VERTICES = 500_000
# GEOS takes the square of the crossings to cut a shape; one with more of them stays whole.
_MOST_CROSSINGS = 5000


@dataclass(frozen=True, eq=False)
class PixelRings:
    """Rings in logical pixels. owner: (rings,) number of the feature each belongs to."""

    xy: FloatArray
    offsets: IntArray
    owner: IntArray


def pixel_rings(column: GeometryColumn, positions: IntArray, viewport: Viewport) -> PixelRings:
    """Return the rings of features in logical pixels, thinned to what can be seen.

    Features much larger than the view are cut at a window around it, so that a dashed line
    does not run for a million pixels outside the picture.
    """
    window = viewport.extent.padded(max(viewport.extent.width, viewport.extent.height))
    large = _reaches_far(column, positions, window)
    rings = _gathered(column, positions[~large], viewport)
    if not large.any():
        return rings
    cut = [_cut(column, int(position), window, viewport) for position in positions[large]]
    return _joined([rings, *cut], np.concatenate([np.flatnonzero(~large), np.flatnonzero(large)]))


def pixel_points(column: GeometryColumn, positions: IntArray, viewport: Viewport) -> FloatArray:
    """Return (n, 2) logical pixels of the points of features; none is left out."""
    if len(column.xy) == len(column):
        chosen = column.xy if len(positions) == len(column) else column.xy[positions]
        return to_pixels(chosen, viewport)
    rings = column.feature_rings
    vertices, _ = ranges(rings[positions], rings[positions + 1])
    return to_pixels(column.xy[column.ring_offsets[vertices]], viewport)


def _reaches_far(column: GeometryColumn, positions: IntArray, window: Extent) -> np.ndarray:
    b = column.bounds[positions]
    beyond: np.ndarray = (
        (b[:, 0] < window.xmin) | (b[:, 1] < window.ymin)
        | (b[:, 2] > window.xmax) | (b[:, 3] > window.ymax)
    )  # fmt: skip
    return beyond & (column.kind is not Kind.POINT)


def _gathered(column: GeometryColumn, positions: IntArray, viewport: Viewport) -> PixelRings:
    feature_rings = column.feature_rings
    if _is_all(positions, len(column)):
        owner = np.repeat(np.arange(len(column)), np.diff(feature_rings))
        whole = PixelRings(to_pixels(column.xy, viewport), column.ring_offsets, owner)
        return _thinned(whole)
    rings, owner = ranges(feature_rings[positions], feature_rings[positions + 1])
    vertices, ring_of = ranges(column.ring_offsets[rings], column.ring_offsets[rings + 1])
    counts = np.bincount(ring_of, minlength=len(rings))
    offsets = np.concatenate([[0], np.cumsum(counts)])
    return _thinned(PixelRings(to_pixels(column.xy[vertices], viewport), offsets, owner))


def _is_all(positions: IntArray, count: int) -> bool:
    """Tell whether the positions are all there are, in their order."""
    return len(positions) == count and count > 0 and bool((np.diff(positions) == 1).all())


def to_pixels(xy: FloatArray, viewport: Viewport) -> FloatArray:
    """Return (n, 2) logical pixels of (n, 2) map points."""
    extent, per_metre = viewport.extent, 1 / viewport.metres_per_px
    pixels = np.empty_like(xy)
    np.multiply(xy[:, 0] - extent.xmin, per_metre, out=pixels[:, 0])
    np.multiply(extent.ymax - xy[:, 1], per_metre, out=pixels[:, 1])
    return pixels


def _thinned(rings: PixelRings) -> PixelRings:
    if len(rings.xy) < _THIN_FROM_VERTICES:
        return rings
    # The more there is to see, the less of each line can be seen.
    cell = 1.5 if len(rings.xy) > _COARSE_FROM_VERTICES else 0.5
    cells = np.floor(rings.xy / cell).astype(np.int32)
    keep = np.ones(len(cells), dtype=bool)
    keep[1:] = (cells[1:] != cells[:-1]).any(axis=1)
    keep[rings.offsets[:-1]] = True
    keep[rings.offsets[1:] - 1] = True
    kept_before = np.concatenate([[0], np.cumsum(keep)])
    return PixelRings(rings.xy[keep], kept_before[rings.offsets], rings.owner)


def _cut(column: GeometryColumn, position: int, window: Extent, viewport: Viewport) -> PixelRings:
    import shapely

    from hetao_map.geometry.columns import from_shapely

    shape = column.shapes(np.array([position]))[0]
    if _crossings(shapely.get_coordinates(shape), window) > _MOST_CROSSINGS:
        return _gathered(column, np.array([position]), viewport)
    try:
        cut = shapely.clip_by_rect(shape, window.xmin, window.ymin, window.xmax, window.ymax)
    except shapely.errors.GEOSException:
        cut = shape
    part = from_shapely(np.array([cut], dtype=object), np.array([0])).of(column.kind)
    if part is None:
        return PixelRings(np.empty((0, 2)), np.zeros(1, np.int64), np.empty(0, np.int64))
    return _gathered(part, np.arange(len(part)), viewport)


def _crossings(xy: FloatArray, window: Extent) -> int:
    """Return how many of the segments between (n, 2) vertices reach into another side's space."""
    beyond = (
        (xy < (window.xmin, window.ymin)) * (1, 2) + (xy > (window.xmax, window.ymax)) * (4, 8)
    ).sum(axis=1)
    return int(np.count_nonzero(np.diff(beyond)))


def _joined(groups: list[PixelRings], numbers: IntArray) -> PixelRings:
    """Join ring groups; the first holds several features, each further one holds one."""
    first = groups[0]
    count = len(numbers) - (len(groups) - 1)
    owners = [numbers[:count][first.owner] if len(first.owner) else first.owner]
    owners += [np.full(len(g.owner), numbers[count + n]) for n, g in enumerate(groups[1:])]
    shifts = np.cumsum([0] + [len(group.xy) for group in groups])
    offsets = [group.offsets[:-1] + shift for group, shift in zip(groups, shifts, strict=False)]
    return PixelRings(
        np.concatenate([group.xy for group in groups]),
        np.concatenate([*offsets, [shifts[-1]]]).astype(np.int64),
        np.concatenate(owners).astype(np.int64),
    )


def painter_paths(rings: PixelRings, per_path: int | None = None) -> Iterator[QPainterPath]:
    """Yield paths with per_path features each; few features get a path of their own."""
    if not len(rings.owner):
        return
    features = int(rings.owner.max()) + 1
    step = per_path or (1 if features <= SINGLE_UP_TO else CHUNK)
    elements = np.empty(len(rings.xy), dtype=_ELEMENT)
    elements["type"] = _LINE
    elements["type"][rings.offsets[:-1]] = _MOVE
    elements["x"], elements["y"] = rings.xy[:, 0], rings.xy[:, 1]
    order = np.arange(len(rings.owner))
    if (np.diff(rings.owner) < 0).any():
        order = np.argsort(rings.owner, kind="stable")
    group = rings.owner[order] // step
    cuts = np.concatenate([[0], np.flatnonzero(np.diff(group)) + 1, [len(group)]])
    for start, end in zip(cuts[:-1].tolist(), cuts[1:].tolist(), strict=True):
        yield _path(_elements_of(elements, rings, order[start:end]))


def _elements_of(elements: np.ndarray, rings: PixelRings, chosen: IntArray) -> np.ndarray:
    if len(chosen) and chosen[-1] - chosen[0] == len(chosen) - 1:
        return elements[rings.offsets[chosen[0]] : rings.offsets[chosen[-1] + 1]]
    return np.concatenate(
        [elements[rings.offsets[ring] : rings.offsets[ring + 1]] for ring in chosen]
    )


def _path(elements: np.ndarray) -> QPainterPath:
    count = len(elements).to_bytes(4, "big")
    data = QByteArray(count + elements.tobytes() + bytes(8))
    stream = QDataStream(data, QIODevice.OpenModeFlag.ReadOnly)
    path = QPainterPath()
    stream >> path
    return path
