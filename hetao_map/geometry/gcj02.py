"""GCJ-02, the shifted coordinates of web maps of the Mainland: an approximation.

The shift itself is not public. This is the approximation in general use, published as
"EvilTransform" (on4wp7.codeplex.com, changeset 21483, 2013; github.com/googollee/eviltransform):
a fixed formula of longitude and latitude on Krasovsky's ellipsoid. Nobody states its accuracy.
"""

from __future__ import annotations

from collections.abc import Callable
from math import pi

import numpy as np

from hetao_map.geometry.columns import FloatArray
from hetao_map.geometry.extent import Extent, Xy

# Where the published formula applies.
FORMULA_AREA = Extent(72.004, 0.8293, 137.8347, 55.8271)
_SEMI_MAJOR_AXIS_M = 6_378_245.0
_ECCENTRICITY2 = 0.00669342162296594323
_CLOSE_ENOUGH = 1e-10
_MOST_ROUNDS = 30


def to_gcj02(lonlat: Xy) -> Xy:
    """Return WGS84 degrees as GCJ-02 degrees. Whether the place is shifted at all is not asked."""
    ((lon, lat),) = all_to_gcj02(np.array([lonlat])).tolist()
    return lon, lat


def from_gcj02(shifted: Xy) -> Xy:
    """Return GCJ-02 degrees as WGS84 degrees: the inverse of to_gcj02."""
    ((lon, lat),) = all_from_gcj02(np.array([shifted])).tolist()
    return lon, lat


def all_to_gcj02(lonlat: FloatArray) -> FloatArray:
    """Return (n, 2) WGS84 degrees as GCJ-02 degrees."""
    return lonlat + np.column_stack(_shift(lonlat[:, 0], lonlat[:, 1]))


def all_from_gcj02(shifted: FloatArray) -> FloatArray:
    """Return (n, 2) GCJ-02 degrees as WGS84 degrees: the inverse of all_to_gcj02."""
    return inverted(all_to_gcj02, shifted)


def inverted(forward: Callable[[FloatArray], FloatArray], shifted: FloatArray) -> FloatArray:
    """Return the (n, 2) degrees that forward shifts to these, by iteration, to 1e-10 degrees.

    forward moves places by little, and neighbours by nearly the same.
    """
    found = shifted.copy()
    for _round in range(_MOST_ROUNDS):
        off = shifted - forward(found)
        found += off
        if not (np.abs(off) >= _CLOSE_ENOUGH).any():
            break
    return found


def _shift(lon: FloatArray, lat: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return by how many degrees places are moved east and north."""
    x, y = lon - 105.0, lat - 35.0
    root, both = 0.1 * np.sqrt(np.abs(x)), 0.1 * x * y
    ripple = 20 * np.sin(6 * pi * x) + 20 * np.sin(2 * pi * x)
    east = 300 + x + 2 * y + 0.1 * x * x + both + root
    east += (ripple + _waves(x, (20, 1), (40, 3), (150, 12), (300, 30))) * 2 / 3
    north = -100 + 2 * x + 3 * y + 0.2 * y * y + both + 2 * root
    north += (ripple + _waves(y, (20, 1), (40, 3), (160, 12), (320, 30))) * 2 / 3
    latitude = lat / 180 * pi
    square = 1 - _ECCENTRICITY2 * np.sin(latitude) ** 2
    # Metres of a radian along the meridian, and along the parallel.
    meridian = _SEMI_MAJOR_AXIS_M * (1 - _ECCENTRICITY2) / square**1.5
    parallel = _SEMI_MAJOR_AXIS_M / np.sqrt(square) * np.cos(latitude)
    return east * 180 / (parallel * pi), north * 180 / (meridian * pi)


def _waves(value: FloatArray, *parts: tuple[float, float]) -> FloatArray:
    result: FloatArray = sum(
        (height * np.sin(pi * value / length) for height, length in parts), np.zeros_like(value)
    )
    return result
