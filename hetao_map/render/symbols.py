"""Pens, brushes and marks of a style for QPainter."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainterPath, QPen, QPolygonF

from hetao_map.model.style import Color, PolygonSymbolizer, Stroke
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
_HATCHES = {
    "horline": Qt.BrushStyle.HorPattern,
    "vertline": Qt.BrushStyle.VerPattern,
    "slash": Qt.BrushStyle.BDiagPattern,
    "backslash": Qt.BrushStyle.FDiagPattern,
    "plus": Qt.BrushStyle.CrossPattern,
    "times": Qt.BrushStyle.DiagCrossPattern,
    "dot": Qt.BrushStyle.Dense6Pattern,
}


def pen(stroke: Stroke | None, theme: Theme) -> QPen:
    """Return the pen of a stroke, no pen for none. Dashes count in pixels, Qt's in widths."""
    if stroke is None or stroke.width <= 0:
        return QPen(Qt.PenStyle.NoPen)
    result = QPen(adapted(stroke.color, theme), stroke.width)
    result.setCapStyle(_CAPS.get(stroke.cap, Qt.PenCapStyle.FlatCap))
    result.setJoinStyle(_JOINS.get(stroke.join, Qt.PenJoinStyle.RoundJoin))
    if stroke.dash:
        # An odd list is repeated once, as in SVG.
        dash = stroke.dash if len(stroke.dash) % 2 == 0 else stroke.dash * 2
        result.setDashPattern([part / stroke.width for part in dash])
    return result


def brush(color: Color | None, theme: Theme) -> QBrush:
    """Return a solid brush, no brush for none."""
    return QBrush(Qt.BrushStyle.NoBrush) if color is None else QBrush(adapted(color, theme))


def area_brush(symbolizer: PolygonSymbolizer, theme: Theme) -> QBrush:
    """Return the brush of an area, with its hatch."""
    result = brush(symbolizer.fill, theme)
    if symbolizer.hatch and symbolizer.fill is not None:
        result.setStyle(_HATCHES[symbolizer.hatch])
    return result


def mark_path(name: str, size: float) -> QPainterPath:
    """Return the outline of a well-known mark around (0, 0), size pixels across."""
    half = size / 2
    path = QPainterPath()
    if name == "circle":
        path.addEllipse(QPointF(0, 0), half, half)
    elif name == "square":
        path.addRect(QRectF(-half, -half, size, size))
    elif name == "cross":
        _plus(path, half, half / 3)
    elif name == "x":
        turned = QPainterPath()
        _plus(turned, half, half / 3)
        path = _rotated(turned, 45)
    else:
        path.addPolygon(QPolygonF(_corners(name, half)))
        path.closeSubpath()
    return path


def _plus(path: QPainterPath, half: float, arm: float) -> None:
    steps = [(-arm, -half), (arm, -half), (arm, -arm), (half, -arm), (half, arm), (arm, arm)]
    steps += [(-x, -y) for x, y in steps]
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in steps]))
    path.closeSubpath()


def _rotated(path: QPainterPath, degrees: float) -> QPainterPath:
    from PySide6.QtGui import QTransform

    return QTransform().rotate(degrees).map(path)


def _corners(name: str, radius: float) -> list[QPointF]:
    """Return the corners of a regular figure, the first one straight up."""
    points = {"triangle": 3, "diamond": 4, "pentagon": 5, "star": 10}.get(name, 4)
    corners = []
    for number in range(points):
        reach = radius * (0.45 if name == "star" and number % 2 else 1.0)
        angle = 2 * math.pi * number / points - math.pi / 2
        corners.append(QPointF(reach * math.cos(angle), reach * math.sin(angle)))
    return corners
