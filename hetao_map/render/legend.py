"""The legend on a picture or a page: samples beside their titles, in columns where it is long."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from hetao_map.model.surround import LegendRow
from hetao_map.render.fonts import font
from hetao_map.render.lettering import write
from hetao_map.render.swatch import SWATCH_PX, paint_swatch
from hetao_map.render.theme import Theme
from hetao_map.text import words
from hetao_map.text.language import Language

_TEXT_PX, _HEADING_PX = 11, 13
_HEADING_HEIGHT = 24.0
_GAP = 8.0
_BETWEEN = 18.0
_WIDEST_TEXT = 230.0
_NARROWEST = 80.0
# How far lines stand in below the name of their layer.
_INDENT = 10.0
# Heights of a row to try, the most comfortable first.
_ROW_HEIGHTS = (19.0, 18.0, 17.0, 16.0, 15.0, 14.0)
_PADDING = 10.0


@dataclass(frozen=True, eq=False)
class LegendBlock:
    """A legend laid out; size is in logical pixels, left_out how many rows found no room."""

    rows: tuple[LegendRow, ...]
    language: Language
    per_column: int
    row_height: float
    column_width: float
    left_out: int = 0

    @property
    def size(self) -> QSizeF:
        """Return what it covers."""
        lines = len(self.rows) + bool(self.left_out)
        columns = max(math.ceil(lines / self.per_column), 1)
        width = columns * (self.column_width + _BETWEEN) - _BETWEEN
        return QSizeF(width, _HEADING_HEIGHT + min(lines, self.per_column) * self.row_height)


def legend_block(
    rows: Sequence[LegendRow], language: Language, room: QSizeF, *, low: bool = False
) -> LegendBlock | None:
    """Return the legend laid out within room, None where it has no row or not even one fits.

    low spreads it over the width, else it takes as few columns as it can.
    """
    lowest = _HEADING_HEIGHT + _ROW_HEIGHTS[-1]
    if not rows or room.width() < _NARROWEST or room.height() < lowest:
        return None
    width = min(_column_width(rows, language), room.width())
    most = max(math.floor((room.width() + _BETWEEN) / (width + _BETWEEN)), 1)
    for height in _ROW_HEIGHTS:
        fitting = math.floor((room.height() - _HEADING_HEIGHT) / height)
        if fitting * most >= len(rows):
            per_column = math.ceil(len(rows) / most) if low else fitting
            return LegendBlock(tuple(rows), language, per_column, height, width)
    kept = fitting * most - 1
    # A name of a layer without its lines says nothing.
    kept -= kept > 0 and rows[kept - 1].is_heading
    left_out = sum(not row.is_heading for row in rows[kept:])
    return LegendBlock(tuple(rows[:kept]), language, fitting, height, width, left_out)


def _column_width(rows: Sequence[LegendRow], language: Language) -> float:
    metrics = QFontMetricsF(font(language, _TEXT_PX))
    widest = max(metrics.horizontalAdvance(row.title) for row in rows)
    indent = _INDENT * any(row.is_heading for row in rows)
    return math.ceil(indent + SWATCH_PX[0] + _GAP + min(widest, _WIDEST_TEXT)) + 1.0


def paint_legend(
    painter: QPainter, block: LegendBlock, at: QPointF, theme: Theme, metres_per_px: float
) -> None:
    """Paint the legend with its upper left corner at a point in logical pixels."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font(block.language, _HEADING_PX, bold=True))
    ink = QColor(*theme.ink)
    write(painter, at + QPointF(0, _HEADING_PX), words.LEGEND.in_(block.language), ink)
    text_font = font(block.language, _TEXT_PX)
    painter.setFont(text_font)
    headed = {row.layer for row in block.rows if row.is_heading}
    for number, row in enumerate(block.rows):
        box = QRectF(at + _place(block, number), _row_size(block))
        if row.layer in headed and not row.is_heading:
            box.setLeft(box.left() + _INDENT)
        _paint_row(painter, block, row, box, theme, metres_per_px)
    if block.left_out:
        more = words.LEGEND_MORE.in_(block.language).format(n=block.left_out)
        box = QRectF(at + _place(block, len(block.rows)), _row_size(block))
        _write_title(painter, more, box, text_font, ink)
    painter.restore()


def _place(block: LegendBlock, number: int) -> QPointF:
    column, row = divmod(number, block.per_column)
    x = column * (block.column_width + _BETWEEN)
    return QPointF(x, _HEADING_HEIGHT + row * block.row_height)


def _row_size(block: LegendBlock) -> QSizeF:
    return QSizeF(block.column_width, block.row_height)


def _paint_row(
    painter: QPainter,
    block: LegendBlock,
    row: LegendRow,
    box: QRectF,
    theme: Theme,
    metres_per_px: float,
) -> None:
    ink = QColor(*theme.ink)
    if row.is_heading:
        _write_title(painter, row.title, box, font(block.language, _TEXT_PX, bold=True), ink, 0.0)
        return
    width, height = SWATCH_PX
    sample = QRectF(box.left(), box.center().y() - height / 2, width, height)
    painter.setOpacity(row.opacity)
    paint_swatch(painter, sample, row, theme, metres_per_px)
    painter.setOpacity(1.0)
    _write_title(painter, row.title, box, font(block.language, _TEXT_PX), ink)


def _write_title(
    painter: QPainter,
    title: str,
    box: QRectF,
    text_font: QFont,
    ink: QColor,
    indent: float = SWATCH_PX[0] + _GAP,
) -> None:
    metrics = QFontMetricsF(text_font)
    room = box.width() - indent
    text = metrics.elidedText(title, Qt.TextElideMode.ElideRight, room + 1)
    painter.setFont(text_font)
    baseline = box.center().y() + metrics.capHeight() / 2
    write(painter, QPointF(box.left() + indent, baseline), text, ink)


def panel_box(block: LegendBlock, corner: QPointF) -> QRectF:
    """Return the box of a legend that lies on the map, around its upper left corner."""
    return QRectF(corner, block.size + QSizeF(2 * _PADDING, 2 * _PADDING - 4))


def paint_panel(
    painter: QPainter, block: LegendBlock, corner: QPointF, theme: Theme, metres_per_px: float
) -> None:
    """Paint the legend on a card of its own, for a picture without margins."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(*theme.ink, 60), 0.8))
    painter.setBrush(QColor(*theme.paper))
    painter.drawRoundedRect(panel_box(block, corner), 4, 4)
    painter.restore()
    paint_legend(painter, block, corner + QPointF(_PADDING, _PADDING - 2), theme, metres_per_px)
