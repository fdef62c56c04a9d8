"""A day and a time of day to be typed, or a day chosen from a calendar."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDate, QDateTime, QLocale, QObject, QSize, Qt, QTime, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCharFormat
from PySide6.QtWidgets import QBoxLayout, QCalendarWidget, QDateTimeEdit, QToolButton, QWidget

from hetao_map.render.theme import Theme
from hetao_map.ui.look import icon

_BAR = "qt_calendar_navigationbar"
_MONTH, _YEAR = "qt_calendar_monthbutton", "qt_calendar_yearbutton"
_BUTTONS = {"qt_calendar_prevmonth": "previous", "qt_calendar_nextmonth": "next"}
_MORE_ROOM = QSize(24, 28)
_WEEKEND = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)


class MomentEdit(QDateTimeEdit):
    """Shows a moment as 2026-11-27 09:30. dress gives the calendar the colours of a theme."""

    chosen = Signal(object)
    """A datetime without a zone, when the person has changed it."""

    def __init__(self) -> None:
        super().__init__()
        self.setDisplayFormat("yyyy-MM-dd HH:mm")
        # Without any buttons, a style sheet leaves the text no room at all.
        self.setCalendarPopup(True)
        calendar = self.calendarWidget()
        _frame(calendar)
        calendar.currentPageChanged.connect(lambda _year, _month: _head(calendar))
        self.dateTimeChanged.connect(self._tell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Select a part to be typed over with Home, End and Ctrl+A: Qt takes no digit otherwise."""
        super().keyPressEvent(event)
        if event.key() == Qt.Key.Key_End:
            self.setSelectedSection(self.sectionAt(self.sectionCount() - 1))
        elif event.key() == Qt.Key.Key_Home or event.matches(QKeySequence.StandardKey.SelectAll):
            self.setSelectedSection(self.sectionAt(0))

    def show_moment(self, moment: dt.datetime) -> None:
        """Show a moment; what is being typed stays while it is the same one."""
        day, time = moment.date(), moment.time()
        shown = QDateTime(QDate(day.year, day.month, day.day), QTime(time.hour, time.minute))
        if shown != self.dateTime():
            self.blockSignals(True)
            self.setDateTime(shown)
            self.blockSignals(False)

    def dress(self, theme: Theme) -> None:
        """Take over the colours of a theme: Qt's red for weekends is not read on a dark ground."""
        calendar = self.calendarWidget()
        # What Qt asks for cuts through the last week and the last day.
        calendar.setMinimumSize(calendar.sizeHint() + _MORE_ROOM)
        for day in _WEEKEND:
            calendar.setWeekdayTextFormat(day, QTextCharFormat())
        for button in calendar.findChildren(QToolButton):
            name = _BUTTONS.get(QObject.objectName(button))
            if name:
                button.setIcon(icon(name, theme))
        _head(calendar)

    def _tell(self, moment: QDateTime) -> None:
        day, time = moment.date(), moment.time()
        self.chosen.emit(
            dt.datetime(day.year(), day.month(), day.day(), time.hour(), time.minute())
        )


def _frame(calendar: QCalendarWidget) -> None:
    """Give the calendar an edge: what lies below it goes on beside it."""
    calendar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    if (room := calendar.layout()) is not None:
        room.setContentsMargins(1, 1, 1, 1)


def _head(calendar: QCalendarWidget) -> None:
    """Write the month above the days as its language does: November 2026, 2026年11月."""
    bar = calendar.findChild(QWidget, _BAR)
    room = bar.layout() if bar is not None else None
    month, year = (calendar.findChild(QToolButton, name) for name in (_MONTH, _YEAR))
    if not isinstance(room, QBoxLayout) or month is None or year is None:
        return
    ordered = (month, year)
    if QLocale().language() == QLocale.Language.Chinese:
        year.setText(f"{calendar.yearShown()}年")
        month.setText(f"{calendar.monthShown()}月")
        ordered = (year, month)
    places = sorted(map(room.indexOf, ordered))
    for button in ordered:
        room.removeWidget(button)
    for place, button in zip(places, ordered, strict=True):
        room.insertWidget(place, button)
