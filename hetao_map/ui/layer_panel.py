"""The tree of layers: groups, and layers that can be switched on and off."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QLabel, QTreeWidget, QTreeWidgetItem, QVBoxLayout

from hetao_map.model.layer import Layer
from hetao_map.model.state import MapState
from hetao_map.session.actions import Actions
from hetao_map.session.store import Store
from hetao_map.ui.swatch import swatch

_LAYER_ID = Qt.ItemDataRole.UserRole
_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class LayerPanel(QFrame):
    """Lists the layers by group, the uppermost first. Space or a click on the box toggles."""

    def __init__(self, store: Store, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("layerPanel")
        self._store, self._actions = store, actions
        self._title = QLabel()
        self._title.setObjectName("heading")
        self._tree = QTreeWidget()
        self._tree.setHeaderHidden(True)
        self._tree.setIndentation(16)
        self._tree.setIconSize(QSize(26, 18))
        self._tree.setUniformRowHeights(True)
        self._tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._tree.itemChanged.connect(self._on_item_changed)
        self._items: dict[str, QTreeWidgetItem] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 10, 0, 0)
        layout.addWidget(self._title)
        layout.addWidget(self._tree)
        self.retranslate()
        store.changed.connect(self._apply)

    def retranslate(self) -> None:
        """Take over the language's words."""
        self._title.setText(self.tr("Layers"))
        self._tree.setAccessibleName(self.tr("Layers"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _apply(self, old: MapState, new: MapState) -> None:
        changed = old.catalog is not new.catalog or old.language is not new.language
        if changed or old.theme != new.theme:
            self._fill(new)
        elif old.visible != new.visible:
            self._tree.blockSignals(True)
            for layer_id, item in self._items.items():
                item.setCheckState(0, _ON if layer_id in new.visible else _OFF)
            self._tree.blockSignals(False)

    def _fill(self, state: MapState) -> None:
        current = self._tree.currentItem()
        chosen = current.data(0, _LAYER_ID) if current else None
        self._tree.blockSignals(True)
        self._tree.clear()
        self._items = {}
        groups: dict[str, QTreeWidgetItem] = {}
        for layer in reversed(state.catalog.layers):
            group = layer.spec.group
            if group.id not in groups:
                groups[group.id] = _group_item(group.title.in_(state.language))
                self._tree.addTopLevelItem(groups[group.id])
            self._items[layer.id] = _layer_item(layer, state)
            groups[group.id].addChild(self._items[layer.id])
        self._tree.expandAll()
        if chosen in self._items:
            self._tree.setCurrentItem(self._items[chosen])
        self._tree.blockSignals(False)

    def _on_item_changed(self, item: QTreeWidgetItem, _column: int) -> None:
        layer_id = item.data(0, _LAYER_ID)
        if layer_id is not None:
            self._actions.show_layer(layer_id, item.checkState(0) is _ON)


def _group_item(title: str) -> QTreeWidgetItem:
    item = QTreeWidgetItem([title])
    font = item.font(0)
    font.setBold(True)
    item.setFont(0, font)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    return item


def _layer_item(layer: Layer, state: MapState) -> QTreeWidgetItem:
    title = layer.spec.title.in_(state.language)
    item = QTreeWidgetItem([title])
    item.setData(0, _LAYER_ID, layer.id)
    item.setToolTip(0, title)
    item.setFlags(
        Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
    )
    item.setCheckState(0, _ON if layer.id in state.visible else _OFF)
    item.setIcon(0, QIcon(swatch(layer, state.theme)))
    return item
