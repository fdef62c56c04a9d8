"""Map coordinates and degrees: the map's own grid, and WGS84 for people and files."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from functools import lru_cache
from math import isfinite
from typing import Any

import numpy as np
import numpy.typing as npt

from hetao_map.geometry.columns import FloatArray, Geometries, GeometryColumn
from hetao_map.geometry.extent import Extent, Xy

HONG_KONG_GRID = 2326
WEB_MERCATOR = 3857

# Words of PROJ strings, WKT and PROJJSON behind which a file or a pipeline of steps is named.
_OUTREACHING = re.compile(
    r"grids|\binit\s*=|\bfile\s*=|parameter_?file|pipeline|catalog|interpolation|@|\.(?:gtx|gsb|tiff?)",
    re.IGNORECASE,
)

# Where the Hong Kong 1980 Grid is good for drawing: its area of use with a margin.
GRID_AREA = Extent(112.5, 21.2, 115.6, 24.0)


@lru_cache(maxsize=64)
def transformer(source: str, target: str) -> Any:
    """Return a pyproj Transformer, x before y on both sides. One for each thread is not needed:
    pyproj clones it per thread.
    """
    _keep_own_data()
    from pyproj import Transformer

    return Transformer.from_crs(source, target, always_xy=True)


def _keep_own_data() -> None:
    """Forget another program's PROJ data: of another version it would break ours."""
    for name in ("PROJ_DATA", "PROJ_LIB"):
        os.environ.pop(name, None)


@lru_cache(maxsize=256)
def is_known_crs(text: str) -> bool:
    """Tell whether the text names or defines a CRS that coordinates can be changed from."""
    if text == "EPSG:4326":
        return True
    if not text or text == "undefined" or _reaches_out(text):
        return False
    _keep_own_data()
    from pyproj import CRS
    from pyproj.exceptions import CRSError

    try:
        CRS.from_user_input(text)
    except CRSError:
        return False
    return True


def _reaches_out(text: str) -> bool:
    """Tell whether a definition from data names files or addresses that PROJ would open."""
    # What GDAL writes for Web Mercator names no file.
    return _OUTREACHING.search(text.replace("nadgrids=@null", "")) is not None


def projected(xy: npt.NDArray[np.float64], source: str, map_epsg: int) -> npt.NDArray[np.float64]:
    """Return (n, 2) coordinates of the CRS source (any text pyproj reads) in the map's CRS."""
    if not len(xy) or source == f"EPSG:{map_epsg}":
        return xy
    x, y = transformer(source, f"EPSG:{map_epsg}").transform(xy[:, 0], xy[:, 1])
    return np.column_stack([x, y])


def reprojected(geometries: Geometries, source: str, map_epsg: int) -> Geometries:
    """Return geometries of the CRS source in the map's CRS, bounds included.

    A vertex that has no place there becomes infinite; its feature is met by no view.
    """
    if source == f"EPSG:{map_epsg}":
        return geometries
    return Geometries(tuple(_moved(column, source, map_epsg) for column in geometries.columns))


def _moved(column: GeometryColumn, source: str, map_epsg: int) -> GeometryColumn:
    xy = projected(column.xy, source, map_epsg)
    starts = column.ring_offsets[column.feature_rings[:-1]]
    bounds = np.column_stack(
        [np.minimum.reduceat(xy, starts, axis=0), np.maximum.reduceat(xy, starts, axis=0)]
    )
    return replace(column, xy=xy, bounds=bounds)


def boxes_to_map(bounds: FloatArray, source: str, map_epsg: int) -> FloatArray:
    """Return (m, 4) boxes in the map's CRS that hold the boxes of the CRS source."""
    if source == f"EPSG:{map_epsg}":
        return bounds
    corners = [bounds[:, [0, 1]], bounds[:, [0, 3]], bounds[:, [2, 1]], bounds[:, [2, 3]]]
    moved = np.stack([projected(corner, source, map_epsg) for corner in corners])
    return np.hstack([moved.min(axis=0), moved.max(axis=0)])


def to_map(lonlat: Xy, map_epsg: int) -> Xy:
    """Return the map point of a WGS84 longitude and latitude in degrees."""
    x, y = transformer("EPSG:4326", f"EPSG:{map_epsg}").transform(*lonlat)
    return float(x), float(y)


def to_lonlat(point: Xy, map_epsg: int) -> Xy:
    """Return WGS84 longitude and latitude in degrees of a map point."""
    lon, lat = transformer(f"EPSG:{map_epsg}", "EPSG:4326").transform(*point)
    return float(lon), float(lat)


def extent_to_lonlat(extent: Extent, map_epsg: int) -> Extent:
    """Return the rectangle in degrees around a map extent."""
    left, bottom, right, top = transformer(f"EPSG:{map_epsg}", "EPSG:4326").transform_bounds(
        extent.xmin, extent.ymin, extent.xmax, extent.ymax
    )
    return Extent(float(left), float(bottom), float(right), float(top))


def extent_to_map(extent: Extent, map_epsg: int) -> Extent:
    """Return the map rectangle around a rectangle in degrees."""
    left, bottom, right, top = transformer("EPSG:4326", f"EPSG:{map_epsg}").transform_bounds(
        extent.xmin, extent.ymin, extent.xmax, extent.ymax
    )
    return Extent(float(left), float(bottom), float(right), float(top))


def north_of(point: Xy, map_epsg: int) -> float:
    """Return the degrees from the top of the map to true north at a map point, clockwise.

    It is the grid's meridian convergence with its sign turned; 0 where the projection has none.
    """
    lon, lat = to_lonlat(point, map_epsg)
    try:
        convergence = float(_projection(map_epsg).get_factors(lon, lat).meridian_convergence)
    except _projection_error():
        return 0.0
    return -convergence if isfinite(convergence) else 0.0


@lru_cache(maxsize=8)
def _projection(map_epsg: int) -> Any:
    _keep_own_data()
    from pyproj import Proj

    return Proj(f"EPSG:{map_epsg}")


def _projection_error() -> type[Exception]:
    from pyproj.exceptions import ProjError

    return ProjError


def grid_for(extent: Extent | None) -> int:
    """Return the EPSG code of the map's grid for data within extent (degrees).

    The Hong Kong 1980 Grid near Hong Kong, Web Mercator elsewhere and for the world.
    """
    if extent is None:
        return HONG_KONG_GRID
    inside = (
        extent.xmin >= GRID_AREA.xmin
        and extent.xmax <= GRID_AREA.xmax
        and extent.ymin >= GRID_AREA.ymin
        and extent.ymax <= GRID_AREA.ymax
    )
    return HONG_KONG_GRID if inside else WEB_MERCATOR
