"""Where a label may lie, the best place first, and what on the map it must not cover."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

import numpy as np
import shapely
from PySide6.QtCore import QPointF, QRectF

from hetao_map.geometry.columns import FloatArray, GeometryColumn, Kind
from hetao_map.geometry.extent import Xy
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.layer import Layer
from hetao_map.model.rules import rule_masks
from hetao_map.model.style import LineSymbolizer, TextSymbolizer
from hetao_map.model.units import in_pixels
from hetao_map.render.paths import pixel_rings

_LEAST_REACH_PX = 4.0
# Between a mark and its label, whose own air is a part of it.
_GAP_PX = 3.0
# Parts of a line where its label may lie, the middle first.
_ALONG = (0.5, 0.35, 0.65, 0.2, 0.8)
_STEP_PX = 8.0
_MOST_BOXES = 4000


@lru_cache(maxsize=256)
def beside_mark(symbolizer: TextSymbolizer, reach: float) -> TextSymbolizer:
    """Return a label that keeps off the mark of its own feature, which reaches so many pixels.

    Many styles say no distance, or one from the point and not from the mark. The way is that of
    the style, else the one the anchor speaks of.
    """
    dx, dy = symbolizer.displacement
    far, needed = max(abs(dx), abs(dy)), reach + _GAP_PX
    if not reach or far >= needed:
        return symbolizer
    x, y = (dx / far, dy / far) if far else _away(symbolizer.anchor)
    return replace(symbolizer, displacement=(x * needed, y * needed))


def _away(anchor: Xy) -> Xy:
    """Return the way from a point to a label whose anchor lies on it; to the right where the
    anchor is its middle.
    """
    x, y = (0.0 if part == 0.5 else math.copysign(1.0, 0.5 - part) for part in anchor)
    return (x, 0.0) if x else (0.0, y) if y else (1.0, 0.0)


def label_centers(
    symbolizer: TextSymbolizer, kind: Kind, spots: list[Xy], box: QRectF
) -> Iterator[QPointF]:
    """Yield the centres to try for a label with a box around (0, 0).

    spots: the pixels the label belongs to, the best first; a point and an area have one. First
    comes where the style wants it, then the places around.
    """
    dx, dy = symbolizer.displacement
    ax, ay = symbolizer.anchor
    if kind is Kind.POLYGON and symbolizer.max_displacement:
        # A name around the middle of an area is best on it.
        ax = ay = 0.5
    for x, y in spots:
        yield QPointF(x + dx + (0.5 - ax) * box.width(), y - dy - (0.5 - ay) * box.height())
    for x, y in spots:
        if kind is Kind.POLYGON:
            yield from (QPointF(x + a, y + b) for a, b in _near(box))
        else:
            least = _STEP_PX / 2 + _GAP_PX if kind is Kind.LINE else _LEAST_REACH_PX
            reach = max(abs(dx), abs(dy), least)
            # Beside a slanted line there is room a little farther off.
            for far in (reach, 1.5 * reach) if kind is Kind.LINE else (reach,):
                yield from (QPointF(x + a, y + b) for a, b in _around(far, box))


def _around(reach: float, box: QRectF) -> Iterator[Xy]:
    """Yield ways from a point to the centre of a label beside, above, below and at a slant."""
    half_w, half_h = box.width() / 2, box.height() / 2
    side, above = reach + half_w, reach + half_h
    yield from ((side, 0), (-side, 0), (0, -above), (0, above))
    diagonal = reach * 0.7
    for x, y in ((1, -1), (1, 1), (-1, -1), (-1, 1)):
        yield x * (diagonal + half_w), y * (diagonal + half_h)
    for x, y in ((1, -1), (1, 1), (-1, -1), (-1, 1)):
        yield x * side, y * half_h * 0.7
    for x, y in ((1, -1), (-1, -1), (1, 1), (-1, 1)):
        yield x * half_w * 0.6, y * above


def _near(box: QRectF) -> list[Xy]:
    """Return ways from the middle of an area to places near it, the shortest first."""
    ways = [
        (across * box.width() * 0.3, up * box.height() * 0.3)
        for across in range(-2, 3)
        for up in range(-5, 6)
        if across or up
    ]
    # A name above or below its area's middle is still read as its own, one beside it less so.
    return sorted(ways, key=lambda way: abs(way[0]) * 1.5 + abs(way[1]))


def at_home(
    column: GeometryColumn, position: int, viewport: Viewport, center: QPointF, reach_px: float
) -> bool:
    """Tell whether a label with this centre still reads as the name of its area."""
    if column.kind is not Kind.POLYGON:
        return True
    spot = shapely.Point(viewport.to_map((center.x(), center.y())))
    area = column.shapes(np.array([position]))[0]
    return bool(shapely.distance(area, spot) <= reach_px * viewport.metres_per_px)


def line_spots(column: GeometryColumn, position: int, viewport: Viewport, view: QRectF) -> list[Xy]:
    """Return pixels along the longest piece of a line that lies in the view."""
    rings = pixel_rings(column, np.array([position]), viewport)
    pieces = np.split(rings.xy, rings.offsets[1:-1])
    inside = [run for piece in pieces for run in _runs_inside(_dense(piece), view)]
    if not inside:
        return []
    longest = max(inside, key=len)
    return [tuple(longest[round(part * (len(longest) - 1))].tolist()) for part in _ALONG]


def line_boxes(layer: Layer, viewport: Viewport) -> list[QRectF]:
    """Return boxes along the lines that have labels beside them: no label may cross them.

    Lines whose names follow them, and those without names, may be crossed.
    """
    rules = rule_masks(layer, viewport.scale_denominator)
    named = any(
        isinstance(s, TextSymbolizer) and not s.follow_line for r, _ in rules for s in r.symbolizers
    )
    column = layer.window(viewport.extent, viewport.metres_per_px).geometries.of(Kind.LINE)
    if not named or column is None:
        return []
    view = QRectF(0, 0, *viewport.size_px)
    boxes: list[QRectF] = []
    for rule, mask in rules:
        pens = [in_pixels(s, viewport.metres_per_px).stroke
                for s in rule.symbolizers if isinstance(s, LineSymbolizer)]  # fmt: skip
        positions = column.intersecting(viewport.extent)
        positions = positions[mask[column.rows[positions]]]
        if not pens or not len(positions) or len(boxes) + len(positions) > _MOST_BOXES:
            continue
        half = max(*(pen.width for pen in pens), _STEP_PX) / 2
        rings = pixel_rings(column, positions, viewport)
        for piece in np.split(rings.xy, rings.offsets[1:-1]):
            points = np.concatenate([[[-1, -1]], *_runs_inside(_dense(piece), view)])[1:]
            boxes += [QRectF(x - half, y - half, 2 * half, 2 * half) for x, y in points.tolist()]
    return boxes[:_MOST_BOXES]


def _dense(line: FloatArray) -> FloatArray:
    """Return points along a line, a step apart."""
    distance = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])
    count = int(min(max(distance[-1] / _STEP_PX, 1), _MOST_BOXES)) + 1
    steps = np.linspace(0, distance[-1], count)
    return np.column_stack([np.interp(steps, distance, line[:, axis]) for axis in (0, 1)])


def _runs_inside(points: FloatArray, view: QRectF) -> list[FloatArray]:
    """Return the unbroken rows of points that lie in the view."""
    x, y = points[:, 0], points[:, 1]
    inside = (x >= view.left()) & (x <= view.right()) & (y >= view.top()) & (y <= view.bottom())
    cuts = np.flatnonzero(np.diff(inside)) + 1
    return [
        run
        for run, kept in zip(np.split(points, cuts), np.split(inside, cuts), strict=True)
        if len(run) and kept[0]
    ]
