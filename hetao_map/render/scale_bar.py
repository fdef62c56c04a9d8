"""A scale bar that is true on the ground, with 1:N beside it."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from hetao_map.geometry.viewport import Viewport
from hetao_map.render.lettering import write
from hetao_map.render.theme import Theme
from hetao_map.text import numbers, words
from hetao_map.text.language import Language

LONGEST_PX = 180.0
_BAR_HEIGHT = 5.0


def scale_bar(viewport: Viewport, ground_metres: float) -> tuple[float, float]:
    """Return (length in metres on the ground, length in pixels) of a round scale bar.

    ground_metres is the metres on the ground of one map metre here.
    """
    per_px = viewport.metres_per_px * ground_metres
    longest = LONGEST_PX * per_px
    power = 10 ** math.floor(math.log10(longest))
    length = next(step * power for step in (5, 2, 1) if step * power <= longest)
    return length, length / per_px


def round_scale(denominator: float) -> int:
    """Return a scale denominator with three digits that count."""
    digits = max(math.floor(math.log10(max(denominator, 1))) - 2, 0)
    return int(round(denominator / 10**digits) * 10**digits)


def bar_text(viewport: Viewport, ground_metres: float, language: Language) -> str:
    """Return the words above the bar: its length, and the scale as 1:N."""
    length, _ = scale_bar(viewport, ground_metres)
    scale = f"{round_scale(viewport.scale_denominator):,}"
    return f"{numbers.metres(length, language)}   {words.SCALE.in_(language).format(n=scale)}"


def paint_bar(
    painter: QPainter,
    corner: QPointF,
    viewport: Viewport,
    theme: Theme,
    language: Language,
    ground_metres: float,
) -> None:
    """Paint the bar with its lower left corner at a point, in the painter's font."""
    _, bar = scale_bar(viewport, ground_metres)
    left, top = corner.x(), corner.y() - _BAR_HEIGHT
    ink = QColor(*theme.ink)
    for number in range(4):
        piece = QRectF(left + number * bar / 4, top, bar / 4, _BAR_HEIGHT)
        painter.fillRect(piece, ink if number % 2 == 0 else QColor(*theme.paper))
    painter.setPen(QPen(ink, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(left, top, bar, _BAR_HEIGHT))
    text = bar_text(viewport, ground_metres, language)
    write(painter, QPointF(left, top - 5), text, ink)


def bar_box(
    corner: QPointF,
    viewport: Viewport,
    metrics: QFontMetricsF,
    language: Language,
    ground_metres: float,
) -> QRectF:
    """Return what the bar covers, in logical pixels."""
    _, bar = scale_bar(viewport, ground_metres)
    width = max(bar, metrics.horizontalAdvance(bar_text(viewport, ground_metres, language)))
    height = _BAR_HEIGHT + 5 + metrics.ascent()
    return QRectF(corner.x(), corner.y() - height, width, height)
