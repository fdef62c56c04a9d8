"""Says what has become of a layer whose coordinates were taken for those of a web map."""

from __future__ import annotations

from PySide6.QtCore import QObject

from hetao_map.model.datum import shift_of
from hetao_map.model.state import MapState
from hetao_map.session.store import Store
from hetao_map.text import messages, words
from hetao_map.text.localized import LocalizedText
from hetao_map.ui.notice import Notice


class ShiftNews(QObject):
    """Tells by how much a layer was moved, and how many of its points were."""

    def __init__(self, store: Store, notice: Notice) -> None:
        super().__init__(notice)
        self._notice = notice
        store.changed.connect(self._apply)

    def _apply(self, old: MapState, new: MapState) -> None:
        if old.datums == new.datums or not old.catalog.datasets:
            return
        for layer_id in new.datums:
            if old.datums.get(layer_id) != new.datums[layer_id]:
                sentence = sentence_of(new, layer_id)
                if sentence is not None:
                    self._notice.add(sentence)


def sentence_of(state: MapState, layer_id: str) -> LocalizedText | None:
    """Return what was done to a layer, None where it is not there or could not be shifted."""
    layer = state.catalog.layer(layer_id)
    if layer is None or layer.unshifted is None:
        return None
    shift = shift_of(layer)
    values = {
        "layer": layer.spec.title,
        "datum": words.DATUM_NAME[layer.datum],
        "n": f"{shift.shifted:,}",
        "all": f"{shift.vertices:,}",
        "metres": f"{round(shift.metres):,}",
    }
    found = messages.SHIFTED if shift.shifted else messages.NOTHING_SHIFTED
    return found.with_values(**values)
