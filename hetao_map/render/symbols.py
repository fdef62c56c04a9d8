"""Pens and brushes of a style for QPainter."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QPen

from hetao_map.model.style import Color, Hatch, MarkFill, Stroke
from hetao_map.render.theme import Theme, adapted

_CAPS = {
    "butt": Qt.PenCapStyle.FlatCap,
    "round": Qt.PenCapStyle.RoundCap,
    "square": Qt.PenCapStyle.SquareCap,
}
_JOINS = {
    "mitre": Qt.PenJoinStyle.MiterJoin,
    "miter": Qt.PenJoinStyle.MiterJoin,
    "bevel": Qt.PenJoinStyle.BevelJoin,
}
# A dash pattern shorter than this is seen as an even line, and takes for ever to paint.
_SHORTEST_DASHES_PX = 1.0


def pen(stroke: Stroke | None, theme: Theme) -> QPen:
    """Return the pen of a stroke, no pen for none. Dashes count in pixels, Qt's in widths."""
    if stroke is None or stroke.width <= 0:
        return QPen(Qt.PenStyle.NoPen)
    result = QPen(adapted(stroke.color, theme), stroke.width)
    result.setCapStyle(_CAPS.get(stroke.cap, Qt.PenCapStyle.FlatCap))
    result.setJoinStyle(_JOINS.get(stroke.join, Qt.PenJoinStyle.RoundJoin))
    if sum(stroke.dash) >= _SHORTEST_DASHES_PX:
        # An odd list is repeated once, as in SVG.
        dash = stroke.dash if len(stroke.dash) % 2 == 0 else stroke.dash * 2
        result.setDashPattern([max(part / stroke.width, 0.001) for part in dash])
        result.setDashOffset(stroke.dash_offset / stroke.width)
    return result


def brush(color: Color | None, theme: Theme) -> QBrush:
    """Return a solid brush, no brush for none."""
    return QBrush(Qt.BrushStyle.NoBrush) if color is None else QBrush(adapted(color, theme))


def seen_from_afar(pattern: Hatch | MarkFill) -> Color:
    """Return one colour as strong as a pattern is on the whole."""
    if isinstance(pattern, Hatch):
        share = len(pattern.angles) * pattern.width / max(pattern.spacing, pattern.width)
        color = pattern.color
    else:
        mark = pattern.mark
        share = mark.size**2 / max(pattern.spacing[0] * pattern.spacing[1], mark.size**2, 1.0)
        color = mark.fill or (mark.stroke.color if mark.stroke else (128, 128, 128, 255))
    return (*color[:3], round(color[3] * min(share, 1.0)))
