"""What QGIS's own style asks for that neither its SLD nor this map has: only named."""

from __future__ import annotations

import re
from collections.abc import Iterator

_MOST_PROPERTIES = 10
_IN_USE = "active"
# The map's own placing of labels does what they ask.
_HARMLESS = frozenset(("Priority",))


def _element(tag: str, *attributes: str) -> re.Pattern[str]:
    """Return the pattern of an element that has these attributes, in any order."""
    asked = "".join(rf"""(?=[^<>]*\b{name}=["']{value}["'])""" for name, value in
                    (attribute.split("=") for attribute in attributes))  # fmt: skip
    return re.compile(rf"<{tag}\b{asked}")


_ANYWHERE = (
    (re.compile("<blendMode>(?!0<)"), "blend mode"),
    (re.compile("<featureBlendMode>(?!0<)"), "blend mode of features"),
    (_element("DiagramCategory", "enabled=1"), "diagrams"),
)
_OF_SYMBOLS = (
    (_element("effect", "type=effectStack", "enabled=1"), "paint effects"),
    (_element("renderer-v2", "enableorderby=1"), "drawing order of features"),
)
_OF_LABELS = (
    (_element("shadow", "shadowDraw=1"), "label shadow"),
    (_element("text-mask", "maskEnabled=1"), "label mask"),
    (_element("Option", "name=enabled", "value=1"), "label callouts"),
    (_element("placement", "placement=[78]"), "label placement around an area"),
)
# A property that is reckoned from the data: its name, and whether it is in use.
_PROPERTY = re.compile(
    r"""<Option\b(?=[^<>]*\btype=["']Map["'])[^<>]*\bname=["'](\w{1,40})["'][^<>]*>\s*"""
    r"""<Option\b(?=[^<>]*\bname=["']active["'])(?=[^<>]*\bvalue=["']true["'])"""
)


def lost_in(qml: str, renderer: str, labeling: str) -> Iterator[str]:
    """Yield by name what is not drawn; renderer and labeling are parts of the style's text."""
    for text, asked in ((qml, _ANYWHERE), (renderer, _OF_SYMBOLS), (labeling, _OF_LABELS)):
        yield from (name for pattern, name in asked if pattern.search(text))
    for text, what in ((renderer, "symbol"), (labeling, "label")):
        # The start waits for this, and most styles have none.
        found = _PROPERTY.finditer(text) if _IN_USE in text else ()
        names = dict.fromkeys(match[1] for match in found if match[1] not in _HARMLESS)
        yield from (f"data-defined {what} {name}" for name in list(names)[:_MOST_PROPERTIES])
