"""Briefings in the window: drawing an area, asking what is wanted, having it written."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from hetao_map.files import check_not_opened, replace_file
from hetao_map.geometry.extent import Xy
from hetao_map.model.drawn_area import DrawnArea
from hetao_map.model.feature import FeatureRef
from hetao_map.model.layer import Stale
from hetao_map.model.state import MapState
from hetao_map.session.store import Store
from hetao_map.ui.commands import Command, Commands
from hetao_map.ui.file_question import ask_for_file, file_name
from hetao_map.ui.map_canvas import MapCanvas
from hetao_map.ui.map_menu import MapMenu
from hetao_map.ui.saving import Progress, Saving

if TYPE_CHECKING:
    from hetao_map.model.briefing import Subject, Wish

_STEPS = 3


class Briefings(QObject):
    """Asks and writes. What is drawn for a briefing is dropped once the question is closed."""

    def __init__(
        self,
        window: QWidget,
        store: Store,
        canvas: MapCanvas,
        saving: Saving,
        say: Callable[[str], None],
    ) -> None:
        super().__init__(window)
        self._window, self._store, self._canvas = window, store, canvas
        self._saving, self._say = saving, say

    def add_commands(self, commands: Commands, menu: MapMenu) -> None:
        """Add the commands to their menus, and to that of a place on the map."""
        commands.add("file", Command(
            "briefing", lambda: self.tr("Briefing…"), self.open, ("Ctrl+Shift+B",),
            enabled=_has_map,
        ))  # fmt: skip
        for name, words, boxed in (
            ("draw_area", lambda: self.tr("Draw an area for a briefing"), False),
            ("draw_box", lambda: self.tr("Draw a rectangle for a briefing"), True),
        ):
            commands.add("tools", Command(
                name, words, partial(self.draw, boxed=boxed), enabled=_has_map,
                checked=partial(_draws, boxed=boxed),
            ))  # fmt: skip
        menu.offer(self._fill)

    def draw(self, *, boxed: bool = False) -> None:
        """Take the tool in hand that draws an area."""
        self._store.update(tool="area", drawn=DrawnArea(boxed=boxed))
        self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        corners = self.tr("Click two opposite corners of the rectangle; Esc leaves.")
        outline = self.tr("Click the corners of the area; Enter completes it, Esc leaves.")
        self._say(corners if boxed else outline)

    def open_drawn(self) -> None:
        """Ask about the area that has just been drawn."""
        self.open()

    def open(self, at: Xy | None = None) -> None:
        """Ask what the briefing is to be about, what is likeliest chosen first."""
        # What is seen later is read later: the map comes first.
        from hetao_map.ui.briefing_dialog import BriefingDialog

        if self._store.state.tool == "area":
            self._store.update(drawn=self._store.state.drawn.finished())
        dialog = BriefingDialog(self._window, self._store.state, at)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(partial(self._ask_where, dialog))
        dialog.draw_asked.connect(self._draw_again)
        dialog.finished.connect(lambda _code: self._put_away())
        dialog.open()

    def _fill(self, menu: QMenu, point: Xy, _marks: tuple[FeatureRef, ...]) -> None:
        menu.addAction(self.tr("Briefing of this area…"), partial(self.open, point))

    def _draw_again(self) -> None:
        self.draw(boxed=self._store.state.drawn.boxed)

    def _put_away(self) -> None:
        """Drop what was drawn, unless another area is being drawn by now."""
        if self._store.state.drawn.done:
            self._store.update(drawn=DrawnArea(), tool="identify")

    def _ask_where(self, dialog: QDialog, subject: Subject, wish: Wish, name: str) -> None:
        kinds = {".pdf": self.tr("PDF briefing")}
        path = ask_for_file(dialog, self.tr("Save the briefing as"), file_name(name), kinds)
        if path is None:
            return
        # As it is asked about: closing the dialogue drops what was drawn.
        state = self._store.state
        dialog.accept()
        self._saving.start(path, partial(_write, state, subject, wish, path))


def _write(
    state: MapState, subject: Subject, wish: Wish, path: Path, progress: Progress, stale: Stale
) -> None:
    """Write the briefing; runs in the worker."""
    from hetao_map.query.briefing import make_briefing
    from hetao_map.ui.briefing_pages import briefing_bytes

    check_not_opened(path, [dataset.path for dataset in state.catalog.datasets])
    briefing = make_briefing(state.present, subject, wish)
    progress(1, _STEPS)
    content = briefing_bytes(state.present, state.visible, briefing, state.order, state.opacity)
    progress(2, _STEPS)
    if not stale():
        replace_file(path, content)


def _draws(state: MapState, *, boxed: bool) -> bool:
    return state.tool == "area" and state.drawn.boxed == boxed


def _has_map(state: MapState) -> bool:
    return bool(state.catalog.datasets)
