"""How far a point is from the features of a column, in map metres."""

from __future__ import annotations

import numpy as np

from hetao_map.geometry.columns import FloatArray, GeometryColumn, Kind
from hetao_map.geometry.extent import Extent, Xy


def near(column: GeometryColumn, point: Xy, tolerance: float) -> list[tuple[int, float]]:
    """Return (position, distance) of the features within tolerance of the point.

    The distance is 0 inside a polygon, otherwise that to the nearest edge or vertex.
    """
    window = Extent(*point, *point).padded(tolerance)
    found = []
    for position in column.intersecting(window):
        distance = distance_to(column, int(position), point)
        if distance <= tolerance:
            found.append((int(position), distance))
    return found


def distance_to(column: GeometryColumn, position: int, point: Xy) -> float:
    """Return the distance from the point to one feature."""
    x, y = nearest_point(column, position, point)
    return float(np.hypot(x - point[0], y - point[1]))


def nearest_point(column: GeometryColumn, position: int, point: Xy) -> Xy:
    """Return the place of a feature that is nearest to the point; the point itself inside it."""
    rings = column.rings_of(position)
    if column.kind is Kind.POLYGON and _inside(rings, point):
        return point
    feet = [ring[:1] if column.kind is Kind.POINT else _feet(ring, point) for ring in rings]
    places = np.concatenate(feet)
    x, y = places[np.hypot(*(places - point).T).argmin()].tolist()
    return x, y


def _inside(rings: list[FloatArray], point: Xy) -> bool:
    """Tell by the even-odd rule whether the point lies in the area of the rings."""
    x, y = point
    crossings = 0
    for ring in rings:
        x0, y0, x1, y1 = ring[:-1, 0], ring[:-1, 1], ring[1:, 0], ring[1:, 1]
        spans = (y0 > y) != (y1 > y)
        with np.errstate(divide="ignore", invalid="ignore"):
            at = x0 + (y - y0) / (y1 - y0) * (x1 - x0)
        crossings += int(np.count_nonzero(spans & (x < at)))
    return crossings % 2 == 1


def _feet(line: FloatArray, point: Xy) -> FloatArray:
    """Return (n, 2): the place of each piece of a line that is nearest to the point."""
    if len(line) == 1:
        return line
    start, step = line[:-1], np.diff(line, axis=0)
    length2 = np.maximum((step**2).sum(axis=1), 1e-18)
    along = (((np.asarray(point) - start) * step).sum(axis=1) / length2).clip(0, 1)
    feet: FloatArray = start + step * along[:, None]
    return feet


def area_of(column: GeometryColumn, position: int) -> float:
    """Return the area of a polygon feature in square map metres, holes taken off; else 0."""
    if column.kind is not Kind.POLYGON:
        return 0.0
    total = 0.0
    first_rings = set(column.part_offsets[:-1].tolist())
    offsets = column.feature_rings
    for ring in range(offsets[position], offsets[position + 1]):
        xy = column.xy[column.ring_offsets[ring] : column.ring_offsets[ring + 1]]
        x, y = xy[:, 0] - xy[0, 0], xy[:, 1] - xy[0, 1]
        area = abs(float(np.dot(x[:-1], y[1:]) - np.dot(x[1:], y[:-1]))) / 2
        total += area if ring in first_rings else -area
    return total
