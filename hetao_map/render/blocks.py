"""Polygons of a crowd as upright boxes: their edges and what they leave of the ground."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from hetao_map.geometry.columns import Blocks, FloatArray
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.layer import Stale
from hetao_map.model.style import LineSymbolizer, PolygonSymbolizer, Symbolizer
from hetao_map.model.units import in_pixels
from hetao_map.render.coverage import boxed, draw_tinted, over_itself
from hetao_map.render.request import RenderRequest, never_stale
from hetao_map.render.symbols import pen, seen_from_afar
from hetao_map.render.theme import adapted


def paint_blocks(
    painter: QPainter,
    request: RenderRequest,
    symbolizer: Symbolizer,
    blocks: Blocks,
    area: QRectF,
    stale: Stale = never_stale,
) -> None:
    """Paint blocks into an area of the view; a pattern or dashes cannot be seen in them."""
    if not len(blocks.rows):
        return
    resolution = request.viewport.metres_per_px
    fill: QColor | None = None
    match symbolizer:
        case PolygonSymbolizer():
            sized = in_pixels(symbolizer, resolution)
            ground = sized.fill
            if ground is None and sized.pattern is not None:
                ground = seen_from_afar(sized.pattern)
            fill = adapted(ground, request.theme) if ground else None
            edge = pen(sized.stroke, request.theme)
        case LineSymbolizer():
            edge = pen(in_pixels(symbolizer, resolution).stroke, request.theme)
        case _:
            return
    _cover(painter, request.viewport, blocks, area, fill, edge, stale)


def _cover(
    painter: QPainter,
    viewport: Viewport,
    blocks: Blocks,
    area: QRectF,
    fill: QColor | None,
    edge: QPen,
    stale: Stale,
) -> None:
    """Draw the fill of all blocks, then all edges, each half outside and half inside."""
    ratio = viewport.device_pixel_ratio
    size = (max(round(area.width() * ratio), 1), max(round(area.height() * ratio), 1))
    boxes = device_boxes(blocks.bounds, viewport, area)
    if fill is not None:
        opacity = over_itself(boxed(boxes, size, stale), fill.alphaF())
        draw_tinted(painter, area.topLeft(), opacity, fill, ratio)
    if edge.style() is not Qt.PenStyle.NoPen:
        half = edge.widthF() * ratio / 2 * np.array([-1, -1, 1, 1])
        rims = boxed(boxes + half, size, stale) - boxed(boxes - half, size, stale)
        opacity = over_itself(rims, edge.color().alphaF())
        draw_tinted(painter, area.topLeft(), opacity, edge.color(), ratio)


def device_boxes(bounds: FloatArray, viewport: Viewport, area: QRectF) -> FloatArray:
    """Return map boxes as left, top, right, bottom in device pixels of an area of the view."""
    extent, ratio = viewport.extent, viewport.device_pixel_ratio
    per_metre = ratio / viewport.metres_per_px
    boxes = np.empty((4, len(bounds)))
    for target, source in ((0, 0), (2, 2)):
        boxes[target] = (bounds[:, source].astype(np.float64) - extent.xmin) * per_metre
    for target, source in ((1, 3), (3, 1)):
        boxes[target] = (extent.ymax - bounds[:, source].astype(np.float64)) * per_metre
    boxes[::2] -= area.left() * ratio
    boxes[1::2] -= area.top() * ratio
    return boxes.T
