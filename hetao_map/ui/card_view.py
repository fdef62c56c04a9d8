"""The body of a card as a document: plain text set with formats, never markup from data."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import QUrl
from PySide6.QtGui import (
    QColor,
    QDesktopServices,
    QFont,
    QImage,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextBrowser

from hetao_map.model.card import CardRow, CardValue, InfoCard
from hetao_map.query.card_text import source_line
from hetao_map.render.theme import Theme
from hetao_map.text import words
from hetao_map.text.language import Language
from hetao_map.text.plain import is_link
from hetao_map.ui.look import colours

_FIGURE_WIDTH = 44


class CardView(QTextBrowser):
    """Shows summary, figures and sources. A source's address opens only when it is clicked."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.anchorClicked.connect(_open)
        self.document().setDocumentMargin(14)

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        """Return an empty picture: no text makes the view read a file or a page."""
        return QImage()

    def show_card(self, card: InfoCard, theme: Theme, language: Language) -> None:
        """Replace the text by that of a card."""
        self.setUpdatesEnabled(False)
        self.clear()
        _Writer(QTextCursor(self.document()), colours(theme), language).write(card)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.setUpdatesEnabled(True)


def _open(url: QUrl) -> None:
    """Open a web address in the person's browser; nothing else is ever opened."""
    if is_link(url.toString()):
        QDesktopServices.openUrl(url)


class _Writer:
    """Sets a card at a cursor."""

    def __init__(self, cursor: QTextCursor, colour: dict[str, str], language: Language) -> None:
        self._cursor, self._language = cursor, language
        self._body = _format(13, colour["text"])
        self._heading = _format(12, colour["accent"], bold=True)
        self._label = _format(12, colour["soft"])
        self._figure = _format(15, colour["text"], bold=True)
        self._small = _format(11, colour["soft"])
        self._link = _format(11, colour["accent"])
        self._first = True

    def write(self, card: InfoCard) -> None:
        """Write all of the card but its title."""
        if card.summary:
            self._line(card.summary, self._body, spacing=135)
        self._line(card.coordinates, self._small, above=8)
        if card.position:
            self._line(card.position, self._small)
        if card.aliases:
            label = words.ALSO_CALLED.in_(self._language)
            self._line(f"{label}{self._language.colon}{' / '.join(card.aliases)}", self._small)
        for section in card.sections:
            self._line(section.title, self._heading, above=20)
            for row in section.rows:
                self._row(row)
        if card.source:
            self._line("", self._small)
            self._source(CardValue("", source=card.source))

    def _row(self, row: CardRow) -> None:
        self._line(row.label, self._label, above=10)
        for shown, group in groupby(row.values, key=lambda v: (v.text, v.quote, v.note)):
            text, quote, note = shown
            self._line(text, self._figure if _short(text) else self._body)
            if quote:
                self._line(words.QUOTED.in_(self._language).format(text=quote), self._body)
            if note:
                self._line(note, self._body)
            for value in group:
                if value.valid:
                    self._line(value.valid, self._small)
                self._source(value)

    def _source(self, value: CardValue) -> None:
        if value.source is None:
            return
        line = source_line(value.source, value.as_of_text, self._language)
        self._line(line, self._small)
        if is_link(value.source.address):
            link = QTextCharFormat(self._link)
            link.setAnchor(True)
            link.setAnchorHref(value.source.address)
            link.setFontUnderline(True)
            link.setToolTip(value.source.address)
            self._cursor.insertText(" ↗", link)

    def _line(self, text: str, style: QTextCharFormat, above: int = 2, spacing: int = 120) -> None:
        block = QTextBlockFormat()
        block.setTopMargin(above)
        block.setLineHeight(spacing, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if self._first:
            self._cursor.setBlockFormat(block)
            self._first = False
        else:
            self._cursor.insertBlock(block)
        self._cursor.insertText(text, style)


def _short(text: str) -> bool:
    """Tell whether a value reads as a figure; a sentence is not set large."""
    return sum(2 if ord(letter) > 0x2E80 else 1 for letter in text) <= _FIGURE_WIDTH


def _format(size: int, colour: str, *, bold: bool = False) -> QTextCharFormat:
    result = QTextCharFormat()
    result.setProperty(QTextCharFormat.Property.FontPixelSize, size)
    result.setForeground(QColor(colour))
    if bold:
        result.setFontWeight(QFont.Weight.DemiBold)
    return result
