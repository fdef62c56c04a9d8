"""The fact sheet of a feature: its map, then its whole card, on as many A4 pages as it takes."""

from __future__ import annotations

import math
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
)

from hetao_map.geometry.paper import page_px
from hetao_map.model.card import InfoCard
from hetao_map.render.card_document import CardWriter
from hetao_map.render.chart import Inks
from hetao_map.render.credits import flowed
from hetao_map.render.fonts import font
from hetao_map.render.lettering import write
from hetao_map.render.pdf import pdf_pages
from hetao_map.render.picture import Picture, paint_map
from hetao_map.render.still_letters import still_letters
from hetao_map.text.language import Language

_PAGE = page_px("A4-portrait")
_MARGIN, _FOOT = 45.0, 40.0
_TITLE_PX, _SUBTITLE_PX, _SMALL_PX = 22, 12, 9
_INKS = Inks("#1F2933", "#52606D", "#00639C", "#C6CED4")
# Charts are images; three pixels for one are 288 dots an inch.
_CHART_RATIO = 3.0
MAP_SIZE_PX = (round(_PAGE[0] - 2 * _MARGIN), 330)


def fact_sheet(card: InfoCard, picture: Picture, edition: str) -> bytes:
    """Return the fact sheet as PDF; the same card and picture give the same bytes.

    picture is a map of MAP_SIZE_PX; edition says what the sheet was made from.
    """
    still_letters()
    sheet = _Pages(card, picture, edition)
    pages = [partial(sheet.paint, number) for number in range(sheet.count)]
    return pdf_pages(_PAGE, card.title, picture.language, pages)


class _Pages:
    """The sheet laid out. The card flows below the head of the first page."""

    def __init__(self, card: InfoCard, picture: Picture, edition: str) -> None:
        self._card, self._picture, self._edition = card, picture, edition
        self._language: Language = picture.language
        self._titles = flowed(card.title, font(self._language, _TITLE_PX, bold=True), self._width)
        self._body = QSizeF(self._width, _PAGE[1] - _MARGIN - _FOOT - 24)
        self._document = self._flowed(self._head_height())
        self.count = max(math.ceil(self._document.size().height() / self._body.height()), 1)

    @property
    def _width(self) -> float:
        return _PAGE[0] - 2 * _MARGIN

    def paint(self, number: int, painter: QPainter) -> None:
        """Paint a page, the first is 0."""
        self._paint_body(painter, number)
        if number == 0:
            self._paint_head(painter)
        self._paint_foot(painter, number)

    def _flowed(self, head: float) -> QTextDocument:
        document = QTextDocument()
        document.setUseDesignMetrics(True)
        document.setDefaultFont(font(self._language, 13))
        document.setDocumentMargin(0)
        cursor = QTextCursor(document)
        room = cursor.blockFormat()
        # The head of the first page is kept free by an empty line as tall as it.
        room.setLineHeight(head, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor.setBlockFormat(room)
        cursor.insertBlock()
        CardWriter(cursor, _INKS, self._language, _CHART_RATIO).write(self._card)
        document.setPageSize(self._body)
        return document

    def _head_height(self) -> float:
        return len(self._titles) * _TITLE_PX * 1.3 + 2 * _SUBTITLE_PX * 1.5 + MAP_SIZE_PX[1] + 20

    def _paint_head(self, painter: QPainter) -> None:
        ink, soft = QColor(_INKS.text), QColor(_INKS.soft)
        y = _MARGIN
        painter.setFont(font(self._language, _TITLE_PX, bold=True))
        for line in self._titles:
            write(painter, QPointF(_MARGIN, y + _TITLE_PX), line, ink)
            y += _TITLE_PX * 1.3
        painter.setFont(font(self._language, _SUBTITLE_PX))
        card = self._card
        kind = [part for part in (card.kind or card.layer_title, card.status_text) if part]
        for parts in (card.other_names, kind):
            y += _SUBTITLE_PX * 1.5
            line = QFontMetricsF(painter.font()).elidedText(
                " · ".join(parts), Qt.TextElideMode.ElideRight, self._width
            )
            write(painter, QPointF(_MARGIN, y - 3), line, soft)
        self._paint_map(painter, QRectF(QPointF(_MARGIN, y + 8), QSizeF(*MAP_SIZE_PX)))

    def _paint_map(self, painter: QPainter, frame: QRectF) -> None:
        painter.save()
        painter.setClipRect(frame)
        painter.translate(frame.topLeft())
        paint_map(painter, self._picture)
        painter.restore()
        painter.setPen(QPen(QColor(_INKS.line), 1))
        painter.drawRect(frame)

    def _paint_body(self, painter: QPainter, number: int) -> None:
        height = self._body.height()
        painter.save()
        painter.translate(_MARGIN, _MARGIN - number * height)
        self._document.drawContents(painter, QRectF(0, number * height, self._width, height))
        painter.restore()

    def _paint_foot(self, painter: QPainter, number: int) -> None:
        top = _PAGE[1] - _FOOT
        painter.setPen(QPen(QColor(_INKS.line), 1))
        painter.drawLine(QPointF(_MARGIN, top - 14), QPointF(_PAGE[0] - _MARGIN, top - 14))
        painter.setFont(font(self._language, _SMALL_PX))
        write(painter, QPointF(_MARGIN, top), self._edition, QColor(_INKS.soft))
        page = f"{number + 1} / {self.count}"
        width = QFontMetricsF(painter.font()).horizontalAdvance(page)
        write(painter, QPointF(_PAGE[0] - _MARGIN - width, top), page, QColor(_INKS.soft))
