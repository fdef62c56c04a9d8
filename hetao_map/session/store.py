"""One state, one owner, one signal."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from hetao_map.model.state import MapState


class Store(QObject):
    """Owns the MapState. Lives on the window's thread."""

    changed = Signal(object, object)
    """old, new: MapState; emitted after the change, never for a change to the same."""

    def __init__(self, state: MapState) -> None:
        super().__init__()
        self._state = state

    @property
    def state(self) -> MapState:
        """Return the present state."""
        return self._state

    def update(self, **changes: Any) -> None:
        """Replace fields of the state and tell everybody, if anything differs."""
        old, new = self._state, replace(self._state, **changes)
        if new != old:
            self._state = new
            self.changed.emit(old, new)
