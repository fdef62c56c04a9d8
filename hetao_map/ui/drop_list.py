"""A list that drops down, in the window's look."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QIcon, QPaintEvent
from PySide6.QtWidgets import QComboBox, QListView

from hetao_map.render.lettering import painting
from hetao_map.render.theme import Theme
from hetao_map.ui.look import icon

_ARROW_PX = 16


class DropList(QComboBox):
    """A combo box with an arrow in the colour of the letters."""

    def __init__(self) -> None:
        super().__init__()
        self._arrow = QIcon()
        # The list that a style sheet reaches in full.
        self.setView(QListView())

    def dress(self, theme: Theme) -> None:
        """Take over the colours of a theme."""
        self._arrow = icon("down", theme)

    def showPopup(self) -> None:
        """Open the list as wide as its longest entry, for the box itself may be narrow."""
        widest = self.view().sizeHintForColumn(0) + 2 * _ARROW_PX
        self.view().setMinimumWidth(min(widest, self.screen().availableGeometry().width() // 2))
        super().showPopup()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the arrow, which a style sheet leaves out."""
        super().paintEvent(event)
        side, top = _ARROW_PX, (self.height() - _ARROW_PX) // 2
        with painting(self) as painter:
            self._arrow.paint(painter, QRect(self.width() - side - 8, top, side, side))
