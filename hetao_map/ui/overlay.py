"""Painting what the tools draw over the map."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from hetao_map.geometry.viewport import Viewport
from hetao_map.render.fonts import font
from hetao_map.render.theme import Theme
from hetao_map.text.language import Language
from hetao_map.tools.pointer import BoxShape, LineShape, NoteShape, Overlay


def paint_overlay(
    painter: QPainter, overlay: Overlay, viewport: Viewport, theme: Theme, language: Language
) -> None:
    """Paint boxes, lines and notes with a painter in logical pixels."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for shape in overlay:
        match shape:
            case BoxShape(extent):
                low = QPointF(*viewport.to_px((extent.xmin, extent.ymax)))
                high = QPointF(*viewport.to_px((extent.xmax, extent.ymin)))
                painter.setPen(QPen(QColor(*theme.ink), 1.5))
                painter.setBrush(QColor(*theme.accent, 60))
                painter.drawRect(QRectF(low, high))
            case LineShape(points):
                _paint_line(painter, [QPointF(*viewport.to_px(p)) for p in points], theme)
            case NoteShape():
                _paint_note(painter, shape, viewport, theme, language)
    painter.restore()


def _paint_line(painter: QPainter, points: list[QPointF], theme: Theme) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((QColor(*theme.ink), 4.4), (QColor(*theme.accent), 2.2)):
        pen = QPen(colour, width)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF(points))
    painter.setPen(QPen(QColor(*theme.ink), 1.4))
    painter.setBrush(QColor(*theme.accent))
    for point in points:
        painter.drawEllipse(point, 4, 4)


def _paint_note(
    painter: QPainter, note: NoteShape, viewport: Viewport, theme: Theme, language: Language
) -> None:
    painter.setFont(font(language, 12, bold=note.strong))
    metrics = QFontMetricsF(painter.font())
    x, y = viewport.to_px(note.point)
    width, height = metrics.horizontalAdvance(note.text) + 12, metrics.height() + 4
    box = QRectF(x + 10, y - height - 8, width, height)
    painter.setPen(QPen(QColor(*theme.ink), 1))
    painter.setBrush(QColor(*theme.paper, 235))
    painter.drawRoundedRect(box, 5, 5)
    painter.setPen(QColor(*theme.ink))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, note.text)
