"""Rules: when they apply, to which features, with which symbolizers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from xml.etree import ElementTree as ET

from hetao_map.data.sld.conditions import FilterError, is_qgis_rest, parse_filter
from hetao_map.data.sld.document import (
    StyleError,
    child,
    children,
    comments,
    descendants,
    local,
    text_of,
    unwritten,
)
from hetao_map.data.sld.graphics import read_graphic, read_pattern, read_point
from hetao_map.data.sld.labels import read_text
from hetao_map.data.sld.reading import Reading, clamped, stroke, value
from hetao_map.model.filters import ALL, Filter
from hetao_map.model.style import (
    LineSymbolizer,
    PolygonSymbolizer,
    Rule,
    Stroke,
    Symbolizer,
    TextSymbolizer,
    default_style,
)
from hetao_map.text.localized import LocalizedText
from hetao_map.text.plain import plain

# Each rule asks each row once; a style beyond this is a table and not a legend.
_MAX_RULES = 2000
_MAX_SYMBOLIZERS = 50
# As QGIS, GeoServer and GeoTools call them.
_MIDDLES = frozenset(("centroid", "interiorpoint", "pointonsurface", "point_on_surface"))
_BLACK = (0, 0, 0, 255)


def read_rules(root: ET.Element, reading: Reading) -> Iterator[Rule]:
    """Yield the rules of a document in drawing order. Raises StyleError for too many."""
    part = count = 0
    for element in _chosen(root).iter():
        name = local(element)
        if name == "FeatureTypeStyle":
            part += 1
        elif name == "Rule":
            count += 1
            if count > _MAX_RULES:
                raise StyleError(f"it has more than {_MAX_RULES} rules")
            yield _rule(element, part, reading)


def _chosen(root: ET.Element) -> ET.Element:
    """Return the style to use where a document holds several: the default, else the first."""
    styles = list(descendants(root, "UserStyle"))
    ruled = [style for style in styles if next(descendants(style, "Rule"), None) is not None]
    defaults = [style for style in ruled if value(style, "IsDefault") in ("1", "true")]
    return (defaults or ruled or [root])[0]


def _rule(element: ET.Element, part: int, reading: Reading) -> Rule:
    condition, is_else = _condition(element, reading)
    symbolizers = tuple(_symbolizers(element, reading))
    if lost := unwritten(element):
        for name in lost:
            reading.note(f"symbol {name}")
        if all(isinstance(s, TextSymbolizer) for s in symbolizers):
            # What cannot be drawn as it should be is drawn all the same.
            symbolizers = default_style().rules[0].symbolizers + symbolizers
    # QGIS appends its labels as rules of the same part, although they draw nothing.
    apart = reading.by_qgis and all(isinstance(s, TextSymbolizer) for s in symbolizers)
    return Rule(
        name=plain(value(element, "Name")),
        title=_title(element),
        filter=condition,
        is_else=is_else,
        min_scale=reading.number(element, "MinScaleDenominator"),
        max_scale=reading.number(element, "MaxScaleDenominator"),
        symbolizers=symbolizers,
        part=-1 if apart else part,
    )


def _condition(element: ET.Element, reading: Reading) -> tuple[Filter, bool]:
    """Return the filter of a rule, and whether it takes what the other rules leave.

    QGIS writes its ELSE as a comment, and its "all other values" as a missing value.
    """
    if child(element, "ElseFilter") is not None:
        return ALL, True
    lost = [text for text in comments(element) if "Expression was:" in text]
    if lost and lost[0].rpartition("Expression was:")[2].strip().upper() == "ELSE":
        return ALL, True
    found = child(element, "Filter")
    if lost and found is None:
        reading.note("filter that QGIS did not write out")
    if found is None:
        return ALL, False
    try:
        condition = parse_filter(found)
    except FilterError as error:
        reading.note(f"filter: {error}")
        return ALL, False
    return (ALL, True) if reading.by_qgis and is_qgis_rest(condition) else (condition, False)


def _title(rule: ET.Element) -> LocalizedText:
    title = child(rule, "Description", "Title")
    if title is None:
        title = child(rule, "Title")
    if title is None:
        return LocalizedText()
    words = {"en": plain(text_of(title))}
    for localized in children(title):
        words[localized.get("lang", "")] = plain(text_of(localized))
    return LocalizedText(words.get("zh-Hans", ""), words.get("zh-Hant", ""), words.get("en", ""))


def _symbolizers(rule: ET.Element, reading: Reading) -> Iterator[Symbolizer]:
    readers: dict[str, Callable[[ET.Element, Reading], Symbolizer | None]] = {
        "PolygonSymbolizer": _polygon,
        "LineSymbolizer": _line,
        "PointSymbolizer": read_point,
        "TextSymbolizer": read_text,
    }
    found = list(children(rule, *readers, "RasterSymbolizer"))
    if len(found) > _MAX_SYMBOLIZERS:
        reading.note(f"more than {_MAX_SYMBOLIZERS} symbolizers in a rule")
    for element in found[:_MAX_SYMBOLIZERS]:
        name = local(element)
        if name == "RasterSymbolizer":
            reading.note("raster symbolizer")
            continue
        computed = [p for p in children(child(element, "Geometry")) if local(p) != "PropertyName"]
        # The middle is where a mark of a line or an area is anyway.
        if computed and not (name == "PointSymbolizer" and all(map(_is_middle, computed))):
            reading.note("computed geometry")
        for lost in unwritten(element):
            reading.note(f"symbol {lost}")
        symbolizer = readers[name](element, reading)
        if symbolizer is not None:
            yield symbolizer


def _is_middle(computed: ET.Element) -> bool:
    """Tell whether a function asks for a point amid a geometry."""
    return local(computed) == "Function" and computed.get("name", "").lower() in _MIDDLES


def _polygon(element: ET.Element, reading: Reading) -> PolygonSymbolizer:
    unit_m = reading.unit(element)
    color, pattern = read_pattern(element, reading, unit_m)
    return PolygonSymbolizer(
        fill=color,
        stroke=_edge(child(element, "Stroke"), reading, unit_m),
        pattern=pattern,
        offset=clamped(reading.number(element, "PerpendicularOffset")),
        displacement=reading.displacement(element),
        unit_m=unit_m,
    )


def _line(element: ET.Element, reading: Reading) -> LineSymbolizer:
    unit_m = reading.unit(element)
    offset = clamped(reading.number(element, "PerpendicularOffset"))
    pen = _edge(child(element, "Stroke"), reading, unit_m) or Stroke(_BLACK)
    # QGIS counts to the right of a line.
    return LineSymbolizer(pen, -offset if reading.by_qgis else offset, unit_m)


def _edge(element: ET.Element | None, reading: Reading, unit_m: float) -> Stroke | None:
    """Return a pen; a line of marks becomes a plain one in the marks' colour."""
    graphic = child(element, "GraphicStroke", "Graphic")
    if graphic is None:
        graphic = child(element, "GraphicFill", "Graphic")
    if graphic is None:
        return stroke(element, reading, unit_m)
    reading.note("line drawn with marks")
    mark = read_graphic(graphic, reading, unit_m)
    return Stroke(mark.fill or (mark.stroke.color if mark.stroke else _BLACK), 1.0)
