"""Says once of each base map what is in the way of it: other layers, or tiles that are bad."""

from __future__ import annotations

from PySide6.QtCore import QObject

from hetao_map.model.tiles import TileLayer, covering, tile_notes
from hetao_map.render.live_map import LiveMap
from hetao_map.session.store import Store
from hetao_map.text import messages
from hetao_map.text.localized import LocalizedText
from hetao_map.ui.notice import Notice


class TileNews(QObject):
    """Looks, whenever the map is whole, whether base maps are seen."""

    def __init__(self, store: Store, live_map: LiveMap, notice: Notice) -> None:
        super().__init__(notice)
        self._store, self._live_map, self._notice = store, live_map, notice
        self._told: set[tuple[str, int]] = set()
        live_map.updated.connect(self._look)

    def _look(self) -> None:
        state = self._store.state
        if not self._live_map.complete:
            return
        for dataset in state.catalog.datasets:
            for layer in dataset.layers:
                if isinstance(layer, TileLayer) and layer.id in state.visible:
                    if covering(state, layer.id):
                        title = layer.spec.title
                        self._tell("covered", layer, (messages.COVERED.with_values(layer=title),))
                    if notes := tile_notes(dataset, layer):
                        self._tell("bad", layer, notes)

    def _tell(self, what: str, layer: TileLayer, sentences: tuple[LocalizedText, ...]) -> None:
        # What is new of the same file after a reload has other sets.
        mine = (what, id(layer.bad))
        if mine not in self._told:
            self._told.add(mine)
            for sentence in sentences:
                self._notice.add(sentence)
