"""Lengths and areas on the ground.

Source: C. F. F. Karney, "Algorithms for geodesics", J. Geodesy 87 (2013), as in PROJ.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from hetao_map.geometry.extent import Xy


@cache
def _wgs84() -> Any:
    from pyproj import Geod

    return Geod(ellps="WGS84")


def segment_lengths(lonlat: Sequence[Xy]) -> list[float]:
    """Return the geodesic length in metres of each piece of a line of WGS84 degrees."""
    if len(lonlat) < 2:
        return []
    lons, lats = zip(*lonlat, strict=True)
    return [float(length) for length in _wgs84().line_lengths(lons, lats)]


def enclosed_area(lonlat: Sequence[Xy]) -> float:
    """Return the square metres within the geodesics that join WGS84 degrees, the last with the
    first; whichever way they run. An edge that crosses itself has no such area.
    """
    if len(lonlat) < 3:
        return 0.0
    lons, lats = zip(*lonlat, strict=True)
    area, _perimeter = _wgs84().polygon_area_perimeter(lons, lats)
    return abs(float(area))


def crosses_itself(ring: Sequence[Xy]) -> bool:
    """Tell whether a closed line of plane coordinates meets itself elsewhere than at its end."""
    import shapely

    return not shapely.LineString(ring).is_simple


def azimuth(start: Xy, end: Xy) -> float:
    """Return the degrees from true north, 0 to 360 clockwise, in which end lies from start.

    Both are WGS84 degrees.
    """
    forward, _, _ = _wgs84().inv(*start, *end)
    return float(forward) % 360


def geodesic_area(shape: Any, map_epsg: int) -> tuple[float, float]:
    """Return (square metres, metres around) of a shapely area in map metres, holes left out."""
    import shapely

    from hetao_map.geometry.projection import transformer

    to_degrees = transformer(f"EPSG:{map_epsg}", "EPSG:4326").transform
    area = around = 0.0
    for polygon in shapely.get_parts(shape):
        for number, ring in enumerate((polygon.exterior, *polygon.interiors)):
            lons, lats = to_degrees(*shapely.get_coordinates(ring).T)
            size, length = _wgs84().polygon_area_perimeter(lons[:-1], lats[:-1])
            area += -abs(size) if number else abs(size)
            around += length
    return float(area), float(around)
