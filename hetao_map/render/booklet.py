"""A story as a booklet: a page for each step, with its map, its words and who says them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from hetao_map.geometry.paper import page_px
from hetao_map.render.credits import flowed
from hetao_map.render.fonts import font
from hetao_map.render.lettering import write
from hetao_map.render.pdf import pdf_pages
from hetao_map.render.picture import Picture, paint_map
from hetao_map.text.language import Language

_PAGE = page_px("A4-landscape")
_MARGIN, _FOOT = 45.0, 34.0
_TITLE_PX, _TEXT_PX, _SMALL_PX = 20, 14, 9
_INK, _SOFT, _LINE = "#1F2933", "#52606D", "#C6CED4"
MAP_SIZE_PX = (round(_PAGE[0] - 2 * _MARGIN), 470)


@dataclass(frozen=True, eq=False)
class BookletPage:
    """A step; picture is a map of MAP_SIZE_PX."""

    title: str
    text: str
    sources: tuple[str, ...]
    picture: Picture


def booklet(title: str, pages: Sequence[BookletPage], edition: str, language: Language) -> bytes:
    """Return the booklet as PDF; the same pages give the same bytes.

    edition says what it was made from.
    """
    painted = [
        partial(_paint, page=page, title=title, place=f"{number} / {len(pages)}", edition=edition)
        for number, page in enumerate(pages, start=1)
    ]
    return pdf_pages(_PAGE, title, language, painted)


def _paint(painter: QPainter, page: BookletPage, title: str, place: str, edition: str) -> None:
    language = page.picture.language
    painter.setFont(font(language, _SMALL_PX + 2))
    write(painter, QPointF(_MARGIN, _MARGIN - 10), title, QColor(_SOFT))
    width = QFontMetricsF(painter.font()).horizontalAdvance(place)
    write(painter, QPointF(_PAGE[0] - _MARGIN - width, _MARGIN - 10), place, QColor(_SOFT))
    _paint_map(painter, page.picture)
    y = _MARGIN + MAP_SIZE_PX[1] + 14
    y = _paint_lines(painter, page.title, (language, _TITLE_PX, True), y, _INK)
    y = _paint_lines(painter, page.text, (language, _TEXT_PX, False), y + 4, _INK)
    for source in page.sources:
        y = _paint_lines(painter, source, (language, _SMALL_PX, False), y + 3, _SOFT)
    painter.setFont(font(language, _SMALL_PX))
    write(painter, QPointF(_MARGIN, _PAGE[1] - _FOOT + 12), edition, QColor(_SOFT))


def _paint_map(painter: QPainter, picture: Picture) -> None:
    frame = QRectF(QPointF(_MARGIN, _MARGIN), QSizeF(*MAP_SIZE_PX))
    painter.save()
    painter.setClipRect(frame)
    painter.translate(frame.topLeft())
    paint_map(painter, picture)
    painter.restore()
    painter.setPen(QPen(QColor(_LINE), 1))
    painter.drawRect(frame)


def _paint_lines(
    painter: QPainter, text: str, letters: tuple[Language, int, bool], y: float, ink: str
) -> float:
    """Write a paragraph below y and return where it ends."""
    language, size, bold = letters
    chosen = font(language, size, bold=bold)
    painter.setFont(chosen)
    for line in flowed(text, chosen, MAP_SIZE_PX[0]):
        y += size * 1.45
        write(painter, QPointF(_MARGIN, y - size * 0.3), line, QColor(ink))
    return y
