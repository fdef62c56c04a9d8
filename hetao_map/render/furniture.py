"""What stands around the map: scale bar, north arrow, legend, attribution.

The same on every output: one layout in logical pixels says where each part lies, for those
who paint it and for labels that keep away from it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from hetao_map.geometry.viewport import Viewport
from hetao_map.model.surround import Surround
from hetao_map.render.credits import wrapped
from hetao_map.render.fonts import font
from hetao_map.render.graticule import GridFigure, GridLine, grid_figures, grid_lines, paint_figures
from hetao_map.render.legend import LegendBlock, legend_block, paint_panel, panel_box
from hetao_map.render.lettering import write
from hetao_map.render.scale_bar import LONGEST_PX, bar_box, paint_bar
from hetao_map.render.theme import Theme
from hetao_map.text.language import Language

_MARGIN = 14.0
_TEXT_PX = 11
_SMALL_PX = 10
_AIR = 3.0


@dataclass(frozen=True, eq=False)
class Furniture:
    """Where each part of a view's furniture lies, in logical pixels."""

    viewport: Viewport
    language: Language
    surround: Surround
    north: QPointF
    credits: tuple[tuple[str, QRectF], ...]
    legend: LegendBlock | None
    grid: tuple[GridLine, ...]
    figures: tuple[GridFigure, ...] = ()

    @property
    def boxes(self) -> tuple[QRectF, ...]:
        """Return what is covered, with a little air around it."""
        return (self.scale_box, *self.boxes_without_scale)

    @property
    def scale_box(self) -> QRectF:
        """Return what the scale bar covers, with a little air around it."""
        metrics = QFontMetricsF(font(self.language, _TEXT_PX))
        ground = self.surround.ground_metres
        return _aired(bar_box(self.bar_corner, self.viewport, metrics, self.language, ground))

    @property
    def boxes_without_scale(self) -> tuple[QRectF, ...]:
        """Return what all but the scale bar covers, with a little air around it."""
        return tuple(map(_aired, chain(self._parts(), (f.box for f in self.figures))))

    def _parts(self) -> Iterator[QRectF]:
        yield QRectF(self.north - QPointF(15, 20), QSizeF(30, 50))
        yield from (box for _, box in self.credits)
        if self.legend is not None:
            yield panel_box(self.legend, self.legend_corner)

    @property
    def bar_corner(self) -> QPointF:
        """Return the lower left corner of the scale bar."""
        return QPointF(_MARGIN, self.viewport.size_px[1] - _MARGIN)

    @property
    def legend_corner(self) -> QPointF:
        """Return the upper left corner of the legend."""
        return QPointF(_MARGIN, _MARGIN)


def _aired(box: QRectF) -> QRectF:
    return box.adjusted(-_AIR, -_AIR, _AIR, _AIR)


def furniture_of(viewport: Viewport, language: Language, surround: Surround) -> Furniture:
    """Lay out what the surround holds; an empty part of it takes no room."""
    width, height = viewport.size_px
    room = QSizeF(width * 0.6, height - 5 * _MARGIN - 40)
    lines = grid_lines(viewport, surround.grid) if surround.grid else []
    plain = Furniture(
        viewport=viewport,
        language=language,
        surround=surround,
        north=QPointF(width - _MARGIN - 14, _MARGIN + 22 + (12 if lines else 0)),
        credits=tuple(_credits(viewport, language, surround)),
        legend=legend_block(surround.legend, language, room),
        grid=tuple(lines),
    )
    if not lines:
        return plain
    figures = grid_figures(lines, viewport, font(language, _SMALL_PX), plain.boxes)
    return replace(plain, figures=tuple(figures))


def _credits(
    viewport: Viewport, language: Language, surround: Surround
) -> Iterator[tuple[str, QRectF]]:
    """Yield the lines at the lower right with their boxes: the date, then who is to be named."""
    width, height = viewport.size_px
    text_font = font(language, _TEXT_PX)
    metrics = QFontMetricsF(text_font)
    room = max(width - LONGEST_PX - 5 * _MARGIN, width * 0.3)
    parts = [part for part in surround.attribution.split(" · ") if part]
    lines = [surround.dated] if surround.dated else []
    lines += wrapped(parts, text_font, room)
    for number, line in enumerate(reversed(lines)):
        size = QSizeF(metrics.horizontalAdvance(line), metrics.height())
        bottom = height - 6 - number * metrics.height()
        yield line, QRectF(QPointF(width - _MARGIN - size.width(), bottom - size.height()), size)


def paint_furniture(
    painter: QPainter, furniture: Furniture, theme: Theme, *, scale: bool = True
) -> None:
    """Paint north arrow, attribution, legend and scale bar with a painter in logical pixels."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    viewport, language = furniture.viewport, furniture.language
    painter.setFont(font(language, _SMALL_PX))
    paint_figures(painter, furniture.figures, theme)
    if scale:
        paint_scale(painter, furniture, theme)
    painter.setFont(font(language, _TEXT_PX))
    _paint_north(painter, furniture.north, furniture.surround.north, theme)
    ascent = QFontMetricsF(painter.font()).ascent()
    halo = QColor(*theme.paper, 220)
    for line, box in furniture.credits:
        write(painter, box.topLeft() + QPointF(0, ascent), line, QColor(*theme.ink, 190), halo)
    if furniture.legend is not None:
        corner = furniture.legend_corner
        paint_panel(painter, furniture.legend, corner, theme, viewport.metres_per_px)
    painter.restore()


def paint_scale(painter: QPainter, furniture: Furniture, theme: Theme) -> None:
    """Paint the scale bar with a painter in logical pixels."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font(furniture.language, _TEXT_PX))
    ground = furniture.surround.ground_metres
    viewport, language = furniture.viewport, furniture.language
    paint_bar(painter, furniture.bar_corner, viewport, theme, language, ground)
    painter.restore()


def _paint_north(painter: QPainter, center: QPointF, degrees: float, theme: Theme) -> None:
    """Paint an arrow to true north, which is not quite at the top of a grid."""
    ink, paper = QColor(*theme.ink), QColor(*theme.paper)
    painter.save()
    painter.translate(center)
    painter.rotate(degrees)
    painter.setPen(QPen(paper, 1.2))
    painter.setBrush(ink)
    painter.drawPolygon(
        QPolygonF([QPointF(0, -14), QPointF(7, 11), QPointF(0, 6), QPointF(-7, 11)])
    )
    painter.restore()
    half = QFontMetricsF(painter.font()).horizontalAdvance("N") / 2
    write(painter, center + QPointF(-half, 25), "N", ink, QColor(*theme.paper, 220))
