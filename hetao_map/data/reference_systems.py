"""Which CRS the coordinates of a layer are in: as its file says, or the likeliest one."""

from __future__ import annotations

import sqlite3

import numpy as np
import numpy.typing as npt

from hetao_map.data.connection import table_rows
from hetao_map.geometry.extent import Extent
from hetao_map.geometry.projection import GRID_AREA, HONG_KONG_GRID, is_known_crs, projected

WGS84 = "EPSG:4326"
# What data of this part of the world comes in; the first that puts it on the map is taken.
# Hong Kong 1980 Grid, CGCS2000 3-degree Gauss-Krueger (both ways of writing), UTM 49N and 50N.
NEARBY = (WGS84, f"EPSG:{HONG_KONG_GRID}", "EPSG:4547", "EPSG:4526", "EPSG:32649", "EPSG:32650")
WORLD = "EPSG:3857"
_FARTHEST = 20_037_509.0
# So many corners tell whether a CRS can be right.
_A_FEW = 1000


def reference_systems(connection: sqlite3.Connection, used: set[int]) -> dict[int, str]:
    """Return what pyproj reads for each used srs_id that it knows; undefined ones are left out."""
    result = {}
    for row in table_rows(connection, "gpkg_spatial_ref_sys"):
        srs_id, code = row.get("srs_id"), row.get("organization_coordsys_id")
        name = str(row.get("organization") or "").upper()
        definition = str(row.get("definition") or "")
        text = f"{name}:{code}" if name in ("EPSG", "ESRI") else definition
        if not isinstance(srs_id, int) or srs_id <= 0 or srs_id not in used:
            continue
        crs = next((known for known in (text, definition) if is_known_crs(known)), "")
        if crs:
            result[srs_id] = crs
    return result


def lonlat_of(bounds: npt.NDArray[np.floating], crs: str) -> Extent | None:
    """Return the rectangle in degrees around bounds (xmin, ymin, xmax, ymax) of a CRS."""
    xmin, ymin, xmax, ymax = bounds
    corners = np.array([[xmin, ymin], [xmin, ymax], [xmax, ymin], [xmax, ymax]], dtype=float)
    if not np.isfinite(corners).all():
        return None
    lonlat = projected(corners, crs, 4326)
    if not np.isfinite(lonlat).all():
        return None
    low, high = lonlat.min(axis=0), lonlat.max(axis=0)
    return Extent(float(low[0]), float(low[1]), float(high[0]), float(high[1]))


def can_be_in(crs: str, boxes: npt.NDArray[np.floating]) -> bool:
    """Tell whether any of the boxes (m, 4) has a place on the Earth in a CRS; none at all can."""
    corners = boxes[np.isfinite(boxes).all(axis=1), :2].astype(np.float64)
    if not len(corners):
        return True
    # Nearly always a few of them tell, and a million take most of a second.
    few = corners[:: max(len(corners) // _A_FEW, 1)]
    return _any_on_earth(crs, few) or _any_on_earth(crs, corners)


def _any_on_earth(crs: str, corners: npt.NDArray[np.float64]) -> bool:
    lonlat = projected(corners, crs, 4326)
    on_earth = np.isfinite(lonlat).all(axis=1)
    on_earth &= (np.abs(lonlat) <= (360, 90)).all(axis=1)
    return bool(on_earth.any())


def likely_crs(boxes: npt.NDArray[np.floating]) -> str:
    """Return the CRS that coordinates without one are shown in, empty where none can be.

    boxes: (m, 4). It is the first of NEARBY that puts them near Hong Kong, degrees where they
    could be some, else the metres of Web Mercator: a plane in which shapes are right.
    """
    boxes = boxes[np.isfinite(boxes).all(axis=1)].astype(float)
    if not len(boxes):
        return WGS84
    around = np.concatenate([boxes[:, :2].min(axis=0), boxes[:, 2:].max(axis=0)])
    for crs in NEARBY:
        if _is_near(lonlat_of(around, crs)):
            return crs
    if (np.abs(around) <= (180, 90, 180, 90)).all():
        return WGS84
    return WORLD if (np.abs(around) <= _FARTHEST).all() else ""


def _is_near(extent: Extent | None) -> bool:
    return (
        extent is not None
        and GRID_AREA.contains((extent.xmin, extent.ymin))
        and GRID_AREA.contains((extent.xmax, extent.ymax))
    )
