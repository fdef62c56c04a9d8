"""What leads over the map by clock, calendar and story: panels beside it, and the time bar."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from hetao_map.model.state import MapState
from hetao_map.session.actions import Actions
from hetao_map.session.store import Store
from hetao_map.ui.announcer import Announcer
from hetao_map.ui.commands import Command, Commands
from hetao_map.ui.crossings_watch import CrossingsWatch
from hetao_map.ui.info_panel import InformationPanel
from hetao_map.ui.map_canvas import MapCanvas
from hetao_map.ui.side_panels import SidePanels
from hetao_map.ui.time_bar import TimeBar

_KEYS = {"crossings": "Ctrl+Shift+X", "time": "Ctrl+Shift+T"}


class Guides(QObject):
    """Makes these parts of a window and adds their commands."""

    def __init__(
        self,
        window: QMainWindow,
        store: Store,
        actions: Actions,
        canvas: MapCanvas,
        announcer: Announcer,
    ) -> None:
        super().__init__(window)
        self._store, self._actions, self._canvas = store, actions, canvas
        self._announcer = announcer
        self._watch = CrossingsWatch(self, store)
        self._watch.changed.connect(canvas.update)
        canvas.add_overlay(self._watch.shapes)
        self.panels = SidePanels(store)
        self.bar = TimeBar(store, actions)

    def fill(self, information: InformationPanel) -> None:
        """Offer all panels, that of the card first."""
        self.panels.offer("information", lambda: self.tr("Information"), lambda: information)
        self.panels.offer("crossings", lambda: self.tr("Crossings"), self._crossings)
        self.panels.offer("time", lambda: self.tr("Time"), self._time)

    def add_commands(self, commands: Commands) -> None:
        """Add the commands to their menus."""
        self.panels.add_commands(commands, _KEYS)
        for name, words, act, key in (
            ("event_before", lambda: self.tr("Event before"), partial(self.bar.step, -1),
             "Ctrl+Alt+Left"),
            ("event_after", lambda: self.tr("Event after"), partial(self.bar.step, 1),
             "Ctrl+Alt+Right"),
            ("play_time", lambda: self.tr("Play the years"), self._play, ""),
        ):  # fmt: skip
            keys = (key,) if key else ()
            commands.add("go", Command(name, words, act, keys, enabled=_has_map))

    def map_with_bar(self) -> QWidget:
        """Return the map with the time bar below it."""
        both = QWidget()
        layout = QVBoxLayout(both)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._canvas, 1)
        layout.addWidget(self.bar)
        return both

    def _play(self) -> None:
        self._store.update(panel="time", panels=True)
        self.bar.play()

    def _crossings(self) -> QWidget:
        from hetao_map.ui.crossings_panel import CrossingsPanel

        return CrossingsPanel(self._store, self._actions, self._watch, self._announcer)

    def _time(self) -> QWidget:
        from hetao_map.ui.time_panel import TimePanel

        return TimePanel(self._store)


def _has_map(state: MapState) -> bool:
    return bool(state.catalog.datasets)
