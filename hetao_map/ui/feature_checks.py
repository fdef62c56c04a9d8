"""Features by layer as boxes to tick; a layer's own box ticks them all."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from hetao_map.model.briefing import Subject
from hetao_map.model.dataset import Catalog
from hetao_map.model.feature import Feature, FeatureRef
from hetao_map.query.briefing_lists import title_of
from hetao_map.query.wording import word_of
from hetao_map.text import words
from hetao_map.text.language import Language
from hetao_map.text.plain import plain

_REF = Qt.ItemDataRole.UserRole
_ON = Qt.CheckState.Checked


class FeatureChecks(QTreeWidget):
    """Lists a subject's features, all ticked at first."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setHeaderHidden(True)
        self.setColumnCount(1)
        self.setUniformRowHeights(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.itemChanged.connect(lambda _item, _column: self.changed.emit())

    def show_features(self, catalog: Catalog, subject: Subject, language: Language) -> None:
        """List the features of a subject by layer, in the order in which they come."""
        self.blockSignals(True)
        self.clear()
        features = [feature for ref in subject.refs if (feature := catalog.find(ref))]
        ordered = list(dict.fromkeys(feature.ref.layer for feature in features))
        features.sort(key=lambda feature: ordered.index(feature.ref.layer))
        for layer_id, found in groupby(features, key=lambda feature: feature.ref.layer):
            layer = catalog.layer(layer_id)
            title = plain(layer.spec.title.in_(language)) if layer else layer_id
            self.addTopLevelItem(_branch(title, list(found), language))
        self.expandAll()
        first = self.topLevelItem(0)
        if first is not None:
            self.setCurrentItem(first)
            self.scrollToTop()
        self.blockSignals(False)

    def ticked(self) -> tuple[FeatureRef, ...]:
        """Return the features whose boxes are ticked, in the order of the list."""
        root = self.invisibleRootItem()
        leaves = (leaf for branch in _children(root) for leaf in _children(branch))
        return tuple(leaf.data(0, _REF) for leaf in leaves if leaf.checkState(0) == _ON)


def _children(item: QTreeWidgetItem) -> Iterator[QTreeWidgetItem]:
    children = (item.child(number) for number in range(item.childCount()))
    return (child for child in children if child is not None)


def _branch(title: str, features: list[Feature], language: Language) -> QTreeWidgetItem:
    branch = QTreeWidgetItem([f"{title}  {len(features)}"])
    branch.setFlags(branch.flags() | Qt.ItemFlag.ItemIsAutoTristate)
    for feature in features:
        parts = (
            title_of(feature, language),
            word_of(words.KIND, feature.kind, language),
            word_of(words.STATUS, feature.status, language),
        )
        leaf = QTreeWidgetItem([" · ".join(dict.fromkeys(part for part in parts if part))])
        leaf.setData(0, _REF, feature.ref)
        leaf.setCheckState(0, _ON)
        branch.addChild(leaf)
    branch.setCheckState(0, _ON)
    return branch
