"""A briefing as a PDF: a page with its map, then its text on as many A4 pages as it takes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from hetao_map.geometry.paper import page_px
from hetao_map.model.briefing import Briefing
from hetao_map.render.briefing_layout import NOTE, SMALL, pieces_of
from hetao_map.render.fonts import font
from hetao_map.render.lettering import write
from hetao_map.render.page_filling import Page, filled
from hetao_map.render.pdf import pdf_pages
from hetao_map.render.set_text import SetLine, paint_line, set_lines
from hetao_map.render.sheet import MARGIN, Look, Sheet, make_sheet
from hetao_map.render.sheet_painting import paint_sheet
from hetao_map.render.still_letters import still_letters

_PAGE = page_px("A4-portrait")
_MARGIN, _TOP, _FOOT = 57.0, 68.0, 58.0
_WIDTH = _PAGE[0] - 2 * _MARGIN
_HEIGHT = _PAGE[1] - _TOP - _FOOT
_RUNNING, _LINE = "#52606D", "#C6CED4"
# Room over the notes, with the line that parts them from the text.
_OVER_NOTES = 18.0
_NOTES_RULE_PX = 150.0
_BETWEEN_NOTES = "\u2003"


def briefing_pdf(briefing: Briefing, look: Look) -> bytes:
    """Return the briefing as PDF; the same briefing and map give the same bytes.

    look makes the map's picture for a size in logical pixels.
    """
    still_letters()
    sheet = make_sheet(_PAGE, look)
    book = _Book(briefing)
    texts = [partial(book.paint, number=number) for number in range(len(book.pages))]
    first = partial(_paint_map_page, sheet=sheet, book=book)
    return pdf_pages(_PAGE, briefing.title, briefing.language, [first, *texts])


def pages_of(briefing: Briefing) -> list[Page]:
    """Return the pages of text, the map's page excepted."""
    return _Book(briefing).pages


def _paint_map_page(painter: QPainter, sheet: Sheet, book: _Book) -> None:
    paint_sheet(painter, sheet)
    book.paint_foot(painter, 1, MARGIN)


class _Book:
    """The pages of text laid out."""

    def __init__(self, briefing: Briefing) -> None:
        self._briefing, self._language = briefing, briefing.language
        self._notes = {note.number: note for note in briefing.notes}
        self.pages = filled(pieces_of(briefing, _WIDTH), _HEIGHT, self._foot_height)

    def paint(self, painter: QPainter, number: int) -> None:
        """Paint a page of text, the first is 0."""
        page = self.pages[number]
        self._paint_running_title(painter)
        for top, piece in page.placed:
            at = QPointF(_MARGIN, _TOP + top)
            if piece.rule:
                painter.setPen(QPen(QColor(_LINE), 0.6))
                painter.drawLine(at, at + QPointF(_WIDTH, 0))
            for line in piece.lines:
                paint_line(painter, at, line, self._language)
        self._paint_notes(painter, sorted(page.notes))
        self.paint_foot(painter, number + 2)

    def _foot_height(self, numbers: Sequence[int]) -> float:
        if not numbers:
            return 0.0
        return _OVER_NOTES + len(self._note_lines(numbers)) * NOTE.line_height

    def _note_lines(self, numbers: Sequence[int]) -> list[str]:
        """Return the notes of numbers one behind the other, in lines."""
        said = (f"[{number}]\u00a0{self._notes[number].short}" for number in numbers)
        text = _BETWEEN_NOTES.join(said)
        return [line for line, _ in set_lines(text, (), NOTE, self._language, _WIDTH)]

    def _paint_notes(self, painter: QPainter, numbers: Sequence[int]) -> None:
        if not numbers:
            return
        lines = self._note_lines(numbers)
        top = _PAGE[1] - _FOOT - len(lines) * NOTE.line_height
        start = QPointF(_MARGIN, top - 6)
        painter.setPen(QPen(QColor(_LINE), 0.8))
        painter.drawLine(start, start + QPointF(_NOTES_RULE_PX, 0))
        for number, text in enumerate(lines):
            baseline = (number + 0.75) * NOTE.line_height
            paint_line(
                painter, QPointF(_MARGIN, top), SetLine(0, baseline, text, NOTE), self._language
            )

    def _paint_running_title(self, painter: QPainter) -> None:
        metrics = QFontMetricsF(font(self._language, SMALL.size))
        painter.setFont(font(self._language, SMALL.size))
        title = metrics.elidedText(self._briefing.title, Qt.TextElideMode.ElideRight, _WIDTH)
        write(painter, QPointF(_MARGIN, _TOP - 30), title, QColor(_RUNNING))
        painter.setPen(QPen(QColor(_LINE), 0.8))
        painter.drawLine(QPointF(_MARGIN, _TOP - 20), QPointF(_PAGE[0] - _MARGIN, _TOP - 20))

    def paint_foot(self, painter: QPainter, place: int, margin: float = _MARGIN) -> None:
        """Write what the briefing was made from, and the number of a page, the first is 1."""
        painter.setFont(font(self._language, NOTE.size))
        metrics = QFontMetricsF(painter.font())
        baseline = _PAGE[1] - 24
        write(painter, QPointF(margin, baseline), self._briefing.edition, QColor(_RUNNING))
        page = f"{place} / {len(self.pages) + 1}"
        right = _PAGE[0] - margin - metrics.horizontalAdvance(page)
        write(painter, QPointF(right, baseline), page, QColor(_RUNNING))
