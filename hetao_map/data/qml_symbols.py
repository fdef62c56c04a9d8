"""What QGIS's own style says of its symbols, and its SLD does not: sizes on the ground, opacity."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from hetao_map.model.style import (
    LineSymbolizer,
    PointSymbolizer,
    PolygonSymbolizer,
    Rule,
    Symbolizer,
)

_TOLD = re.compile(r"""MapUnit|<symbol\b[^<>]*\balpha=["']0""")
# A symbol, or a property of it; a symbol within a symbol has a name like @0@1.
_PARTS = re.compile(r"<symbol\b(?P<symbol>[^<>]*)>|<(?:Option|prop)\b(?P<property>[^<>]*)>")
_KIND = re.compile(r"""\b(?:name|k)=["'](size|line_width|outline_width)_unit["']""")
_UNIT = re.compile(r"""\b(?:value|v)=["'](\w+)["']""")
_NAME = re.compile(r"""\bname=["'](\d+)["']""")
_ALPHA = re.compile(r"""\balpha=["']([01](?:\.\d{1,20})?)["']""")
_MAP_UNITS = frozenset(("MapUnit", "RenderMetersInMapUnits"))
_SIZED: dict[str, type[PointSymbolizer] | type[LineSymbolizer] | type[PolygonSymbolizer]] = {
    "size": PointSymbolizer, "line_width": LineSymbolizer, "outline_width": PolygonSymbolizer,
}  # fmt: skip


@dataclass
class SymbolLook:
    """The units of a symbol's sizes by their kind, and its opacity, 0 to 1."""

    units: dict[str, set[str]] = field(default_factory=dict)
    alpha: float = 1.0

    def dressed(self, rule: Rule) -> Rule:
        """Return a rule as the symbol has it.

        Sizes are metres on the map where all of their kind are so. Of the opacity the SLD has
        what fills, and loses what lines have.
        """
        return replace(rule, symbolizers=tuple(map(self._symbolizer, rule.symbolizers)))

    def _symbolizer(self, symbolizer: Symbolizer) -> Symbolizer:
        sized = tuple(_SIZED[kind] for kind, found in self.units.items() if found <= _MAP_UNITS)
        if sized and isinstance(symbolizer, sized) and not symbolizer.unit_m:
            symbolizer = replace(symbolizer, unit_m=1.0)
        if isinstance(symbolizer, LineSymbolizer) and self.alpha < 1:
            red, green, blue, alpha = symbolizer.stroke.color
            color = (red, green, blue, round(alpha * self.alpha))
            return replace(symbolizer, stroke=replace(symbolizer.stroke, color=color))
        return symbolizer


def looks_of(renderer: str) -> Mapping[str, SymbolLook]:
    """Return by name what the text of a renderer says of its symbols, {} for nothing."""
    looks: dict[str, SymbolLook] = {}
    if _TOLD.search(renderer) is None:
        return looks
    look = SymbolLook()
    for part in _PARTS.finditer(renderer):
        if part["symbol"] is not None:
            name, alpha = _NAME.search(part["symbol"]), _ALPHA.search(part["symbol"])
            if name:
                share = min(float(alpha[1]), 1.0) if alpha else 1.0
                look = looks[name[1]] = SymbolLook(alpha=share)
        elif kind := _KIND.search(part["property"]):
            unit = _UNIT.search(part["property"])
            look.units.setdefault(kind[1], set()).add(unit[1] if unit else "")
    return looks
