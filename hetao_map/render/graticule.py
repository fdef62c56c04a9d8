"""A grid of round degrees over the map, with its figures along the edge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from hetao_map.geometry.columns import FloatArray
from hetao_map.geometry.extent import Extent
from hetao_map.geometry.projection import extent_to_lonlat, projected
from hetao_map.geometry.viewport import Viewport
from hetao_map.render.lettering import painting, write
from hetao_map.render.request import RenderResult, new_image
from hetao_map.render.theme import Theme
from hetao_map.text.coordinates import graduation

_STEPS_S = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600)
_STEPS_DEGREES = (2, 5, 10, 15, 30, 45)
_APART_PX = 150.0
_INSET = 4.0


@dataclass(frozen=True, eq=False)
class GridLine:
    """A meridian or parallel. xy: (n, 2) logical pixels, from west to east or south to north."""

    text: str
    xy: FloatArray
    meridian: bool


@dataclass(frozen=True, eq=False)
class GridFigure:
    """A line's figure; box is where it stands in logical pixels."""

    text: str
    box: QRectF


def grid_lines(viewport: Viewport, map_epsg: int) -> list[GridLine]:
    """Return the lines in view, none where the view reaches beyond the globe."""
    area = extent_to_lonlat(viewport.extent, map_epsg)
    corners = (area.xmin, area.ymin, area.xmax, area.ymax)
    if not np.isfinite(corners).all() or area.width <= 0 or area.height <= 0:
        return []
    area = _on_globe(area)
    step = _step(area.width * 3600 / viewport.size_px[0])
    lines = [*_meridians(area, step), *_parallels(area, step)]
    return [
        GridLine(
            graduation(value, "EW" if meridian else "NS", step),
            _pixels(lonlat, viewport, map_epsg),
            meridian,
        )
        for value, lonlat, meridian in lines
    ]


def _on_globe(area: Extent) -> Extent:
    west, east = max(area.xmin, -180.0), min(area.xmax, 180.0)
    return Extent(west, max(area.ymin, -85.0), east, min(area.ymax, 85.0))


def _step(seconds_per_px: float) -> int:
    """Return a round step in seconds of arc that leaves room between two lines."""
    steps = (*_STEPS_S, *(3600 * degrees for degrees in _STEPS_DEGREES))
    wide = (step for step in steps if step / seconds_per_px >= _APART_PX)
    return next(wide, steps[-1])


def _values(low: float, high: float, step: int) -> list[float]:
    first, last = int(np.ceil(low * 3600 / step)), int(np.floor(high * 3600 / step))
    return [number * step / 3600 for number in range(first, last + 1)]


def _meridians(area: Extent, step: int) -> Iterator[tuple[float, FloatArray, bool]]:
    along = np.linspace(area.ymin, area.ymax, 33)
    for lon in _values(area.xmin, area.xmax, step):
        yield lon, np.column_stack([np.full_like(along, lon), along]), True


def _parallels(area: Extent, step: int) -> Iterator[tuple[float, FloatArray, bool]]:
    along = np.linspace(area.xmin, area.xmax, 33)
    for lat in _values(area.ymin, area.ymax, step):
        yield lat, np.column_stack([along, np.full_like(along, lat)]), False


def _pixels(lonlat: FloatArray, viewport: Viewport, map_epsg: int) -> FloatArray:
    xy = projected(lonlat, "EPSG:4326", map_epsg)
    extent, resolution = viewport.extent, viewport.metres_per_px
    return np.column_stack(
        [(xy[:, 0] - extent.xmin) / resolution, (extent.ymax - xy[:, 1]) / resolution]
    )


def grid_figures(
    lines: Iterable[GridLine], viewport: Viewport, font: QFont, taken: Iterable[QRectF]
) -> list[GridFigure]:
    """Return the figures at both ends of each line, without those that would touch a box."""
    width, height = viewport.size_px
    metrics, taken = QFontMetricsF(font), list(taken)
    figures: list[GridFigure] = []
    for line in lines:
        size = (metrics.horizontalAdvance(line.text), metrics.height())
        for edge in (_INSET, (height if line.meridian else width) - _INSET):
            box = _figure_box(line, edge, size)
            inside = QRectF(0, 0, width, height).contains(box)
            if inside and not any(box.intersects(other) for other in taken):
                figures.append(GridFigure(line.text, box))
                taken.append(box)
    return figures


def _figure_box(line: GridLine, edge: float, size: tuple[float, float]) -> QRectF:
    """Return the box beside the line where it crosses the edge, inside of the view."""
    (width, height), (x, y) = size, line.xy.T
    if line.meridian:
        # The line runs from south to north, so y falls; interp wants it to rise.
        across = float(np.interp(edge, y[::-1], x[::-1]))
        return QRectF(across + 3, edge if edge == _INSET else edge - height, width, height)
    across = float(np.interp(edge, x, y))
    return QRectF(edge if edge == _INSET else edge - width, across - height - 1, width, height)


def render_grid(viewport: Viewport, map_epsg: int, theme: Theme) -> RenderResult:
    """Return the lines of a view as a picture of its size, which can be moved with the map."""
    image = new_image(QRectF(0, 0, *viewport.size_px), viewport.device_pixel_ratio)
    with painting(image) as painter:
        paint_grid(painter, grid_lines(viewport, map_epsg), theme)
    return RenderResult(viewport, image)


def paint_grid(painter: QPainter, lines: Iterable[GridLine], theme: Theme) -> None:
    """Paint the lines, thin enough to be overlooked."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(*theme.ink, 90), 0.6))
    for line in lines:
        painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in line.xy.tolist()]))
    painter.restore()


def paint_figures(painter: QPainter, figures: Iterable[GridFigure], theme: Theme) -> None:
    """Write the figures in the painter's font."""
    ascent = QFontMetricsF(painter.font()).ascent()
    ink, halo = QColor(*theme.ink, 210), QColor(*theme.paper, 220)
    for figure in figures:
        write(painter, figure.box.topLeft() + QPointF(0, ascent), figure.text, ink, halo)
