"""What can be chosen for a layer: opacity, look in the dark, where its coordinates come from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from hetao_map.model.datum import can_be_shifted, foreign_layers
from hetao_map.model.layer import Layer, opacity_of
from hetao_map.model.tiles import DARK_LOOKS
from hetao_map.session.layer_actions import LayerActions
from hetao_map.session.store import Store

_OPACITIES = (100, 75, 50, 25)
Choice = tuple[str, Callable[[], object], bool]
"""Words, what it does, and whether it is so now."""


class LayerChoices(QObject):
    """Makes the submenus of a layer's menu in which one thing is chosen."""

    def __init__(self, store: Store, actions: LayerActions) -> None:
        super().__init__()
        self._store, self._actions = store, actions

    def fill(self, menu: QMenu, layer_id: str) -> None:
        """Add the submenus that a layer has."""
        layer = self._store.state.catalog.layer(layer_id)
        if layer is None:
            return
        menu.addMenu(_choice_menu(self.tr("Opacity"), self._opacities(layer), menu))
        if layer.spec.is_raster:
            looks = self._looks(layer_id)
            menu.addMenu(_choice_menu(self.tr("In the dark theme"), looks, menu))
        elif layer in foreign_layers(self._store.state.catalog):
            menu.addMenu(self._datum_menu(layer, menu))

    def _opacities(self, layer: Layer) -> list[Choice]:
        now = round(100 * opacity_of(layer, self._store.state.opacity))
        return [
            (f"{percent} %", partial(self._actions.fade, layer.id, percent / 100), percent == now)
            for percent in _OPACITIES
        ]

    def _looks(self, layer_id: str) -> list[Choice]:
        """Return how pictures may look where the window is dark."""
        now = self._store.state.dark_looks.get(layer_id, DARK_LOOKS[0])
        names = {
            "dimmed": self.tr("Dimmed"),
            "turned": self.tr("Light and dark swapped"),
            "plain": self.tr("As it is"),
        }
        return [
            (names[look], partial(self._actions.dress, layer_id, look), look == now)
            for look in DARK_LOOKS
        ]

    def _datum_menu(self, layer: Layer, parent: QMenu) -> QMenu:
        """Return the question whether coordinates come from a web map of the Mainland."""
        now = self._store.state.datums.get(layer.id, "")
        names = {
            "": self.tr("No, they are as the file says"),
            "gcj02": self.tr("From Amap or Tencent (GCJ-02)"),
            "bd09": self.tr("From Baidu (BD-09)"),
        }
        choices = [
            (words, partial(self._actions.shift_from, layer.id, datum), datum == now)
            for datum, words in names.items()
        ]
        menu = _choice_menu(self.tr("Coordinates from a web map?"), choices, parent)
        if not can_be_shifted(layer):
            menu.clear()
            menu.addAction(self.tr("Not offered for a layer of this size")).setEnabled(False)
        return menu


def _choice_menu(title: str, choices: Sequence[Choice], parent: QMenu) -> QMenu:
    menu = QMenu(title, parent)
    group = QActionGroup(menu)
    for words, act, chosen in choices:
        action = QAction(words, group)
        action.setCheckable(True)
        action.setChecked(chosen)
        action.triggered.connect(lambda _checked=False, act=act: act())
        menu.addAction(action)
    return menu
