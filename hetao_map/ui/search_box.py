"""The search box: finds while typing, shows what the arrows choose, goes where Enter says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QLineEdit, QListWidgetItem, QWidget

from hetao_map.model.state import MapState
from hetao_map.session.actions import Actions
from hetao_map.session.store import Store
from hetao_map.ui.look import theme_of
from hetao_map.ui.search_list import SearchList
from hetao_map.ui.search_preview import SearchPreview
from hetao_map.ui.search_rows import SearchRow, recent_row, row_of

if TYPE_CHECKING:
    from hetao_map.query.search import SearchHit, SearchIndex

_SHOWN = 20
_PAUSE_MS = 50
_ARROWS = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
_ENDS = (Qt.Key.Key_Home, Qt.Key.Key_End)
_ASKED_FOR = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
    Qt.FocusReason.MouseFocusReason,
)


class SearchBox(QLineEdit):
    """Arrows choose, Enter goes there, Esc leaves everything as it was."""

    left = Signal()
    """The person is done with searching; the map should have the keyboard."""

    def __init__(self, store: Store, actions: Actions) -> None:
        super().__init__()
        self._store, self._actions = store, actions
        self._canvas: QWidget = self
        self._index: SearchIndex | None = None
        self._wanted = self._walking = False
        self._preview = SearchPreview(store, actions)
        self._list = SearchList()
        self._list.setParent(self)
        self._list.itemClicked.connect(self._take_item)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._search)
        self.setClearButtonEnabled(True)
        self.textEdited.connect(lambda _text: self._pause.start())
        self.textChanged.connect(lambda text: None if text else self._close())
        self.returnPressed.connect(self._on_enter)
        store.changed.connect(self._apply)
        self.retranslate()

    def attach(self, window: QWidget, canvas: QWidget) -> None:
        """Let the list of results float over the window, which has the map in it."""
        self._canvas = canvas
        self._list.setParent(window)
        window.installEventFilter(self)

    def set_index(self, index: SearchIndex) -> None:
        """Take over the names to search; a search that waited for them goes on."""
        self._index = index
        if self._wanted:
            self._on_enter()
        elif self.hasFocus() and self.text():
            self._search()

    def retranslate(self) -> None:
        """Take over the language's words."""
        self.setAccessibleName(self.tr("Search"))
        self.setPlaceholderText(self.tr("Search names, facts or coordinates"))
        self._list.setAccessibleName(self.tr("Search results"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self._close()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the results with arrows, Page Up and Down, Home and End; leave with Esc."""
        key = Qt.Key(event.key())
        # Home and End belong to the text until an arrow has gone into the list.
        walks = key in _ARROWS or (key in _ENDS and self._walking)
        if key is Qt.Key.Key_Escape:
            self._preview.give_up()
            self._close()
            self.left.emit()
        elif walks and not self._list.isHidden() and self._list.rows:
            self._walk(key)
        elif key is Qt.Key.Key_Down and self._list.isHidden():
            self._open()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Offer the searches made before."""
        super().focusInEvent(event)
        if event.reason() in _ASKED_FOR and not self.text():
            self._open()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Put the list away; what it has shown on the map stays."""
        super().focusOutEvent(event)
        if event.reason() not in (
            Qt.FocusReason.ActiveWindowFocusReason,
            Qt.FocusReason.PopupFocusReason,
        ):
            self._close()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the list again for a click into the box."""
        super().mousePressEvent(event)
        if self._list.isHidden():
            self._open()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the list under the box while the window is resized."""
        if event.type() == QEvent.Type.Resize and not self._list.isHidden():
            self._list.place_under(self)
        return super().eventFilter(watched, event)

    def _apply(self, old: MapState, new: MapState) -> None:
        if old.catalog is not new.catalog or old.theme != new.theme:
            self._close()

    def _open(self) -> None:
        """Show what the text finds, or without any the searches made before."""
        if self.text().strip():
            self._search()
            return
        state = self._store.state
        if state.searches:
            self._show([recent_row(text, state) for text in state.searches], current=-1)

    def _close(self) -> None:
        self._pause.stop()
        self._preview.keep()
        self._walking = False
        self._list.hide()
        self._say("")

    def _search(self) -> None:
        text = self.text().strip()
        if self._walking:
            self._preview.give_up()
            self._walking = False
        if not text or self._index is None:
            self._close()
            return
        state, ratio = self._store.state, self.devicePixelRatioF()
        hits = self._index.search(text, _SHOWN)
        if hits:
            self._show([row_of(hit, state, ratio) for hit in hits], current=0)
        else:
            sentence = self._index.why_nothing(text).in_(state.language)
            self._list.show_sentence(sentence, theme_of(state.theme))
            self._float()
            self._say(sentence)

    def _show(self, rows: list[SearchRow], current: int) -> None:
        self._list.show_rows(rows, theme_of(self._store.state.theme), current)
        self._float()
        self._say_row()

    def _float(self) -> None:
        self._list.place_under(self)
        self._list.show()
        self._list.raise_()

    def _walk(self, key: Qt.Key) -> None:
        self._list.walk(key)
        self._walking = True
        self._say_row()
        row = self._list.chosen
        if row is not None and row.hit is not None:
            corner = self._canvas.mapFromGlobal(self._list.mapToGlobal(QPoint()))
            cover = QRect(corner, self._list.size())
            self._preview.show(row.hit, self._canvas.rect(), cover)

    def _on_enter(self) -> None:
        outdated = self._pause.isActive()
        self._pause.stop()
        self._wanted = self._index is None and bool(self.text().strip())
        if self._index is None:
            return
        if outdated or self._list.isHidden():
            self._open()
        if not self._list.isHidden() and self._list.chosen is not None:
            self._take(self._list.chosen)

    def _take_item(self, item: QListWidgetItem) -> None:
        row = self._list.row_at(self._list.row(item))
        if row is not None:
            self._take(row)

    def _take(self, row: SearchRow) -> None:
        """Go where a row leads; a search made before is made again."""
        if row.hit is None:
            self.setText(row.name)
            self._search()
            return
        self._preview.give_up()
        self._close()
        self._actions.remember_search(row.name)
        self._go_to(row.hit)
        self.left.emit()

    def _go_to(self, hit: SearchHit) -> None:
        if hit.is_feature:
            self._actions.go_to(hit.ref)
        else:
            self._actions.go_to_place(hit.point)

    def _say_row(self) -> None:
        """Tell screen readers the row in hand, or what the list is."""
        row = self._list.chosen
        if row is None:
            self._say(self.tr("Earlier searches"))
            return
        number, rows = self._list.currentRow() + 1, self._list.rows
        place = self.tr("{number} of {rows}").format(number=number, rows=rows)
        self._say(f"{row.spoken}, {place}")

    def _say(self, words: str) -> None:
        self.setAccessibleDescription(words)
        if words and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
