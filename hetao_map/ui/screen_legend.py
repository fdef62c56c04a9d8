"""The legend on the map of the window: made anew once the map is still."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from hetao_map.model.layer import opacity_of
from hetao_map.model.state import MapState
from hetao_map.model.surround import LegendRow
from hetao_map.query.legend import legend_rows
from hetao_map.render.way_line import legend_of
from hetao_map.session.trips import shown_lines

_STILL_MS = 60


class ScreenLegend(QObject):
    """Knows the rows of the last view; asking what is in view is too slow for each frame."""

    renewed = Signal()
    """The map has been still, and other rows may count now."""

    def __init__(self) -> None:
        super().__init__()
        self._known: tuple[object, ...] = ()
        self._rows: tuple[LegendRow, ...] = ()
        self._still = QTimer(self, singleShot=True, interval=_STILL_MS)
        self._still.timeout.connect(self._renew)
        self._moved = False

    def rows(self, state: MapState) -> tuple[LegendRow, ...]:
        """Return the rows of a state; of a view that has just moved, those before."""
        if not state.legend:
            return ()
        return (*legend_of(shown_lines(state), state.language), *self._of_layers(state))

    def _of_layers(self, state: MapState) -> tuple[LegendRow, ...]:
        look = (state.present, state.visible, state.order, state.opacity, state.language)
        known = (*look, state.viewport)
        if known == self._known:
            return self._rows
        if self._known[: len(look)] == look and not self._moved:
            self._still.start()
            return self._rows
        self._known, self._moved = known, False
        found = legend_rows(state.shown, state.viewport, state.language, reading=False)
        opacities = {layer.id: opacity_of(layer, state.opacity) for layer in state.shown}
        self._rows = tuple(replace(row, opacity=opacities[row.layer]) for row in found)
        return self._rows

    def _renew(self) -> None:
        self._moved = True
        self.renewed.emit()
