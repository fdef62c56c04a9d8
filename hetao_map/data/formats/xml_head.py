"""What an XML file is, from its root element; what could define entities is refused."""

from __future__ import annotations

import re
from pathlib import Path

from hetao_map.data.formats.kinds import Format
from hetao_map.model.errors import InputError
from hetao_map.text import format_messages
from hetao_map.text.plain import plain

_SKIPPED = re.compile(r"\s+|<\?.*?\?>|<!--.*?-->", re.DOTALL)
_DOCTYPE = re.compile(r"<!DOCTYPE", re.IGNORECASE)
_ROOT = re.compile(r"<(?:[\w.-]+:)?([\w.-]+)([^>]*)", re.DOTALL)
_BY_ROOT = {"kml": Format.KML, "gpx": Format.GPX, "osm": Format.OSM}
_REFERENCES = re.compile(r"VRT|WFS|WMS|OGC|GTI|GDAL|Capabilities", re.IGNORECASE)
_NAMESPACE = "http://www.opengis.net/gml"


def xml_format(path: Path, text: str) -> Format:
    """Return the format of an XML text that begins so. Raises InputError for all others."""
    position = 0
    while found := _SKIPPED.match(text, position):
        position = found.end()
    if _DOCTYPE.match(text, position):
        # Whatever it names, an entity or another file, no map needs it.
        raise InputError(format_messages.XML_ENTITIES, path=path)
    root = _ROOT.match(text, position)
    if root is None:
        raise InputError(format_messages.FORMAT_UNKNOWN, path=path)
    return _by_root(path, root[1], root[2])


def _by_root(path: Path, name: str, attributes: str) -> Format:
    if known := _BY_ROOT.get(name.lower()):
        return known
    if _NAMESPACE in attributes and "Capabilities" not in name:
        return Format.GML
    if name in ("Placemark", "Document", "Folder") and "kml" in attributes:
        return Format.KML
    sentence = format_messages.OTHER_XML
    if _REFERENCES.search(name):
        sentence = format_messages.REFERENCE_ONLY
    raise InputError(sentence, path=path, kind=plain(name)[:60])
