"""What QGIS's own style says of a layer's columns: aliases, and the words for their codes.

Source: QGIS 3.22, QgsVectorLayer::writeSymbology, QgsValueMapFieldFormatter.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from hetao_map.data.sld import StyleError
from hetao_map.data.sld.document import child, children, descendants, parse_xml
from hetao_map.model.layer import Field
from hetao_map.text.plain import plain

# So QGIS writes a code that stands for no value.
_NO_VALUE = "{2839923C-8B7D-419E-B84B-CA2FE9B80EC7}"


def fields_of(qml: str) -> tuple[Field, ...]:
    """Return the columns that the style has a name or words for; none of what cannot be read."""
    aliases = {
        alias.get("field", ""): plain(alias.get("name", ""))
        for alias in children(_section(qml, "aliases"), "alias")
    }
    words = {
        field.get("name", ""): dict(_words(field))
        for field in children(_section(qml, "fieldConfiguration", "ValueMap"), "field")
    }
    names = dict.fromkeys((*aliases, *words))
    found = (Field(name, aliases.get(name, ""), "", words.get(name, {})) for name in names)
    return tuple(field for field in found if field.name and (field.alias or field.words))


def _section(qml: str, name: str, asked: str = "") -> ET.Element | None:
    """Return a part of the style that holds a word, None where there is none to read."""
    start, closing = qml.find(f"<{name}>"), f"</{name}>"
    end = qml.find(closing, start)
    if not 0 <= start < end or qml.find(asked, start, end) < 0:
        return None
    try:
        return parse_xml(qml[start : end + len(closing)])
    except StyleError:
        return None


def _words(field: ET.Element) -> Iterator[tuple[str, str]]:
    """Yield code and word; QGIS has a list of maps with one word each, formerly a single map."""
    widget = child(field, "editWidget")
    if widget is None or widget.get("type") != "ValueMap":
        return
    for part in descendants(widget, "Option"):
        if part.get("name") == "map":
            for word in descendants(part, "Option"):
                code = word.get("value")
                if code not in (None, _NO_VALUE) and word.get("name"):
                    yield str(code), plain(word.get("name"))
