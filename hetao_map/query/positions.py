"""A position in each of the coordinate systems that people here use."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite

import numpy as np

from hetao_map.geometry.extent import Extent, Xy
from hetao_map.geometry.gcj02 import to_gcj02
from hetao_map.geometry.mainland import HONG_KONG, MACAO
from hetao_map.geometry.projection import GRID_AREA, HONG_KONG_GRID, to_lonlat, to_map
from hetao_map.model.dataset import Catalog
from hetao_map.model.state import COORDINATE_FORMS
from hetao_map.text import words
from hetao_map.text.coordinates import degrees, degrees_minutes_seconds, grid_metres
from hetao_map.text.language import Language
from hetao_map.text.localized import LocalizedText

_NOTHING = LocalizedText()
_BOUNDARY_LAYER = "boundary"
# CGCS2000 / 3-degree Gauss-Kruger without a zone in the easting: EPSG 4534 (75°E) to 4554 (135°E).
_FIRST_ZONE_EPSG, _FIRST_MERIDIAN, _LAST_MERIDIAN = 4534, 75, 135


@dataclass(frozen=True, slots=True)
class Position:
    """A place in words. text is empty where the system is not used; mark names the system in
    short, accuracy says how far the figures can be trusted.
    """

    form: str
    mark: str
    text: str
    accuracy: str

    @property
    def marked(self) -> str:
        """Return the figures with their mark."""
        return f"{self.mark}  {self.text}" if self.mark and self.text else self.text


def positions(catalog: Catalog, point: Xy, language: Language) -> tuple[Position, ...]:
    """Return a map point in all systems, in the order in which they are offered."""
    return tuple(position_in(form, catalog, point, language) for form in COORDINATE_FORMS)


def position_in(form: str, catalog: Catalog, point: Xy, language: Language) -> Position:
    """Return a map point in one system of COORDINATE_FORMS."""
    lonlat = to_lonlat(point, catalog.map_epsg)
    mark = (
        words.COORDINATE_MARK.get(form, _NOTHING)
        .in_(language)
        .format(meridian=_meridian(lonlat[0]))
    )
    text = _figures(form, catalog, point, lonlat) if all(map(isfinite, lonlat)) else ""
    return Position(form, mark, text, words.COORDINATE_ACCURACY.get(form, _NOTHING).in_(language))


def _figures(form: str, catalog: Catalog, point: Xy, lonlat: Xy) -> str:
    match form:
        case "wgs84_dms":
            return degrees_minutes_seconds(*lonlat)
        case "hk1980":
            return (
                grid_metres(*to_map(lonlat, HONG_KONG_GRID)) if _within(GRID_AREA, lonlat) else ""
            )
        case "cgcs2000_gk":
            return _gauss_krueger(lonlat)
        case "gcj02":
            return degrees(*to_gcj02(lonlat)) if in_mainland(catalog, point, lonlat) else ""
    return degrees(*lonlat)


def _within(area: Extent, lonlat: Xy) -> bool:
    return area.contains(lonlat)


def _meridian(lon: float) -> int:
    """Return the central meridian of a longitude's zone of three degrees."""
    return round(lon / 3) * 3 if isfinite(lon) else 0


def _gauss_krueger(lonlat: Xy) -> str:
    epsg = _zone_epsg(_meridian(lonlat[0]))
    if not epsg or not 0 < lonlat[1] < 60:
        return ""
    return grid_metres(*to_map(lonlat, epsg))


def _zone_epsg(meridian: int) -> int:
    """Return the EPSG code of a zone by its central meridian, 0 where there is none."""
    zone, rest = divmod(meridian - _FIRST_MERIDIAN, 3)
    known = not rest and _FIRST_MERIDIAN <= meridian <= _LAST_MERIDIAN
    return _FIRST_ZONE_EPSG + zone if known else 0


def from_zone(meridian: int, easting: float, northing: float) -> Xy | None:
    """Return the WGS84 degrees of a place on the zone of a meridian, None for no such zone."""
    epsg = _zone_epsg(meridian)
    return to_lonlat((easting, northing), epsg) if epsg else None


def in_mainland(catalog: Catalog, point: Xy, lonlat: Xy) -> bool:
    """Tell whether a place is known to be where GCJ-02 is in use.

    In the grid's surroundings that is all but Hong Kong and Macao. Near Hong Kong the boundary
    of the map decides; where there is none, and further away, it is not known.
    """
    return on_mainland(catalog, point, lonlat) is True


def on_mainland(catalog: Catalog, point: Xy, lonlat: Xy) -> bool | None:
    """Tell whether a place lies on the Mainland, None where that is not known."""
    if not _within(GRID_AREA, lonlat) or _within(MACAO, lonlat):
        return None
    return True if not _within(HONG_KONG, lonlat) else _north_of_boundary(catalog, point)


def _north_of_boundary(catalog: Catalog, point: Xy) -> bool | None:
    """Tell whether a map point lies north of the boundary, which runs from west to east.

    None beyond its ends, and without a boundary.
    """
    layer = catalog.layer(_BOUNDARY_LAYER)
    extent = layer.extent() if layer is not None else None
    if layer is None or extent is None:
        return None
    crossed = [
        height
        for column in layer.window(extent, 0.0).geometries.columns
        for position in range(len(column.rows))
        for line in column.rings_of(position)
        for height in _heights(line, point[0])
    ]
    # Beyond its ends nothing is crossed; along a bend it is crossed an odd number of times.
    if len(crossed) % 2 == 0:
        return None
    return sum(height > point[1] for height in crossed) % 2 == 0


def _heights(line: np.ndarray[tuple[int, ...], np.dtype[np.float64]], x: float) -> list[float]:
    """Return the y at which a line crosses the vertical of x."""
    x0, y0, x1, y1 = line[:-1, 0], line[:-1, 1], line[1:, 0], line[1:, 1]
    spans = (x0 > x) != (x1 > x)
    x0, y0, x1, y1 = x0[spans], y0[spans], x1[spans], y1[spans]
    heights: list[float] = (y0 + (x - x0) / (x1 - x0) * (y1 - y0)).tolist()
    return heights
