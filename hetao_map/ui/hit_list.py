"""The features found under one click: how many, grouped by layer, one of them shown."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from hetao_map.model.feature import FeatureRef
from hetao_map.model.state import MapState
from hetao_map.session.actions import Actions
from hetao_map.session.store import Store
from hetao_map.text import words
from hetao_map.ui.drop_list import DropList
from hetao_map.ui.look import icon, theme_of

_INDEX = Qt.ItemDataRole.UserRole


class HitList(QWidget):
    """Previous, next, and a list of all; hidden where there is but one."""

    def __init__(self, store: Store, actions: Actions) -> None:
        super().__init__()
        self._store, self._actions = store, actions
        self._count = QLabel()
        self._count.setObjectName("soft")
        self._previous, self._next = QToolButton(), QToolButton()
        self._previous.clicked.connect(lambda: actions.next_hit(-1))
        self._next.clicked.connect(lambda: actions.next_hit(1))
        self._list = DropList()
        self._list.setSizeAdjustPolicy(
            DropList.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._list.setMinimumContentsLength(8)
        self._list.activated.connect(self._choose)
        # On Linux a list is called by what it shows; what it is for is told by its label.
        self._count.setBuddy(self._list)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.addWidget(self._previous)
        layout.addWidget(self._count)
        layout.addWidget(self._next)
        layout.addWidget(self._list, 1)
        self.retranslate()

    def retranslate(self) -> None:
        """Take over the language's words."""
        self._list.setAccessibleName(self.tr("Found here"))
        for button, name in (
            (self._previous, self.tr("Previous")),
            (self._next, self.tr("Next")),
        ):
            button.setAccessibleName(name)
            button.setToolTip(name)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def show_hits(self, state: MapState) -> None:
        """Take over the hits of the state."""
        theme = theme_of(state.theme)
        self._list.dress(theme)
        self._previous.setIcon(icon("previous", theme))
        self._next.setIcon(icon("next", theme))
        selection = state.selection
        self.setVisible(len(selection.hits) > 1)
        self._count.setText(f"{selection.index + 1} / {len(selection.hits)}")
        model = QStandardItemModel(self._list)
        by_layer = sorted(enumerate(selection.hits), key=lambda hit: _rank(selection.hits, hit))
        for layer_id, hits in groupby(by_layer, key=lambda hit: hit[1].layer):
            layer = state.catalog.layer(layer_id)
            model.appendRow(_heading(layer.spec.title.in_(state.language) if layer else layer_id))
            for number, ref in hits:
                model.appendRow(_entry(_name(state, ref), number))
        self._list.setModel(model)
        self._list.setCurrentIndex(self._list.findData(selection.index, _INDEX))

    def _choose(self, row: int) -> None:
        number = self._list.itemData(row, _INDEX)
        if number is not None:
            self._actions.next_hit(number - self._store.state.selection.index)


def _rank(hits: tuple[FeatureRef, ...], hit: tuple[int, FeatureRef]) -> tuple[int, int]:
    """Return what keeps the hits of a layer together, where its best hit stands."""
    number, ref = hit
    return next(n for n, other in enumerate(hits) if other.layer == ref.layer), number


def _name(state: MapState, ref: FeatureRef) -> str:
    feature = state.catalog.find(ref)
    name = feature.name.in_(state.language) if feature else ""
    return name or words.UNNAMED.in_(state.language)


def _heading(title: str) -> QStandardItem:
    item = QStandardItem(title)
    item.setFlags(Qt.ItemFlag.NoItemFlags)
    font = item.font()
    font.setBold(True)
    item.setFont(font)
    return item


def _entry(name: str, number: int) -> QStandardItem:
    item = QStandardItem(name)
    item.setData(number, _INDEX)
    return item
