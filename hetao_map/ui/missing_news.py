"""Says which features of a layer that is read by window could not be read when they were seen."""

from __future__ import annotations

from PySide6.QtCore import QObject

from hetao_map.render.live_map import LiveMap
from hetao_map.session.store import Store
from hetao_map.text import messages
from hetao_map.ui.notice import Notice


class MissingNews(QObject):
    """Looks whenever the map is whole; a later count takes the place of the one before."""

    def __init__(self, store: Store, live_map: LiveMap, notice: Notice) -> None:
        super().__init__(notice)
        self._store, self._live_map, self._notice = store, live_map, notice
        self._told: dict[int, int] = {}
        live_map.updated.connect(self._look)

    def _look(self) -> None:
        if not self._live_map.complete:
            return
        # What is new of the same file after a reload is another layer.
        told: dict[int, int] = {}
        for dataset in self._store.state.catalog.datasets:
            for layer in dataset.layers:
                if not (count := layer.found_missing):
                    continue
                told[id(layer)] = count
                if self._told.get(id(layer)) != count:
                    values = {"path": dataset.path.name, "layer": layer.spec.title, "n": count}
                    sentence = messages.ROWS_SKIPPED.with_values(**values)
                    self._notice.add(sentence, about=f"missing in {layer.id}")
        self._told = told
