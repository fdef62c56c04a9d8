"""How a row of the tree of layers is set: a title that is too long goes on in a second line."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from hetao_map.render.credits import flowed
from hetao_map.ui.layer_items import Index

# What Qt writes between the lines of an item.
_LINE = "\u2028"
# Box, sample and the space around them; and what is kept free for the button of the row.
_BOX_PX, _SAMPLE_PX, _FREE_PX = 20, 32, 31
_LEAST_PX = 40
_CLASS_DEPTH = 3


class RowDelegate(QStyledItemDelegate):
    """Breaks titles into lines that fit the width of the tree."""

    def __init__(self, tree: QTreeView) -> None:
        super().__init__(tree)
        self._tree = tree

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Take the text in lines."""
        super().initStyleOption(option, index)
        # PySide's stubs do not know the fields of an option.
        row: Any = option
        room = self._room(index)
        lines = (part for line in row.text.split(_LINE) for part in flowed(line, row.font, room))
        row.text = _LINE.join(lines)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the row, and an edge around its box that is seen on dark ground as well."""
        super().paint(painter, option, index)
        if index.data(Qt.ItemDataRole.CheckStateRole) is None:
            return
        row: Any = QStyleOptionViewItem(option)
        self.initStyleOption(row, index)
        element = QStyle.SubElement.SE_ItemViewItemCheckIndicator
        box = self._tree.style().subElementRect(element, row, self._tree)
        painter.save()
        painter.setPen(self._tree.palette().color(QPalette.ColorRole.PlaceholderText))
        painter.drawRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.restore()

    def _room(self, index: Index) -> int:
        """Return the width of a row's text in pixels."""
        depth = 1
        while (index := index.parent()).isValid():
            depth += 1
        # A group has a box, a layer a box and a sample, a class a sample.
        taken = _BOX_PX * (depth < _CLASS_DEPTH) + _SAMPLE_PX * (depth > 1)
        left = self._tree.indentation() * depth
        return max(self._tree.viewport().width() - left - taken - _FREE_PX, _LEAST_PX)
