"""The place that typed coordinates mean, or why they mean none."""

from __future__ import annotations

import re
from math import isfinite

from hetao_map.geometry.extent import Xy, valid_lonlat
from hetao_map.geometry.gcj02 import FORMULA_AREA, from_gcj02
from hetao_map.geometry.projection import GRID_AREA, HONG_KONG_GRID, to_lonlat, to_map
from hetao_map.query.positions import from_zone
from hetao_map.text import messages
from hetao_map.text.coordinate_input import LONGEST, System, TypedPosition, typed_position
from hetao_map.text.localized import LocalizedText

_GCJ02 = re.compile(r"gcj-?\s?02(?:\s*(?:约|約|about|≈))?", re.IGNORECASE)
_GAUSS_KRUEGER = re.compile(
    r"cgcs\s?2000\s+(\d{2,3})\s?°\s?e\s+(\d{6})\s?e\s+(\d{6,7})\s?n", re.IGNORECASE
)


def typed_place(text: str, map_epsg: int, *, shifted: bool = False) -> Xy | LocalizedText:
    """Return the map point that a text says, or a sentence that tells why there is none.

    What query.positions writes is read again. shifted takes degrees for GCJ-02.
    """
    if len(text) > LONGEST:
        return messages.NO_COORDINATES
    text, marked = _GCJ02.subn(" ", text)
    on_zone = _GAUSS_KRUEGER.fullmatch(text.strip())
    if on_zone is not None:
        lonlat = from_zone(*map(int, on_zone.groups()))
        return _shown(lonlat, map_epsg) if lonlat else messages.OFF_THE_WORLD
    position = typed_position(text)
    if position is None:
        return messages.NO_COORDINATES
    lonlat = lonlat_of(position)
    if lonlat is None:
        grid = position.system is System.HONG_KONG_GRID
        return messages.OFF_THE_GRID if grid else messages.OFF_THE_WORLD
    if (shifted or marked) and FORMULA_AREA.contains(lonlat) and position.system is System.DEGREES:
        lonlat = from_gcj02(lonlat)
    return _shown(lonlat, map_epsg)


def _shown(lonlat: Xy, map_epsg: int) -> Xy | LocalizedText:
    point = to_map(lonlat, map_epsg)
    return point if all(map(isfinite, point)) else messages.OFF_THE_MAP


def lonlat_of(position: TypedPosition) -> Xy | None:
    """Return longitude and latitude, None outside the world or the grid's area of use."""
    if position.system is System.DEGREES:
        return position.xy if valid_lonlat(*position.xy) else None
    lonlat = to_lonlat(position.xy, HONG_KONG_GRID)
    return lonlat if GRID_AREA.contains(lonlat) else None
