"""Which columns of a table hold coordinates, by their usual names in three languages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_LONGITUDES = ("lon", "lng", "long", "longitude", "lond", "经度", "經度", "东经", "東經")
_LATITUDES = ("lat", "latitude", "latd", "纬度", "緯度", "北纬", "北緯")
# A Chinese survey calls northings x; only names that say east or north leave no doubt.
_EASTINGS = (
    "easting", "eastings", "east", "x", "xcoord", "coordx", "pointx", "xcoordinate",
    "东坐标", "東坐標", "東座標", "横坐标", "橫坐標", "橫座標", "x坐标", "x坐標", "x座標",
)  # fmt: skip
_NORTHINGS = (
    "northing", "northings", "north", "y", "ycoord", "coordy", "pointy", "ycoordinate",
    "北坐标", "北坐標", "北座標", "纵坐标", "縱坐標", "縱座標", "y坐标", "y坐標", "y座標",
)  # fmt: skip
_SHAPES = (
    "wkt", "wktgeom", "geomwkt", "geometrywkt", "geom", "geometry", "thegeom", "shape", "wkb",
    "wkbgeometry", "几何", "幾何",
)  # fmt: skip
_SURE_LONGITUDE = ("longitude", "经度", "經度")
_SURE_LATITUDE = ("latitude", "纬度", "緯度")


@dataclass(frozen=True)
class Coordinates:
    """Positions of the columns: x and y, or one of WKT or hexadecimal WKB (then y is None)."""

    x: int
    y: int | None
    in_degrees: bool


def coordinates_in(header: Sequence[str]) -> Coordinates | None:
    """Return which columns hold the coordinates, None when no names tell it."""
    names = [re.sub(r"[\W_]+", "", name.casefold()) for name in header]
    for xs, ys, in_degrees in (
        (_LONGITUDES, _LATITUDES, True),
        (_EASTINGS, _NORTHINGS, False),
    ):
        x, y = _position(names, xs), _position(names, ys)
        if x is not None and y is not None:
            return Coordinates(x, y, in_degrees)
    x, y = _containing(names, _SURE_LONGITUDE), _containing(names, _SURE_LATITUDE)
    if x is not None and y is not None:
        return Coordinates(x, y, True)
    shape = _position(names, _SHAPES)
    return None if shape is None else Coordinates(shape, None, False)


def _position(names: list[str], wanted: Sequence[str]) -> int | None:
    """Return the position of the first name in the order of those wanted."""
    return next((names.index(name) for name in wanted if name in names), None)


def _containing(names: list[str], parts: Sequence[str]) -> int | None:
    found = (n for n, name in enumerate(names) if any(part in name for part in parts))
    return next(found, None)
