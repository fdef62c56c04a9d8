"""TextSymbolizer: what a label says, how it looks and where it wants to be."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from hetao_map.data.sld.document import child, children, comments, descendants, local, text_of
from hetao_map.data.sld.label_expressions import read_expression
from hetao_map.data.sld.reading import (
    Reading,
    as_number,
    clamped,
    fill,
    parameters,
    size,
    value,
)
from hetao_map.model.style import LabelPart, TextSymbolizer
from hetao_map.text.plain import plain

# Options of GeoServer that QGIS writes; the map's own placing of labels does what they ask.
_HARMLESS = frozenset(
    {
        "followLine", "maxAngleDelta", "spaceAround", "group",
        "labelAllGroup", "conflictResolution", "goodnessOfFit", "partials", "forceLeftToRight",
        "polygonAlign", "removeOverlaps", "allowOverruns", "minGroupDistance", "labelPriority",
        "displacementMode", "centroidInside",
    }
)  # fmt: skip
_MAX_DISPLACEMENT, _WRAP = "maxDisplacement", "autoWrap"
_DEFAULT_SIZE = 11.0
# From a line to the middle of letters that stand on it, as a part of their size.
_ABOVE = 0.75
# A name farther away than this is not taken for its mark's.
_FARTHEST = 240.0
# QGIS writes a number of letters where GeoServer counts in pixels: so little is not taken.
_NARROWEST, _WIDEST = 60.0, 1000.0


def read_text(element: ET.Element, reading: Reading) -> TextSymbolizer | None:
    """Return a label, None where it has nothing to say."""
    label = _label(child(element, "Label"), reading)
    if not label:
        return None
    _note_options(element, reading)
    unit_m = reading.unit(element)
    font, halo = parameters(child(element, "Font")), child(element, "Halo")
    point = child(element, "LabelPlacement", "PointPlacement")
    line = child(element, "LabelPlacement", "LinePlacement")
    priority, column = _priority(element)
    turn = reading.number(point, "Rotation")
    letters = size(as_number(font.get("font-size", ""), _DEFAULT_SIZE), unit_m)
    return TextSymbolizer(
        label=label,
        size=letters,
        bold=font.get("font-weight", "") in ("bold", "bolder", "700", "800", "900"),
        italic=font.get("font-style", "") in ("italic", "oblique"),
        family=plain(font.get("font-family", "")),
        color=fill(child(element, "Fill")) or (0, 0, 0, 255),
        halo_color=fill(child(halo, "Fill")) or (None if halo is None else (255,) * 4),
        halo_radius=0.0 if halo is None else size(_radius(halo, reading), unit_m),
        anchor=reading.point(point, "AnchorPoint", default=0.5),
        displacement=reading.displacement(point),
        follow_line=line is not None,
        line_offset=_line_offset(line, letters, reading),
        priority=priority,
        priority_column=column,
        rotation=turn,
        max_displacement=_option(element, _MAX_DISPLACEMENT, 0, _FARTHEST, unit_m),
        wrap=_option(element, _WRAP, _NARROWEST, _WIDEST, unit_m),
        unit_m=unit_m,
    )


def _line_offset(line: ET.Element | None, letters: float, reading: Reading) -> float:
    """Return how far a name stands off its line; QGIS has it above and does not write that."""
    above = reading.by_qgis and child(line, "GeneralizeLine") is not None
    if above and child(line, "PerpendicularOffset") is None:
        return _ABOVE * letters
    return clamped(reading.number(line, "PerpendicularOffset"))


def _option(element: ET.Element, name: str, low: float, high: float, unit_m: float) -> float:
    """Return a size that GeoServer's option gives, 0 where it is below low."""
    found = (v for v in children(element, "VendorOption") if v.get("name") == name)
    option = next(found, None)
    number = 0.0 if option is None else as_number(value(option), 0.0)
    return size(min(number, high), unit_m) if number >= low else 0.0


def _radius(halo: ET.Element, reading: Reading) -> float:
    return reading.number(halo, "Radius", default=1.0)


def _label(element: ET.Element | None, reading: Reading) -> tuple[LabelPart, ...]:
    """Return the parts of a mixed label: text, literals and property names in their order."""
    if element is None:
        return ()
    lost = [comment for comment in comments(element) if "not implemented" in comment]
    if lost:
        return read_expression(lost[0], reading)
    parts = list(_parts(element, reading))
    # White space around the elements is layout; inside the text it counts.
    while parts and not parts[0].is_column and not parts[0].text.strip():
        del parts[0]
    while parts and not parts[-1].is_column and not parts[-1].text.strip():
        del parts[-1]
    return tuple(part for part in parts if part.text)


def _parts(element: ET.Element, reading: Reading) -> list[LabelPart]:
    parts = [LabelPart(_spaced(element.text))]
    for found in element:
        name = local(found)
        if name == "Function":
            reading.note(f"label function {found.get('name', '')!r}")
        if name in ("PropertyName", "ValueReference"):
            parts.append(LabelPart(text_of(found), is_column=True))
        elif name == "Literal":
            parts.append(LabelPart(found.text or ""))
        elif name:
            parts += _parts(found, reading)
        parts.append(LabelPart(_spaced(found.tail)))
    return parts


def _spaced(text: str | None) -> str:
    """Return text between elements: a line break and the room around it are layout."""
    pieces = [piece for piece in (text or "").split("\n") if piece.strip()]
    if "\n" in (text or ""):
        pieces = [piece.strip() for piece in pieces]
    return " ".join(pieces) if pieces else (" " if text and "\n" not in text else "")


def _note_options(element: ET.Element, reading: Reading) -> None:
    for option in children(element, "VendorOption"):
        name = option.get("name", "")
        if name not in (*_HARMLESS, _MAX_DISPLACEMENT, _WRAP) and value(option) not in (
            "",
            "false",
            "0",
            "no",
        ):
            reading.note(f"label option {name!r}")
    if child(element, "Graphic") is not None:
        reading.note("graphic behind a label")
    if any(local(found) == "Function" for found in children(child(element, "Geometry"))):
        reading.note("computed geometry")


def _priority(element: ET.Element) -> tuple[float, str]:
    """Return the literal and the column of a priority: either, or the sum of both."""
    found = child(element, "Priority")
    if found is None:
        return 0.0, ""
    names = [*descendants(found, "PropertyName"), *descendants(found, "ValueReference")]
    literal = next(descendants(found, "Literal"), found)
    column = text_of(names[0]) if names else ""
    return as_number(text_of(literal), 0.0), column
