"""Areas filled with lines or marks: painted as shapes, so that they stay sharp on paper."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPen

from hetao_map.geometry.viewport import Viewport
from hetao_map.model.style import Hatch, MarkFill
from hetao_map.render.marks import MarkPainter, mark_box
from hetao_map.render.theme import Theme, adapted

_CLOSEST_LINES_PX = 2.0
_CLOSEST_MARKS_PX = 4.0
_MOST_MARKS = 20_000


def paint_pattern(
    painter: QPainter,
    path: QPainterPath,
    pattern: Hatch | MarkFill,
    viewport: Viewport,
    theme: Theme,
) -> None:
    """Paint the pattern inside a path, both in logical pixels of the view.

    The pattern lies still on the ground: neighbours share its lines, and panning moves it.
    """
    box = path.boundingRect() & QRectF(0, 0, *viewport.size_px).adjusted(-64, -64, 64, 64)
    if box.isEmpty():
        return
    painter.save()
    painter.setClipPath(path)
    if isinstance(pattern, Hatch):
        _paint_hatch(painter, box, pattern, viewport, theme)
    else:
        _paint_marks(painter, box, pattern, viewport, theme)
    painter.restore()


def _origin(viewport: Viewport) -> tuple[float, float]:
    """Return the pixel of the map's origin: where every pattern begins."""
    return viewport.to_px((0.0, 0.0))


def _paint_hatch(
    painter: QPainter, box: QRectF, hatch: Hatch, viewport: Viewport, theme: Theme
) -> None:
    spacing = max(hatch.spacing, _CLOSEST_LINES_PX)
    painter.setPen(QPen(adapted(hatch.color, theme), max(hatch.width, 0.1)))
    for angle in hatch.angles:
        painter.drawLines(list(_lines(box, math.radians(angle), spacing, _origin(viewport))))


def _lines(
    box: QRectF, angle: float, spacing: float, origin: tuple[float, float]
) -> Iterator[QLineF]:
    """Yield the parallels through a box, at whole spacings from the origin."""
    along = math.cos(angle), -math.sin(angle)
    across = -along[1], along[0]
    center = box.center().x() - origin[0], box.center().y() - origin[1]
    reach = math.hypot(box.width(), box.height()) / 2
    middle = center[0] * across[0] + center[1] * across[1]
    at = center[0] * along[0] + center[1] * along[1]
    first = math.ceil((middle - reach) / spacing)
    for number in range(first, math.floor((middle + reach) / spacing) + 1):
        x = origin[0] + across[0] * number * spacing
        y = origin[1] + across[1] * number * spacing
        start, end = at - reach, at + reach
        yield QLineF(
            x + along[0] * start, y + along[1] * start, x + along[0] * end, y + along[1] * end
        )


def _paint_marks(
    painter: QPainter, box: QRectF, pattern: MarkFill, viewport: Viewport, theme: Theme
) -> None:
    step_x, step_y = (max(step, _CLOSEST_MARKS_PX) for step in pattern.spacing)
    own = mark_box(pattern.mark)
    area = box.adjusted(-own.right(), -own.bottom(), -own.left(), -own.top())
    while area.width() * area.height() / (step_x * step_y) > _MOST_MARKS:
        step_x, step_y = step_x * 2, step_y * 2
    x0, y0 = _origin(viewport)
    marks = MarkPainter(painter, pattern.mark, theme)
    for y in _grid(area.top(), area.bottom(), step_y, y0):
        for x in _grid(area.left(), area.right(), step_x, x0):
            marks.paint(x, y)


def _grid(low: float, high: float, step: float, origin: float) -> list[float]:
    first, last = math.ceil((low - origin) / step), math.floor((high - origin) / step)
    numbers: list[float] = (origin + np.arange(first, last + 1) * step).tolist()
    return numbers
