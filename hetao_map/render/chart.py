"""Small charts of a series: one for each category, each with its own scale from zero."""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPainterPath, QPen

from hetao_map.model.card import CardTable, CardValue
from hetao_map.render.fonts import font
from hetao_map.render.lettering import painting, write
from hetao_map.text.language import Language

PANEL_HEIGHT = 96.0
_HEAD, _FOOT, _GAP = 20.0, 16.0, 10.0
# With fewer periods than this each has a bar with its figure; with more a line tells the course.
_LINE_FROM = 5
_BAR_WIDTH = 46.0
_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class Inks:
    """Colours of a document, as #RRGGBB: letters, lesser letters, what stands out, rules."""

    text: str
    soft: str
    accent: str
    line: str


def chart_of(
    table: CardTable, inks: Inks, language: Language, width: float, ratio: float
) -> QImage:
    """Return the charts of a table below each other, width logical pixels wide.

    Each figure is also in the table: the picture only adds its shape.
    """
    height = len(table.categories) * (PANEL_HEIGHT + _GAP) - _GAP
    image = QImage(
        round(width * ratio), round(height * ratio), QImage.Format.Format_ARGB32_Premultiplied
    )
    image.setDevicePixelRatio(ratio)
    image.fill(0)
    with painting(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number in range(len(table.categories)):
            box = QRectF(0, number * (PANEL_HEIGHT + _GAP), width, PANEL_HEIGHT)
            _Panel(table, number, box, inks, language).paint(painter)
    return image


class _Panel:
    """The chart of one category in a box."""

    def __init__(
        self, table: CardTable, category: int, box: QRectF, inks: Inks, language: Language
    ) -> None:
        self._title = table.categories[category]
        self._box, self._inks, self._language = box, inks, language
        known = [
            (period, row[category])
            for period, row in zip(table.periods, table.cells, strict=True)
            if row[category] is not None
        ]
        self._points: list[tuple[str, CardValue]] = [(p, v) for p, v in known if v is not None]
        self._plot = box.adjusted(2, _HEAD, -2, -_FOOT)
        self._top = max([v.number or 0.0 for _, v in self._points], default=0.0) or 1.0

    def paint(self, painter: QPainter) -> None:
        """Paint title, axis, shape and the ends of the axis."""
        self._write(painter, self._title, self._box.left(), 12, self._inks.soft)
        painter.setPen(QPen(QColor(self._inks.line), 1))
        painter.drawLine(self._plot.bottomLeft(), self._plot.bottomRight())
        if len(self._points) < _LINE_FROM:
            self._paint_bars(painter)
        else:
            self._paint_line(painter)

    def _paint_line(self, painter: QPainter) -> None:
        places = self._places()
        line = QPainterPath(places[0])
        for place in places[1:]:
            line.lineTo(place)
        area = QPainterPath(line)
        area.lineTo(places[-1].x(), self._plot.bottom())
        area.lineTo(places[0].x(), self._plot.bottom())
        tint = QColor(self._inks.accent)
        tint.setAlphaF(0.14)
        painter.fillPath(area, tint)
        painter.strokePath(line, QPen(QColor(self._inks.accent), 2))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._inks.accent))
        for place in places:
            painter.drawEllipse(place, 2.5, 2.5)
        (first, _), (last, newest) = self._points[0], self._points[-1]
        self._write_under(painter, first, places[0].x())
        self._write_under(painter, last, places[-1].x())
        self._write_right(painter, newest.text)

    def _paint_bars(self, painter: QPainter) -> None:
        step = self._plot.width() / max(len(self._points), 1)
        for number, (period, value) in enumerate(self._points):
            middle = self._plot.left() + (number + 0.5) * step
            height = (self._plot.height() - 14) * (value.number or 0.0) / self._top
            width = min(_BAR_WIDTH, step * 0.7)
            bar = QRectF(middle - width / 2, self._plot.bottom() - height, width, height)
            painter.fillRect(bar, QColor(self._inks.accent))
            self._write_centred(painter, value.text, middle, bar.top() - 4, self._inks.text, step)
            self._write_under(painter, period, middle)

    def _places(self) -> list[QPointF]:
        """Return where the figures lie: by year where all periods name one, else evenly."""
        found = [_YEAR.search(value.as_of) for _, value in self._points]
        years = [int(year[0]) if year else None for year in found]
        at = [float(n) for n in range(len(years))]
        if None not in years:
            at = [float(year) for year in years if year is not None]
        span = (at[-1] - at[0]) or 1.0
        return [
            QPointF(
                self._plot.left() + 4 + (x - at[0]) / span * (self._plot.width() - 8),
                self._plot.bottom() - (value.number or 0.0) / self._top * self._plot.height(),
            )
            for x, (_, value) in zip(at, self._points, strict=True)
        ]

    def _write(
        self, painter: QPainter, text: str, x: float, baseline: float, ink: str, size: int = 11
    ) -> None:
        painter.setFont(font(self._language, size))
        write(painter, QPointF(x, self._box.top() + baseline), text, QColor(ink))

    def _write_right(self, painter: QPainter, text: str) -> None:
        metrics = QFontMetricsF(font(self._language, 11))
        x = self._box.right() - metrics.horizontalAdvance(text)
        self._write(painter, text, x, 12, self._inks.text)

    def _write_under(self, painter: QPainter, text: str, middle: float) -> None:
        self._write_centred(painter, text, middle, self._box.bottom() - 3, self._inks.soft, 1e9)

    def _write_centred(
        self, painter: QPainter, text: str, middle: float, baseline: float, ink: str, room: float
    ) -> None:
        """Write within the box around a middle; smaller where the room is short."""
        size = 10
        while size > 8 and self._advance(text, size) > room - 2:
            size -= 1
        half = self._advance(text, size) / 2
        middle = min(max(middle, self._box.left() + half), self._box.right() - half)
        self._write(painter, text, middle - half, baseline - self._box.top(), ink, size)

    def _advance(self, text: str, size: int) -> float:
        return QFontMetricsF(font(self._language, size)).horizontalAdvance(text)
