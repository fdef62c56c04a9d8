"""Painting what the tools draw over the map."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from hetao_map.geometry.viewport import Viewport
from hetao_map.render.fonts import font
from hetao_map.render.state_badge import paint_badge
from hetao_map.render.theme import Theme
from hetao_map.text.language import Language
from hetao_map.tools.pins import HEAD_PX
from hetao_map.tools.pointer import (
    AreaShape,
    BadgeShape,
    BoxShape,
    LineShape,
    NoteShape,
    Overlay,
    PinShape,
    PlaceShape,
)
from hetao_map.ui.captions import Captions

# No title is wider, and no pin further outside is seen.
_PIN_WIDTH = 180
_BESIDE_HEAD = 13
_DASH_PX = 7
_RING_PX = 11
# A port's name begins 15 pixels from its middle: a badge ends before it.
_BADGE_PX = 15.0
_BESIDE_MARK = QPointF(7, -13.5)


def paint_overlay(
    painter: QPainter, overlay: Overlay, viewport: Viewport, theme: Theme, language: Language
) -> None:
    """Paint boxes, lines, notes and pins with a painter in logical pixels."""
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
            case LineShape(points, ahead):
                pixels = [QPointF(*viewport.to_px(p)) for p in points]
                _paint_line(painter, pixels, theme, ahead=ahead)
            case AreaShape(ring):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(*theme.accent, 60))
                painter.drawPolygon(QPolygonF([QPointF(*viewport.to_px(p)) for p in ring]))
            case PlaceShape(point):
                _paint_place(painter, QPointF(*viewport.to_px(point)), theme)
            case BadgeShape(point, state):
                at = QPointF(*viewport.to_px(point)) + _BESIDE_MARK
                paint_badge(painter, at, _BADGE_PX, state, theme)
    _paint_words(painter, overlay, viewport, theme, language)
    painter.restore()


def _paint_words(
    painter: QPainter, overlay: Overlay, viewport: Viewport, theme: Theme, language: Language
) -> None:
    """Paint pins and notes; the weightiest note takes its place first, one without is left out."""
    captions = Captions(QRectF(0, 0, *viewport.size_px))
    for pin in (shape for shape in overlay if isinstance(shape, PinShape)):
        _paint_pin(painter, pin, viewport, theme, language, captions)
    notes = [shape for shape in overlay if isinstance(shape, NoteShape)]
    for note in sorted(notes, key=lambda one: not one.strong):
        _paint_note(painter, note, viewport, theme, language, captions)


def _paint_line(
    painter: QPainter, points: list[QPointF], theme: Theme, *, ahead: bool = False
) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((QColor(*theme.ink), 4.4), (QColor(*theme.accent), 2.2)):
        pen = QPen(colour, width)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if ahead:
            # The dashes of both pens must be of one length on the screen.
            pen.setDashPattern([_DASH_PX / width, _DASH_PX / width])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF(points))
    if ahead:
        return
    painter.setPen(QPen(QColor(*theme.ink), 1.4))
    painter.setBrush(QColor(*theme.accent))
    for point in points:
        painter.drawEllipse(point, 4, 4)


def _paint_place(painter: QPainter, at: QPointF, theme: Theme) -> None:
    """Paint a ring with four ticks that leaves the point itself free."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((QColor(*theme.paper), 5.0), (QColor(*theme.accent), 2.4)):
        painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawEllipse(at, _RING_PX, _RING_PX)
        for x, y in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            inner, outer = _RING_PX - 5, _RING_PX + 6
            painter.drawLine(at + QPointF(x, y) * inner, at + QPointF(x, y) * outer)


def _paint_note(
    painter: QPainter,
    note: NoteShape,
    viewport: Viewport,
    theme: Theme,
    language: Language,
    captions: Captions,
) -> None:
    painter.setFont(font(language, 12, bold=note.strong))
    metrics = QFontMetricsF(painter.font())
    size = QSizeF(metrics.horizontalAdvance(note.text) + 12, metrics.height() + 4)
    box = captions.beside(QPointF(*viewport.to_px(note.point)), size)
    if box is None:
        return
    painter.setPen(QPen(QColor(*theme.ink), 1))
    painter.setBrush(QColor(*theme.paper, 235))
    painter.drawRoundedRect(box, 5, 5)
    painter.setPen(QColor(*theme.ink))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, note.text)


def _paint_pin(
    painter: QPainter,
    pin: PinShape,
    viewport: Viewport,
    theme: Theme,
    language: Language,
    captions: Captions,
) -> None:
    """Paint a drop that stands on its tip, with the title beside its head."""
    x, y = viewport.to_px(pin.point)
    if not (-_PIN_WIDTH < x < viewport.size_px[0] + _PIN_WIDTH) or not (
        -_PIN_WIDTH < y < viewport.size_px[1] + _PIN_WIDTH
    ):
        return
    painter.setPen(QPen(QColor(*theme.paper), 1.5))
    painter.setBrush(QColor(*theme.ink))
    painter.drawPath(_drop(x, y))
    painter.setBrush(QColor(*theme.accent))
    painter.drawEllipse(QPointF(x, y - HEAD_PX), 3.5, 3.5)
    painter.setFont(font(language, 12, bold=True))
    metrics = QFontMetricsF(painter.font())
    title = metrics.elidedText(pin.title, Qt.TextElideMode.ElideRight, _PIN_WIDTH)
    size = QSizeF(metrics.horizontalAdvance(title) + 12, metrics.height() + 4)
    box = captions.level(QPointF(x, y - HEAD_PX), size, _BESIDE_HEAD)
    painter.setPen(QPen(QColor(*theme.ink), 1))
    painter.setBrush(QColor(*theme.paper, 235))
    painter.drawRoundedRect(box, 5, 5)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, title)


def _drop(x: float, y: float) -> QPainterPath:
    """Return the outline of a pin whose tip stands at a pixel."""
    path = QPainterPath(QPointF(x, y))
    path.cubicTo(x - 3, y - 8, x - 9, y - 11, x - 9, y - HEAD_PX)
    path.arcTo(QRectF(x - 9, y - HEAD_PX - 9, 18, 18), 180, -180)
    path.cubicTo(x + 9, y - 11, x + 3, y - 8, x, y)
    return path
