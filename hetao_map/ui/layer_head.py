"""What lies above the tree of layers: presets for audiences, and words to find a layer by."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from hetao_map.model.preset import Preset
from hetao_map.model.state import MapState
from hetao_map.text import words
from hetao_map.ui.drop_list import DropList
from hetao_map.ui.look import theme_of


class PresetBox(DropList):
    """Offers the presets of the files, and everything."""

    chosen = Signal(object)
    """preset: Preset, or None for everything."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(self.sizePolicy().Policy.Expanding, self.sizePolicy().Policy.Fixed)
        self.activated.connect(lambda number: self.chosen.emit(self.itemData(number)))

    def fill(self, state: MapState) -> None:
        """List the presets in the state's language and choose the one that is seen."""
        self.dress(theme_of(state.theme))
        self.clear()
        self.addItem(words.EVERYTHING.in_(state.language), None)
        for preset in state.catalog.presets:
            self.addItem(preset.title.in_(state.language), preset)
        self.follow(state)

    def follow(self, state: MapState) -> None:
        """Choose the preset that the visible layers make up, none where they make up no one."""
        everything = frozenset(layer.id for layer in state.catalog.layers)
        sets = [_layers(self.itemData(number), everything) for number in range(self.count())]
        self.setCurrentIndex(sets.index(state.visible) if state.visible in sets else -1)


def _layers(preset: Preset | None, everything: frozenset[str]) -> frozenset[str]:
    return everything if preset is None else preset.layers & everything


class FilterBox(QLineEdit):
    """Words to find layers by. Esc clears them, and then leaves."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setClearButtonEnabled(True)
        self.setMaxLength(200)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear or leave."""
        if event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.left.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.left.emit()
        else:
            super().keyPressEvent(event)
