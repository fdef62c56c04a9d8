"""The state of the ports as the window shows it: of the moment asked about, or of now."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from hetao_map.model import clock
from hetao_map.model.state import MapState
from hetao_map.session.store import Store
from hetao_map.tools.pointer import BadgeShape, Overlay

if TYPE_CHECKING:
    from hetao_map.query.crossings import Crossings

_PANEL = "crossings"


class CrossingsWatch(QObject):
    """Asks again when the moment is another, and each minute while it is now."""

    changed = Signal()
    """The states, or what they are shown of, may be others."""

    def __init__(self, parent: QObject, store: Store) -> None:
        super().__init__(parent)
        self._store = store
        self.found: Crossings | None = None
        self._asked: tuple[object, ...] = ()
        self._clock = QTimer(self, singleShot=True)
        self._clock.timeout.connect(self._renew)
        store.changed.connect(self._apply)

    def shapes(self) -> Overlay:
        """Return a sign for each port, while the ports are looked at."""
        state = self._store.state
        if self.found is None or state.panel != _PANEL or not state.panels:
            return ()
        return tuple(
            BadgeShape(feature.point, row.state.value)
            for row in self.found.rows
            if row.traffic == state.traffic
            and (feature := state.catalog.find(row.ref))
            and row.ref.layer in state.visible
        )

    def _apply(self, old: MapState, new: MapState) -> None:
        if _looks(old) != _looks(new) or old.catalog is not new.catalog:
            self._renew()

    def _renew(self) -> None:
        """Work the states out, unless nobody looks at them."""
        state = self._store.state
        self._clock.stop()
        if state.panel == _PANEL and state.catalog.datasets:
            now = clock.now()
            self._ask(state, state.moment or now)
            if state.moment is None:
                self._clock.start(60_000 - now.second * 1000 - now.microsecond // 1000)
        self.changed.emit()

    def _ask(self, state: MapState, at: dt.datetime) -> None:
        # With the first question: the map comes before it.
        from hetao_map.query.crossings import crossings_at

        asked = (state.catalog, at.replace(second=0, microsecond=0))
        if asked != self._asked:
            self._asked = asked
            self.found = crossings_at(*asked)


def _looks(state: MapState) -> tuple[object, ...]:
    return state.panel, state.panels, state.moment, state.traffic, state.language
