"""The rows of a layer as Qt's tables want them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QCollator,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)

if TYPE_CHECKING:
    from hetao_map.query.table import FeatureTable

_Index = QModelIndex | QPersistentModelIndex


class TableModel(QAbstractTableModel):
    """Shows a FeatureTable: all of its rows, or those that a filter leaves, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self._table: FeatureTable | None = None
        self._rows: tuple[int, ...] = ()
        self._sorted: tuple[str, bool] | None = None

    def show_table(self, table: FeatureTable | None, rows: tuple[int, ...]) -> None:
        """Take over rows of a table; the order by a column stays where it has that column."""
        self.beginResetModel()
        self._table, self._rows = table, rows
        self._order()
        self.endResetModel()

    @property
    def rows(self) -> tuple[int, ...]:
        """Return the rows of the layer as they are shown."""
        return self._rows

    def position_of(self, row: int) -> int:
        """Return where a row of the layer is shown, -1 where it is not."""
        return self._rows.index(row) if row in self._rows else -1

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of rows shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns."""
        return len(self._table.columns) if self._table and not parent.isValid() else 0

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell; its tip is the code, where the words stand for one."""
        if self._table is None or not index.isValid():
            return None
        row, name = self._rows[index.row()], self._table.columns[index.column()].name
        if role == Qt.ItemDataRole.DisplayRole:
            return self._table.text(row, name)
        if role == Qt.ItemDataRole.ToolTipRole:
            return _escaped(self._table.text(row, name), self._table.value(row, name))
        if (
            role == Qt.ItemDataRole.TextAlignmentRole
            and _size(self._table.value(row, name)) is not None
        ):
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the head of a column; its tip is what the file says of it."""
        if self._table is None or orientation is not Qt.Orientation.Horizontal:
            return None
        column = self._table.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.head
        if role == Qt.ItemDataRole.ToolTipRole:
            return _escaped(column.help or column.name)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order the rows by a column: figures by size, text as the language does, empty last."""
        if self._table is None or not 0 <= column < len(self._table.columns):
            return
        descending = order is Qt.SortOrder.DescendingOrder
        self._sorted = self._table.columns[column].name, descending
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        rows = [self._rows[index.row()] for index in before]
        self._order()
        after = [
            self.index(self.position_of(row), index.column())
            for row, index in zip(rows, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _order(self) -> None:
        if self._table is None or self._sorted is None:
            return
        name, descending = self._sorted
        if all(column.name != name for column in self._table.columns):
            return
        values = {row: self._table.value(row, name) for row in self._rows}
        empty = [row for row in self._rows if values[row] in (None, "")]
        sizes = {row: size for row in self._rows if (size := _size(values[row])) is not None}
        figures = sorted(sizes, key=lambda row: sizes[row], reverse=descending)
        collator = QCollator(QLocale())
        known = {*empty, *figures}
        texts = [row for row in self._rows if row not in known]
        keys = {row: collator.sortKey(self._table.text(row, name)) for row in texts}
        texts.sort(key=lambda row: keys[row], reverse=descending)
        both = [*texts, *figures] if descending else [*figures, *texts]
        self._rows = (*both, *empty)


def _size(value: object) -> float | None:
    """Return a figure, None for what is none."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    return None


def _escaped(text: str, value: object = None) -> str:
    """Return a tip that Qt cannot take for markup, with the code behind the words."""
    code = "" if value is None or isinstance(value, bytes) or str(value) == text else f" ({value})"
    marked = f"{text}{code}".replace("&", "&amp;").replace("<", "&lt;")
    return f"<span>{marked[:2000]}</span>"
