"""What QGIS's own style says of a layer's columns: aliases, and the words for their codes.

Source: QGIS 3.22, QgsVectorLayer::writeSymbology, QgsValueMapFieldFormatter.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from hetao_map.data.qml_text import parsed, section
from hetao_map.data.sld.document import child, children, descendants
from hetao_map.model.layer import Field
from hetao_map.text.plain import plain

_VALUE_MAP = "ValueMap"
# So QGIS writes a code that stands for no value.
_NO_VALUE = "{2839923C-8B7D-419E-B84B-CA2FE9B80EC7}"


def fields_of(qml: str) -> tuple[Field, ...]:
    """Return the columns that the style has a name or words for; none of what cannot be read."""
    aliases = {
        alias.get("field", ""): plain(alias.get("name", ""))
        for alias in children(parsed(section(qml, "aliases")), "alias")
    }
    forms = section(qml, "fieldConfiguration")
    words = {
        field.get("name", ""): dict(_words(field))
        for field in children(parsed(forms) if _VALUE_MAP in forms else None, "field")
    }
    names = dict.fromkeys((*aliases, *words))
    found = (Field(name, aliases.get(name, ""), "", words.get(name, {})) for name in names)
    return tuple(field for field in found if field.name and (field.alias or field.words))


def _words(field: ET.Element) -> Iterator[tuple[str, str]]:
    """Yield code and word; QGIS has a list of maps with one word each, formerly a single map."""
    widget = child(field, "editWidget")
    if widget is None or widget.get("type") != _VALUE_MAP:
        return
    for part in descendants(widget, "Option"):
        if part.get("name") == "map":
            for word in descendants(part, "Option"):
                code = word.get("value")
                if code not in (None, _NO_VALUE) and word.get("name"):
                    yield str(code), plain(word.get("name"))
