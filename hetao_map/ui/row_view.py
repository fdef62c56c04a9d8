"""The rows of the attribute table."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView

_COPY = QKeySequence.StandardKey.Copy


class RowView(QTableView):
    """Rows of one line; Enter and a double click show a feature on the map."""

    def __init__(self, show: Callable[[], None], copy: Callable[[], None]) -> None:
        super().__init__()
        self._show_row, self._copy = show, copy
        self.arriving = False
        """Whether the keyboard is just coming: Qt then takes a first row that nobody has chosen."""
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(26)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.setSortingEnabled(True)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.doubleClicked.connect(lambda _index: show())

    def fit_columns(self, widest: int) -> None:
        """Give columns the width of their first rows, and no more than widest pixels."""
        self.resizeColumnsToContents()
        for column in range(self.model().columnCount()):
            self.setColumnWidth(column, min(self.columnWidth(column) + 12, widest))

    def event(self, event: QEvent) -> bool:
        """Claim the key that copies: while one measures, the window has a use for it, too."""
        claimed = event.type() == QEvent.Type.ShortcutOverride
        if claimed and isinstance(event, QKeyEvent) and event.matches(_COPY):
            event.accept()
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the keyboard."""
        self.arriving = True
        super().focusInEvent(event)
        self.arriving = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show the current row on the map with Enter; copy rows with the key for it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._show_row()
        elif event.matches(_COPY):
            self._copy()
        else:
            super().keyPressEvent(event)
