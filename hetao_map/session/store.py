"""One state, one owner, one signal."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from hetao_map.model.datum import in_datums
from hetao_map.model.state import MapState
from hetao_map.session.undo import recorded


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
        """Replace fields of the state and tell everybody, if anything differs.

        What can be undone becomes a step of the state's undo history. Layers always lie where
        the state's datums put them.
        """
        old, new = self._state, replace(self._state, **changes)
        if new != old:
            new = recorded(old, new, time.monotonic())
            if new.catalog is not old.catalog or new.datums != old.datums:
                new = in_place(new)
            self._state = new
            self.changed.emit(old, new)


def in_place(state: MapState) -> MapState:
    """Return the state with its layers where its datums put them."""
    catalog = in_datums(state.catalog, state.datums)
    return state if catalog is state.catalog else replace(state, catalog=catalog)
