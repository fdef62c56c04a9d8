"""A list of a person's own places, with what can be done with one of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hetao_map.model.state import MapState
from hetao_map.session.store import Store
from hetao_map.ui.commands import Words


@dataclass(frozen=True, eq=False)
class Deed:
    """A button below the list: what it says, what it does with the place of a number, its key."""

    words: Words
    act: Callable[[int], None]
    key: Qt.Key | None = None


class PlacesDialog(QDialog):
    """Lists places while the map stays in reach. Enter does the first deed."""

    def __init__(
        self,
        parent: QWidget,
        store: Store,
        words: tuple[Words, Words],
        names: Callable[[MapState], list[str]],
        deeds: Sequence[Deed],
    ) -> None:
        super().__init__(parent)
        self._store, self._names, self._deeds = store, names, deeds
        self._title, self._hint_words = words
        self._list = QListWidget()
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemActivated.connect(lambda _item: self._do(deeds[0]))
        self._list.currentRowChanged.connect(lambda _row: self._enable())
        self._hint = QLabel()
        self._hint.setObjectName("soft")
        self._hint.setWordWrap(True)
        self._buttons = [QPushButton() for _deed in deeds]
        self._close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._close.rejected.connect(self.reject)
        self._build()
        self.retranslate()
        # Rows that are measured before the style sheet has come stay too low.
        self._list.ensurePolished()
        self._fill()
        store.changed.connect(self._apply)

    def retranslate(self) -> None:
        """Take over the language's words."""
        self.setWindowTitle(self._title())
        self._list.setAccessibleName(self._title())
        self._hint.setText(self._hint_words())
        for button, deed in zip(self._buttons, self._deeds, strict=True):
            button.setText(deed.words())

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        row = QHBoxLayout()
        for button, deed in zip(self._buttons, self._deeds, strict=True):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, deed=deed: self._do(deed))
            if deed.key is not None:
                button.setShortcut(deed.key)
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(10)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._hint)
        layout.addLayout(row)
        self.resize(460, 340)

    def _apply(self, old: MapState, new: MapState) -> None:
        if self._names(old) != self._names(new):
            self._fill()

    def _fill(self) -> None:
        row, names = self._list.currentRow(), self._names(self._store.state)
        self._list.clear()
        self._list.addItems(names)
        self._list.setCurrentRow(min(max(row, 0), len(names) - 1))
        self._hint.setVisible(not names)
        self._enable()

    def _enable(self) -> None:
        for button in self._buttons:
            button.setEnabled(self._list.currentRow() >= 0)

    def _do(self, deed: Deed) -> None:
        row = self._list.currentRow()
        if row >= 0:
            deed.act(row)
