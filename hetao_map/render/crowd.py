"""Features too small, or too close to each other, to be drawn one by one."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from hetao_map.geometry.columns import Blocks, Kind, Strips
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.filters import Mask
from hetao_map.model.layer import Stale
from hetao_map.model.rules import rule_masks
from hetao_map.model.style import LineSymbolizer, PointSymbolizer, Symbolizer
from hetao_map.model.units import in_pixels
from hetao_map.render.blocks import device_boxes, paint_blocks
from hetao_map.render.coverage import draw_pixels, draw_tinted, stripped
from hetao_map.render.dense import draw_lines
from hetao_map.render.dots import binned, dot_area, dot_color
from hetao_map.render.paths import pixel_rings, to_pixels
from hetao_map.render.placed_marks import has_marks, paint_marks
from hetao_map.render.request import RenderRequest
from hetao_map.render.seen import Seen
from hetao_map.render.symbols import pen

_WIDEST_STRIP_PX = 3.0


def paint_crowd(
    painter: QPainter, request: RenderRequest, seen: Seen, area: QRectF, stale: Stale
) -> bool:
    """Paint what has no shape of its own into an area of the view; below all that has one.

    A feature smaller than a pixel darkens the pixel its middle falls into. Returns False when
    it was stopped half-way.
    """
    if not (seen.dots or seen.strips or seen.blocks):
        return True
    resolution = request.viewport.metres_per_px
    for symbolizer, mask in _drawn(request):
        if isinstance(symbolizer, PointSymbolizer):
            if not _paint_middles(painter, request, symbolizer, seen, mask, stale):
                return False
            continue
        for group in seen.dots:
            color = dot_color(symbolizer, group.kind, request.theme)
            if color is not None:
                xy = group.xy if mask.all() else group.xy[mask[group.rows]]
                ink = dot_area(symbolizer, group.span, resolution)
                pixels = binned(xy, ink, request.viewport, area, color, stale)
                draw_pixels(painter, area.topLeft(), pixels, request.viewport.device_pixel_ratio)
        for strips in seen.strips:
            if isinstance(symbolizer, LineSymbolizer):
                chosen = strips if mask.all() else _of_rule(strips, mask)
                _paint_strips(painter, request, symbolizer, chosen, area, stale)
        for blocks in seen.blocks:
            chosen_blocks = blocks if mask.all() else _blocks_of_rule(blocks, mask)
            paint_blocks(painter, request, symbolizer, chosen_blocks, area, stale)
        if stale():
            return False
    return True


def _paint_middles(
    painter: QPainter,
    request: RenderRequest,
    symbolizer: PointSymbolizer,
    seen: Seen,
    mask: Mask,
    stale: Stale,
) -> bool:
    """Paint a mark in the middle of each feature: it has its size however small the feature is."""
    viewport = request.viewport
    mark = in_pixels(symbolizer, viewport.metres_per_px)
    groups = [(group.kind, group.xy, group.rows) for group in seen.dots]
    groups += [(Kind.LINE, _middles(strips.bounds), strips.rows) for strips in seen.strips]
    groups += [(Kind.POLYGON, _middles(blocks.bounds), blocks.rows) for blocks in seen.blocks]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for kind, middles, rows in groups:
        if has_marks(symbolizer, kind):
            xy = to_pixels(middles[mask[rows]], viewport)
            if not paint_marks(painter, mark, xy, viewport, request.theme, stale):
                return False
    return True


def _middles(bounds: np.ndarray) -> np.ndarray:
    middles: np.ndarray = (bounds[:, :2] + bounds[:, 2:]) / 2
    return middles


def _drawn(request: RenderRequest) -> Iterator[tuple[Symbolizer, Mask]]:
    for rule, mask in rule_masks(request.layer, request.viewport.scale_denominator):
        for symbolizer in rule.symbolizers:
            yield symbolizer, mask


def _of_rule(strips: Strips, mask: Mask) -> Strips:
    chosen = mask[strips.rows]
    return Strips(strips.bounds[chosen], strips.rows[chosen])


def _blocks_of_rule(blocks: Blocks, mask: Mask) -> Blocks:
    chosen = mask[blocks.rows]
    return Blocks(blocks.bounds[chosen], blocks.rows[chosen])


def _paint_strips(
    painter: QPainter,
    request: RenderRequest,
    symbolizer: LineSymbolizer,
    strips: Strips,
    area: QRectF,
    stale: Stale,
) -> None:
    stroke = pen(in_pixels(symbolizer, request.viewport.metres_per_px).stroke, request.theme)
    if not len(strips.rows) or stroke.style() is Qt.PenStyle.NoPen:
        return
    if stroke.style() is Qt.PenStyle.SolidLine and stroke.widthF() <= _WIDEST_STRIP_PX:
        _cover_strips(painter, stroke, strips, request.viewport, area)
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(stroke)
    column = strips.lines()
    draw_lines(painter, pixel_rings(column, np.arange(len(column)), request.viewport), stale)


def _cover_strips(
    painter: QPainter, stroke: QPen, strips: Strips, viewport: Viewport, area: QRectF
) -> None:
    ratio, color = viewport.device_pixel_ratio, stroke.color()
    size = (max(round(area.width() * ratio), 1), max(round(area.height() * ratio), 1))
    boxes = device_boxes(strips.bounds, viewport, area)
    opacity = stripped(boxes, stroke.widthF() * ratio, color.alphaF(), size)
    draw_tinted(painter, area.topLeft(), opacity, color, ratio)
