"""The panels on the right, one at a time: each is made when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from hetao_map.model.state import MapState
from hetao_map.session.store import Store
from hetao_map.ui.commands import Command, Commands, Words
from hetao_map.ui.look import BODY_PX, px

_NARROWEST, _WIDEST = 280, 540


@dataclass(eq=False)
class _Page:
    """A panel's place; make is None once it has been made."""

    id: str
    words: Words
    make: Callable[[], QWidget] | None
    frame: QWidget
    room: QVBoxLayout
    on_call: bool


class SidePanels(QTabWidget):
    """Shows the panel that the state names."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self.setObjectName("sidePanels")
        self.setDocumentMode(True)
        # Large letters make names shorter, never a tab that cannot be seen.
        self.tabBar().setElideMode(Qt.TextElideMode.ElideRight)
        self.tabBar().setUsesScrollButtons(False)
        # The keyboard is the tabs', not that of a frame without a name.
        self.setFocusProxy(None)  # type: ignore[arg-type]
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.tabBar().setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._store = store
        self._pages: list[_Page] = []
        self.setMinimumWidth(_NARROWEST)
        self.currentChanged.connect(self._choose)
        store.changed.connect(self._apply)

    def offer(
        self, panel_id: str, words: Words, make: Callable[[], QWidget], *, on_call: bool = False
    ) -> None:
        """Add a panel; make is called when it is shown for the first time.

        One on call has no tab and no command here until somebody asks for it.
        """
        frame = QWidget()
        room = QVBoxLayout(frame)
        room.setContentsMargins(0, 0, 0, 0)
        self._pages.append(_Page(panel_id, words, make, frame, room, on_call))
        self.addTab(frame, words())
        self.setTabVisible(self.indexOf(frame), not on_call)
        self.setTabToolTip(self.indexOf(frame), words())
        if panel_id == self._store.state.panel:
            self._show(panel_id)

    def add_commands(self, commands: Commands, keys: dict[str, str]) -> None:
        """Offer the panels by name; keys holds a key sequence for some."""
        commands.add_separator("view")
        for page in self._pages:
            if not page.on_call:
                commands.add("view", self._command(page, keys.get(page.id, "")))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            for number, page in enumerate(self._pages):
                self.setTabText(number, page.words())
                self.setTabToolTip(number, page.words())
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LanguageChange):
            # The bar of tabs takes over the letters after this.
            QTimer.singleShot(0, self, self._make_room)

    def call(self, panel_id: str) -> None:
        """Show a panel and give it the keyboard."""
        self._store.update(panel=panel_id, panels=True)
        for page in self._pages:
            if page.id == panel_id:
                page.frame.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _command(self, page: _Page, key: str) -> Command:
        return Command(
            f"panel_{page.id}", page.words, partial(self.call, page.id), (key,) if key else (),
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
                self.setTabVisible(number, True)
                self._make_room()
                self.setCurrentIndex(number)

    def _make_room(self) -> None:
        """Let all tabs be read while there is one more or they are larger than usual."""
        tabs = enumerate(self._pages)
        more = any(page.on_call and self.isTabVisible(number) for number, page in tabs)
        if more or px(BODY_PX) > BODY_PX:
            wide = min(self.tabBar().sizeHint().width(), _WIDEST)
            self.setMinimumWidth(max(wide, _NARROWEST))
        else:
            self.setMinimumWidth(_NARROWEST)
