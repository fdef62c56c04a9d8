"""What the File menu offers for files: open, recent ones, close, and what has changed in them."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from hetao_map.model.dataset import Dataset
from hetao_map.model.news import News
from hetao_map.model.state import MapState
from hetao_map.session.actions import Actions
from hetao_map.session.files import MOST_RECENT
from hetao_map.session.store import Store
from hetao_map.text.plain import plain
from hetao_map.ui.commands import Command, Commands
from hetao_map.ui.drop_hint import DropHint
from hetao_map.ui.layer_menu import LayerEntry, LayerMenu
from hetao_map.ui.living import Living
from hetao_map.ui.notice import Notice
from hetao_map.ui.opening import Opening

if TYPE_CHECKING:
    from hetao_map.ui.changes_dialog import ChangesDialog

_MOST_CLOSED = 12


class FileCommands(QObject):
    """Makes what opens files and keeps them up to date, and adds its commands."""

    def __init__(
        self,
        window: QWidget,
        canvas: QWidget,
        store: Store,
        actions: Actions,
        notice: Notice,
    ) -> None:
        super().__init__(window)
        self._window, self._store, self._actions = window, store, actions
        self.opening = Opening(window, canvas, store, notice)
        self.living = Living(window, store, notice)
        self.opening.read.connect(self.living.has_read)
        self.living.show_changes = self._show_changes
        self.opening.ask_crs = self._ask_crs
        self._changes: ChangesDialog | None = None
        self._drop = DropHint(window, store, self.opening.open)

    def add_commands(self, commands: Commands) -> None:
        """Add the commands to the File menu."""
        opening = self.opening
        commands.add("file", Command(
            "open", lambda: self.tr("Open…"), opening.ask, ("Ctrl+O",)
        ))  # fmt: skip
        self._add_recent(commands)
        self._add_closing(commands)
        commands.add("file", Command(
            "changes", lambda: self.tr("What has changed in the data…"), self._show_changes,
            enabled=lambda state: bool(state.news),
        ))  # fmt: skip
        commands.add("file", Command(
            "former_state", lambda: self.tr("Previous version of the data"), self._turn,
            checked=lambda state: any(news.shows_former(state.catalog) for news in state.news[:1]),
            enabled=lambda state: any(news.can_turn(state.catalog) for news in state.news[:1]),
        ))  # fmt: skip
        commands.add("file", Command(
            "cancel_opening", lambda: self.tr("Cancel opening"), opening.cancel,
            shown=lambda state: bool(state.reading),
        ))  # fmt: skip
        commands.add_separator("file")

    def add_to(self, menu: LayerMenu) -> None:
        """Add to the menu of a layer what concerns its file."""
        menu.add_separator()
        menu.add(LayerEntry(
            lambda: self.tr("Where does this layer lie?…"), self._ask_crs,
            offered=self._can_be_asked,
        ))  # fmt: skip
        menu.add(LayerEntry(
            lambda: self.tr("Close the layer’s file"), self._close_of, offered=self._can_be_closed
        ))  # fmt: skip

    def leave(self) -> bool:
        """Give up what is being read; tell whether there was anything."""
        busy = bool(self._store.state.reading)
        if busy:
            self.opening.cancel()
        return busy

    def shut_down(self) -> None:
        """End the threads."""
        self.opening.shut_down()
        self.living.shut_down()

    def _add_recent(self, commands: Commands) -> None:
        commands.add_menu("recent", lambda: self.tr("Open recent"), "file")
        for number in range(MOST_RECENT):
            commands.add("recent", Command(
                f"recent_{number + 1}", partial(self._recent_words, number),
                partial(self._open_recent, number),
                shown=partial(_has_recent, number), fresh=True,
            ))  # fmt: skip
        commands.add_separator("recent")
        commands.add("recent", Command(
            "forget_recent", lambda: self.tr("Clear the list of recent files"),
            lambda: self._store.update(recent=()), enabled=lambda state: bool(state.recent),
        ))  # fmt: skip

    def _add_closing(self, commands: Commands) -> None:
        commands.add_menu("close", lambda: self.tr("Close a file"), "file")
        for number in range(_MOST_CLOSED):
            commands.add("close", Command(
                f"close_{number + 1}", partial(self._close_words, number),
                partial(self._close, number), shown=partial(_has_closable, number), fresh=True,
            ))  # fmt: skip
        commands.add("close", Command(
            "close_none", lambda: self.tr("No further file is open"), lambda: None,
            enabled=lambda _state: False, shown=lambda state: not closable(state), only_says=True,
        ))  # fmt: skip

    def _recent_words(self, number: int) -> str:
        recent = self._store.state.recent
        return _in_menu(recent[number]) if number < len(recent) else ""

    def _open_recent(self, number: int) -> None:
        path = Path(self._store.state.recent[number])
        self.opening.open([path])

    def _close_words(self, number: int) -> str:
        files = closable(self._store.state)
        if number >= len(files):
            return ""
        return self.tr("Close {name}").format(name=_in_menu(files[number].path.name))

    def _close(self, number: int) -> None:
        self.opening.close_file(closable(self._store.state)[number].path)

    def _close_of(self, layer_id: str) -> None:
        dataset = self._store.state.catalog.dataset_of(layer_id)
        if dataset is not None:
            self.opening.close_file(dataset.path)

    def _can_be_closed(self, layer_id: str) -> bool:
        state = self._store.state
        return state.catalog.dataset_of(layer_id) in closable(state)

    def _can_be_asked(self, layer_id: str) -> bool:
        """Tell whether a layer does not say its CRS, or a person has said it."""
        state = self._store.state
        dataset = state.catalog.dataset_of(layer_id)
        if dataset is None:
            return False
        named = {dataset.names.get(found.layer, found.layer) for found in dataset.assumed}
        return layer_id in named or str(dataset.path) in state.told_crs

    def _ask_crs(self, layer_id: str) -> None:
        # What is seen later is read later: the map comes first.
        from hetao_map.ui.crs_question import CrsQuestion

        question = CrsQuestion(self._window, self._store, layer_id, self.opening.read_with_crs)
        question.open()

    def _show_changes(self) -> None:
        from hetao_map.ui.changes_dialog import ChangesDialog

        if self._changes is None:
            self._changes = ChangesDialog(
                self._window, self._store, self._actions, self.living.turn
            )
        self._changes.show()
        self._changes.raise_()
        self._changes.activateWindow()

    def _turn(self) -> None:
        news: News = self._store.state.news[0]
        self.living.turn(news)


def closable(state: MapState) -> tuple[Dataset, ...]:
    """Return the open files that can be closed: all but the first, which makes the map."""
    return state.catalog.datasets[1:]


def _has_recent(number: int, state: MapState) -> bool:
    return number < len(state.recent)


def _has_closable(number: int, state: MapState) -> bool:
    return number < len(closable(state))


def _in_menu(text: str) -> str:
    # A single & would underline the letter after it.
    return plain(text).replace("&", "&&")
