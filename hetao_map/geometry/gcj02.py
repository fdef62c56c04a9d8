"""GCJ-02, the shifted coordinates of web maps of the Mainland: an approximation.

The shift itself is not public. This is the approximation in general use, published as
"EvilTransform" (on4wp7.codeplex.com, changeset 21483, 2013; github.com/googollee/eviltransform):
a fixed formula of longitude and latitude on Krasovsky's ellipsoid. Nobody states its accuracy.
"""

from __future__ import annotations

from math import cos, hypot, pi, sin, sqrt

from hetao_map.geometry.extent import Extent, Xy

# Where the published formula applies.
FORMULA_AREA = Extent(72.004, 0.8293, 137.8347, 55.8271)
_SEMI_MAJOR_AXIS_M = 6_378_245.0
_ECCENTRICITY2 = 0.00669342162296594323
_CLOSE_ENOUGH = 1e-10
_MOST_ROUNDS = 30


def to_gcj02(lonlat: Xy) -> Xy:
    """Return WGS84 degrees as GCJ-02 degrees. Whether the place is shifted at all is not asked."""
    east, north = _shift(lonlat)
    return lonlat[0] + east, lonlat[1] + north


def from_gcj02(shifted: Xy) -> Xy:
    """Return GCJ-02 degrees as WGS84 degrees, by iteration: the inverse of to_gcj02."""
    lon, lat = shifted
    for _round in range(_MOST_ROUNDS):
        east, north = to_gcj02((lon, lat))
        off = shifted[0] - east, shifted[1] - north
        lon, lat = lon + off[0], lat + off[1]
        if hypot(*off) < _CLOSE_ENOUGH:
            break
    return lon, lat


def _shift(lonlat: Xy) -> Xy:
    """Return by how many degrees a place is moved east and north."""
    x, y = lonlat[0] - 105.0, lonlat[1] - 35.0
    root, both = 0.1 * sqrt(abs(x)), 0.1 * x * y
    ripple = 20 * sin(6 * pi * x) + 20 * sin(2 * pi * x)
    east = 300 + x + 2 * y + 0.1 * x * x + both + root
    east += (ripple + _waves(x, (20, 1), (40, 3), (150, 12), (300, 30))) * 2 / 3
    north = -100 + 2 * x + 3 * y + 0.2 * y * y + both + 2 * root
    north += (ripple + _waves(y, (20, 1), (40, 3), (160, 12), (320, 30))) * 2 / 3
    latitude = lonlat[1] / 180 * pi
    square = 1 - _ECCENTRICITY2 * sin(latitude) ** 2
    # Metres of a radian along the meridian, and along the parallel.
    meridian = _SEMI_MAJOR_AXIS_M * (1 - _ECCENTRICITY2) / square**1.5
    parallel = _SEMI_MAJOR_AXIS_M / sqrt(square) * cos(latitude)
    return east * 180 / (parallel * pi), north * 180 / (meridian * pi)


def _waves(value: float, *parts: tuple[float, float]) -> float:
    return sum(height * sin(pi * value / length) for height, length in parts)
