"""Copying coordinates and measurements as text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from hetao_map.query.measurement import measured_text
from hetao_map.query.positions import Position
from hetao_map.session.store import Store


class Copying(QObject):
    """Puts text on the clipboard and says so."""

    def __init__(self, parent: QObject, store: Store, say: Callable[[str], None]) -> None:
        super().__init__(parent)
        self._store, self._say = store, say

    def copy_position(self, position: Position) -> None:
        """Copy a position with the mark of its system."""
        QGuiApplication.clipboard().setText(position.marked)
        self._say(self.tr("Copied: {text}").format(text=position.marked))

    def copy_measurement(self) -> None:
        """Copy what is measured, with all coordinates."""
        state = self._store.state
        text = measured_text(state.measured, state.catalog, state.coordinates, state.language)
        QGuiApplication.clipboard().setText(text)
        self._say(self.tr("The measurement has been copied."))
