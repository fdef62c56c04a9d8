"""The time bar below the map: the day that it shows, event by event, month by month, or played."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton

from hetao_map.model.state import MapState
from hetao_map.query.timeline import FIRST_YEAR, MONTHS, happenings, month_end, month_of
from hetao_map.session.actions import Actions
from hetao_map.session.store import Store
from hetao_map.text import dates
from hetao_map.ui.look import icon, theme_of
from hetao_map.ui.time_slider import TimeSlider

_PLAY_MS = 350
_PLAY_MONTHS = 6
_START = f"{FIRST_YEAR}-01-31"


class TimeBar(QFrame):
    """There while a day is shown or the panel of time is open."""

    def __init__(self, store: Store, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("timeBar")
        self._store, self._actions = store, actions
        self._slider, self._day = TimeSlider(), QLabel()
        self._today = QPushButton()
        self._buttons = {name: QToolButton() for name in ("previous", "play", "next")}
        self._clock = QTimer(self, interval=_PLAY_MS)
        self._clock.timeout.connect(self._play_on)
        self._days: tuple[dt.date, ...] = ()
        self._build()
        self.retranslate()
        store.changed.connect(self._apply)
        self._read(store.state)
        self._show(store.state)

    def retranslate(self) -> None:
        """Take over the language's words."""
        self.setAccessibleName(self.tr("Time"))
        self._slider.setAccessibleName(self.tr("Day that the map shows"))
        self._today.setText(self.tr("All"))
        self._today.setToolTip(self.tr("Show all that is known, whatever its date"))
        names = {
            "previous": self.tr("Previous event"),
            "play": self.tr("Pause") if self._clock.isActive() else self.tr("Play"),
            "next": self.tr("Next event"),
        }
        for name, button in self._buttons.items():
            button.setAccessibleName(names[name])
            button.setToolTip(names[name])

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language and of colours."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self._show(self._store.state)
        super().changeEvent(event)

    def play(self) -> None:
        """Go on half a year at a time until the end, or stop."""
        if self._clock.isActive():
            self._clock.stop()
        else:
            last = self._slider.value() == MONTHS - 1
            if last or not self._store.state.date:
                self._actions.show_date(_START)
            self._clock.start()
        self.retranslate()
        self._show(self._store.state)

    def step(self, direction: int) -> None:
        """Go to the event before (-1) or after (1) the day that is shown."""
        shown = dates.first_day(self._store.state.date)
        shown = shown or (dt.date.max if direction < 0 else dt.date.min)
        days = [day for day in self._days if (day > shown if direction > 0 else day < shown)]
        if days:
            self._actions.show_date((days[0] if direction > 0 else days[-1]).isoformat())

    def _build(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 6, 12, 4)
        layout.setSpacing(4)
        self._buttons["previous"].clicked.connect(lambda: self.step(-1))
        self._buttons["play"].clicked.connect(self.play)
        self._buttons["next"].clicked.connect(lambda: self.step(1))
        for button in self._buttons.values():
            layout.addWidget(button)
        layout.addSpacing(6)
        layout.addWidget(self._slider, 1)
        layout.addSpacing(8)
        self._day.setObjectName("heading")
        layout.addWidget(self._day)
        layout.addWidget(self._today)
        self._today.clicked.connect(lambda: self._actions.show_date(""))
        self._slider.valueChanged.connect(self._choose)
        self.setFocusProxy(self._slider)

    def _choose(self, month: int) -> None:
        self._actions.show_date(month_end(month).isoformat())

    def _play_on(self) -> None:
        month = min(self._slider.value() + _PLAY_MONTHS, MONTHS - 1)
        self._actions.show_date(month_end(month).isoformat())
        if month == MONTHS - 1:
            self._clock.stop()
            self.retranslate()
            self._show(self._store.state)

    def _apply(self, old: MapState, new: MapState) -> None:
        if old.catalog is not new.catalog:
            self._read(new)
        if _looks(old) != _looks(new) or old.catalog is not new.catalog:
            self._show(new)

    def _read(self, state: MapState) -> None:
        self._days = tuple(dict.fromkeys(one.day for one in happenings(state.catalog)))
        self._slider.mark(self._days)

    def _show(self, state: MapState) -> None:
        self.setVisible(bool(state.date) or (state.panel == "time" and state.panels))
        if self.isHidden() and self._clock.isActive():
            self._clock.stop()
        theme = theme_of(state.theme)
        for name, button in self._buttons.items():
            playing = name == "play" and self._clock.isActive()
            button.setIcon(icon("pause" if playing else name, theme))
        shown = dates.first_day(state.date)
        self._slider.blockSignals(True)
        self._slider.setValue(month_of(shown) if shown else MONTHS - 1)
        self._slider.blockSignals(False)
        words = dates.date(state.date, state.language) if state.date else self.tr("All dates")
        self._day.setText(words)
        # So that the slider stays where it is while days of other lengths go by.
        widest = dates.date("2008-09-28", state.language)
        self._day.setMinimumWidth(self._day.fontMetrics().horizontalAdvance(widest) + 26)
        self._slider.setAccessibleDescription(words)
        self._today.setEnabled(bool(state.date))


def _looks(state: MapState) -> tuple[object, ...]:
    return state.date, state.panel, state.panels, state.language, state.theme, state.text_size
