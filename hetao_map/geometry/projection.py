"""Map coordinates and degrees: the map's own grid, and WGS84 for people and files."""

from __future__ import annotations

import math
import os
import re
import warnings
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from hetao_map.geometry.columns import FloatArray, Geometries, GeometryColumn
from hetao_map.geometry.extent import Extent, Xy

_WGS84 = "EPSG:4326"
HONG_KONG_GRID = 2326
WEB_MERCATOR = 3857

# Words of PROJ strings, WKT and PROJJSON behind which a file or a pipeline of steps is named.
_OUTREACHING = re.compile(
    r"grids|\binit\s*=|\bfile\s*=|parameter_?file|pipeline|catalog|interpolation|@|\.(?:gtx|gsb|tiff?)",
    re.IGNORECASE,
)

# Per cent; 70 is that of systems with the same name and other details.
_SURE = 90

# Where the Hong Kong 1980 Grid is good for drawing: its area of use with a margin.
GRID_AREA = Extent(112.5, 21.2, 115.6, 24.0)

# Where a grid can be drawn at all: thirty degrees off its meridian a cylinder around the pole's
# axis bends the Earth beyond use; Web Mercator ends where it is a square.
USABLE_AREA = {
    HONG_KONG_GRID: Extent(84.0, -80.0, 144.0, 80.0),
    WEB_MERCATOR: Extent(-180.0, -85.0511287, 180.0, 85.0511287),
}


@lru_cache(maxsize=64)
def transformer(source: str, target: str) -> Any:
    """Return a pyproj Transformer, x before y on both sides. One for each thread is not needed:
    pyproj clones it per thread.

    Between two systems of which PROJ does not know how their datums lie to each other, such as
    CGCS2000 and Hong Kong 1980, it would take them for the same, which is 300 m beside the truth.
    Both are known beside WGS84, so that the way leads through that.
    """
    _keep_own_data()
    from pyproj import Transformer
    from pyproj.exceptions import ProjError

    if _WGS84 not in (source, target):
        try:
            return Transformer.from_crs(source, target, always_xy=True, allow_ballpark=False)
        except ProjError:
            return _ThroughWgs84(source, target)
    return Transformer.from_crs(source, target, always_xy=True)


class _ThroughWgs84:
    """Does what a pyproj Transformer does, in two steps."""

    def __init__(self, source: str, target: str) -> None:
        self._there, self._on = transformer(source, _WGS84), transformer(_WGS84, target)

    def transform(self, x: Any, y: Any) -> Any:
        return self._on.transform(*self._there.transform(x, y))

    def transform_bounds(self, *box: float) -> Any:
        return self._on.transform_bounds(*self._there.transform_bounds(*box))


def _keep_own_data() -> None:
    """Forget another program's PROJ data: of another version it would break ours."""
    for name in ("PROJ_DATA", "PROJ_LIB"):
        os.environ.pop(name, None)


def has_projection_data() -> bool:
    """Tell whether PROJ's own database is there, without which no CRS is known."""
    _keep_own_data()
    with warnings.catch_warnings():
        # It warns while it is imported without its data.
        warnings.simplefilter("ignore")
        from pyproj.datadir import get_data_dir
        from pyproj.exceptions import DataDirError

    try:
        folders = get_data_dir().split(os.pathsep)
    except DataDirError:
        return False
    return any((Path(folder) / "proj.db").is_file() for folder in folders)


@lru_cache(maxsize=256)
def is_known_crs(text: str) -> bool:
    """Tell whether the text names or defines a CRS that coordinates can be changed from."""
    if text == "EPSG:4326":
        return True
    if not text or text == "undefined" or _reaches_out(text):
        return False
    from pyproj.exceptions import CRSError, ProjError

    try:
        # A plan without an origin, or the grid of another planet, is a CRS as well.
        transformer(text, "EPSG:4326")
    except (CRSError, ProjError):
        return False
    return True


def epsg_of(definition: str) -> int | None:
    """Return the EPSG code that a definition is surely of, None where it is not sure of one."""
    if definition in ("", "undefined") or not is_known_crs(definition):
        return None
    from pyproj import CRS

    found = CRS.from_user_input(definition).to_epsg(min_confidence=_SURE)
    return None if found is None else int(found)


def _reaches_out(text: str) -> bool:
    """Tell whether a definition from data names files or addresses that PROJ would open."""
    # What GDAL writes for Web Mercator names no file.
    return _OUTREACHING.search(text.replace("nadgrids=@null", "")) is not None


def projected(xy: npt.NDArray[np.float64], source: str, map_epsg: int) -> npt.NDArray[np.float64]:
    """Return (n, 2) coordinates of the CRS source (any text pyproj reads) in the map's CRS."""
    return between(xy, source, f"EPSG:{map_epsg}")


def between(xy: npt.NDArray[np.float64], source: str, target: str) -> npt.NDArray[np.float64]:
    """Return (n, 2) coordinates of a CRS in another, both texts that pyproj reads.

    What has no place there becomes infinite.
    """
    if not len(xy) or source == target:
        return xy
    x, y = transformer(source, target).transform(xy[:, 0], xy[:, 1])
    return np.column_stack([x, y])


def reprojected(geometries: Geometries, source: str, map_epsg: int) -> Geometries:
    """Return geometries of the CRS source in the map's CRS, bounds included.

    A vertex that has no place there becomes infinite; its feature is met by no view.
    """
    if source == f"EPSG:{map_epsg}":
        return geometries
    return Geometries(tuple(_moved(column, source, map_epsg) for column in geometries.columns))


def _moved(column: GeometryColumn, source: str, map_epsg: int) -> GeometryColumn:
    return column.moved(projected(column.xy, source, map_epsg))


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


def extent_between(extent: Extent, source: str, target: str) -> Extent | None:
    """Return the rectangle of a CRS around a rectangle of another, None where there is none.

    Both are texts that pyproj reads. Edges are followed, not only corners.
    """
    if source == target:
        return extent
    box = (extent.xmin, extent.ymin, extent.xmax, extent.ymax)
    found = transformer(source, target).transform_bounds(*box)
    if not all(map(math.isfinite, found)):
        return None
    left, bottom, right, top = map(float, found)
    # Degrees that lead over the date line go around the whole world.
    return Extent(left, bottom, right, top) if left <= right else Extent(-180, bottom, 180, top)


def north_of(point: Xy, map_epsg: int) -> float:
    """Return the degrees from the top of the map to true north at a map point, clockwise.

    It is the grid's meridian convergence with its sign turned; 0 where the projection has none.
    """
    lon, lat = to_lonlat(point, map_epsg)
    try:
        convergence = float(_projection(map_epsg).get_factors(lon, lat).meridian_convergence)
    except _projection_error():
        return 0.0
    return -convergence if math.isfinite(convergence) else 0.0


@lru_cache(maxsize=8)
def _projection(map_epsg: int) -> Any:
    _keep_own_data()
    from pyproj import Proj

    return Proj(f"EPSG:{map_epsg}")


def _projection_error() -> type[Exception]:
    from pyproj.exceptions import ProjError

    return ProjError


def ground_metres(point: Xy, map_epsg: int) -> float:
    """Return the metres on the ground of one map metre near a point.

    The Hong Kong grid keeps lengths to some parts in ten thousand; Web Mercator stretches
    them by the secant of the latitude.
    """
    if map_epsg != WEB_MERCATOR:
        return 1.0
    return math.cos(math.radians(to_lonlat(point, map_epsg)[1]))


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
