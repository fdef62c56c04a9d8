"""Lengths on the ground."""

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
    """Return the geodesic length in metres of each piece of a line of WGS84 degrees.

    Source: C. F. F. Karney, "Algorithms for geodesics", J. Geodesy 87 (2013), as in PROJ.
    """
    if len(lonlat) < 2:
        return []
    lons, lats = zip(*lonlat, strict=True)
    return [float(length) for length in _wgs84().line_lengths(lons, lats)]


def azimuth(start: Xy, end: Xy) -> float:
    """Return the degrees from true north, 0 to 360 clockwise, in which end lies from start.

    Both are WGS84 degrees. Source: Karney (2013), as in PROJ.
    """
    forward, _, _ = _wgs84().inv(*start, *end)
    return float(forward) % 360
