"""Where coordinates of a reference system can be."""

from __future__ import annotations

import warnings
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from hetao_map.geometry.projection import projected, transformer

_Bounds = npt.NDArray[np.float64]
_WORLD = (-180.0, -90.0, 180.0, 90.0)
_ROUNDING = 1e-6
# Grids are used somewhat beyond their area; a mistake in the system leads much farther.
_MARGIN = 10.0


def outside(bounds: _Bounds, crs: str) -> npt.NDArray[np.bool_]:
    """Tell of each row of bounds (n, 4) whether it lies where the CRS cannot be meant.

    Geographic coordinates must be on the globe, others within ten degrees of the area that
    the CRS is made for. Rows that are not numbers, and all rows when crs is empty, are not
    outside.
    """
    known = np.isfinite(bounds).all(axis=1)
    if not crs or not known.any():
        return np.zeros(len(bounds), dtype=bool)
    try:
        geographic, (west, south, east, north) = _area(crs)
        degrees = bounds if geographic else _degrees(bounds, crs)
    except RuntimeError:
        # pyproj's errors: a system without a way to degrees, as a building's own grid, rules
        # nothing out.
        return np.zeros(len(bounds), dtype=bool)
    low = np.array([west, south]) - _ROUNDING
    high = np.array([east, north]) + _ROUNDING
    with np.errstate(invalid="ignore"):
        inside = (degrees[:, :2] >= low).all(axis=1) & (degrees[:, 2:] <= high).all(axis=1)
    return np.asarray(known & ~inside, dtype=bool)


def _degrees(bounds: _Bounds, crs: str) -> _Bounds:
    """Return the lower and the upper corner in degrees, smallest first; infinite if nowhere."""
    first, second = (projected(bounds[:, part], crs, 4326) for part in (slice(0, 2), slice(2, 4)))
    return np.hstack([np.fmin(first, second), np.fmax(first, second)])


@lru_cache(maxsize=64)
def _area(crs: str) -> tuple[bool, tuple[float, float, float, float]]:
    """Return whether a CRS is geographic, and west, south, east, north of where it is used."""
    from pyproj import CRS

    transformer(crs, "EPSG:4326")  # settles which PROJ data is used
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        system = CRS.from_user_input(crs)
        area = system.area_of_use
    if system.is_geographic or area is None or area.west > area.east:
        return bool(system.is_geographic), _WORLD
    west, south, east, north = (
        side + margin
        for side, margin in zip(area.bounds, (-_MARGIN, -_MARGIN, _MARGIN, _MARGIN), strict=True)
    )
    if west < -180 or east > 180:  # beyond the date line longitudes begin anew
        west, east = -180.0, 180.0
    return False, (west, south, east, north)
