"""A slider over the years with a mark for each event."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSlider, QStyle, QStyleOptionSlider

from hetao_map.query.timeline import FIRST_YEAR, LAST_YEAR, MONTHS, month_of
from hetao_map.render.lettering import painting
from hetao_map.ui.look import px

_MARK_PX = 6
_YEARS = 5
_YEAR_GAP_PX = 8


class TimeSlider(QSlider):
    """Months since January 1995; a step is a month, a page a year."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setRange(0, MONTHS - 1)
        self.setSingleStep(1)
        self.setPageStep(12)
        self._marks: tuple[int, ...] = ()

    def mark(self, days: Sequence[dt.date]) -> None:
        """Mark the months of days."""
        inside = (day for day in days if FIRST_YEAR <= day.year <= LAST_YEAR)
        self._marks = tuple(dict.fromkeys(month_of(day) for day in inside))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of the groove, the marks and the years below."""
        return QSize(320, 26 + px(13))

    def minimumSizeHint(self) -> QSize:
        """Return the same height, for the years must not be cut."""
        return QSize(160, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint marks and years below the handle."""
        palette = self.palette()
        with painting(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_years(painter, palette)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(QPalette.ColorRole.Highlight))
            for month in self._marks:
                at = QPointF(self._place(month), self._groove_y() + 11)
                painter.drawEllipse(at, _MARK_PX / 3, _MARK_PX / 3)
        self._paint_handle()

    def _paint_handle(self) -> None:
        palette = self.palette()
        y, x = self._groove_y(), self._place(self.value())
        with painting(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            soft = palette.color(QPalette.ColorRole.Mid)
            accent = palette.color(QPalette.ColorRole.Highlight)
            painter.setPen(QPen(soft, 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawLine(QPointF(self._place(0), y), QPointF(self._place(MONTHS - 1), y))
            painter.setPen(QPen(accent, 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawLine(QPointF(self._place(0), y), QPointF(x, y))
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Base), 2))
            painter.setBrush(accent)
            painter.drawEllipse(QPointF(x, y), 7, 7)
            if self.hasFocus():
                painter.setPen(QPen(accent, 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(QPointF(x, y), 9.5, 9.5)

    def _paint_years(self, painter: QPainter, palette: QPalette) -> None:
        font = painter.font()
        font.setPixelSize(px(11))
        painter.setFont(font)
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        top = self._groove_y() + 15
        width = painter.fontMetrics().horizontalAdvance("0000") + _YEAR_GAP_PX
        room = self._place(_YEARS * 12) - self._place(0)
        # The first one is moved in from the edge.
        moved = max(width / 2 - self._place(0), 0)
        # Where they would run into one another, only every second or third is written.
        step = _YEARS * max(1, math.ceil((width + moved) / max(room, 1.0)))
        for year in range(FIRST_YEAR, LAST_YEAR + 1, step):
            x = self._place((year - FIRST_YEAR) * 12)
            left = min(max(x - width / 2, 0), self.width() - width)
            box = QRectF(left, top, width, self.height() - top)
            painter.drawText(box, Qt.AlignmentFlag.AlignHCenter, str(year))

    def _groove_y(self) -> float:
        return 11.0

    def _place(self, month: int) -> float:
        """Return where a month stands, as the style places the handle."""
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        length = self.style().pixelMetric(QStyle.PixelMetric.PM_SliderLength, option, self)
        span = self.width() - length
        return length / 2 + QStyle.sliderPositionFromValue(0, MONTHS - 1, month, span)
