"""Marks and symbols: the Graphic of a point, and the one that fills an area."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from pathlib import PurePosixPath
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree as ET

from hetao_map.data.sld.document import child, children
from hetao_map.data.sld.reading import (
    Reading,
    as_number,
    clamped,
    color,
    fill,
    parameters,
    size,
    stroke,
    value,
)
from hetao_map.model.style import Color, Hatch, MarkFill, PointSymbolizer, Stroke
from hetao_map.model.symbols import MARKS
from hetao_map.resources import has_symbol

# Angles of the lines of each pattern, counter-clockwise. QGIS calls two of them cross and x.
_HATCHES: dict[str, tuple[float, ...]] = {
    "horline": (0.0,), "vertline": (90.0,), "slash": (45.0,), "backslash": (-45.0,),
    "plus": (0.0, 90.0), "times": (45.0, -45.0), "cross": (0.0, 90.0), "x": (45.0, -45.0),
}  # fmt: skip
# How much of the ground the brushes of Qt cover.
_DENSITIES = {1: 0.94, 2: 0.88, 3: 0.63, 4: 0.5, 5: 0.37, 6: 0.12, 7: 0.06}
_DEFAULT_SIZE = 6.0
_DEFAULT_SPACING = 8.0
_PLAIN = (128, 128, 128, 255)


def read_point(element: ET.Element, reading: Reading) -> PointSymbolizer:
    """Return a PointSymbolizer."""
    unit_m = reading.unit(element)
    return replace(read_graphic(child(element, "Graphic"), reading, unit_m), unit_m=unit_m)


def read_graphic(graphic: ET.Element | None, reading: Reading, unit_m: float) -> PointSymbolizer:
    """Return the mark or symbol of a Graphic."""
    mark = child(graphic, "Mark")
    for option in children(graphic, "VendorOption"):
        reading.note(f"vendor option {option.get('name', '')!r}")
    symbol, colors = _own_symbol(graphic)
    shift = reading.displacement(graphic)
    rotation = clamped(reading.number(graphic, "Rotation"))
    found = PointSymbolizer(
        mark=_mark_name(graphic, mark, reading) if not symbol else "circle",
        size=size(reading.number(graphic, "Size", default=_DEFAULT_SIZE), unit_m),
        fill=colors[0] if symbol else _mark_fill(mark),
        stroke=colors[1] if symbol else stroke(child(mark, "Stroke"), reading, unit_m),
        rotation=rotation,
        symbol=symbol,
        anchor=reading.point(graphic, "AnchorPoint", default=0.5),
        # QGIS turns the way to a mark together with the mark.
        displacement=_turned(shift, rotation) if reading.by_qgis else shift,
    )
    return faded(found, reading.number(graphic, "Opacity", default=1.0))


def _mark_name(graphic: ET.Element | None, mark: ET.Element | None, reading: Reading) -> str:
    external = child(graphic, "ExternalGraphic") is not None
    if external:
        reading.note("external graphic")
    if mark is None:
        return "circle" if external else "square"
    if next(children(mark, "OnlineResource", "InlineContent"), None) is not None:
        reading.note("mark of a font or file")
    name = value(mark, "WellKnownName").removeprefix("shape://") or "square"
    if name not in MARKS:
        reading.note(f"mark {name!r}")
        return "circle"
    return name


def _mark_fill(mark: ET.Element | None) -> Color | None:
    if mark is None or (child(mark, "Fill") is None and child(mark, "Stroke") is None):
        return _PLAIN
    return fill(child(mark, "Fill"))


def _own_symbol(
    graphic: ET.Element | None,
) -> tuple[str, tuple[Color | None, Stroke | None]]:
    """Return name and colours of a symbol of the program's own, no name for any other.

    The address is symbols/NAME.svg, its query gives fill and outline as QGIS writes them.
    """
    for external in children(graphic, "ExternalGraphic"):
        address = child(external, "OnlineResource")
        link = next((v for k, v in ({} if address is None else address.attrib).items()
                     if k.endswith("href")), "")  # fmt: skip
        match = re.fullmatch(r"symbols/([a-z_]{1,40})\.svg(?:\?(.{0,300}))?", link)
        if match and has_symbol(match[1]):
            return match[1], _symbol_colors(parse_qs(match[2] or ""))
    return "", (None, None)


def _symbol_colors(query: dict[str, list[str]]) -> tuple[Color, Stroke]:
    def first(name: str) -> str:
        return query.get(name, [""])[0]

    body = color(first("fill"), first("fill-opacity"), "#1F2933")
    outline = color(first("outline"), first("outline-opacity"), "#FFFFFF")
    return body, Stroke(outline, size(as_number(first("outline-width"), 1.0), 0.0))


def _turned(shift: tuple[float, float], degrees: float) -> tuple[float, float]:
    """Return a way to the right and up after a turn clockwise."""
    x, y = shift
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return x * cos + y * sin, y * cos - x * sin


def faded(mark: PointSymbolizer, opacity: float) -> PointSymbolizer:
    """Return a mark with an opacity of 0 to 1 upon that of its colours."""
    if opacity >= 1:
        return mark
    pen = mark.stroke
    return replace(
        mark,
        fill=None if mark.fill is None else with_alpha(mark.fill, opacity),
        stroke=None if pen is None else replace(pen, color=with_alpha(pen.color, opacity)),
    )


def with_alpha(base: Color, opacity: float) -> Color:
    """Return a colour with an opacity of 0 to 1 upon its own."""
    return (*base[:3], round(base[3] * min(max(opacity, 0.0), 1.0)))


def read_pattern(
    symbolizer: ET.Element, reading: Reading, unit_m: float
) -> tuple[Color | None, Hatch | MarkFill | None]:
    """Return the plain fill of an area and the pattern upon it; either may be missing."""
    element = child(symbolizer, "Fill")
    graphic = child(element, "GraphicFill", "Graphic")
    if graphic is None:
        return fill(element), None
    ground = fill(element) if parameters(element) else None
    name = value(graphic, "Mark", "WellKnownName").removeprefix("shape://")
    if name.startswith("brush://dense"):
        reading.note(f"polygon fill pattern {name!r}")
        density = _DENSITIES.get(int(as_number(name[-1:], 4)), 0.5)
        return with_alpha(_mark_color(graphic, reading), density), None
    if name in _HATCHES and (name not in MARKS or child(graphic, "Mark", "Fill") is None):
        return ground, _hatch(name, graphic, reading, unit_m)
    if child(graphic, "ExternalGraphic") is not None or (name and name not in MARKS):
        reading.note(f"polygon fill pattern {PurePosixPath(urlsplit(name).path).name!r}")
        return ground, _hatch("slash", graphic, reading, unit_m)
    return ground, _mark_pattern(symbolizer, graphic, reading, unit_m)


def _hatch(name: str, graphic: ET.Element, reading: Reading, unit_m: float) -> Hatch:
    pen = stroke(child(graphic, "Mark", "Stroke"), reading, unit_m)
    turn = clamped(reading.number(graphic, "Rotation"))
    if reading.by_qgis:  # Its angle of a line pattern is counter-clockwise.
        turn = -turn
    color = pen.color if pen else _mark_color(graphic, reading)
    opacity = reading.number(graphic, "Opacity", default=1.0)
    return Hatch(
        color=with_alpha(color, opacity),
        angles=tuple(angle - turn for angle in _HATCHES[name]),
        spacing=size(reading.number(graphic, "Size", default=_DEFAULT_SPACING), unit_m),
        width=pen.width if pen else 1.0,
    )


def _mark_color(graphic: ET.Element, reading: Reading) -> Color:
    mark = child(graphic, "Mark")
    pen = stroke(child(mark, "Stroke"), reading)
    return pen.color if pen else fill(child(mark, "Fill")) or _PLAIN


def _mark_pattern(
    symbolizer: ET.Element, graphic: ET.Element, reading: Reading, unit_m: float
) -> MarkFill:
    """Return marks set apart as QGIS says by distance, as GeoServer by margin, or touching."""
    mark = read_graphic(graphic, reading, unit_m)
    options = {o.get("name", ""): value(o) for o in children(symbolizer, "VendorOption")}
    if "distance" in options:
        parts = [as_number(part, 0.0) for part in options["distance"].split(",")[:2]]
        x, y = parts[0], parts[-1]
    else:
        margins = [as_number(part, 0.0) for part in options.get("graphic-margin", "").split()]
        x = mark.size + sum(margins[1:2] * 2 or margins[:1] * 2)
        y = mark.size + sum(margins[:1] * 2)
    return MarkFill(mark, (size(x, unit_m), size(y, unit_m)))
