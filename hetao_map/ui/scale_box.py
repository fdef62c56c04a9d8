"""The scale in the status bar, to be read, typed or chosen."""

from __future__ import annotations

from collections.abc import Callable
from math import log
from typing import cast

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit

from hetao_map.model.state import MapState
from hetao_map.render.scale_bar import round_scale
from hetao_map.session.actions import Actions
from hetao_map.session.store import Store
from hetao_map.text import messages
from hetao_map.text.localized import LocalizedText
from hetao_map.text.scale_input import LONGEST, typed_scale
from hetao_map.ui.drop_list import DropList
from hetao_map.ui.look import theme_of

SCALES = (1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 1_000_000)


class ScaleBox(DropList):
    """Shows 1:N; Enter or a choice goes to another scale around the middle of the map."""

    def __init__(
        self, store: Store, actions: Actions, tell: Callable[[LocalizedText], None]
    ) -> None:
        super().__init__()
        self._store, self._actions, self._tell = store, actions, tell
        self._line = QLineEdit()
        self.setEditable(True)
        self.setLineEdit(self._line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        # None, which Qt takes though its stubs do not: a scale must not become a longer one.
        self.setCompleter(cast(QCompleter, None))
        self.setMinimumContentsLength(12)
        # Longer than any scale, so that what was typed is seen to be refused.
        self._line.setMaxLength(LONGEST + 1)
        self.addItems([""] * len(SCALES))
        self.activated.connect(self._choose)
        store.changed.connect(self._apply)
        self.dress(theme_of(store.state.theme))
        self.retranslate()

    def retranslate(self) -> None:
        """Take over the language's words."""
        self.setAccessibleName(self.tr("Scale"))
        self._line.setAccessibleName(self.tr("Scale"))
        self.setToolTip(self.tr("Scale: type or choose another one"))
        for row, scale in enumerate(SCALES):
            self.setItemText(row, scale_words(scale))
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take what was typed with Enter; bring the present scale back with Esc."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._take()
            case Qt.Key.Key_Escape:
                self._write()
            case _:
                super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the scale of the map again."""
        super().focusOutEvent(event)
        self._write()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the scale alone: who scrolls by has not asked for another one."""
        event.ignore()

    def _take(self) -> None:
        denominator = typed_scale(self.currentText())
        if denominator is None:
            self._tell(messages.NO_SCALE)
            self._line.selectAll()
        else:
            self._go(denominator)

    def _choose(self, row: int) -> None:
        self._go(SCALES[row])

    def _go(self, denominator: float) -> None:
        self._actions.visit(self._store.state.viewport.at_scale(denominator))
        self._write()

    def _apply(self, old: MapState, new: MapState) -> None:
        if old.theme != new.theme:
            self.dress(theme_of(new.theme))
        if old.viewport.metres_per_px != new.viewport.metres_per_px:
            self._write()

    def _write(self) -> None:
        denominator = self._store.state.viewport.scale_denominator
        # From the nearest row the arrow keys go on.
        nearest = min(range(len(SCALES)), key=lambda row: abs(log(SCALES[row] / denominator)))
        self.setCurrentIndex(nearest)
        self.setEditText(scale_words(denominator))


def scale_words(denominator: float) -> str:
    """Return a scale as 1:N with three digits that count."""
    return f"1:{round_scale(denominator):,}"
