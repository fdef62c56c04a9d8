"""The list of what has changed in open files, save by save."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hetao_map.model.difference import REMOVED
from hetao_map.model.news import News
from hetao_map.model.state import MapState
from hetao_map.query.news_text import NewsLine, news_lines, summary
from hetao_map.session.actions import Actions
from hetao_map.session.store import Store

_LINE = Qt.ItemDataRole.UserRole


class ChangesDialog(QDialog):
    """Lists changes while the map stays in reach. A click or Enter goes to one."""

    def __init__(
        self, parent: QWidget, store: Store, actions: Actions, turn: Callable[[News], None]
    ) -> None:
        super().__init__(parent)
        self._store, self._actions, self._turn_news = store, actions, turn
        self._list = QListWidget()
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setUniformItemSizes(False)
        self._list.itemClicked.connect(self._go)
        self._list.itemActivated.connect(self._go)
        self._hint = QLabel()
        self._hint.setObjectName("soft")
        self._hint.setWordWrap(True)
        self._turn = QPushButton()
        self._turn.setAutoDefault(False)
        self._turn.clicked.connect(lambda _checked=False: self._turn_latest())
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._buttons.rejected.connect(self.reject)
        self._buttons.addButton(self._turn, QDialogButtonBox.ButtonRole.ActionRole)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(10)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._hint)
        layout.addWidget(self._buttons)
        self.resize(560, 380)
        self.retranslate()
        store.changed.connect(self._apply)

    def retranslate(self) -> None:
        """Take over the language's words."""
        self.setWindowTitle(self.tr("What has changed in the data"))
        self._list.setAccessibleName(self.tr("Changes"))
        self._hint.setText(self.tr("Click or press Enter to go there; the file is never touched."))
        if self.isVisible():
            self._fill(self._store.state)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter go to the change in hand."""
        item = self._list.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self._go(item)
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """List what there is by now."""
        self._fill(self._store.state)
        super().showEvent(event)

    def _apply(self, old: MapState, new: MapState) -> None:
        if not self.isVisible():
            return
        if old.news is not new.news:
            self._fill(new)
        elif old.catalog is not new.catalog:
            self._name_turn(new)

    def _fill(self, state: MapState) -> None:
        self._list.clear()
        for news in state.news:
            sentence = " ".join(summary(news).in_(state.language).split())
            head = QListWidgetItem(f"{news.at:%H:%M:%S}   {sentence}")
            font = head.font()
            font.setBold(True)
            head.setFont(font)
            head.setFlags(Qt.ItemFlag.ItemIsEnabled)
            head.setToolTip(head.text())
            self._list.addItem(head)
            for line in news_lines(news, state.catalog, state.language):
                self._list.addItem(_item(line))
        self._name_turn(state)

    def _name_turn(self, state: MapState) -> None:
        latest = next(iter(state.news), None)
        former = latest is not None and latest.shows_former(state.catalog)
        words = self.tr("Show the new version") if former else self.tr("Show the previous version")
        self._turn.setText(words)
        self._turn.setEnabled(latest is not None and latest.can_turn(state.catalog))

    def _turn_latest(self) -> None:
        if self._store.state.news:
            self._turn_news(self._store.state.news[0])

    def _go(self, item: QListWidgetItem) -> None:
        """Go to a feature, to where one was, or to a layer."""
        line = item.data(_LINE)
        if not isinstance(line, NewsLine):
            return
        change, catalog = line.change, self._store.state.catalog
        if change is not None and catalog.find(change.ref) is not None:
            self._actions.go_to(change.ref)
        elif change is not None and change.kind == REMOVED and change.extent is not None:
            self._actions.go_to_place(change.extent.center)
        elif line.layer:
            self._actions.layers.zoom_to(line.layer)


def _item(line: NewsLine) -> QListWidgetItem:
    item = QListWidgetItem("    " + line.text)
    item.setData(_LINE, line)
    item.setToolTip(line.text.replace("&", "&amp;").replace("<", "&lt;"))
    return item
