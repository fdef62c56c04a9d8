"""What belongs to the map beside its layers: measuring, coordinates, scale, overview, going to."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMainWindow, QStatusBar, QWidget

from hetao_map.geometry.extent import Xy
from hetao_map.model.state import MapState
from hetao_map.query.positions import position_in
from hetao_map.render.live_map import LiveMap
from hetao_map.session.actions import Actions
from hetao_map.session.store import Store
from hetao_map.ui.commands import Command, Commands
from hetao_map.ui.copying import Copying
from hetao_map.ui.map_canvas import MapCanvas
from hetao_map.ui.map_menu import MapMenu
from hetao_map.ui.measure_panel import MeasurePanel
from hetao_map.ui.notice import Notice
from hetao_map.ui.overview import Overview
from hetao_map.ui.read_out import ReadOut
from hetao_map.ui.scale_box import ScaleBox

if TYPE_CHECKING:
    from hetao_map.ui.go_to import GoToDialog


class MapTools(QObject):
    """Makes these parts of a window and adds their commands."""

    def __init__(
        self,
        window: QMainWindow,
        store: Store,
        actions: Actions,
        canvas: MapCanvas,
        live_map: LiveMap,
        notice: Notice,
        say: Callable[[str], None],
    ) -> None:
        super().__init__(window)
        self._window, self._store, self._actions, self._canvas = window, store, actions, canvas
        self._copying = Copying(self, store, say)
        self._pointer: Xy | None = None
        self._go_to: GoToDialog | None = None
        self.menu = MapMenu(canvas, store, actions, self._copying)
        self._measure = MeasurePanel(canvas, store, actions, notice, self._copying.copy_measurement)
        self._overview = Overview(canvas, store, actions, live_map)
        self._scale = ScaleBox(store, actions, lambda sentence: notice.tell((sentence,)))
        self._read_out = ReadOut(store, self._copying.copy_position)
        canvas.pointed.connect(self._point_at)
        store.changed.connect(self._apply)

    def fill(self, bar: QStatusBar) -> None:
        """Put scale and coordinates at the right end of the status bar."""
        bar.addPermanentWidget(self._scale)
        bar.addPermanentWidget(self._read_out)

    def add_commands(self, commands: Commands) -> None:
        """Add the commands to their menus."""
        commands.add("go", Command(
            "go_to", lambda: self.tr("Go to coordinates…"), self.go_to, ("Ctrl+G",),
            enabled=_has_map,
        ))  # fmt: skip
        commands.add("tools", Command(
            "copy_measurement", lambda: self.tr("Copy the measurement"),
            self._copying.copy_measurement, ("Ctrl+C",),
            enabled=lambda state: state.tool == "measure" and len(state.measured.points) > 1,
        ))  # fmt: skip
        commands.add("tools", Command(
            "copy_coordinates", lambda: self.tr("Copy the coordinates at the pointer"),
            self.copy_coordinates, ("Ctrl+Alt+C",), enabled=_has_map,
        ))  # fmt: skip
        commands.add_separator("view")
        for field, words, key in (
            ("overview", lambda: self.tr("Overview map"), "Ctrl+Shift+M"),
            ("panels", lambda: self.tr("Panels"), "F9"),
            ("full_screen", lambda: self.tr("Full screen"), "F11"),
        ):
            commands.add("view", _switch(self._store, field, words, key))

    def go_to(self) -> None:
        """Ask for coordinates and a scale."""
        # What is seen later is read later: the map comes first.
        from hetao_map.ui.go_to import GoToDialog

        if self._go_to is None:
            self._go_to = GoToDialog(self._window, self._store, self._actions)
        self._go_to.ask()

    def copy_coordinates(self) -> None:
        """Copy the coordinates under the pointer, or of the middle of the map."""
        state = self._store.state
        point = self._pointer or state.viewport.center
        position = position_in(state.coordinates, state.catalog, point, state.language)
        if not position.text:
            position = position_in("wgs84", state.catalog, point, state.language)
        self._copying.copy_position(position)

    def _point_at(self, point: Xy | None) -> None:
        self._pointer = point
        self._read_out.point_at(point)

    def _apply(self, old: MapState, new: MapState) -> None:
        if old.full_screen != new.full_screen:
            show_full_screen(self._window, full=new.full_screen)


def show_full_screen(window: QWidget, *, full: bool) -> None:
    """Fill the screen with a window, or let it be as it was before."""
    if window.isFullScreen() != full:
        window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)


def _switch(store: Store, field: str, words: Callable[[], str], key: str) -> Command:
    """Return a command that turns a field of the state on and off."""

    def turn() -> None:
        store.update(**{field: not getattr(store.state, field)})

    return Command(field, words, turn, (key,), checked=lambda state: bool(getattr(state, field)))


def _has_map(state: MapState) -> bool:
    return bool(state.catalog.datasets)
