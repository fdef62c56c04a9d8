"""Parts of QGIS's own style as text and as XML; they are found without reading the whole."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from hetao_map.data.sld import StyleError
from hetao_map.data.sld.document import parse_xml


def section(qml: str, name: str) -> str:
    """Return the text of the first element of a name, its tags included; "" for none."""
    closing = f"</{name}>"
    start = qml.find(f"<{name}")
    end = qml.find(closing, start)
    return qml[start : end + len(closing)] if 0 <= start < end else ""


def parsed(text: str) -> ET.Element | None:
    """Return the root of a part, None where it cannot be read."""
    try:
        return parse_xml(text) if text else None
    except StyleError:
        return None
