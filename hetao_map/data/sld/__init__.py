"""Reading styles: OGC SLD 1.0 and 1.1 with Symbology Encoding, as QGIS and others write them.

What is not supported is drawn more simply and named in the style's notes. Titles may hold
Localized children as GeoServer writes them.
Source: OGC 05-077r4 (Symbology Encoding 1.1), OGC 05-078r4 (SLD 1.1), OGC 02-070 (SLD 1.0).
"""

from __future__ import annotations

from pathlib import Path

from hetao_map.data.sld.document import MAX_BYTES, StyleError, parse_xml, unwritten_renderers
from hetao_map.data.sld.reading import Reading
from hetao_map.data.sld.rules import read_rules
from hetao_map.model.style import Rule, Style, default_style

_DRAWS_NOTHING = "nullSymbol"

__all__ = ["MAX_BYTES", "StyleError", "parse", "read_file"]


def read_file(path: Path) -> Style:
    """Return the style of an SLD file of the program itself."""
    return parse(path.read_text(encoding="utf-8"))


def parse(text: str, *, by_qgis: bool = False) -> Style:
    """Return the style of an SLD document. Raises StyleError for anything else.

    by_qgis follows QGIS where it departs from the standard: displacements count downwards,
    lines are offset to the right, and a missing value stands for all other values.
    """
    reading = Reading(by_qgis)
    root = parse_xml(text)
    rules = tuple(read_rules(root, reading))
    for renderer in unwritten_renderers(root):
        if renderer == _DRAWS_NOTHING:
            rules = (Rule(), *rules)
        elif not any(rule.draws for rule in rules):
            # What cannot be drawn as it should be is drawn all the same.
            reading.note(f"renderer {renderer}")
            rules = (*default_style().rules, *rules)
    if not rules:
        raise StyleError("it has no rule")
    return Style(rules, tuple(reading.notes))
