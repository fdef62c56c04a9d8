"""The command palette: every command by a few letters of its name."""

from __future__ import annotations

import functools

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFontMetrics, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from hetao_map.session.store import Store
from hetao_map.text.language import Language
from hetao_map.ui.commands import Commands, Entry, plain_words
from hetao_map.ui.look import colours, theme_of
from hetao_map.ui.palette_match import ranked
from hetao_map.ui.translation import english_of

_ENTRY = Qt.ItemDataRole.UserRole
_ROWS = 10
_WIDTH = 580
_TOP = 64
# Its margins, and as much of the window as is seen below it.
_BELOW = 48
_LANGUAGES = {language.own_name: language.other_names for language in Language}


class Palette(QFrame):
    """Filters while typing; arrows choose, Enter runs, Esc leaves."""

    def __init__(self, window: QWidget, commands: Commands, store: Store) -> None:
        super().__init__(window)
        self.setObjectName("palette")
        self._commands, self._store = commands, store
        self._entries: list[Entry] = []
        self._before: QWidget | None = None
        self._edit, self._list = QLineEdit(), QListWidget()
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setItemDelegate(_EntryPainter(self._list, store))
        self._list.itemClicked.connect(lambda _item: self._run())
        self._edit.textChanged.connect(lambda _text: self._fill())
        self._edit.installEventFilter(self)
        window.installEventFilter(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addWidget(self._edit)
        layout.addWidget(self._list)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Take over the language's words."""
        self.setAccessibleName(self.tr("Command palette"))
        self._edit.setAccessibleName(self.tr("Command"))
        self._edit.setPlaceholderText(self.tr("Type what you want to do"))
        self._list.setAccessibleName(self.tr("Commands"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def open(self) -> None:
        """Show all commands and take the keyboard."""
        if self.isVisible():
            self.leave()
            return
        self._before = self.window().focusWidget()
        self._entries = self._commands.entries()
        self._edit.clear()
        self._fill()
        self.show()
        self.raise_()
        self._edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Hide, and give the keyboard back to where it was."""
        if self.isVisible():
            had_keyboard = self._edit.hasFocus()
            self.hide()
            if self._before is not None and had_keyboard:
                self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Read the keys of the edit; hide when the keyboard goes elsewhere."""
        kind = event.type()
        if watched is self._edit and isinstance(event, QKeyEvent):
            return kind == QEvent.Type.KeyPress and self._take_key(event)
        if watched is self._edit and kind == QEvent.Type.FocusOut:
            self.hide()
        elif kind == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _take_key(self, event: QKeyEvent) -> bool:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1,
                 Qt.Key.Key_PageDown: _ROWS, Qt.Key.Key_PageUp: -_ROWS}  # fmt: skip
        key = Qt.Key(event.key())
        if key in steps:
            self._step(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run()
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.leave()
        else:
            return False
        return True

    def _step(self, step: int) -> None:
        count = self._list.count()
        if count:
            row = self._list.currentRow() + step
            self._choose(row % count if abs(step) == 1 else min(max(row, 0), count - 1))

    def _choose(self, row: int) -> None:
        self._list.setCurrentRow(row)
        # The keyboard stays in the edit: a screen reader is told of the row by hand.
        event = QAccessibleEvent(self._list, QAccessible.Event.Focus)
        event.setChild(row)
        QAccessible.updateAccessibility(event)

    def _fill(self) -> None:
        known = _english(self._store.state.language)
        names = [_names(entry, known) for entry in self._entries]
        self._list.clear()
        for number in ranked(self._edit.text(), names):
            self._list.addItem(_item(self._entries[number]))
        if self._list.count():
            self._list.setCurrentRow(0)
        else:
            none = QListWidgetItem(self.tr("No matching command"))
            none.setFlags(Qt.ItemFlag.NoItemFlags)
            self._list.addItem(none)
        self._place()

    def _place(self) -> None:
        window = self.window()
        width = min(_WIDTH, window.width() - 32)
        self._list.ensurePolished()
        row = self._list.sizeHintForRow(0)
        around = self._edit.sizeHint().height() + _TOP + _BELOW
        room = max((window.height() - around) // row, 1)
        rows = min(max(self._list.count(), 1), _ROWS, room)
        self._list.setFixedHeight(rows * row + 6)
        self.resize(width, self.sizeHint().height())
        self.move((window.width() - width) // 2, _TOP)

    def _run(self) -> None:
        item = self._list.currentItem()
        entry = item.data(_ENTRY) if item else None
        if isinstance(entry, Entry) and entry.action.isEnabled():
            self.leave()
            entry.action.trigger()


@functools.lru_cache(maxsize=3)
def _english(language: Language) -> dict[str, str]:
    known = english_of(language).items()
    return {plain_words(here): plain_words(there) for here, there in known}


def _title(entry: Entry) -> str:
    return plain_words(entry.action.text())


def _names(entry: Entry, english: dict[str, str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the names of a command and of its menus, here and in English; a language's in all."""
    own = _title(entry)
    title = english.get(own, "") or entry.id.replace("_", " ")
    menus = (english.get(name, "") for name in entry.path)
    return (own, title, *_LANGUAGES.get(own, ())), (*entry.path, *menus)


def _item(entry: Entry) -> QListWidgetItem:
    parts = (_title(entry), " › ".join(entry.path), _keys(entry))
    item = QListWidgetItem(", ".join(part for part in parts if part))
    item.setData(_ENTRY, entry)
    if not entry.action.isEnabled():
        item.setFlags(Qt.ItemFlag.NoItemFlags)
    return item


def _keys(entry: Entry) -> str:
    return entry.action.shortcut().toString(entry.action.shortcut().SequenceFormat.NativeText)


class _EntryPainter(QStyledItemDelegate):
    """Paints a command: its name, the way to it in soft ink, its key on the right."""

    def __init__(self, parent: QObject, store: Store) -> None:
        super().__init__(parent)
        self._store = store

    def sizeHint(
        self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return one comfortable row."""
        return QSize(100, option.fontMetrics.height() + 14)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row."""
        entry = index.data(_ENTRY)
        c = colours(theme_of(self._store.state.theme))
        if not isinstance(entry, Entry):
            painter.setPen(c["soft"])
            painter.drawText(option.rect.adjusted(10, 0, -10, 0), _LEFT, index.data())
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.setBrush(option.palette.brush(QPalette.ColorRole.Highlight))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), 5, 5)
        strong = c["on_accent"] if chosen else c["text" if entry.action.isEnabled() else "soft"]
        soft = c["on_accent"] if chosen else c["soft"]
        rect = option.rect.adjusted(10, 0, -10, 0)
        keys = _keys(entry)
        painter.setPen(soft)
        painter.drawText(rect, _RIGHT, keys)
        rect.setRight(rect.right() - option.fontMetrics.horizontalAdvance(keys) - 16)
        self._paint_name(painter, rect, entry, option.fontMetrics, (strong, soft))
        painter.restore()

    @staticmethod
    def _paint_name(
        painter: QPainter, rect: QRect, entry: Entry, metrics: QFontMetrics, inks: tuple[str, str]
    ) -> None:
        tick = "✓ " if entry.action.isChecked() else ""
        name = metrics.elidedText(tick + _title(entry), Qt.TextElideMode.ElideRight, rect.width())
        painter.setPen(inks[0])
        painter.drawText(rect, _LEFT, name)
        rect.setLeft(rect.left() + metrics.horizontalAdvance(name) + 14)
        path = " › ".join(entry.path)
        painter.setPen(inks[1])
        painter.drawText(
            rect, _LEFT, metrics.elidedText(path, Qt.TextElideMode.ElideRight, rect.width())
        )


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
