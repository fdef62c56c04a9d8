"""Lines beside their line and areas beyond their edge."""

from __future__ import annotations

import numpy as np
import shapely

from hetao_map.geometry.columns import Kind
from hetao_map.render.paths import PixelRings


def offset_rings(rings: PixelRings, kind: Kind, distance: float) -> PixelRings:
    """Return rings moved by a distance in pixels.

    A line moves to the left of its direction, an area widens. What vanishes is left out.
    """
    if not distance or not len(rings.owner):
        return rings
    shapes, owner = _lines(rings) if kind is Kind.LINE else _areas(rings)
    if kind is Kind.LINE:
        # y counts downwards in a picture, so that left and right change places.
        moved = shapely.offset_curve(shapes, -distance, join_style="mitre", mitre_limit=2)
    else:
        moved = shapely.buffer(shapes, distance, join_style="mitre", mitre_limit=2)
        moved, index = shapely.get_rings(moved, return_index=True)
        owner = owner[index]
    return _rings(moved, owner)


def _lines(rings: PixelRings) -> tuple[np.ndarray, np.ndarray]:
    counts = np.diff(rings.offsets)
    long = counts > 1
    index = np.repeat(np.arange(len(counts)), counts)
    kept = long[index]
    numbers = np.cumsum(long) - 1
    return shapely.linestrings(rings.xy[kept], indices=numbers[index[kept]]), rings.owner[long]


def _areas(rings: PixelRings) -> tuple[np.ndarray, np.ndarray]:
    shapes, owner = _lines(rings)
    owners = np.unique(owner)
    areas = [shapely.build_area(shapely.multilinestrings(shapes[owner == one])) for one in owners]
    return np.array(areas, dtype=object), owners


def _rings(shapes: np.ndarray, owner: np.ndarray) -> PixelRings:
    parts, index = shapely.get_parts(shapes, return_index=True)
    full = ~shapely.is_empty(parts)
    parts, owner = parts[full], owner[index[full]]
    counts = shapely.get_num_coordinates(parts)
    offsets = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
    return PixelRings(shapely.get_coordinates(parts), offsets, owner.astype(np.int64))
