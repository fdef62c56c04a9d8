"""A field for a place: offers what the typed letters may mean, takes coordinates too."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
)
from PySide6.QtWidgets import QLineEdit, QListWidgetItem

from hetao_map.model.route import Stop
from hetao_map.session.store import Store
from hetao_map.text.plain import plain
from hetao_map.ui.look import theme_of
from hetao_map.ui.search_list import SearchList
from hetao_map.ui.search_rows import SearchRow

_PAUSE_MS = 50
_ARROWS = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)

Offers = Callable[[str], list[tuple[Stop, SearchRow]]]


class PlaceEdit(QLineEdit):
    """Arrows choose, Enter takes, Esc leaves the field as it was."""

    chosen = Signal(str)
    """The place as a trip names it: LAYER/ID, coordinates, or the words that were typed."""

    def __init__(self, store: Store, offers: Offers) -> None:
        super().__init__()
        self._store, self._offers = store, offers
        self._stops: list[Stop] = []
        self._name = ""
        self._list = SearchList()
        self._list.setParent(self)
        self._list.itemClicked.connect(self._take_item)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._offer)
        self.setClearButtonEnabled(True)
        self.textEdited.connect(self._on_edit)

    def show_name(self, name: str) -> None:
        """Show what the place is called; what is being typed stays while it is the same one."""
        if plain(name) != self._name or not self._undecided:
            self._show(name)

    def _show(self, name: str) -> None:
        self._name = plain(name)
        self._close()
        self.setText(self._name)
        self.setCursorPosition(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the offers, take one with Enter, and give up with Esc."""
        key = Qt.Key(event.key())
        if key in _ARROWS and self._stops:
            self._list.walk(key)
            self._say_row()
        elif key is Qt.Key.Key_Down:
            self._offer()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif key is Qt.Key.Key_Escape and self._undecided:
            self._show(self._name)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take what was typed: the offer in hand where there is one, else the words."""
        super().focusOutEvent(event)
        passing = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
        if event.reason() not in passing and self._undecided:
            self._enter()
        elif event.reason() not in passing:
            self._close()

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the offers along."""
        self._close()
        super().hideEvent(event)

    @property
    def _undecided(self) -> bool:
        return self.text() != self._name or not self._list.isHidden()

    def _on_edit(self, text: str) -> None:
        if text.strip():
            self._pause.start()
        else:
            # The button that clears the field leaves nothing to wait for.
            self._take("", "")

    def _offer(self) -> None:
        offers = self._offers(self.text().strip())
        self._stops = [stop for stop, _ in offers]
        if not offers:
            self._close()
            return
        # It floats over the whole window, which the panel is a part of by now.
        self._list.setParent(self.window())
        self._list.show_rows([row for _, row in offers], theme_of(self._store.state.theme), 0)
        self._list.place_under(self)
        self._list.show()
        self._list.raise_()
        self._say_row()

    def _enter(self) -> None:
        """Take the offer in hand; without one the words, which may be a name in full."""
        text = self.text().strip()
        row = self._list.currentRow()
        # Offers that are made for fewer letters than were typed by now do not count.
        outdated = self._pause.isActive() or self._list.isHidden()
        if not outdated and 0 <= row < len(self._stops):
            stop = self._stops[row]
            self._take(stop.node, self._list_name(stop))
        elif text != self._name:
            self._take(text, text)

    def _list_name(self, stop: Stop) -> str:
        return stop.name.in_(self._store.state.language)

    def _take_item(self, item: QListWidgetItem) -> None:
        number = self._list.row(item)
        if 0 <= number < len(self._stops):
            stop = self._stops[number]
            self._take(stop.node, self._list_name(stop))

    def _take(self, place: str, name: str) -> None:
        self._show(name)
        self.chosen.emit(place)

    def _close(self) -> None:
        self._pause.stop()
        self._stops = []
        self._list.hide()

    def _say_row(self) -> None:
        """Tell screen readers the offer in hand."""
        row = self._list.chosen
        if row is None:
            return
        place = self.tr("{number} of {rows}").format(
            number=self._list.currentRow() + 1, rows=self._list.rows
        )
        words = f"{row.spoken}, {place}"
        self.setAccessibleDescription(words)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
