"""What stands around the map: scale bar, north arrow, legend, attribution.

The same on every output: one layout in logical pixels says where each part lies, for those
who paint it and for labels that keep away from it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

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
FIGURES = "figures"


@dataclass(frozen=True, eq=False)
class Part:
    """A part of the furniture: what its look depends on, where it lies and how it is painted.

    All of them depend on the language and the theme as well.
    """

    name: str
    depends: tuple[object, ...]
    boxes: tuple[QRectF, ...]
    paint: Callable[[QPainter, Theme], None]


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
        return tuple(box for part in self.parts for box in part.boxes)

    @property
    def parts(self) -> tuple[Part, ...]:
        """Return what there is to be painted, from the bottom up."""
        parts = (_figures(self), _scale(self), _north(self), _credit_lines(self), _legend(self))
        return tuple(part for part in parts if part.boxes)

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
        north=QPointF(width - _MARGIN - 14, _MARGIN + 22),
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


def paint_furniture(painter: QPainter, furniture: Furniture, theme: Theme) -> None:
    """Paint all parts with a painter in logical pixels."""
    for part in furniture.parts:
        part.paint(painter, theme)


@contextmanager
def _lettered(painter: QPainter, text_font: QFont) -> Iterator[QFontMetricsF]:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(text_font)
    yield QFontMetricsF(text_font)
    painter.restore()


def _figures(furniture: Furniture) -> Part:
    def paint(painter: QPainter, theme: Theme) -> None:
        with _lettered(painter, font(furniture.language, _SMALL_PX)):
            paint_figures(painter, furniture.figures, theme)

    boxes = tuple(_aired(figure.box) for figure in furniture.figures)
    return Part(FIGURES, (furniture.figures,), boxes, paint)


def _scale(furniture: Furniture) -> Part:
    viewport, language = furniture.viewport, furniture.language
    text_font, corner = font(language, _TEXT_PX), furniture.bar_corner
    ground = furniture.surround.ground_metres

    def paint(painter: QPainter, theme: Theme) -> None:
        with _lettered(painter, text_font):
            paint_bar(painter, corner, viewport, theme, language, ground)

    box = bar_box(corner, viewport, QFontMetricsF(text_font), language, ground)
    return Part("scale", (viewport.metres_per_px, ground), (_aired(box),), paint)


def _north(furniture: Furniture) -> Part:
    center, degrees = furniture.north, furniture.surround.north

    def paint(painter: QPainter, theme: Theme) -> None:
        with _lettered(painter, font(furniture.language, _TEXT_PX)):
            _paint_north(painter, center, degrees, theme)

    box = QRectF(center - QPointF(15, 20), QSizeF(30, 50))
    return Part("north", (center, degrees), (_aired(box),), paint)


def _credit_lines(furniture: Furniture) -> Part:
    lines = furniture.credits

    def paint(painter: QPainter, theme: Theme) -> None:
        halo = QColor(*theme.paper, 220)
        with _lettered(painter, font(furniture.language, _TEXT_PX)) as metrics:
            for line, box in lines:
                at = box.topLeft() + QPointF(0, metrics.ascent())
                write(painter, at, line, QColor(*theme.ink, 190), halo)

    return Part("credits", lines, tuple(_aired(box) for _, box in lines), paint)


def _legend(furniture: Furniture) -> Part:
    legend, corner = furniture.legend, furniture.legend_corner
    if legend is None:
        return Part("legend", (), (), lambda _painter, _theme: None)
    resolution = furniture.viewport.metres_per_px

    def paint(painter: QPainter, theme: Theme) -> None:
        with _lettered(painter, font(furniture.language, _TEXT_PX)):
            paint_panel(painter, legend, corner, theme, resolution)

    box = _aired(panel_box(legend, corner))
    return Part("legend", (furniture.surround.legend, resolution, corner), (box,), paint)


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
