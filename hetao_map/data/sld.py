"""Reading styles: OGC SLD 1.0 and 1.1 with Symbology Encoding, as QGIS and others write them.

Elements are known by their local names, so that both versions and all prefixes read alike.
What is not supported is left out and named in the style's notes. Titles may hold Localized
children as GeoServer writes them.
Source: OGC 05-077r4 (Symbology Encoding 1.1), OGC 05-078r4 (SLD 1.1), OGC 02-070 (SLD 1.0).
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from hetao_map.data.sld_filter import FilterError, parse_filter
from hetao_map.model.filters import ALL, Filter
from hetao_map.model.style import (
    Color,
    LabelPart,
    LineSymbolizer,
    PointSymbolizer,
    PolygonSymbolizer,
    Rule,
    Stroke,
    Style,
    Symbolizer,
    TextSymbolizer,
)
from hetao_map.text.localized import LocalizedText
from hetao_map.text.plain import plain

MAX_BYTES = 1_000_000
MAX_SIZE_PX = 500.0
_MARKS = frozenset({"square", "circle", "triangle", "star", "cross", "x", "diamond", "pentagon"})
_HATCHES = frozenset({"horline", "vertline", "slash", "backslash", "plus", "times", "dot"})


class StyleError(ValueError):
    """The text is no style that can be read; the message says why."""


def read_file(path: Path) -> Style:
    """Return the style of an SLD file of the program itself."""
    return parse(path.read_text(encoding="utf-8"))


def parse(text: str) -> Style:
    """Return the style of an SLD document. Raises StyleError for anything else.

    A document with a DTD or entities is refused, so that a small file cannot grow in memory
    and none reads another file.
    """
    if len(text) > MAX_BYTES:
        raise StyleError("it is larger than 1 MB")
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise StyleError("it declares entities")
    try:
        root = ET.fromstring(text)  # noqa: S314 - no DTD, bounded size
    except (ET.ParseError, ValueError, RecursionError) as error:
        raise StyleError(f"it is not XML: {error}") from error
    notes: list[str] = []
    try:
        rules = tuple(_rule(element, notes) for element in _all(root, "Rule"))
    except RecursionError as error:
        raise StyleError("it is nested too deeply") from error
    if not rules:
        raise StyleError("it has no rule")
    return Style(rules, tuple(dict.fromkeys(notes)))


def _local(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _all(element: ET.Element, name: str) -> Iterator[ET.Element]:
    return (child for child in element.iter() if _local(child) == name)


def _child(element: ET.Element | None, *names: str) -> ET.Element | None:
    """Return the element at the end of a path of child names, None where it breaks off."""
    for name in names:
        if element is None:
            return None
        element = next((child for child in element if _local(child) == name), None)
    return element


def _value(element: ET.Element | None, *names: str) -> str:
    """Return the text at the end of a path; a Literal inside counts as the text."""
    found = _child(element, *names)
    if found is None:
        return ""
    literal = _child(found, "Literal")
    return ((literal if literal is not None else found).text or "").strip()


def _float(text: str, default: float) -> float:
    try:
        value = float(text)
    except ValueError:
        return default
    return value if math.isfinite(value) else default


def _rule(element: ET.Element, notes: list[str]) -> Rule:
    is_else = _child(element, "ElseFilter") is not None
    condition: Filter = ALL
    found = _child(element, "Filter")
    symbolizers = tuple(_symbolizers(element, notes))
    if found is not None:
        try:
            condition = parse_filter(found)
        except FilterError as error:
            notes.append(f"filter: {error}")
    return Rule(
        name=plain(_value(element, "Name")),
        title=_title(element),
        filter=condition,
        is_else=is_else,
        min_scale=_float(_value(element, "MinScaleDenominator"), 0),
        max_scale=_float(_value(element, "MaxScaleDenominator"), 0),
        symbolizers=symbolizers,
    )


def _title(rule: ET.Element) -> LocalizedText:
    title = _child(rule, "Description", "Title")
    if title is None:
        title = _child(rule, "Title")
    if title is None:
        return LocalizedText()
    words = {"en": plain((title.text or "").strip())}
    for localized in title:
        words[localized.get("lang", "")] = plain((localized.text or "").strip())
    return LocalizedText(words.get("zh-Hans", ""), words.get("zh-Hant", ""), words.get("en", ""))


def _symbolizers(rule: ET.Element, notes: list[str]) -> Iterator[Symbolizer]:
    readers: dict[str, Callable[[ET.Element, list[str]], Symbolizer | None]] = {
        "PolygonSymbolizer": _polygon,
        "LineSymbolizer": _line,
        "PointSymbolizer": _point,
        "TextSymbolizer": _text,
    }
    for element in rule:
        name = _local(element)
        if name in readers:
            symbolizer = readers[name](element, notes)
            if symbolizer is not None:
                yield symbolizer
        elif name == "RasterSymbolizer":
            notes.append("raster symbolizer")


def _parameters(element: ET.Element | None) -> dict[str, str]:
    """Return the CssParameter or SvgParameter values of a Fill, Stroke or Font."""
    if element is None:
        return {}
    return {
        child.get("name", ""): _value_of(child)
        for child in element
        if _local(child) in ("SvgParameter", "CssParameter")
    }


def _value_of(element: ET.Element) -> str:
    literal = _child(element, "Literal")
    return ((literal if literal is not None else element).text or "").strip()


_HEX = re.compile(r"#([0-9a-fA-F]{6})")


def _color(text: str, opacity: str, default: str) -> Color:
    match = _HEX.fullmatch(text) or _HEX.fullmatch(default)
    digits = match[1] if match else "808080"
    alpha = round(255 * min(max(_float(opacity, 1.0), 0.0), 1.0))
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16), alpha


def _fill(element: ET.Element | None) -> Color | None:
    if element is None:
        return None
    css = _parameters(element)
    return _color(css.get("fill", ""), css.get("fill-opacity", ""), "#808080")


def _stroke(element: ET.Element | None) -> Stroke | None:
    if element is None:
        return None
    css = _parameters(element)
    dash = tuple(
        _float(part, 0) for part in re.split(r"[\s,]+", css.get("stroke-dasharray", "")) if part
    )
    return Stroke(
        color=_color(css.get("stroke", ""), css.get("stroke-opacity", ""), "#000000"),
        width=_size(css.get("stroke-width", ""), 1.0),
        dash=dash if dash and all(part > 0 for part in dash) else (),
        cap=css.get("stroke-linecap", "butt"),
        join=css.get("stroke-linejoin", "round"),
    )


def _size(text: str, default: float) -> float:
    return min(max(_float(text, default), 0.0), MAX_SIZE_PX)


def _polygon(element: ET.Element, notes: list[str]) -> PolygonSymbolizer:
    fill = _child(element, "Fill")
    hatch, color = "", _fill(fill)
    graphic = _child(fill, "GraphicFill", "Graphic")
    if graphic is not None:
        hatch = _value(graphic, "Mark", "WellKnownName").removeprefix("shape://")
        color = _mark_color(graphic)
        if hatch not in _HATCHES:
            notes.append(f"polygon fill pattern {plain(hatch)!r}")
            hatch = "slash"
    return PolygonSymbolizer(color, _stroke(_child(element, "Stroke")), hatch)


def _mark_color(graphic: ET.Element) -> Color:
    mark = _child(graphic, "Mark")
    stroke = _stroke(_child(mark, "Stroke"))
    fill = _fill(_child(mark, "Fill"))
    return stroke.color if stroke else fill or (128, 128, 128, 255)


def _line(element: ET.Element, notes: list[str]) -> LineSymbolizer:
    stroke_element = _child(element, "Stroke")
    if _child(stroke_element, "GraphicStroke") is not None:
        notes.append("line drawn with marks")
    stroke = _stroke(stroke_element) or Stroke((0, 0, 0, 255))
    return LineSymbolizer(stroke, _float(_value(element, "PerpendicularOffset"), 0.0))


def _point(element: ET.Element, notes: list[str]) -> PointSymbolizer:
    graphic = _child(element, "Graphic")
    mark = _child(graphic, "Mark")
    name = _value(mark, "WellKnownName") or "square"
    if mark is None and _child(graphic, "ExternalGraphic") is not None:
        notes.append("external graphic")
        name = "circle"
    elif name not in _MARKS:
        notes.append(f"mark {plain(name)!r}")
        name = "circle"
    plain_mark = mark is None or (_child(mark, "Fill") is None and _child(mark, "Stroke") is None)
    return PointSymbolizer(
        mark=name,
        size=_size(_value(graphic, "Size"), 6.0),
        fill=(128, 128, 128, 255) if plain_mark else _fill(_child(mark, "Fill")),
        stroke=_stroke(_child(mark, "Stroke")),
        rotation=_float(_value(graphic, "Rotation"), 0.0),
    )


def _text(element: ET.Element, notes: list[str]) -> TextSymbolizer | None:
    label = _label(_child(element, "Label"), notes)
    if not label:
        return None
    font = _parameters(_child(element, "Font"))
    halo = _child(element, "Halo")
    point = _child(element, "LabelPlacement", "PointPlacement")
    priority, column = _priority(element)
    return TextSymbolizer(
        label=label,
        size=_size(font.get("font-size", ""), 11.0),
        bold=font.get("font-weight", "") == "bold",
        italic=font.get("font-style", "") in ("italic", "oblique"),
        family=plain(font.get("font-family", "")),
        color=_fill(_child(element, "Fill")) or (0, 0, 0, 255),
        halo_color=_fill(_child(halo, "Fill"))
        or ((255, 255, 255, 255) if halo is not None else None),
        halo_radius=_size(_value(halo, "Radius"), 1.0) if halo is not None else 0.0,
        anchor=(
            _float(_value(point, "AnchorPoint", "AnchorPointX"), 0.5),
            _float(_value(point, "AnchorPoint", "AnchorPointY"), 0.5),
        ),
        displacement=(
            _float(_value(point, "Displacement", "DisplacementX"), 0.0),
            _float(_value(point, "Displacement", "DisplacementY"), 0.0),
        ),
        follow_line=_child(element, "LabelPlacement", "LinePlacement") is not None,
        line_offset=_float(
            _value(element, "LabelPlacement", "LinePlacement", "PerpendicularOffset"), 0.0
        ),
        priority=priority,
        priority_column=column,
    )


def _label(element: ET.Element | None, notes: list[str]) -> tuple[LabelPart, ...]:
    """Return the parts of a mixed label: text, literals and property names in their order."""
    if element is None:
        return ()
    parts = [LabelPart((element.text or "").strip())]
    for child in element.iter():
        if child is element:
            continue
        name = _local(child)
        if name in ("PropertyName", "Literal"):
            parts.append(LabelPart((child.text or "").strip(), name == "PropertyName"))
        elif name == "Function":
            notes.append(f"label function {plain(child.get('name', ''))!r}")
        parts.append(LabelPart((child.tail or "").strip()))
    return tuple(part for part in parts if part.text)


def _priority(element: ET.Element) -> tuple[float, str]:
    """Return the literal and the column of a priority: either, or the sum of both."""
    found = _child(element, "Priority")
    if found is None:
        return 0.0, ""
    column = next((child.text or "" for child in _all(found, "PropertyName")), "")
    literal = next((child.text or "" for child in _all(found, "Literal")), found.text or "")
    return _float(literal.strip(), 0.0), column.strip()
