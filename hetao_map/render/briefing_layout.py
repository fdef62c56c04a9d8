"""A briefing as pieces for pages: headings, paragraphs, and tables row by row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from PySide6.QtGui import QFontMetricsF

from hetao_map.model.briefing import Briefing, Cell, Cited, Part, Row, Section, Table
from hetao_map.render.page_filling import Piece
from hetao_map.render.set_text import Letters, SetLine, set_lines
from hetao_map.text.language import Language

_INK, _SOFT, _ACCENT = "#1F2933", "#52606D", "#00639C"
SECTION = Letters(17, _ACCENT, bold=True, leading=1.3)
PART = Letters(13, _INK, bold=True, leading=1.35)
BODY, SMALL = Letters(12, _INK), Letters(10, _SOFT, leading=1.38)
LABEL, HEAD = Letters(12, _SOFT), Letters(10, _SOFT, bold=True)
NOTE = Letters(9, _SOFT, leading=1.4)

# How the columns of each table share its width.
_SHARES = {
    Table.PAIRS: (0.2, 0.8),
    Table.FIGURES: (0.25, 0.52, 0.23),
    Table.HOURS: (0.2, 0.5, 0.3),
    Table.HOURS_NOW: (0.15, 0.32, 0.28, 0.25),
    Table.NEAREST: (0.48, 0.26, 0.26),
    Table.WAYS: (0.39, 0.18, 0.23, 0.2),
    Table.FEATURES: (0.44, 0.2, 0.14, 0.22),
    Table.EVENTS: (0.2, 0.8),
    Table.SERIES: (0.2, 0.8),
    Table.SOURCES: (0.06, 0.94),
}
# Tables whose first column says what the others are about.
_LABELLED = (Table.PAIRS, Table.FIGURES, Table.EVENTS, Table.SERIES, Table.SOURCES)
_GUTTER = 12.0
_ABOVE_SECTION, _ABOVE_PART, _ABOVE_TEXT, _ABOVE_TABLE = 26.0, 16.0, 3.0, 6.0
_ROW_PADDING = 3.0
# A paragraph or a row of more lines goes on in another piece, which may stand on the next page.
_MOST_LINES = 30


def pieces_of(briefing: Briefing, width: float) -> list[Piece]:
    """Return all of a briefing but its map, to be set in a column of a width."""
    setter = _Setter(briefing.language, width)
    pieces: list[Piece] = []
    for section in briefing.sections:
        pieces += setter.section(_with_sources(section, briefing))
    return pieces


def _with_sources(section: Section, briefing: Briefing) -> Section:
    """Return the section of sources with its rows: number, then the note in full."""
    if not any(part.table is Table.SOURCES for part in section.parts):
        return section
    rows = tuple(
        ((Cited(f"[{note.number}]"),), (Cited(note.full), *_address(note.address)))
        for note in briefing.notes
    )
    return replace(section, parts=(Part(table=Table.SOURCES, rows=rows),))


def _address(address: str) -> Cell:
    return (Cited(address, soft=True),) if address else ()


class _Setter:
    """Sets the parts of a briefing in lines."""

    def __init__(self, language: Language, width: float) -> None:
        self._language, self._width = language, width

    def section(self, section: Section) -> Iterator[Piece]:
        """Yield the pieces of a section, its heading first."""
        yield self._heading(section.title, SECTION, _ABOVE_SECTION)
        for number, part in enumerate(section.parts):
            if part.title:
                yield self._part_heading(part, first=number == 0)
            for paragraph in part.paragraphs:
                # What introduces a table is not parted from it.
                for piece in self._paragraph(paragraph):
                    yield replace(piece, keeps=bool(part.rows))
            yield from self._table(part)

    def _heading(self, text: str, letters: Letters, above: float) -> Piece:
        lines = self._block([(text, (), letters)], 0.0, self._width)
        return Piece(_height(lines), _placed(lines), above, keeps=True)

    def _part_heading(self, part: Part, *, first: bool) -> Piece:
        """Return the heading with its detail behind it, or below it where there is no room."""
        title = self._block([(part.title, (), PART)], 0.0, self._width)
        detail = self._block([(part.detail, (), SMALL)], 0.0, self._width) if part.detail else []
        above = _ABOVE_TABLE if first else _ABOVE_PART
        width = self._wide(title[-1]) + _GUTTER
        if len(detail) == 1 and width + self._wide(detail[0]) <= self._width:
            behind = replace(_placed(title)[-1], x=width, text=detail[0].text, letters=SMALL)
            return Piece(_height(title), (*_placed(title), behind), above, keeps=True)
        lines = [*title, *detail]
        return Piece(_height(lines), _placed(lines), above, keeps=True)

    def _wide(self, line: _Line) -> float:
        return QFontMetricsF(line.letters.font(self._language)).horizontalAdvance(line.text)

    def _paragraph(self, paragraph: Cited) -> Iterator[Piece]:
        letters = SMALL if paragraph.soft else BODY
        lines = self._block([(paragraph.text, paragraph.notes, letters)], 0.0, self._width)
        for start in range(0, len(lines), _MOST_LINES):
            some = lines[start : start + _MOST_LINES]
            above = 0.0 if start else _ABOVE_TEXT
            yield Piece(_height(some), _placed(some), above, notes=_cited(some, paragraph.notes))

    def _table(self, part: Part) -> Iterator[Piece]:
        if not part.rows:
            return
        head = self._head(part) if part.heads else None
        if head is not None:
            yield head
        for number, row in enumerate(part.rows):
            # Statements under one label stay together, or the label would be missed.
            goes_on = number + 1 < len(part.rows) and not part.rows[number + 1][0]
            for piece in self._row(row, part.table, ruled=bool(number) or head is not None):
                yield replace(piece, head=head, keeps=goes_on)

    def _head(self, part: Part) -> Piece:
        row = tuple((Cited(text),) for text in part.heads)
        columns = self._columns(row, part.table, HEAD)
        lines = tuple(line for column in columns for line in _placed(column))
        return Piece(max(map(_height, columns)) + 2, lines, _ABOVE_TABLE, keeps=True)

    def _row(self, row: Row, table: Table, *, ruled: bool) -> Iterator[Piece]:
        columns = self._columns(row, table)
        longest = max((len(column) for column in columns), default=0)
        for start in range(0, max(longest, 1), _MOST_LINES):
            some = [column[start : start + _MOST_LINES] for column in columns]
            lines = tuple(line for column in some for line in _placed(column, _ROW_PADDING))
            height = max(map(_height, some), default=0.0) + 2 * _ROW_PADDING
            notes = tuple(dict.fromkeys(n for line in lines for n in _numbers(line.marks)))
            yield Piece(height, lines, rule=ruled and not start, notes=notes)

    def _columns(self, row: Row, table: Table, letters: Letters | None = None) -> list[list[_Line]]:
        """Return the lines of each cell."""
        columns, x = [], 0.0
        for number, (cell, share) in enumerate(zip(row, _SHARES[table], strict=False)):
            width = share * self._width
            chosen = letters or (LABEL if number == 0 and table in _LABELLED else BODY)
            texts = [(one.text, one.notes, SMALL if one.soft else chosen) for one in cell]
            columns.append(self._block(texts, x, width - _GUTTER))
            x += width
        return columns

    def _block(
        self, texts: Sequence[tuple[str, tuple[int, ...], Letters]], x: float, width: float
    ) -> list[_Line]:
        return [
            _Line(x, text, letters, marks)
            for whole, notes, letters in texts
            for text, marks in set_lines(whole, notes, letters, self._language, width)
        ]


class _Line:
    """A line whose height on the page is not known yet."""

    def __init__(self, x: float, text: str, letters: Letters, marks: str) -> None:
        self.x, self.text, self.letters, self.marks = x, text, letters, marks


def _height(lines: Sequence[_Line]) -> float:
    return sum(line.letters.line_height for line in lines)


def _placed(lines: Sequence[_Line], top: float = 0.0) -> tuple[SetLine, ...]:
    placed = []
    for line in lines:
        letters = line.letters
        # Letters stand in the middle of their line.
        baseline = top + (letters.line_height + letters.size * 0.72) / 2
        placed.append(SetLine(line.x, baseline, line.text, letters, line.marks))
        top += letters.line_height
    return tuple(placed)


def _cited(lines: Sequence[_Line], notes: tuple[int, ...]) -> tuple[int, ...]:
    return notes if any(line.marks for line in lines) else ()


def _numbers(marks: str) -> list[int]:
    return [int(number) for number in marks.strip("[]").split("][")] if marks else []
