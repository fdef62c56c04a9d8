"""What stands around the map: scale bar, north arrow, legend, attribution.

The same on every output: one layout in logical pixels says where each part lies, for those
who paint it and for labels that keep away from it.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from hetao_map.geometry.columns import FloatArray
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.surround import Surround
from hetao_map.render.corners import NO_MARKS, best_corner
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
_NORTH_PX = QSizeF(30, 50)
_PLATE_ALPHA = 215
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
    bar: QRectF = field(default_factory=QRectF)
    legend_corner: QPointF = field(default_factory=QPointF)

    @property
    def boxes(self) -> tuple[QRectF, ...]:
        """Return what is covered, with a little air around it."""
        return tuple(box for part in self.parts for box in part.boxes)

    @property
    def parts(self) -> tuple[Part, ...]:
        """Return what there is to be painted, from the bottom up."""
        parts = (_figures(self), _scale(self), _north(self), _credit_lines(self), _legend(self))
        return tuple(part for part in parts if part.boxes)


def _aired(box: QRectF) -> QRectF:
    return box.adjusted(-_AIR, -_AIR, _AIR, _AIR)


def furniture_of(
    viewport: Viewport,
    language: Language,
    surround: Surround,
    marks: FloatArray = NO_MARKS,
    taken: Sequence[QRectF] = (),
) -> Furniture:
    """Lay out what the surround holds; an empty part of it takes no room.

    marks: (n, 3) x, y and size in pixels of what legend and scale bar leave free where another
    corner allows it. taken are boxes where no figure of the grid may lie.
    """
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
    plain = _in_corners(plain, marks)
    if not lines:
        return plain
    figures = grid_figures(lines, viewport, font(language, _SMALL_PX), (*plain.boxes, *taken))
    return replace(plain, figures=tuple(figures))


def _in_corners(plain: Furniture, marks: FloatArray) -> Furniture:
    """Return the furniture with its legend and its scale bar where they cover the fewest marks."""
    view = QRectF(0, 0, *plain.viewport.size_px)
    fixed = [box for part in (_north(plain), _credit_lines(plain)) for box in part.boxes]
    metrics = QFontMetricsF(font(plain.language, _TEXT_PX))
    bar = bar_box(QPointF(), plain.viewport, metrics, plain.language, plain.surround.ground_metres)
    bar = _corners(bar.size(), plain)[2]
    if plain.legend is not None:
        panel = panel_box(plain.legend, QPointF()).size()
        box = best_corner(_corners(panel, plain), view, [*fixed, _aired(bar)], marks)
        fixed.append(_aired(box))
        plain = replace(plain, legend_corner=box.topLeft())
    low = _corners(bar.size(), plain)[2:]
    return replace(plain, bar=best_corner(low, view, fixed, marks))


def _corners(size: QSizeF, plain: Furniture) -> tuple[QRectF, ...]:
    """Return where a part may lie: at the upper left and right, the lower left and right."""
    width, height = plain.viewport.size_px
    right, bottom = width - _MARGIN - size.width(), height - _MARGIN - size.height()
    above = min((box.top() for _, box in plain.credits), default=height)
    beside = plain.north.x() - _NORTH_PX.width() / 2 - _MARGIN - size.width()
    places = (
        (_MARGIN, _MARGIN),
        (beside, _MARGIN),
        (_MARGIN, bottom),
        (right, min(bottom, above - _MARGIN - size.height())),
    )
    return tuple(QRectF(QPointF(x, y), size) for x, y in places)


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


def _paint_plate(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """Paint a quiet ground, so that what lies on the map below does not mix with the letters."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(*theme.paper, _PLATE_ALPHA))
    painter.drawRoundedRect(box, _AIR, _AIR)


def _scale(furniture: Furniture) -> Part:
    viewport, language = furniture.viewport, furniture.language
    text_font, corner = font(language, _TEXT_PX), furniture.bar.bottomLeft()
    ground, box = furniture.surround.ground_metres, _aired(furniture.bar)

    def paint(painter: QPainter, theme: Theme) -> None:
        with _lettered(painter, text_font):
            _paint_plate(painter, box, theme)
            paint_bar(painter, corner, viewport, theme, language, ground)

    return Part("scale", (viewport.metres_per_px, ground, corner), (box,), paint)


def _north(furniture: Furniture) -> Part:
    center, degrees = furniture.north, furniture.surround.north
    box = _aired(QRectF(center - QPointF(_NORTH_PX.width() / 2, 20), _NORTH_PX))

    def paint(painter: QPainter, theme: Theme) -> None:
        with _lettered(painter, font(furniture.language, _TEXT_PX)):
            _paint_plate(painter, box, theme)
            _paint_north(painter, center, degrees, theme)

    return Part("north", (center, degrees), (box,), paint)


def _credit_lines(furniture: Furniture) -> Part:
    lines = furniture.credits
    if not lines:
        return Part("credits", (), (), lambda _painter, _theme: None)
    whole = _aired(functools.reduce(QRectF.united, (box for _, box in lines)))

    def paint(painter: QPainter, theme: Theme) -> None:
        with _lettered(painter, font(furniture.language, _TEXT_PX)) as metrics:
            _paint_plate(painter, whole, theme)
            for line, box in lines:
                at = box.topLeft() + QPointF(0, metrics.ascent())
                write(painter, at, line, QColor(*theme.ink, 215))

    return Part("credits", lines, (whole,), paint)


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
    write(painter, center + QPointF(-half, 25), "N", ink)
