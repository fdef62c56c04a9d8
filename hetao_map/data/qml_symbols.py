"""What QGIS's own style says of its symbols, and its SLD does not.

Sizes on the ground, opacity, and parts of a symbol that are switched off.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from hetao_map.data.sld.graphics import faded, with_alpha
from hetao_map.model.style import (
    Hatch,
    LineSymbolizer,
    MarkFill,
    PointSymbolizer,
    PolygonSymbolizer,
    RasterSymbolizer,
    Rule,
    Symbolizer,
    TextSymbolizer,
)

_TOLD = re.compile(
    r"""MapUnit|<symbol\b[^<>]*\balpha=["']0|<layer\b[^<>]*\benabled=["']0"""
    r"""|line_width["'] (?:v|value)=["']0["']|["']0["'] (?:k|name)=["'](?:out)?line_width["']"""
)
# A symbol, a part of it, or a property; a symbol within a symbol has a name like @0@1.
_PARTS = re.compile(
    r"<symbol\b(?P<symbol>[^<>]*)>|(?P<end></symbol>)|<layer\b(?P<layer>[^<>]*)>"
    r"|<(?:Option|prop)\b(?P<property>[^<>]*)>"
)
_KIND = re.compile(r"""\b(?:name|k)=["'](size|line_width|outline_width)_unit["']""")
_UNIT = re.compile(r"""\b(?:value|v)=["'](\w+)["']""")
_NAME = re.compile(r"""\bname=["'](\d+)["']""")
_ALPHA = re.compile(r"""\balpha=["']([01](?:\.\d{1,20})?)["']""")
_HAIRLINE = re.compile(r"""\b(?:name|k)=["'](?:out)?line_width["']""")
_ZERO = re.compile(r"""\b(?:value|v)=["']0["']""")
# So QGIS writes the thinnest line it has, which is one pixel wide.
_WRITTEN_HAIRLINE, _HAIRLINE_PX = 0.5, 1.0
_OFF = re.compile(r"""\benabled=["']0["']""")
_PARTS_OFF = "symbol layers that are switched off"
MAP_UNITS = frozenset(("MapUnit", "RenderMetersInMapUnits"))
_SIZED: dict[str, type[PointSymbolizer] | type[LineSymbolizer] | type[PolygonSymbolizer]] = {
    "size": PointSymbolizer, "line_width": LineSymbolizer, "outline_width": PolygonSymbolizer,
}  # fmt: skip


@dataclass
class SymbolLook:
    """The units of a symbol's sizes by their kind, its opacity, 0 to 1, and which parts are on.

    hairline tells whether it has lines or edges as thin as can be.
    """

    units: dict[str, set[str]] = field(default_factory=dict)
    alpha: float = 1.0
    parts_on: list[bool] = field(default_factory=list)
    hairline: bool = False

    def dressed(self, rule: Rule, notes: list[str]) -> Rule:
        """Return a rule as the symbol has it.

        Sizes are metres on the map where all of their kind are so. Of the opacity the SLD has
        what areas and their edges have, and loses what lines, marks and hatches have.
        """
        return replace(rule, symbolizers=tuple(map(self._symbolizer, self._on(rule, notes))))

    def _on(self, rule: Rule, notes: list[str]) -> tuple[Symbolizer, ...]:
        """Return the symbolizers of the parts that are switched on."""
        if all(self.parts_on):
            return rule.symbolizers
        if not any(self.parts_on):
            return ()
        if len(self.parts_on) != len(rule.symbolizers):
            notes.append(_PARTS_OFF)
            return rule.symbolizers
        return tuple(s for s, on in zip(rule.symbolizers, self.parts_on, strict=True) if on)

    def _symbolizer(self, symbolizer: Symbolizer) -> Symbolizer:
        sized = tuple(_SIZED[kind] for kind, found in self.units.items() if found <= MAP_UNITS)
        if sized and isinstance(symbolizer, sized) and not symbolizer.unit_m:
            symbolizer = replace(symbolizer, unit_m=1.0)
        if self.hairline and not isinstance(symbolizer, TextSymbolizer | RasterSymbolizer):
            symbolizer = _with_hairline(symbolizer)
        return symbolizer if self.alpha >= 1 else self._translucent(symbolizer)

    def _translucent(self, symbolizer: Symbolizer) -> Symbolizer:
        match symbolizer:
            case LineSymbolizer(stroke=pen):
                pen = replace(pen, color=with_alpha(pen.color, self.alpha))
                return replace(symbolizer, stroke=pen)
            case PointSymbolizer():
                return faded(symbolizer, self.alpha)
            case PolygonSymbolizer(pattern=Hatch() as hatch):
                hatch = replace(hatch, color=with_alpha(hatch.color, self.alpha))
                return replace(symbolizer, pattern=hatch)
            case PolygonSymbolizer(pattern=MarkFill() as marks):
                marks = replace(marks, mark=faded(marks.mark, self.alpha))
                return replace(symbolizer, pattern=marks)
        return symbolizer


def _with_hairline(
    symbolizer: PointSymbolizer | LineSymbolizer | PolygonSymbolizer,
) -> Symbolizer:
    pen = symbolizer.stroke
    if pen is None or pen.width != _WRITTEN_HAIRLINE:
        return symbolizer
    return replace(symbolizer, stroke=replace(pen, width=_HAIRLINE_PX))


def looks_of(renderer: str) -> Mapping[str, SymbolLook]:
    """Return by name what the text of a renderer says of its symbols, {} for nothing."""
    looks: dict[str, SymbolLook] = {}
    if _TOLD.search(renderer) is None:
        return looks
    look, depth = SymbolLook(), 0
    for part in _PARTS.finditer(renderer):
        if part["symbol"] is not None:
            depth += not part["symbol"].endswith("/")
            if name := _NAME.search(part["symbol"]):
                depth, alpha = 1, _ALPHA.search(part["symbol"])
                share = min(float(alpha[1]), 1.0) if alpha else 1.0
                look = looks[name[1]] = SymbolLook(alpha=share)
        elif part["end"]:
            depth -= 1
        elif part["layer"] is not None:
            if depth == 1:
                look.parts_on.append(_OFF.search(part["layer"]) is None)
        elif _HAIRLINE.search(part["property"]):
            look.hairline |= _ZERO.search(part["property"]) is not None
        elif kind := _KIND.search(part["property"]):
            unit = _UNIT.search(part["property"])
            look.units.setdefault(kind[1], set()).add(unit[1] if unit else "")
    return looks
