"""The sign of a port's state: told by its shape and its mark, and by a colour as well."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

from hetao_map.render.lettering import painting
from hetao_map.render.theme import Theme

# Of the Okabe-Ito set, which the common kinds of colour blindness keep apart.
_FILL = {"open": "#007A5A", "closing": "#E69F00", "closed": "#C04A00", "unknown": "#6B7780"}
_MARK = {"closing": "#1F2933"}
_WHITE = "#FFFFFF"
_RATIO = 2.0


def paint_badge(painter: QPainter, at: QPointF, size: float, state: str, theme: Theme) -> None:
    """Paint a sign of a size in pixels about a point.

    Open is a disc with a tick, closing a triangle with a bar, closed a square with a cross; any
    other state is a rhombus with a question mark's dot and bow.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(at)
    painter.scale(size / 2, size / 2)
    rim = QPen(QColor(*theme.paper), 0.22)
    rim.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(rim)
    painter.setBrush(QColor(_FILL.get(state, _FILL["unknown"])))
    _paint_ground(painter, state)
    mark = QPen(QColor(_MARK.get(state, _WHITE)), 0.26)
    mark.setCapStyle(Qt.PenCapStyle.RoundCap)
    mark.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(mark)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _paint_mark(painter, state)
    painter.restore()


def badge_image(size: float, state: str, theme: Theme) -> QImage:
    """Return the sign alone, on nothing."""
    side = round(size * _RATIO)
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(_RATIO)
    image.fill(0)
    with painting(image) as painter:
        paint_badge(painter, QPointF(size / 2, size / 2), size - 1, state, theme)
    return image


def _paint_ground(painter: QPainter, state: str) -> None:
    match state:
        case "open":
            painter.drawEllipse(QPointF(0, 0), 0.88, 0.88)
        case "closing":
            painter.drawPolygon(_points((0, -0.92), (0.95, 0.8), (-0.95, 0.8)))
        case "closed":
            painter.drawRoundedRect(QRectF(-0.82, -0.82, 1.64, 1.64), 0.2, 0.2)
        case _:
            painter.drawPolygon(_points((0, -0.98), (0.98, 0), (0, 0.98), (-0.98, 0)))


def _paint_mark(painter: QPainter, state: str) -> None:
    match state:
        case "open":
            painter.drawPolyline(_points((-0.42, 0.02), (-0.1, 0.36), (0.44, -0.32)))
        case "closing":
            painter.drawPolyline(_points((0, -0.32), (0, 0.24)))
            painter.drawPoint(QPointF(0, 0.56))
        case "closed":
            painter.drawPolyline(_points((-0.38, -0.38), (0.38, 0.38)))
            painter.drawPolyline(_points((-0.38, 0.38), (0.38, -0.38)))
        case _:
            painter.drawArc(QRectF(-0.26, -0.5, 0.52, 0.52), -30 * 16, 210 * 16)
            painter.drawPolyline(_points((0.18, -0.1), (0, 0.1), (0, 0.2)))
            painter.drawPoint(QPointF(0, 0.5))


def _points(*points: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])
