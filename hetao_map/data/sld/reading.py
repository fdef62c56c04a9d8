"""Numbers, colours and parameters of a style; what was not understood is noted."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from hetao_map.data.sld.document import child, children, local, text_of
from hetao_map.model.style import Color, Stroke
from hetao_map.model.units import MAX_PX
from hetao_map.text.plain import plain

_MAX_NOTES = 50
_MAX_DASHES = 32
# Sizes in metres are made pixels, and kept small, when they are painted.
_MAX_METRES = 1e6
_QGIS_DASHES: tuple[tuple[float, ...], ...] = ((4, 2), (1, 2), (4, 2, 1, 2), (4, 2, 1, 2, 1, 2))
_UNITS = {"pixel": 0.0, "metre": 1.0, "foot": 0.3048}
_HEX = re.compile(r"#([0-9a-fA-F]{6}|[0-9a-fA-F]{3})")
_NAMED = {
    "black": "000000", "white": "ffffff", "red": "ff0000", "lime": "00ff00", "blue": "0000ff",
    "green": "008000", "yellow": "ffff00", "gray": "808080", "grey": "808080",
}  # fmt: skip


@dataclass
class Reading:
    """One reading of a style: what could not be taken over, and whose habits it follows.

    by_qgis: QGIS wrote the style, or reads it too; it counts displacements downwards.
    """

    by_qgis: bool = False
    notes: dict[str, None] = field(default_factory=dict)

    def note(self, text: str) -> None:
        """Remember once what is drawn more simply than the style says."""
        if len(self.notes) < _MAX_NOTES:
            self.notes[plain(text)[:200]] = None

    def number(self, element: ET.Element | None, *path: str, default: float = 0.0) -> float:
        """Return the number at the end of a path; an expression is noted."""
        found = child(element, *path)
        if found is not None and any(local(part) != "Literal" for part in children(found)):
            self.note(f"computed {local(found)}")
        return as_number(value(found), default)

    def unit(self, symbolizer: ET.Element) -> float:
        """Return the metres of a symbolizer's unit, 0 for pixels."""
        name = symbolizer.get("uom", "").rpartition("/")[2].lower() or "pixel"
        if name not in _UNITS:
            self.note(f"unit of measure {name!r}")
        return _UNITS.get(name, 0.0)

    def point(self, element: ET.Element | None, name: str, default: float = 0.0) -> _Pair:
        """Return the x and y of an AnchorPoint or a Displacement."""
        x = self.number(element, name, f"{name}X", default=default)
        return x, self.number(element, name, f"{name}Y", default=default)

    def displacement(self, element: ET.Element | None) -> _Pair:
        """Return a displacement to the right and up, in the symbolizer's unit."""
        x, y = self.point(element, "Displacement")
        return clamped(x), clamped(-y if self.by_qgis else y)


_Pair = tuple[float, float]


def value(element: ET.Element | None, *path: str) -> str:
    """Return the text at the end of a path; a Literal inside counts as the text."""
    found = child(element, *path)
    literal = child(found, "Literal")
    return text_of(found if literal is None else literal)


def as_number(text: str, default: float) -> float:
    """Return the finite number that a text says, or the default."""
    try:
        number = float(text)
    except ValueError:
        return default
    return number if math.isfinite(number) else default


def clamped(number: float) -> float:
    """Return a number within what any unit can mean."""
    return min(max(number, -_MAX_METRES), _MAX_METRES)


def size(number: float, unit_m: float) -> float:
    """Return a size that is not negative and not without measure."""
    return min(max(number, 0.0), _MAX_METRES if unit_m else MAX_PX)


def parameters(element: ET.Element | None) -> dict[str, str]:
    """Return the CssParameter or SvgParameter values of a Fill, Stroke or Font."""
    return {
        found.get("name", ""): value(found)
        for found in children(element, "SvgParameter", "CssParameter")
    }


def color(text: str, opacity: str, default: str) -> Color:
    """Return a colour from its SVG text and opacity."""
    match = _HEX.fullmatch(text) or _HEX.fullmatch(default)
    digits = _NAMED.get(text.lower()) or (match[1] if match else "808080")
    if len(digits) == 3:
        digits = "".join(2 * digit for digit in digits)
    alpha = round(255 * min(max(as_number(opacity, 1.0), 0.0), 1.0))
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16), alpha


def fill(element: ET.Element | None) -> Color | None:
    """Return the colour of a Fill, None where there is none."""
    if element is None:
        return None
    css = parameters(element)
    return color(css.get("fill", ""), css.get("fill-opacity", ""), "#808080")


def stroke(element: ET.Element | None, reading: Reading, unit_m: float = 0.0) -> Stroke | None:
    """Return the pen of a Stroke, None where there is none.

    QGIS writes an empty Stroke for no pen, and its own kinds of dashes in widths of the pen.
    """
    if element is None or (reading.by_qgis and not len(element)):
        return None
    css = parameters(element)
    width = size(as_number(css.get("stroke-width", ""), 1.0), unit_m)
    dash = _dash(css.get("stroke-dasharray", ""))
    if reading.by_qgis and dash in _QGIS_DASHES:
        dash = tuple(part * max(width, 1.0) for part in dash)
    return Stroke(
        color=color(css.get("stroke", ""), css.get("stroke-opacity", ""), "#000000"),
        width=width,
        dash=dash,
        cap=css.get("stroke-linecap", "butt"),
        join=css.get("stroke-linejoin", "round"),
        dash_offset=clamped(as_number(css.get("stroke-dashoffset", ""), 0.0)),
    )


def _dash(text: str) -> tuple[float, ...]:
    """Return a dash pattern, none where it has no length or no end."""
    parts = [as_number(part, -1.0) for part in re.split(r"[\s,]+", text[:1000]) if part]
    sound = 0 < len(parts) <= _MAX_DASHES and min(parts) >= 0 and sum(parts) > 0
    return tuple(map(clamped, parts)) if sound else ()
