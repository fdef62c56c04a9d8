"""The list of results under the search box."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from hetao_map.render.theme import Theme
from hetao_map.ui.look import colours, px
from hetao_map.ui.search_rows import SearchRow

Index = QModelIndex | QPersistentModelIndex
_ROW = Qt.ItemDataRole.UserRole
_ICON = QSize(26, 18)
_LEFT, _GAP, _ABOVE = 10, 10, 6
_FRAME, _BELOW_BOX, _LEAST_WIDTH, _FREE = 14, 4, 420, 40


class SearchList(QListWidget):
    """Rows of two lines, or one sentence. The keyboard stays with the box."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("searchResults")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self._delegate = _TwoLines(self)
        self.setItemDelegate(self._delegate)
        self.hide()

    @property
    def rows(self) -> int:
        """Return how many rows can be chosen."""
        return sum(self.row_at(number) is not None for number in range(self.count()))

    @property
    def chosen(self) -> SearchRow | None:
        """Return the current row, None when there is none that can be chosen."""
        return self.row_at(self.currentRow())

    def row_at(self, number: int) -> SearchRow | None:
        """Return a row by its number."""
        item = self.item(number)
        row = item.data(_ROW) if item is not None else None
        return row if isinstance(row, SearchRow) else None

    def show_rows(self, rows: Sequence[SearchRow], theme: Theme, current: int) -> None:
        """Show rows in place of those before; current is the number of the one in hand, or -1."""
        self._begin(theme)
        for row in rows:
            item = QListWidgetItem(row.name)
            item.setData(_ROW, row)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, row.spoken)
            self.addItem(item)
        self.setCurrentRow(current)
        self.scrollToTop()

    def show_sentence(self, sentence: str, theme: Theme) -> None:
        """Show a sentence instead of rows."""
        self._begin(theme)
        item = QListWidgetItem(sentence)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self.addItem(item)

    def walk(self, key: Qt.Key) -> None:
        """Go to another row: by arrows around the ends, by a page, or to an end."""
        last, current = self.count() - 1, self.currentRow()
        target = {
            Qt.Key.Key_Down: (current + 1) % (last + 1),
            Qt.Key.Key_Up: (max(current, 0) - 1) % (last + 1),
            Qt.Key.Key_PageDown: min(current + self._page(), last),
            Qt.Key.Key_PageUp: max(current - self._page(), 0),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }[key]
        self.setCurrentRow(target)
        self.scrollToItem(self.item(target))

    def place_under(self, box: QWidget) -> None:
        """Take the place below a box, as high as the window allows."""
        window = box.window()
        corner = box.mapTo(window, QPoint(0, box.height() + _BELOW_BOX))
        width = max(box.width(), _LEAST_WIDTH)
        left = max(min(corner.x(), window.width() - width - _FRAME), 0)
        self.resize(width, self.height())
        wanted = sum(self.sizeHintForRow(row) for row in range(self.count())) + _FRAME
        room = window.height() - corner.y() - _FREE
        self.setGeometry(left, corner.y(), width, min(wanted, max(room, 0)))

    def _begin(self, theme: Theme) -> None:
        self.ensurePolished()
        self._delegate.theme = theme
        self.clear()

    def _page(self) -> int:
        return max(self.viewport().height() // max(self.sizeHintForRow(0), 1) - 1, 1)


class _TwoLines(QStyledItemDelegate):
    """Paints a sample, a name, and what it is in softer ink below."""

    def __init__(self, parent: QListWidget) -> None:
        super().__init__(parent)
        self._list = parent
        self.theme: Theme | None = None

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row, or of a sentence in as many lines as it takes."""
        row = index.data(_ROW)
        width = self._list.width() - 2 * _LEFT - _FRAME
        if not isinstance(row, SearchRow):
            room = QRect(0, 0, width, 2000)
            wrap = int(Qt.TextFlag.TextWordWrap)
            text = str(index.data())
            return QSize(width, _metrics(13).boundingRect(room, wrap, text).height() + 4 * _ABOVE)
        height = _metrics(13).height() + (_metrics(12).height() + 1 if row.detail else 0)
        return QSize(width, max(height, _ICON.height()) + 2 * _ABOVE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row, or a sentence."""
        # PySide's stubs do not know the fields of an option.
        given: Any = QStyleOptionViewItem(option)
        self.initStyleOption(given, index)
        selected = bool(given.state & QStyle.StateFlag.State_Selected)
        box, text = QRect(given.rect), given.text
        given.text, given.icon = "", QIcon()
        style = self._list.style() or QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, given, painter, self._list)
        ink = colours(self.theme) if self.theme else {}
        name_ink = QColor(ink.get("on_accent" if selected else "text", "#000000"))
        soft_ink = QColor(ink.get("on_accent" if selected else "soft", "#000000"))
        row = index.data(_ROW)
        painter.save()
        inner = box.adjusted(_LEFT, _ABOVE, -_LEFT, -_ABOVE)
        if isinstance(row, SearchRow):
            _paint_row(painter, inner, row, name_ink, soft_ink)
        else:
            painter.setPen(soft_ink)
            painter.setFont(_font(13))
            flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(inner, int(flags), text)
        painter.restore()


def _paint_row(
    painter: QPainter, box: QRect, row: SearchRow, name_ink: QColor, soft_ink: QColor
) -> None:
    sample = QRect(box.topLeft(), _ICON)
    sample.moveTop(box.top() + (box.height() - _ICON.height()) // 2)
    row.icon.paint(painter, sample)
    words = box.adjusted(_ICON.width() + _GAP, 0, 0, 0)
    _line(painter, words, row.name, name_ink, 13)
    if row.detail:
        lower = words.adjusted(0, _metrics(13).height() + 1, 0, 0)
        _line(painter, lower, row.detail, soft_ink, 12)


def _line(painter: QPainter, box: QRect, text: str, ink: QColor, size: int) -> None:
    metrics = _metrics(size)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.setFont(_font(size))
    painter.setPen(ink)
    box = QRect(box.left(), box.top(), box.width(), metrics.height())
    painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)


def _font(size: int) -> QFont:
    font = QApplication.font()
    font.setPixelSize(px(size))
    return font


def _metrics(size: int) -> QFontMetrics:
    return QFontMetrics(_font(size))
