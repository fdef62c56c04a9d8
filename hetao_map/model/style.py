"""Symbology as values, after OGC Symbology Encoding 1.1: style, rules, symbolizers.

Sizes are in logical pixels of 1/96 inch. Colours are (red, green, blue, alpha), 0 to 255.
"""

from __future__ import annotations

from dataclasses import dataclass

from hetao_map.model.filters import ALL, Filter
from hetao_map.text.localized import LocalizedText

Color = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line's pen; dash counts in pixels."""

    color: Color
    width: float = 1.0
    dash: tuple[float, ...] = ()
    cap: str = "butt"
    join: str = "round"


@dataclass(frozen=True, slots=True)
class PolygonSymbolizer:
    """An area's fill and edge; hatch is a well-known pattern name, empty for solid."""

    fill: Color | None = None
    stroke: Stroke | None = None
    hatch: str = ""


@dataclass(frozen=True, slots=True)
class LineSymbolizer:
    """A line; offset is to the left in pixels."""

    stroke: Stroke
    offset: float = 0.0


@dataclass(frozen=True, slots=True)
class PointSymbolizer:
    """A mark by its well-known name: square, circle, triangle, star, cross, x, diamond."""

    mark: str = "circle"
    size: float = 8.0
    fill: Color | None = None
    stroke: Stroke | None = None
    rotation: float = 0.0


@dataclass(frozen=True, slots=True)
class LabelPart:
    """A piece of a label: a literal, or the value of a column."""

    text: str
    is_column: bool = False


@dataclass(frozen=True, slots=True)
class TextSymbolizer:
    """A label.

    anchor is (0..1, 0..1) from the label's lower left, displacement in pixels to the right and
    up. follow_line bends it along its line, line_offset
    pixels to the left of it. priority: the higher is placed first.
    """

    label: tuple[LabelPart, ...]
    size: float = 11.0
    bold: bool = False
    italic: bool = False
    family: str = ""
    color: Color = (31, 41, 51, 255)
    halo_color: Color | None = None
    halo_radius: float = 0.0
    anchor: tuple[float, float] = (0.5, 0.5)
    displacement: tuple[float, float] = (0.0, 0.0)
    follow_line: bool = False
    line_offset: float = 0.0
    priority: float = 0.0
    priority_column: str = ""


Symbolizer = PolygonSymbolizer | LineSymbolizer | PointSymbolizer | TextSymbolizer


@dataclass(frozen=True, slots=True)
class Rule:
    """Which features are drawn how, and between which scale denominators (0: no limit)."""

    name: str = ""
    title: LocalizedText = LocalizedText()  # noqa: RUF009
    filter: Filter = ALL
    is_else: bool = False
    min_scale: float = 0.0
    max_scale: float = 0.0
    symbolizers: tuple[Symbolizer, ...] = ()

    def shown_at(self, denominator: float) -> bool:
        """Tell whether the rule applies at scale 1:denominator."""
        return self.min_scale <= denominator and (
            not self.max_scale or denominator < self.max_scale
        )


@dataclass(frozen=True, slots=True)
class Style:
    """The rules of a layer in drawing order; notes names what the reader could not take over."""

    rules: tuple[Rule, ...] = ()
    notes: tuple[str, ...] = ()


_DEFAULT_EDGE = Stroke((71, 85, 99, 255), 1.2)


def default_style() -> Style:
    """Return a plain style for data that brings none: legible, and unlike the theme colours."""
    fill = (120, 139, 156, 60)
    return Style(
        rules=(
            Rule(
                symbolizers=(
                    PolygonSymbolizer(fill, _DEFAULT_EDGE),
                    LineSymbolizer(Stroke((71, 85, 99, 255), 1.6)),
                    PointSymbolizer("circle", 7.0, (71, 85, 99, 255), Stroke((255,) * 4, 1.2)),
                )
            ),
        )
    )
