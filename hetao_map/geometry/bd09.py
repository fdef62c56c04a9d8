"""BD-09, the coordinates of Baidu's maps: GCJ-02 shifted once more. An approximation.

Baidu does not publish the shift. This is the formula in general use, as in coordtransform
(github.com/wandergis/coordtransform) and many others: the place in polar coordinates is moved by
a small wave in each, and then by 0.0065 degrees east and 0.006 north. The inverse that these
programs use is off by up to some metres; here it is the formula's own, by iteration.
"""

from __future__ import annotations

from math import pi

import numpy as np

from hetao_map.geometry.columns import FloatArray
from hetao_map.geometry.gcj02 import all_from_gcj02, all_to_gcj02, inverted

_WAVE = pi * 3000 / 180
_EAST, _NORTH = 0.0065, 0.006


def all_to_bd09(lonlat: FloatArray) -> FloatArray:
    """Return (n, 2) WGS84 degrees as BD-09 degrees."""
    return _beyond_gcj02(all_to_gcj02(lonlat))


def all_from_bd09(shifted: FloatArray) -> FloatArray:
    """Return (n, 2) BD-09 degrees as WGS84 degrees: the inverse of all_to_bd09."""
    return all_from_gcj02(inverted(_beyond_gcj02, shifted))


def _beyond_gcj02(lonlat: FloatArray) -> FloatArray:
    x, y = lonlat[:, 0], lonlat[:, 1]
    radius = np.hypot(x, y) + 0.00002 * np.sin(y * _WAVE)
    angle = np.arctan2(y, x) + 0.000003 * np.cos(x * _WAVE)
    return np.column_stack([radius * np.cos(angle) + _EAST, radius * np.sin(angle) + _NORTH])
