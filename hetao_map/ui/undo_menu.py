"""Undo and redo in the Edit menu, with the name of what they undo."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from hetao_map.model.state import MapState, Step
from hetao_map.session.actions import Actions
from hetao_map.session.store import Store
from hetao_map.ui.commands import Command, Commands


class UndoMenu(QObject):
    """The two commands; their words follow the state."""

    def __init__(self, commands: Commands, store: Store, actions: Actions) -> None:
        super().__init__(commands)
        self._store = store
        self._undo = commands.add(
            "edit",
            Command(
                "undo", self._undo_words, actions.undo, ("Ctrl+Z",),
                enabled=lambda state: bool(state.undo.past or state.shape_in_hand),
            ),
        )  # fmt: skip
        self._redo = commands.add(
            "edit",
            Command(
                "redo", self._redo_words, actions.redo, ("Ctrl+Shift+Z", "Ctrl+Y"),
                enabled=lambda state: bool(state.undo.future),
            ),
        )  # fmt: skip
        store.changed.connect(self._apply)

    def _apply(self, old: MapState, new: MapState) -> None:
        if old.undo is not new.undo or old.shape_in_hand != new.shape_in_hand:
            self._undo.setText(self._undo_words())
            self._redo.setText(self._redo_words())

    def _undo_words(self) -> str:
        past = self._store.state.undo.past
        if self._store.state.shape_in_hand:
            return self.tr("Undo: {change}").format(change=self.tr("last point"))
        if not past:
            return self.tr("Undo")
        return self.tr("Undo: {change}").format(change=self._name(past[-1]))

    def _redo_words(self) -> str:
        future = self._store.state.undo.future
        if not future:
            return self.tr("Redo")
        return self.tr("Redo: {change}").format(change=self._name(future[0]))

    def _name(self, step: Step) -> str:
        names: dict[str, Callable[[], str]] = {
            "catalog": lambda: self.tr("data of the files"),
            "viewport": lambda: self.tr("view of the map"),
            "visible": lambda: self.tr("layers shown"),
            "order": lambda: self.tr("order of layers"),
            "regrouped": lambda: self.tr("order of layers"),
            "opacity": lambda: self.tr("opacity of a layer"),
            "datums": lambda: self.tr("position of a layer"),
            "dark_looks": lambda: self.tr("look of a base map"),
            "bookmarks": lambda: self.tr("bookmarks"),
            "trip": lambda: self.tr("the route asked for"),
            "pins": lambda: self.tr("pins"),
        }
        return next(words() for field, words in names.items() if field in step.before)
