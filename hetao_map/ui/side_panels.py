"""The panels on the right, one at a time: each is made when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from hetao_map.model.state import MapState
from hetao_map.session.store import Store
from hetao_map.ui.commands import Command, Commands, Words


@dataclass(eq=False)
class _Page:
    """A panel's place; make is None once it has been made."""

    id: str
    words: Words
    make: Callable[[], QWidget] | None
    frame: QWidget
    room: QVBoxLayout


class SidePanels(QTabWidget):
    """Shows the panel that the state names."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self.setObjectName("sidePanels")
        self.setDocumentMode(True)
        self.tabBar().setElideMode(Qt.TextElideMode.ElideNone)
        # The keyboard is the tabs', not that of a frame without a name.
        self.setFocusProxy(None)  # type: ignore[arg-type]
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.tabBar().setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._store = store
        self._pages: list[_Page] = []
        self.currentChanged.connect(self._choose)
        store.changed.connect(self._apply)

    def offer(self, panel_id: str, words: Words, make: Callable[[], QWidget]) -> None:
        """Add a panel; make is called when it is shown for the first time."""
        frame = QWidget()
        room = QVBoxLayout(frame)
        room.setContentsMargins(0, 0, 0, 0)
        self._pages.append(_Page(panel_id, words, make, frame, room))
        self.addTab(frame, words())
        if panel_id == self._store.state.panel:
            self._show(panel_id)

    def add_commands(self, commands: Commands, keys: dict[str, str]) -> None:
        """Offer the panels by name; keys holds a key sequence for some."""
        commands.add_separator("view")
        for page in self._pages:
            commands.add("view", self._command(page, keys.get(page.id, "")))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            for number, page in enumerate(self._pages):
                self.setTabText(number, page.words())
        super().changeEvent(event)

    def _command(self, page: _Page, key: str) -> Command:
        def show() -> None:
            self._store.update(panel=page.id, panels=True)
            page.frame.setFocus(Qt.FocusReason.ShortcutFocusReason)

        return Command(
            f"panel_{page.id}", page.words, show, (key,) if key else (),
            checked=lambda state: state.panels and state.panel == page.id,
        )  # fmt: skip

    def _choose(self, number: int) -> None:
        if 0 <= number < len(self._pages):
            self._store.update(panel=self._pages[number].id)
            self._show(self._pages[number].id)

    def _apply(self, old: MapState, new: MapState) -> None:
        if old.panel != new.panel:
            self._show(new.panel)

    def _show(self, panel_id: str) -> None:
        for number, page in enumerate(self._pages):
            if page.id == panel_id:
                if page.make is not None:
                    made, page.make = page.make(), None
                    page.room.addWidget(made)
                    page.frame.setFocusProxy(made)
                self.setCurrentIndex(number)
