"""Door to door in the window: its panel, its line on the map, and its commands."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from hetao_map.files import replace_file
from hetao_map.geometry.extent import Xy
from hetao_map.model.feature import FeatureRef
from hetao_map.model.route import Route
from hetao_map.model.state import MapState
from hetao_map.session.actions import Actions
from hetao_map.session.store import Store
from hetao_map.session.trips import Trips
from hetao_map.ui.announcer import Announcer
from hetao_map.ui.commands import Command, Commands
from hetao_map.ui.file_question import ask_for_file, file_name
from hetao_map.ui.route_watch import RouteWatch
from hetao_map.ui.saving import Saving

if TYPE_CHECKING:
    from hetao_map.ui.ways_panel import WaysPanel


class Ways(QObject):
    """Makes these parts of a window and adds their commands."""

    def __init__(
        self,
        window: QMainWindow,
        store: Store,
        actions: Actions,
        announcer: Announcer,
        saving: Saving,
    ) -> None:
        super().__init__(window)
        self._window, self._store, self._announcer = window, store, announcer
        self._saving = saving
        self._panel: WaysPanel | None = None
        self.trips = Trips(store, actions)
        self._watch = RouteWatch(self, store, self.trips)

    def close(self) -> None:
        """End the worker."""
        self._watch.close()

    def panel(self) -> QWidget:
        """Return the panel."""
        from hetao_map.ui.ways_panel import WaysPanel

        deeds = {"target": self.trips.show_all, "copy": self.copy, "print": self.save}
        self._panel = WaysPanel(self._store, self.trips, self._announcer, deeds)
        return self._panel

    def begin_at(self, place: str) -> None:
        """Ask for a way from a place; what is missing yet has the keyboard then."""
        self.trips.begin_at(place)
        self._take_keyboard()

    def end_at(self, place: str) -> None:
        """Ask for a way to a place; what is missing yet has the keyboard then."""
        self.trips.end_at(place)
        self._take_keyboard()

    def _take_keyboard(self) -> None:
        if self._panel is not None:
            self._panel.take_keyboard()

    def add_commands(self, commands: Commands) -> None:
        """Add the commands to their menus."""
        commands.add_separator("go")
        for command in (
            Command("way_from", lambda: self.tr("Route from here"), self.begin_here,
                    enabled=_has_place),
            Command("way_to", lambda: self.tr("Route to here"), self.end_here, enabled=_has_place),
            Command("way_back", lambda: self.tr("Swap start and destination"), self.trips.turn,
                    enabled=lambda state: bool(state.trip.start or state.trip.end)),
        ):  # fmt: skip
            commands.add("go", command)
        commands.add("edit", Command(
            "copy_way", lambda: self.tr("Copy the route as text"), self.copy, enabled=_has_way
        ))  # fmt: skip
        commands.add("file", Command(
            "way_sheet", lambda: self.tr("Route as PDF…"), self.save, enabled=_has_way
        ))  # fmt: skip

    def fill(self, menu: QMenu, point: Xy, marks: tuple[FeatureRef, ...]) -> None:
        """Add the ways from and to a map point to a menu; marks are the places drawn there."""
        place = self._named(marks[0]) if marks else self.trips.place_at(point)
        menu.addAction(self.tr("Route from here"), partial(self.begin_at, place))
        menu.addAction(self.tr("Route to here"), partial(self.end_at, place))
        menu.addSeparator()

    def copy(self) -> None:
        """Put the way as plain text on the clipboard."""
        from hetao_map.query.route_text import route_text

        state = self._store.state
        if isinstance(state.route, Route):
            QGuiApplication.clipboard().setText(route_text(state.route, state.language))
            self._announcer.say(self.tr("The route has been copied."))

    def save(self) -> None:
        """Ask for a file and write the way into it."""
        from hetao_map.ui.route_sheet import route_sheet

        state = self._store.state
        if not isinstance(state.route, Route):
            return
        kinds = {".pdf": self.tr("PDF page")}
        name = file_name("hetao-route")
        path = ask_for_file(self._window, self.tr("Route as PDF"), name, kinds)
        if path is not None:
            content = route_sheet(state, state.route)
            self._saving.start(path, lambda _progress, _stale: replace_file(path, content))

    def begin_here(self) -> None:
        """Ask for a way from what is looked at: the selected feature, or the marked place."""
        self.begin_at(self._here())

    def end_here(self) -> None:
        """Ask for a way to what is looked at."""
        self.end_at(self._here())

    def _here(self) -> str:
        state = self._store.state
        if state.selection.current is not None:
            return self._named(state.selection.current)
        return self.trips.place_at(state.place) if state.place is not None else ""

    def _named(self, ref: FeatureRef) -> str:
        # The names of places are read when they are first needed.
        from hetao_map.query.trip import end_of

        return end_of(self._store.state.catalog, ref)


def _has_place(state: MapState) -> bool:
    return state.selection.current is not None or state.place is not None


def _has_way(state: MapState) -> bool:
    return isinstance(state.route, Route)
