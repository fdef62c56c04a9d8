"""Symbology as values, after OGC Symbology Encoding 1.1: style, rules, symbolizers.

Sizes are in logical pixels of 1/96 inch, or in units of the map where a symbolizer says how
many metres its unit has. Colours are (red, green, blue, alpha), 0 to 255.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from hetao_map.model.filters import ALL, Filter
from hetao_map.text.localized import LocalizedText

Color = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line's pen; dash and dash_offset count as the width does."""

    color: Color
    width: float = 1.0
    dash: tuple[float, ...] = ()
    cap: str = "butt"
    join: str = "round"
    dash_offset: float = 0.0


@dataclass(frozen=True, slots=True)
class Hatch:
    """Parallel lines that fill an area, under one or two angles.

    angles are degrees counter-clockwise from the lines of a page.
    """

    color: Color
    angles: tuple[float, ...]
    spacing: float = 8.0
    width: float = 1.0


@dataclass(frozen=True, slots=True)
class PointSymbolizer:
    """A mark by its well-known name, or a symbol of the program by the name of its file.

    rotation is in degrees clockwise. anchor is the part of the mark, from its lower left as
    (0..1, 0..1), that lies on the point; displacement goes to the right and up. unit_m is how
    many metres a unit of size has, 0 for pixels. Lines and areas have it in their middle, but
    for points_only.
    """

    mark: str = "circle"
    size: float = 8.0
    fill: Color | None = None
    stroke: Stroke | None = None
    rotation: float = 0.0
    symbol: str = ""
    anchor: tuple[float, float] = (0.5, 0.5)
    displacement: tuple[float, float] = (0.0, 0.0)
    unit_m: float = 0.0
    points_only: bool = False


@dataclass(frozen=True, slots=True)
class MarkFill:
    """Marks in rows and columns that fill an area, spacing from centre to centre."""

    mark: PointSymbolizer
    spacing: tuple[float, float]


@dataclass(frozen=True, slots=True)
class PolygonSymbolizer:
    """An area: fill, then pattern, then edge.

    offset widens the shape, displacement moves it to the right and up.
    """

    fill: Color | None = None
    stroke: Stroke | None = None
    pattern: Hatch | MarkFill | None = None
    offset: float = 0.0
    displacement: tuple[float, float] = (0.0, 0.0)
    unit_m: float = 0.0


@dataclass(frozen=True, slots=True)
class LineSymbolizer:
    """A line; offset is to the left of its direction."""

    stroke: Stroke
    offset: float = 0.0
    unit_m: float = 0.0


@dataclass(frozen=True, slots=True)
class LabelPart:
    """A piece of a label: a literal, or the value of a column.

    Without a value there is no label, unless the piece is optional.
    """

    text: str
    is_column: bool = False
    optional: bool = False


@dataclass(frozen=True, slots=True)
class NumberLook:
    """How the numbers of a label are written: decimals, and whether those above 0 have a plus."""

    decimals: int
    plus: bool = False


@dataclass(frozen=True, slots=True)
class TextSymbolizer:
    """A label.

    anchor is (0..1, 0..1) from the label's lower left, displacement to the right and up,
    rotation in degrees clockwise. follow_line bends it along its line, line_offset to the left
    of it. priority: the higher is placed first. max_displacement is how far a label may stand
    off its mark where there is no room beside it, 0 for not at all; wrap is the width of a line,
    0 for the map's own. numbers is how a number is written, None for as it is; at breaks a new
    line begins.
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
    rotation: float = 0.0
    max_displacement: float = 0.0
    wrap: float = 0.0
    unit_m: float = 0.0
    numbers: NumberLook | None = None
    breaks: str = ""


@dataclass(frozen=True, slots=True)
class RasterSymbolizer:
    """Pictures as they are."""


Symbolizer = (
    PolygonSymbolizer | LineSymbolizer | PointSymbolizer | TextSymbolizer | RasterSymbolizer
)


@dataclass(frozen=True, slots=True)
class Rule:
    """Which features are drawn how, and between which scale denominators (0: no limit).

    part is the number of the FeatureTypeStyle that holds it: an else rule takes the features
    that no other rule of its part draws.
    """

    name: str = ""
    title: LocalizedText = LocalizedText()  # noqa: RUF009
    filter: Filter = ALL
    is_else: bool = False
    min_scale: float = 0.0
    max_scale: float = 0.0
    symbolizers: tuple[Symbolizer, ...] = ()
    part: int = 0

    @property
    def draws(self) -> bool:
        """Tell whether the rule draws more than labels."""
        return any(not isinstance(s, TextSymbolizer) for s in self.symbolizers)

    def shown_at(self, denominator: float) -> bool:
        """Tell whether the rule applies at scale 1:denominator."""
        return self.min_scale <= denominator and (
            not self.max_scale or denominator < self.max_scale
        )


@dataclass(frozen=True, slots=True)
class Style:
    """The rules of a layer in drawing order; notes names what the reader could not take over.

    opacity, 0 to 1, is that of the layer's whole picture.
    """

    rules: tuple[Rule, ...] = ()
    notes: tuple[str, ...] = ()
    opacity: float = 1.0


_DEFAULT_EDGE = Stroke((71, 85, 99, 255), 1.0)


def default_style(geometry: str = "GEOMETRY") -> Style:
    """Return a plain style for data that brings none: legible, and unlike the theme colours.

    geometry is the layer's type name; a layer of mixed types gets a symbolizer for each.
    """
    area = PolygonSymbolizer((120, 139, 156, 60), _DEFAULT_EDGE)
    line = LineSymbolizer(Stroke((71, 85, 99, 255), 1.4))
    mark = PointSymbolizer("circle", 7.0, (71, 85, 99, 255), Stroke((255,) * 4, 1.0))
    point = replace(mark, points_only=True)
    by_type: dict[str, Symbolizer] = {"POLYGON": area, "LINESTRING": line, "POINT": point}
    own = by_type.get(geometry.upper().removeprefix("MULTI"))
    return Style(rules=(Rule(symbolizers=(own,) if own else (area, line, point)),))
