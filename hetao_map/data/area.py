"""An area that a person names: WKT text, or a GeoJSON file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import shapely

from hetao_map.geometry.extent import valid_lonlat
from hetao_map.model.errors import InputError, UsageError
from hetao_map.text import briefings as words
from hetao_map.text import messages
from hetao_map.text.plain import plain

MOST_VERTICES = 100_000
_MOST_BYTES = 16_000_000
_WKT = re.compile(r"\s*(?:MULTI)?POLYGON\s*(?:ZM|Z|M)?\s*(?:\(|EMPTY)", re.IGNORECASE)
_LONGEST_SHOWN = 60


def read_area(text: str) -> Any:
    """Return the area that WKT text, or the name of a GeoJSON file, stands for.

    It is a shapely polygon or multi-polygon in WGS84 degrees, longitude first. Raises
    UsageError for a text that is no area and an area that crosses itself, InputError for a
    file that cannot be read or has no polygon.
    """
    return _checked(_of_wkt(text) if _WKT.match(text) else _of_file(text))


def _of_wkt(text: str) -> Any:
    try:
        return shapely.from_wkt(text)
    except shapely.errors.GEOSException:
        raise UsageError(words.NO_AREA, text=_short(text)) from None


def _of_file(name: str) -> Any:
    path = Path(name)
    try:
        there = bool(name.strip()) and path.exists()
    except (OSError, ValueError):
        there = False
    if not there and path.suffix.lower() not in (".geojson", ".json"):
        raise UsageError(words.NO_AREA, text=_short(name))
    if not there:
        raise InputError(messages.FILE_MISSING, path=path)
    if not path.is_file():
        raise InputError(messages.FILE_NOT_REGULAR, path=path)
    return _of_geojson(path, _content(path))


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_MOST_BYTES + 1)
    except OSError as error:
        reason = error.strerror or error
        raise InputError(messages.FILE_UNREADABLE, path=path, reason=reason) from error


def _of_geojson(path: Path, content: bytes) -> Any:
    try:
        if len(content) > _MOST_BYTES:
            raise ValueError  # noqa: TRY301 - the same sentence for all that is no area
        polygons = [_polygon(rings) for rings in _polygons(json.loads(content), depth=0)]
    except (ValueError, TypeError, LookupError, RecursionError, shapely.errors.GEOSException):
        raise InputError(words.AREA_FILE, path=path) from None
    if not polygons:
        raise InputError(words.AREA_FILE, path=path)
    return polygons[0] if len(polygons) == 1 else shapely.union_all(polygons)


_DEEPEST = 20


def _polygons(value: Any, depth: int) -> Iterator[Any]:
    """Yield the rings of each polygon of a GeoJSON object (RFC 7946)."""
    kind = value["type"]
    if depth > _DEEPEST:
        raise ValueError
    if kind == "Polygon":
        yield value["coordinates"]
    elif kind == "MultiPolygon":
        yield from value["coordinates"]
    inside = {"FeatureCollection": "features", "GeometryCollection": "geometries"}.get(kind)
    for each in value[inside] if inside else ():
        yield from _polygons(each, depth + 1)
    if kind == "Feature" and value["geometry"] is not None:
        yield from _polygons(value["geometry"], depth + 1)


def _polygon(rings: Any) -> Any:
    outlines = [[(float(x), float(y)) for x, y, *_ in ring] for ring in rings]
    return shapely.Polygon(outlines[0], outlines[1:])


def _checked(area: Any) -> Any:
    if area.is_empty:
        raise UsageError(words.NO_AREA, text=area.wkt)
    corners = shapely.get_coordinates(area)
    if len(corners) > MOST_VERTICES:
        raise UsageError(words.AREA_LARGE, most=MOST_VERTICES)
    if not all(valid_lonlat(x, y) for x, y in corners.tolist()):
        raise UsageError(words.AREA_OFF)
    if not shapely.make_valid(area).area:
        raise UsageError(words.AREA_EMPTY)
    if not area.is_valid:
        raise UsageError(words.AREA_CROSSES)
    return area


def _short(text: str) -> str:
    shown = plain(" ".join(text.split()))
    return shown if len(shown) <= _LONGEST_SHOWN else shown[: _LONGEST_SHOWN - 1] + "…"
