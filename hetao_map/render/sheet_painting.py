"""Painting a page that is laid out. The same on a picture, in a PDF and in an SVG."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from hetao_map.render.fonts import font
from hetao_map.render.legend import paint_legend
from hetao_map.render.lettering import write
from hetao_map.render.picture import paint_map
from hetao_map.render.sheet import MARGIN, SMALL_PX, SUBTITLE_PX, TITLE_PX, Sheet
from hetao_map.render.theme import Theme


def paint_sheet(painter: QPainter, sheet: Sheet) -> None:
    """Paint the page with a painter in logical pixels."""
    picture, theme = sheet.picture, sheet.picture.theme
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRectF(QPointF(0, 0), QSizeF(*sheet.size_px)), QColor(*theme.paper))
    surround = replace(picture.surround, attribution="", dated="", legend=())
    painter.save()
    painter.translate(sheet.frame.topLeft())
    paint_map(painter, replace(picture, surround=surround) if sheet.framed else picture)
    painter.restore()
    if sheet.framed:
        _paint_around(painter, sheet, theme)


def _paint_around(painter: QPainter, sheet: Sheet, theme: Theme) -> None:
    painter.save()
    _paint_margins(painter, sheet, theme)
    painter.setPen(QPen(QColor(*theme.ink), 0.8))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(sheet.frame)
    _paint_head(painter, sheet, theme)
    if sheet.legend is not None:
        resolution = sheet.picture.viewport.metres_per_px
        paint_legend(painter, sheet.legend, sheet.legend_at, theme, resolution)
    _paint_foot(painter, sheet, theme)
    painter.restore()


def _paint_margins(painter: QPainter, sheet: Sheet, theme: Theme) -> None:
    """Cover what sticks out of the frame; a clip would be lost in an SVG."""
    # Beyond the page as well: its size is no whole number of pixels.
    page, frame = QRectF(-8, -8, sheet.size_px[0] + 16, sheet.size_px[1] + 16), sheet.frame
    for margin in (
        QRectF(page.topLeft(), QPointF(page.right(), frame.top())),
        QRectF(QPointF(page.left(), frame.bottom()), page.bottomRight()),
        QRectF(page.topLeft(), QPointF(frame.left(), page.bottom())),
        QRectF(QPointF(frame.right(), page.top()), page.bottomRight()),
    ):
        painter.fillRect(margin, QColor(*theme.paper))


def _paint_head(painter: QPainter, sheet: Sheet, theme: Theme) -> None:
    picture = sheet.picture
    surround, language = picture.surround, picture.language
    ink, soft = QColor(*theme.ink), QColor(*theme.ink, 190)
    painter.setFont(font(language, sheet.title_px, bold=True))
    write(painter, QPointF(MARGIN, MARGIN + TITLE_PX), sheet.title, ink)
    baseline = MARGIN + TITLE_PX * 1.3 + SUBTITLE_PX * 1.2
    painter.setFont(font(language, SUBTITLE_PX))
    write(painter, QPointF(MARGIN, baseline), surround.subtitle, soft)
    width = QFontMetricsF(painter.font()).horizontalAdvance(surround.dated)
    right = sheet.size_px[0] - MARGIN
    write(painter, QPointF(right - width, baseline), surround.dated, soft)


def _paint_foot(painter: QPainter, sheet: Sheet, theme: Theme) -> None:
    painter.setFont(font(sheet.picture.language, SMALL_PX))
    metrics = QFontMetricsF(painter.font())
    top = sheet.size_px[1] - MARGIN - len(sheet.small_print) * metrics.height()
    for number, line in enumerate(sheet.small_print):
        baseline = top + number * metrics.height() + metrics.ascent()
        write(painter, QPointF(MARGIN, baseline), line, QColor(*theme.ink, 200))
