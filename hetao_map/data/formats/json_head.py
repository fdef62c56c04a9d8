"""What a JSON file is, from the members that it begins with."""

from __future__ import annotations

import json
import re
from pathlib import Path

from hetao_map.data.formats.kinds import Format
from hetao_map.model.errors import InputError
from hetao_map.text import format_messages

GEOMETRIES = frozenset(
    {"Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon"}
    | {"GeometryCollection"}
)
_TYPE = re.compile(r'"type"\s*:\s*"(\w+)"')
_FEATURES = re.compile(r'"features"\s*:\s*\[')


def json_format(path: Path, text: str) -> Format:
    """Return the format of a JSON text that begins so. Raises InputError when it is no GeoJSON."""
    if text.startswith("\x1e"):
        return Format.GEOJSON_LINES
    if text.startswith("{"):
        if _is_one_of_lines(text):
            return Format.GEOJSON_LINES
        types = set(_TYPE.findall(text))
        topology = "Topology" in types or '"arcs"' in text
        if _FEATURES.search(text) and not topology and "geometryType" not in text:
            return Format.GEOJSON
        if not topology and types & (GEOMETRIES | {"Feature", "FeatureCollection"}):
            return Format.GEOJSON
    raise InputError(format_messages.OTHER_JSON, path=path)


def _is_one_of_lines(text: str) -> bool:
    """Tell whether the first value is a feature by itself and another one follows it."""
    try:
        value, end = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        return False
    kind = value.get("type") if isinstance(value, dict) else None
    alone = kind == "Feature" or kind in GEOMETRIES
    return alone and text[end:].lstrip().startswith("{")
