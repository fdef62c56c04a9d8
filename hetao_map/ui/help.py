"""Help: how things are done, and all keys as the commands have them."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QKeySequence,
    QShortcut,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QDialog, QLineEdit, QTextBrowser, QVBoxLayout, QWidget

from hetao_map.model.state import MapState
from hetao_map.resources import asset
from hetao_map.session.store import Store
from hetao_map.ui.commands import Commands, Entry, plain_words
from hetao_map.ui.look import colours, px, theme_of
from hetao_map.ui.plain_label import plain_label

_LONGEST = 200


class HelpDialog(QDialog):
    """Lies beside the map while one tries things out. Ctrl+F finds in it."""

    def __init__(self, parent: QWidget, commands: Commands, store: Store) -> None:
        super().__init__(parent)
        self._commands, self._store = commands, store
        self._find, self._text = QLineEdit(), _Pages()
        self._none = plain_label("soft")
        self._none.hide()
        self._find.setClearButtonEnabled(True)
        self._find.setMaxLength(_LONGEST)
        self._find.textEdited.connect(lambda _text: self._none.hide())
        self._find.returnPressed.connect(self._find_next)
        self._find.textEdited.connect(lambda _text: self._find_first())
        QShortcut(QKeySequence.StandardKey.Find, self, self._take_find)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 14, 14, 14)
        layout.addWidget(self._find)
        layout.addWidget(self._none)
        layout.addWidget(self._text, 1)
        self.resize(560, 620)
        self.retranslate()
        store.changed.connect(self._apply)
        self._text.setFocus()

    def retranslate(self) -> None:
        """Take over the language's words."""
        self.setWindowTitle(self.tr("Help"))
        self._find.setPlaceholderText(self.tr("Find in the help"))
        self._find.setAccessibleName(self.tr("Find in the help"))
        self._none.setText(self.tr("No matches in the help."))
        self._text.setAccessibleName(self.tr("Help"))
        page = asset(f"help/{self._store.state.language.suffix}.md").read_text(encoding="utf-8")
        self._text.setMarkdown(f"{filled(page, self._commands)}\n{self._keys()}")
        inks = colours(theme_of(self._store.state.theme))
        _set_type(self._text.document(), inks["accent"])
        _set_tables(self._text.document(), inks["line"])

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _keys(self) -> str:
        """Return all keys as a table, made from the commands themselves."""
        title = self.tr("All keys")
        heads = self.tr("Keys"), self.tr("Command")
        lines = [f"\n## {title}", "", f"| {heads[0]} | {heads[1]} |", "| --- | --- |"]
        for entry in self._commands.entries():
            if keys := _keys(entry):
                lines.append(f"| **{_literal(keys)}** | {_literal(_way(entry))} |")
        return "\n".join(lines)

    def _apply(self, old: MapState, new: MapState) -> None:
        if (old.text_size, old.theme) != (new.text_size, new.theme):
            self.retranslate()

    def _take_find(self) -> None:
        self._find.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._find.selectAll()

    def _find_first(self) -> None:
        self._text.moveCursor(QTextCursor.MoveOperation.Start)
        self._find_next()

    def _find_next(self) -> None:
        text = self._find.text()
        if not text or self._text.find(text):
            return
        # From the top again.
        self._text.moveCursor(QTextCursor.MoveOperation.Start)
        self._none.setVisible(not self._text.find(text, QTextDocument.FindFlag(0)))


class _Pages(QTextBrowser):
    """The help's own text; it follows no link and reads no file."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.document().setDocumentMargin(12)

    def loadResource(self, _kind: int, _name: object) -> object:
        """Return an empty picture: no text makes the view read a file or a page."""
        return QImage()


def _set_type(document: QTextDocument, accent: str) -> None:
    """Give headings and lines the sizes and distances of the window's other texts."""
    block = document.begin()
    while block.isValid():
        level = block.blockFormat().headingLevel()
        cursor = QTextCursor(block)
        form = QTextBlockFormat()
        form.setTopMargin(16 if level > 1 else 2)
        form.setBottomMargin(6 if level == 1 else 2)
        form.setLineHeight(130, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.mergeBlockFormat(form)
        if level:
            letters = QTextCharFormat()
            letters.setFontWeight(QFont.Weight.Bold)
            letters.setProperty(QTextFormat.Property.FontPixelSize, px(19 if level == 1 else 14))
            if level > 1:
                letters.setForeground(QColor(accent))
            cursor.movePosition(
                QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor
            )
            cursor.setCharFormat(letters)
        block = block.next()


def _set_tables(document: QTextDocument, line: str) -> None:
    """Give tables thin lines and the whole width."""
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            form = frame.format()
            form.setBorder(1)
            form.setBorderBrush(QColor(line))
            # Markdown's tables are sunk: half of their lines would be white on white.
            form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
            form.setBorderCollapse(True)
            form.setCellPadding(4)
            form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
            frame.setFormat(form)


def filled(page: str, commands: Commands) -> str:
    """Return a page with the way to each {command} and its {command:keys} as they are now.

    Raises KeyError for a command that there is not.
    """
    entries = {entry.id: entry for entry in commands.entries()}

    def words(found: re.Match[str]) -> str:
        entry = entries[found[1]]
        return _literal(_keys(entry) if found[2] else _way(entry))

    return re.sub(r"\{(\w+)(:keys)?\}", words, page)


def _keys(entry: Entry) -> str:
    """Return the keys of a command, the first two of them."""
    form = QKeySequence.SequenceFormat.NativeText
    return " / ".join(key.toString(form) for key in entry.action.shortcuts()[:2])


def _way(entry: Entry) -> str:
    """Return the menus that lead to a command, and its name."""
    # No line begins with the arrow.
    return "\u00a0› ".join((*entry.path, plain_words(entry.action.text()).rstrip("… ")))


def _literal(text: str) -> str:
    """Return a text that Markdown leaves as it is."""
    return "".join(f"\\{letter}" if letter in "\\`*_{}[]()<>#+-!|" else letter for letter in text)
