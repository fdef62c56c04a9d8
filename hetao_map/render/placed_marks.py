"""The marks of a layer at their places: one by one, or stamped where they are thousands."""

from __future__ import annotations

import functools
from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from hetao_map.geometry.columns import FloatArray, GeometryColumn, IntArray, Kind
from hetao_map.geometry.extent import Extent
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.layer import Layer, Stale
from hetao_map.model.rules import rule_masks
from hetao_map.model.style import PointSymbolizer, Symbolizer
from hetao_map.model.units import in_pixels
from hetao_map.render.bleed import reach_of, reach_px
from hetao_map.render.dense import STAMPED_FROM, stamp
from hetao_map.render.marks import MarkPainter, mark_box, mark_image
from hetao_map.render.paths import pixel_points, to_pixels
from hetao_map.render.request import never_stale
from hetao_map.render.theme import Theme

_LOOK_EVERY = 64
_NO_MARKS: FloatArray = np.empty((0, 3))


def mark_points(column: GeometryColumn, positions: IntArray, viewport: Viewport) -> FloatArray:
    """Return (n, 2) the logical pixels at which marks of features are drawn.

    A point has its mark where it is, each of several has one; an area at its centroid, a line at
    its middle. Source: OGC 05-077r4, Symbology Encoding 1.1, section 11.3.
    """
    if column.kind is Kind.POINT:
        return pixel_points(column, positions, viewport)
    from hetao_map.geometry.inside import middles_of

    return to_pixels(middles_of(column, positions), viewport)


def has_marks(symbolizer: Symbolizer, kind: Kind) -> bool:
    """Tell whether a symbolizer draws a mark for a geometry of a kind."""
    if not isinstance(symbolizer, PointSymbolizer):
        return False
    return kind is Kind.POINT or not symbolizer.points_only


def paint_marks(
    painter: QPainter,
    mark: PointSymbolizer,
    xy: FloatArray,
    viewport: Viewport,
    theme: Theme,
    stale: Stale = never_stale,
) -> bool:
    """Paint a mark, sized in pixels, at (n, 2) logical pixels; False when stopped half-way."""
    if len(xy) >= STAMPED_FROM and isinstance(painter.device(), QImage):
        return stamp(painter, mark_image(mark, theme, viewport), xy, stale)
    marks = MarkPainter(painter, mark, theme)
    for number, (x, y) in enumerate(xy.tolist()):
        if number % _LOOK_EVERY == 0 and stale():
            return False
        marks.paint(x, y)
    return True


def mark_boxes(layer: Layer, viewport: Viewport) -> list[QRectF]:
    """Return the boxes, in logical pixels, of the marks that the layer draws in the view."""
    boxes = []
    for marks, xy in _placed(layer, viewport, reach_of(layer, viewport)):
        whole = functools.reduce(QRectF.united, map(mark_box, marks))
        boxes += [whole.translated(x, y) for x, y in xy.tolist()]
    return boxes


def mark_sizes(layer: Layer, viewport: Viewport) -> FloatArray:
    """Return (n, 3) the marks that the layer draws in the view: x, y and their pixels across.

    A feature that several rules draw has a mark of each.
    """
    sizes = [_NO_MARKS]
    for marks, xy in _placed(layer, viewport, viewport.extent):
        across = np.full(len(xy), max(mark.size for mark in marks))
        sizes.append(np.column_stack([xy, across]))
    return np.concatenate(sizes)


def mark_reaches(layer: Layer, viewport: Viewport) -> FloatArray:
    """Return (rows,) the pixels that the marks of a feature reach from its points, 0 for none."""
    reaches = np.zeros(layer.rows)
    for rule, mask in rule_masks(layer, viewport.scale_denominator):
        for symbolizer in rule.symbolizers:
            if has_marks(symbolizer, Kind.POINT):
                reach = reach_px(symbolizer, viewport.metres_per_px)
                reaches[mask] = np.maximum(reaches[mask], reach)
    return reaches


def _placed(
    layer: Layer, viewport: Viewport, extent: Extent
) -> Iterator[tuple[list[PointSymbolizer], FloatArray]]:
    """Yield the marks of each rule, sized in pixels, and (n, 2) the pixels they are drawn at."""
    for rule, mask in rule_masks(layer, viewport.scale_denominator):
        marks = [s for s in rule.symbolizers if isinstance(s, PointSymbolizer)]
        for column in layer.geometries.columns if marks else ():
            own = [
                in_pixels(mark, viewport.metres_per_px)
                for mark in marks
                if has_marks(mark, column.kind)
            ]
            positions = column.intersecting(extent) if own else np.empty(0, dtype=np.int64)
            chosen = positions[mask[column.rows[positions]]]
            if len(chosen):
                yield own, mark_points(column, chosen, viewport)
