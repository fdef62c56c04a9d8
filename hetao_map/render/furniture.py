"""What stands around the map: scale bar, north arrow, attribution. The same on every output."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from hetao_map.geometry.viewport import Viewport
from hetao_map.render.fonts import font
from hetao_map.render.theme import Theme
from hetao_map.text import numbers, words
from hetao_map.text.language import Language

_MARGIN = 14.0
_LONGEST_BAR_PX = 180.0
_TEXT_PX = 11


def scale_bar(viewport: Viewport, ground_metres: float) -> tuple[float, float]:
    """Return (length in metres on the ground, length in pixels) of a round scale bar.

    ground_metres is the metres on the ground of one map metre here.
    """
    per_px = viewport.metres_per_px * ground_metres
    longest = _LONGEST_BAR_PX * per_px
    power = 10 ** math.floor(math.log10(longest))
    length = next(step * power for step in (5, 2, 1) if step * power <= longest)
    return length, length / per_px


def furniture_boxes(viewport: Viewport) -> tuple[QRectF, ...]:
    """Return the parts of the view, in logical pixels, that furniture covers."""
    width, height = viewport.size_px
    bar = QRectF(0, height - 42, _LONGEST_BAR_PX + 2 * _MARGIN, 42)
    north = QRectF(width - 58, 0, 58, 72)
    attribution_strip = QRectF(width * 0.45, height - 24, width * 0.55, 24)
    return bar, north, attribution_strip


def paint_furniture(
    painter: QPainter,
    viewport: Viewport,
    theme: Theme,
    language: Language,
    ground_metres: float,
    attribution: str,
) -> None:
    """Paint scale bar, north arrow and attribution with a painter in logical pixels."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width, height = viewport.size_px
    painter.setFont(font(language, _TEXT_PX))
    _paint_bar(painter, viewport, theme, language, ground_metres)
    _paint_north(painter, QPointF(width - _MARGIN - 14, _MARGIN + 22), theme)
    _paint_attribution(painter, QRectF(0, 0, width, height), theme, attribution)
    painter.restore()


def _halo_text(painter: QPainter, at: QPointF, text: str, theme: Theme, ink: QColor) -> None:
    path = QPainterPath()
    path.addText(at, painter.font(), text)
    pen = QPen(QColor(*theme.paper, 220), 3)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(path, pen)
    painter.fillPath(path, ink)


def _paint_bar(
    painter: QPainter,
    viewport: Viewport,
    theme: Theme,
    language: Language,
    ground_metres: float,
) -> None:
    length, bar = scale_bar(viewport, ground_metres)
    left, bottom = _MARGIN, viewport.size_px[1] - _MARGIN
    ink = QColor(*theme.ink)
    for number in range(4):
        piece = QRectF(left + number * bar / 4, bottom - 5, bar / 4, 5)
        painter.fillRect(piece, ink if number % 2 == 0 else QColor(*theme.paper))
    painter.setPen(QPen(ink, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(left, bottom - 5, bar, 5))
    denominator = round_scale(viewport.scale_denominator)
    scale = words.SCALE.in_(language).format(n=f"{denominator:,}")
    text = f"{numbers.metres(length, language)}   {scale}"
    _halo_text(painter, QPointF(left, bottom - 10), text, theme, ink)


def round_scale(denominator: float) -> int:
    """Return a scale denominator with three digits that count."""
    digits = max(math.floor(math.log10(max(denominator, 1))) - 2, 0)
    return int(round(denominator / 10**digits) * 10**digits)


def _paint_north(painter: QPainter, center: QPointF, theme: Theme) -> None:
    ink, paper = QColor(*theme.ink), QColor(*theme.paper)
    tip, tail = center + QPointF(0, -14), center + QPointF(0, 6)
    painter.setPen(QPen(paper, 1.2))
    painter.setBrush(ink)
    painter.drawPolygon(QPolygonF([tip, center + QPointF(7, 11), tail, center + QPointF(-7, 11)]))
    metrics = QFontMetricsF(painter.font())
    at = center + QPointF(-metrics.horizontalAdvance("N") / 2, 25)
    _halo_text(painter, at, "N", theme, ink)


def _paint_attribution(painter: QPainter, area: QRectF, theme: Theme, text: str) -> None:
    if not text:
        return
    metrics = QFontMetricsF(painter.font())
    ink = QColor(*theme.ink)
    ink.setAlpha(190)
    widest = area.width() - _LONGEST_BAR_PX - 4 * _MARGIN
    bottom = area.bottom() - 8
    for line in reversed(_wrapped(text, metrics, widest)):
        at = QPointF(area.right() - _MARGIN - metrics.horizontalAdvance(line), bottom)
        _halo_text(painter, at, line, theme, ink)
        bottom -= metrics.height()


def _wrapped(text: str, metrics: QFontMetricsF, width: float) -> list[str]:
    """Break an attribution between its parts: all of it must be read."""
    lines: list[str] = []
    for part in text.split(" · "):
        longer = f"{lines[-1]} · {part}" if lines else part
        if lines and metrics.horizontalAdvance(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(part)
    return lines
