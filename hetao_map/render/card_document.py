"""A card as a document: plain text set with formats, never markup from data.

The information panel shows it, the fact sheet prints it.
"""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextImageFormat,
    QTextLength,
    QTextTable,
    QTextTableCell,
    QTextTableFormat,
)

from hetao_map.model.card import CardRow, CardSection, CardTable, CardValue, InfoCard
from hetao_map.model.knowledge import Source
from hetao_map.render.chart import Inks, chart_of
from hetao_map.text import words
from hetao_map.text.language import Language
from hetao_map.text.plain import is_link

_FIGURE_WIDTH = 44
# Statements stand side by side where each is a figure or a few words.
_MOST_COLUMNS, _COLUMN_WIDTH = 2, 24
_CHART_WIDTH = 296.0
# Periods are short words; the figures beside them need the room.
_FIRST_COLUMN_PERCENT = 22.0
_GUTTER = 14.0
# What happened is a sentence, however short.
_EVENTS = "events"
SOURCE_LINK, NEIGHBOUR_LINK = "source:", "around:"


class CardWriter:
    """Sets a card at a cursor.

    The links that it makes are SOURCE_LINK and a number of sources, NEIGHBOUR_LINK and a
    number of the card's neighbours, or a source's own web address; ratio is that of the
    device's pixels, text_factor enlarges the letters. Nothing of the data is read as markup
    or as a link of another kind.
    """

    def __init__(
        self,
        cursor: QTextCursor,
        inks: Inks,
        language: Language,
        ratio: float = 2.0,
        text_factor: float = 1.0,
    ) -> None:
        self._cursor, self._inks, self._language, self._ratio = cursor, inks, language, ratio
        self._body = _format(13 * text_factor, inks.text)
        self._heading = _format(12 * text_factor, inks.accent, bold=True)
        self._label = _format(12 * text_factor, inks.soft)
        self._figure = _format(15 * text_factor, inks.text, bold=True)
        self._small = _format(11 * text_factor, inks.soft)
        self._link = _format(11 * text_factor, inks.accent)
        self._first = True
        self._charts = 0
        self.sources: list[Source] = []

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
            self._section(section)
        if card.around:
            self._neighbours(card)
        if card.source:
            self._line("", self._small)
            self._source(card.source, card.source_text)

    def _section(self, section: CardSection) -> None:
        self._line(section.title, self._heading, above=20)
        drawn = {table.key for table in section.tables}
        for table in section.tables:
            self._table(table)
        for row in section.rows:
            if row.key not in drawn:
                self._row(row, section)

    def _row(self, row: CardRow, section: CardSection) -> None:
        if row.label and row.label != section.title:
            self._line(row.label, self._label, above=10)
        statements = [list(group) for _, group in groupby(row.values, key=_statement)]
        if 1 < len(statements) <= _MOST_COLUMNS and all(_narrow(group) for group in statements):
            self._beside(statements)
            return
        for group in statements:
            self._statement(group, large=section.id != _EVENTS)

    def _statement(self, group: list[CardValue], *, large: bool = True) -> None:
        """Write one statement with all who make it; large lets a few words stand out."""
        value = group[0]
        if is_link(value.text):
            self._line("", self._body)
            self._anchor(value.text, value.text, self._link, underlined=True)
        elif value.text:
            short = _width(value.text) <= _FIGURE_WIDTH
            self._line(value.text, self._figure if short and large else self._body)
        if value.quote:
            self._line(words.QUOTED.in_(self._language).format(text=value.quote), self._body)
        if value.note:
            self._line(value.note, self._body)
        for each in group:
            if each.valid:
                self._line(each.valid, self._small)
            if each.source is not None:
                self._source(each.source, each.source_text)

    def _beside(self, statements: list[list[CardValue]]) -> None:
        """Write statements that differ in columns, each above its source."""
        table = self._grid(1, len(statements))
        for column, group in enumerate(statements):
            if column:
                _keep_off(table.cellAt(0, column))
            self._enter(table, 0, column)
            self._statement(group)
        self._leave(table)

    def _table(self, table: CardTable) -> None:
        """Write a series: its shape, then each figure, then who says them."""
        self._line(table.label, self._label, above=10)
        self._chart(table)
        named = any(table.categories)
        grid = self._grid(len(table.periods) + named, 1 + len(table.categories))
        if named:
            for column, category in enumerate(table.categories, start=1):
                self._cell(grid, 0, column, category, self._small, right=True)
        for row, (period, cells) in enumerate(zip(table.periods, table.cells, strict=True)):
            self._cell(grid, row + named, 0, period, self._small)
            for column, cell in enumerate(cells, start=1):
                text = cell.text if cell is not None else "–"
                self._cell(grid, row + named, column, text, self._body, right=True)
        self._leave(grid)
        self._notes(table)

    def _notes(self, table: CardTable) -> None:
        """Write what is to be known of single figures, and each source once with its periods."""
        by_source: dict[str, tuple[CardValue, list[str]]] = {}
        notes: dict[str, list[str]] = {}
        for period, cells in zip(table.periods, table.cells, strict=True):
            for cell in cells:
                if cell is None:
                    continue
                if cell.note:
                    notes.setdefault(cell.note, []).append(period)
                if cell.source is not None:
                    by_source.setdefault(cell.source.id, (cell, []))[1].append(period)
        for note, periods in notes.items():
            self._line(f"{self._listed(periods)}{self._language.colon}{note}", self._small)
        for value, periods in by_source.values():
            if value.source is not None:
                self._source(value.source, f"{self._listed(periods)} · {value.source_text}")

    def _chart(self, table: CardTable) -> None:
        name = QUrl(f"chart:{self._charts}")
        self._charts += 1
        image = chart_of(table, self._inks, self._language, _CHART_WIDTH, self._ratio)
        self._document().addResource(QTextDocument.ResourceType.ImageResource.value, name, image)
        self._line("", self._small, above=4)
        shape = QTextImageFormat()
        shape.setName(name.toString())
        shape.setWidth(image.width() / self._ratio)
        shape.setHeight(image.height() / self._ratio)
        self._cursor.insertImage(shape)

    def _neighbours(self, card: InfoCard) -> None:
        self._line(words.AROUND.in_(self._language), self._heading, above=20)
        for number, neighbour in enumerate(card.around):
            self._line("", self._body, above=6)
            self._anchor(neighbour.name, f"{NEIGHBOUR_LINK}{number}", self._body)
            parts = [part for part in (neighbour.where, neighbour.kind) if part]
            self._cursor.insertText("   " + " · ".join(parts), self._small)

    def _source(self, source: Source, text: str) -> None:
        """Write a source as a link to its details, and its address as a link of its own."""
        self.sources.append(source)
        self._line("", self._small)
        self._anchor(text, f"{SOURCE_LINK}{len(self.sources) - 1}", self._small)
        if is_link(source.address):
            self._cursor.insertText(" ", self._small)
            self._anchor("↗", source.address, self._link, underlined=True)

    def _anchor(
        self, text: str, target: str, style: QTextCharFormat, *, underlined: bool = False
    ) -> None:
        link = QTextCharFormat(style)
        link.setAnchor(True)
        link.setAnchorHref(target)
        link.setFontUnderline(underlined)
        link.setToolTip(target if is_link(target) else "")
        self._cursor.insertText(text, link)

    def _grid(self, rows: int, columns: int) -> QTextTable:
        shape = QTextTableFormat()
        shape.setBorder(0)
        shape.setCellPadding(1)
        shape.setCellSpacing(0)
        shape.setTopMargin(2)
        shape.setBottomMargin(2)
        shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
        percent = QTextLength.Type.PercentageLength
        shape.setWidth(QTextLength(percent, 100))
        rest = (100 - _FIRST_COLUMN_PERCENT) / max(columns - 1, 1)
        shares = [_FIRST_COLUMN_PERCENT, *[rest] * (columns - 1)]
        if rows == 1:
            shares = [100 / columns] * columns
        shape.setColumnWidthConstraints([QTextLength(percent, share) for share in shares])
        return self._cursor.insertTable(rows, columns, shape)

    def _enter(self, table: QTextTable, row: int, column: int) -> None:
        self._cursor = table.cellAt(row, column).firstCursorPosition()
        self._first = True

    def _leave(self, table: QTextTable) -> None:
        self._cursor = QTextCursor(table.lastCursorPosition())
        self._cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
        self._first = True

    def _cell(
        self,
        table: QTextTable,
        row: int,
        column: int,
        text: str,
        style: QTextCharFormat,
        *,
        right: bool = False,
    ) -> None:
        self._enter(table, row, column)
        block = QTextBlockFormat()
        side = _RIGHT if right else _LEFT
        block.setAlignment(side)
        self._cursor.setBlockFormat(block)
        self._cursor.insertText(text, style)

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

    def _listed(self, periods: list[str]) -> str:
        return self._language.comma.join(dict.fromkeys(periods))

    def _document(self) -> QTextDocument:
        return self._cursor.document()


_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


def _statement(value: CardValue) -> tuple[str, str, str]:
    """Return what a statement says; who says the same is named below it once more."""
    return value.text, value.quote, value.note


def _keep_off(cell: QTextTableCell) -> None:
    """Leave room between a column and the one before."""
    form = cell.format().toTableCellFormat()
    form.setLeftPadding(_GUTTER)
    cell.setFormat(form)


def _narrow(group: list[CardValue]) -> bool:
    return _width(group[0].text) <= _COLUMN_WIDTH


def _width(text: str) -> int:
    """Return the width of a text in Latin letters: a sentence is not set as large as a figure."""
    return sum(2 if ord(letter) > 0x2E80 else 1 for letter in text)


def _format(size: float, colour: str, *, bold: bool = False) -> QTextCharFormat:
    result = QTextCharFormat()
    result.setProperty(QTextCharFormat.Property.FontPixelSize, round(size))
    result.setForeground(QColor(colour))
    if bold:
        result.setFontWeight(QFont.Weight.DemiBold)
    return result
