"""The menu of one layer. Any part of the window adds its entries to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from hetao_map.model.state import MapState
from hetao_map.model.tiles import covering
from hetao_map.session.layer_actions import LayerActions
from hetao_map.session.store import Store
from hetao_map.ui.commands import Words
from hetao_map.ui.layer_choices import LayerChoices


@dataclass(frozen=True, eq=False)
class LayerEntry:
    """An entry of the menu: act is told the layer's id.

    key is shown beside it, for the tree answers it; offered says for which layers it is there.
    """

    words: Words
    act: Callable[[str], object]
    key: str = ""
    offered: Callable[[str], bool] | None = None


class LayerMenu(QObject):
    """Makes the menu of a layer from its entries."""

    def __init__(self, store: Store, actions: LayerActions) -> None:
        super().__init__()
        self._store, self._actions = store, actions
        self._entries: list[LayerEntry | None] = []
        self._choices = LayerChoices(store, actions)

    def add(self, entry: LayerEntry) -> None:
        """Add an entry at the end."""
        self._entries.append(entry)

    def add_separator(self) -> None:
        """Draw a line below what the menu holds by now."""
        self._entries.append(None)

    def add_own(
        self,
        about: Callable[[str], object],
        notes: Callable[[str], object],
        limit_of: Callable[[str], float | None],
    ) -> None:
        """Add what every layer has; about and notes open what is to be read of it.

        limit_of returns the nearest scale of a layer that the present one hides.
        """
        layers = self._actions
        self.add(LayerEntry(lambda: self.tr("Zoom to the layer"), layers.zoom_to))
        self.add(LayerEntry(
            lambda: self.tr("Zoom to where it shows"),
            lambda layer_id: layers.zoom_to_scale(layer_id, limit_of(layer_id) or 1.0),
            offered=lambda layer_id: limit_of(layer_id) is not None,
        ))  # fmt: skip
        self.add(LayerEntry(lambda: self.tr("Show only this layer"), layers.show_only))
        self.add(LayerEntry(
            lambda: self.tr("Hide the ground that covers it"),
            layers.uncover,
            offered=self._is_covered,
        ))  # fmt: skip
        self.add_separator()
        step, to_end = layers.step, layers.to_end
        self.add(LayerEntry(lambda: self.tr("Move up"), partial(_flip, step, True), "Alt+Up"))
        self.add(LayerEntry(lambda: self.tr("Move down"), partial(_flip, step, False), "Alt+Down"))
        self.add(LayerEntry(lambda: self.tr("Move to the top"), partial(_flip, to_end, True)))
        self.add(LayerEntry(lambda: self.tr("Move to the bottom"), partial(_flip, to_end, False)))
        self.add_separator()
        self.add(LayerEntry(lambda: self.tr("About the layer…"), about))
        self.add(LayerEntry(
            lambda: self.tr("Style notes…"),
            notes,
            offered=lambda layer_id: holds_features(self._store.state, layer_id),
        ))  # fmt: skip

    def _is_covered(self, layer_id: str) -> bool:
        """Tell whether a layer of pictures lies below the map's own ground."""
        state = self._store.state
        return not holds_features(state, layer_id) and bool(covering(state, layer_id))

    def fill(self, menu: QMenu, layer_id: str) -> None:
        """Make a menu that of a layer."""
        menu.clear()
        self._choices.fill(menu, layer_id)
        for entry in self._entries:
            if entry is None:
                menu.addSeparator()
            elif entry.offered is None or entry.offered(layer_id):
                menu.addAction(_action(entry, layer_id, menu))


def holds_features(state: MapState, layer_id: str) -> bool:
    """Tell whether a layer has features, unlike one of pictures."""
    layer = state.catalog.layer(layer_id)
    return layer is not None and not layer.spec.is_raster


def _flip(move: Callable[[str, bool], None], up: bool, layer_id: str) -> None:
    move(layer_id, up)


def _action(entry: LayerEntry, layer_id: str, parent: QMenu) -> QAction:
    action = QAction(entry.words(), parent)
    if entry.key:
        action.setShortcut(QKeySequence(entry.key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setShortcutVisibleInContextMenu(True)
    action.triggered.connect(lambda _checked=False: entry.act(layer_id))
    return action
