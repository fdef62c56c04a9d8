"""Everything that can be asked of the window by name: the source of menus, keys and palette."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from hetao_map.model.state import MapState
from hetao_map.session.store import Store

Words = Callable[[], str]


@dataclass(frozen=True, eq=False)
class Command:
    """One thing to ask for.

    words gives its name in the window's language; keys are portable key sequences, the first
    of them shown in the menu; checked, enabled and shown answer from the state, None means never
    checkable, always enabled and always there. fresh means that the words follow the state.
    only_says: it stands in its menu to say that there is nothing to ask for.
    """

    id: str
    words: Words
    act: Callable[[], object]
    keys: tuple[str, ...] = ()
    checked: Callable[[MapState], bool] | None = None
    enabled: Callable[[MapState], bool] | None = None
    shown: Callable[[MapState], bool] | None = None
    fresh: bool = False
    only_says: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A command as the palette lists it: menu names from the outermost in, and its action."""

    id: str
    path: tuple[str, ...]
    action: QAction


class Commands(QObject):
    """The commands of a window by menu. Any part of the window adds its own."""

    def __init__(self, bar: QMenuBar, store: Store) -> None:
        super().__init__(bar)
        self._bar, self._store = bar, store
        self._menus: dict[str, tuple[QMenu, Words, str]] = {}
        self._commands: list[tuple[Command, QAction, str]] = []
        store.changed.connect(lambda _old, new: self._apply(new))

    def add_menu(self, menu_id: str, words: Words, parent: str = "") -> None:
        """Add a menu to the bar, or into the menu named parent."""
        menu = QMenu()
        owner = self._menus[parent][0] if parent else self._bar
        owner.addMenu(menu)
        menu.setParent(owner, menu.windowFlags())
        menu.setTitle(words())
        self._menus[menu_id] = (menu, words, parent)

    def add_separator(self, menu_id: str) -> None:
        """Draw a line below what a menu holds by now."""
        self._menus[menu_id][0].addSeparator()

    def add(self, menu_id: str, command: Command) -> QAction:
        """Add a command at the end of a menu and return its action."""
        menu = self._menus[menu_id][0]
        action = QAction(command.words(), menu)
        action.setShortcuts([QKeySequence(key) for key in command.keys])
        action.setCheckable(command.checked is not None)
        action.triggered.connect(lambda _checked=False: self._run(command))
        menu.addAction(action)
        # The window's keys work with the menu closed, and where the system shows no bar.
        window = self._bar.window()
        window.addAction(action)
        self._commands.append((command, action, menu_id))
        self._show(command, action, self._store.state)
        return action

    def entries(self) -> list[Entry]:
        """Return all commands that are there now in the order of the menus, for the palette."""
        return [
            Entry(command.id, self._path(menu_id), action)
            for command, action, menu_id in self._commands
            if action.isVisible() and not command.only_says
        ]

    def retranslate(self) -> None:
        """Take over the language's words."""
        for menu, words, _parent in self._menus.values():
            menu.setTitle(words())
        for command, action, _menu_id in self._commands:
            action.setText(command.words())

    def _path(self, menu_id: str) -> tuple[str, ...]:
        menu, _words, parent = self._menus[menu_id]
        return (*(self._path(parent) if parent else ()), plain_words(menu.title()))

    def _run(self, command: Command) -> None:
        command.act()
        # A checkable action has ticked itself; only the state says whether it is so.
        self._apply(self._store.state)

    def _apply(self, state: MapState) -> None:
        for command, action, _menu_id in self._commands:
            self._show(command, action, state)

    @staticmethod
    def _show(command: Command, action: QAction, state: MapState) -> None:
        if command.enabled is not None:
            action.setEnabled(command.enabled(state))
        if command.checked is not None:
            action.setChecked(command.checked(state))
        if command.shown is not None:
            action.setVisible(command.shown(state))
        if command.fresh:
            action.setText(command.words())


def plain_words(text: str) -> str:
    """Return the words of a menu or command without the letter that Alt takes: 文件(&F) is 文件."""
    return re.sub(r"\(&\w\)", "", text).replace("&", "")
