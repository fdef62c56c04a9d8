"""The shapes of marks, and marks put on the map.

Shapes and names are those of SLD; where QGIS has a shape of a name, as in
qgsmarkersymbollayer.cpp, it is QGIS's, so that a style looks alike in both.
"""

from __future__ import annotations

import functools
import math

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPolygonF, QTransform

from hetao_map.geometry.viewport import Viewport
from hetao_map.model.style import PointSymbolizer
from hetao_map.render.glyphs import paint_glyph
from hetao_map.render.lettering import painting
from hetao_map.render.request import new_image
from hetao_map.render.symbols import brush, pen
from hetao_map.render.theme import Theme

_Points = list[tuple[float, float]]

# Corners within -1 to 1, y downwards.
_SHAPES: dict[str, _Points] = {
    "triangle": [(-1, 1), (1, 1), (0, -1)],
    "diamond": [(-1, 0), (0, 1), (1, 0), (0, -1)],
    "arrow": [(0, -1), (0.5, -0.5), (0.25, -0.5), (0.25, 1), (-0.25, 1), (-0.25, -0.5),
              (-0.5, -0.5)],
    "filled_arrowhead": [(0, 0), (-1, 1), (-1, -1)],
    "cross_fill": [(-1, -0.2), (-1, 0.2), (-0.2, 0.2), (-0.2, 1), (0.2, 1), (0.2, 0.2), (1, 0.2),
                   (1, -0.2), (0.2, -0.2), (0.2, -1), (-0.2, -1), (-0.2, -0.2)],
    "half_square": [(-1, -1), (0, -1), (0, 1), (-1, 1)],
    "diagonal_half_square": [(-1, -1), (1, 1), (-1, 1)],
    "right_half_triangle": [(0, 1), (-1, 1), (0, -1)],
    "left_half_triangle": [(0, 1), (1, 1), (0, -1)],
    "quarter_square": [(-1, -1), (0, -1), (0, 0), (-1, 0)],
    "rectangle": [(-1, -0.5), (1, -0.5), (1, 0.5), (-1, 0.5)],
}  # fmt: skip
_SHAPES["square"] = [(-1, -1), (1, -1), (1, 1), (-1, 1)]
# Where QGIS cuts the corners of a square.
_CORNER = 0.6072
_SHAPES["square_with_corners"] = [
    (x * a, y * b)
    for x, y, first in ((-1, -1, 0), (1, -1, 1), (1, 1, 0), (-1, 1, 1))
    for a, b in ([(1, _CORNER), (_CORNER, 1)] if not first else [(_CORNER, 1), (1, _CORNER)])
]
_STROKES: dict[str, list[_Points]] = {
    "cross": [[(-1, 0), (1, 0)], [(0, -1), (0, 1)]],
    "x": [[(-1, -1), (1, 1)], [(1, -1), (-1, 1)]],
    "line": [[(0, -1), (0, 1)]],
    "horline": [[(-1, 0), (1, 0)]],
    "slash": [[(-1, 1), (1, -1)]],
    "backslash": [[(-1, -1), (1, 1)]],
    "arrowhead": [[(-1, -1), (0, 0), (-1, 1)]],
}
_STROKES |= {
    "plus": _STROKES["cross"],
    "times": _STROKES["x"],
    "cross2": _STROKES["x"],
    "vertline": _STROKES["line"],
}
_REGULAR = {"equilateral_triangle": 3, "pentagon": 5, "hexagon": 6}
_STARS = ("star", "regular_star")
# The inner corners of a five-pointed star.
_STAR_WAIST = math.cos(math.radians(72)) / math.cos(math.radians(36))
_ARCS = {"semi_circle": (0, 180), "third_circle": (90, 120), "quarter_circle": (90, 90)}
_ALIASES = {"arrowhead_filled": "filled_arrowhead", "dot": "circle"}


@functools.lru_cache(maxsize=512)
def mark_path(name: str, size: float, filled: bool = False) -> QPainterPath:
    """Return the outline of a well-known mark around (0, 0), size pixels across.

    Crosses are lines, and shapes where they are filled without an edge.
    """
    name = _ALIASES.get(name, name)
    path = QPainterPath()
    if name in _STROKES and not (filled and name in ("cross", "x")):
        for line in _STROKES[name]:
            path.addPolygon(QPolygonF([QPointF(x, y) for x, y in line]))
    elif name == "circle":
        path.addEllipse(QPointF(0, 0), 1, 1)
    elif name in _ARCS:
        path.moveTo(0, 0)
        path.arcTo(QRectF(-1, -1, 2, 2), *_ARCS[name])
        path.closeSubpath()
    else:
        path.addPolygon(QPolygonF([QPointF(x, y) for x, y in _corners(name)]))
        path.closeSubpath()
    turn = 45.0 if name == "x" and filled else 0.0
    return QTransform().scale(size / 2, size / 2).rotate(turn).map(path)


def _corners(name: str) -> _Points:
    if name in _SHAPES:
        return _SHAPES[name]
    if name in _STARS:
        return [_on_circle(n / 10, _STAR_WAIST if n % 2 else 1.0) for n in range(10)]
    if name == "octagon":
        return [_on_circle((n + 0.5) / 8, 1 / math.cos(math.pi / 8)) for n in range(8)]
    if name == "asterisk_fill":
        return _asterisk()
    if name in ("cross", "x"):
        return [(x * 5 / 3 if abs(x) < 1 else x, y * 5 / 3 if abs(y) < 1 else y)
                for x, y in _SHAPES["cross_fill"]]  # fmt: skip
    count = _REGULAR.get(name, 4)
    return [_on_circle(n / count) for n in range(count)]


def _on_circle(turn: float, radius: float = 1.0) -> tuple[float, float]:
    """Return the point a part of a whole turn clockwise from the top."""
    return radius * math.sin(math.tau * turn), -radius * math.cos(math.tau * turn)


def _asterisk() -> _Points:
    """Return eight arms of an even width."""
    half = 0.15
    inner = half / math.sin(math.pi / 8)
    points = []
    for arm in range(8):
        x, y = _on_circle(arm / 8)
        points += [(x + y * half, y - x * half), (x - y * half, y + x * half)]
        points.append(_on_circle((arm + 0.5) / 8, inner))
    return points


def placed_path(mark: PointSymbolizer) -> QPainterPath:
    """Return a mark's outline around its point: turned, anchored and moved."""
    filled = mark.fill is not None and mark.stroke is None
    path = mark_path(mark.mark, round(mark.size, 2), filled)
    return _placing(mark).map(path)


def mark_box(mark: PointSymbolizer) -> QRectF:
    """Return the box that a mark fills around its point, in pixels."""
    half = mark.size / 2
    edge = mark.stroke.width / 2 if mark.stroke and not mark.symbol else 0.0
    box = QRectF(-half, -half, mark.size, mark.size).adjusted(-edge, -edge, edge, edge)
    return _placing(mark).mapRect(box)


def _placing(mark: PointSymbolizer) -> QTransform:
    dx, dy = mark.displacement
    ax, ay = mark.anchor
    moved = QTransform().translate(dx, -dy).rotate(mark.rotation)
    return moved.translate((0.5 - ax) * mark.size, (ay - 0.5) * mark.size)


def _is_lines(mark: PointSymbolizer) -> bool:
    return mark.mark in _STROKES and (mark.stroke is not None or mark.mark not in ("cross", "x"))


class MarkPainter:
    """Paints one mark at many points with one painter."""

    def __init__(self, painter: QPainter, mark: PointSymbolizer, theme: Theme) -> None:
        self._painter, self._mark, self._theme = painter, mark, theme
        self._path = QPainterPath() if mark.symbol else placed_path(mark)
        painter.setBrush(brush(None if _is_lines(mark) else mark.fill, theme))
        painter.setPen(pen(mark.stroke, theme))

    def paint(self, x: float, y: float) -> None:
        """Paint the mark at a point in the painter's pixels."""
        painter = self._painter
        painter.translate(x, y)
        if self._mark.symbol:
            self._paint_glyph()
        else:
            painter.drawPath(self._path)
        painter.translate(-x, -y)

    def _paint_glyph(self) -> None:
        mark, painter = self._mark, self._painter
        half = mark.size / 2
        painter.save()
        painter.setTransform(_placing(mark), combine=True)
        paint_glyph(painter, QRectF(-half, -half, mark.size, mark.size), mark, self._theme)
        painter.restore()


def mark_image(mark: PointSymbolizer, theme: Theme, viewport: Viewport) -> QImage:
    """Return a mark as an image with its point in the middle."""
    box = mark_box(mark)
    reach = max(abs(box.left()), abs(box.right()), abs(box.top()), abs(box.bottom()))
    side = 2 * math.ceil(reach + 1)
    image = new_image(QRectF(0, 0, side, side), viewport.device_pixel_ratio)
    with painting(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        MarkPainter(painter, mark, theme).paint(side / 2, side / 2)
    return image
