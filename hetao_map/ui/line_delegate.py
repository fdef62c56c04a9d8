"""Rows of a list with a name in bold, lines below it, and what is lesser in soft letters."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QIcon,
    QPainter,
    QPalette,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from hetao_map.text.line_keeping import capital, kept

_LINES = Qt.ItemDataRole.UserRole + 1
_EDGE, _ICON_PX, _GAP = 9, 20, 10


def line_item(name: str, lines: tuple[str, ...] = (), soft: str = "") -> QListWidgetItem:
    """Return an item whose words a screen reader reads as one sentence."""
    item = QListWidgetItem()
    item.setData(_LINES, (name, lines, soft))
    item.setText(", ".join(part for part in (name, *lines, *soft.split("\n")) if part))
    return item


def dress(view: QListWidget) -> None:
    """Let a list show such rows, as wide as it is."""
    view.setItemDelegate(LineDelegate(view))
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    # Rows are as tall as their words need at this width.
    view.setResizeMode(QListWidget.ResizeMode.Adjust)
    view.setUniformItemSizes(False)


class LineDelegate(QStyledItemDelegate):
    """Paints words as they are: nothing in them is markup."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the ground as the style sheet has it, the icon, then the lines."""
        self.initStyleOption(option, index)
        option.text = ""
        option.icon = QIcon()
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        painter.save()
        self.paint_mark(painter, option.rect, index)
        left = _EDGE + self.gutter(index)
        painter.translate(option.rect.topLeft())
        painter.translate(left, _EDGE - 1)
        width = option.rect.width() - left - _EDGE
        self._document(index, option.palette, option.font, width).drawContents(
            painter, QRectF(0, 0, width, option.rect.height())
        )
        painter.restore()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the room of the words at the list's width."""
        view = option.widget
        width = _room(view) if isinstance(view, QAbstractItemView) else 200
        inset = 2 * _EDGE + self.gutter(index)
        text = self._document(index, option.palette, option.font, width - inset)
        return QSize(width, round(text.size().height()) + 2 * _EDGE - 2)

    def gutter(self, index: QModelIndex | QPersistentModelIndex) -> int:
        """Return the room that a row keeps free on the left for its mark."""
        icon = index.data(Qt.ItemDataRole.DecorationRole)
        return _ICON_PX + _GAP if isinstance(icon, QIcon) else 0

    def paint_mark(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint what stands at the left of a row."""
        icon = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(icon, QIcon):
            icon.paint(painter, rect.left() + _EDGE, rect.top() + _EDGE, _ICON_PX, _ICON_PX)

    def _document(
        self,
        index: QModelIndex | QPersistentModelIndex,
        palette: QPalette,
        font: QFont,
        width: float,
    ) -> QTextDocument:
        name, lines, soft = index.data(_LINES) or ("", (), "")
        document = QTextDocument()
        document.setDefaultFont(font)
        document.setDocumentMargin(0)
        cursor = QTextCursor(document)
        ink = palette.color(QPalette.ColorRole.Text)
        soft_ink = palette.color(QPalette.ColorRole.PlaceholderText)
        parts = [(name, _format(ink, bold=bool(lines or soft)))]
        parts += [(capital(line), _format(ink)) for line in lines]
        parts += [(capital(line), _format(soft_ink)) for line in soft.split("\n")]
        for number, (text, form) in enumerate(part for part in parts if part[0]):
            if number:
                cursor.insertBlock()
            cursor.insertText(kept(text), form)
        document.setTextWidth(max(width, 40))
        return document


def _room(view: QAbstractItemView) -> int:
    """Return the width of a row with a scroll bar beside it: one may come with the next row."""
    bar = view.verticalScrollBar()
    return view.viewport().width() - (0 if bar.isVisible() else bar.sizeHint().width())


def _format(ink: QColor, *, bold: bool = False) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setForeground(ink)
    form.setFontWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return form
