"""Painting one layer into an image of its own."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from hetao_map.geometry.columns import GeometryColumn, IntArray, Kind
from hetao_map.geometry.extent import Extent, union
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.filters import matches
from hetao_map.model.layer import Layer
from hetao_map.model.style import (
    LineSymbolizer,
    PointSymbolizer,
    PolygonSymbolizer,
    Rule,
    Symbolizer,
    TextSymbolizer,
)
from hetao_map.render.paths import painter_paths, pixel_rings
from hetao_map.render.request import (
    RenderRequest,
    RenderResult,
    Stale,
    image_area,
    never_stale,
    new_image,
)
from hetao_map.render.symbols import area_brush, brush, mark_path, pen
from hetao_map.render.theme import Theme

# How far a symbol may reach beyond its feature's bounds.
_BLEED_PX = 24.0
_LOOK_EVERY = 64


def render_layer(request: RenderRequest, stale: Stale = never_stale) -> RenderResult:
    """Paint one layer. Any thread. Touches only its arguments and a new image."""
    viewport, layer = request.viewport, request.layer
    drawing = [
        (column, column.intersecting(_reach(viewport))) for column in layer.geometries.columns
    ]
    count = sum(len(positions) for _, positions in drawing)
    area = image_area(viewport, _extent(drawing), _BLEED_PX)
    if not count or area.isEmpty():
        return RenderResult(viewport)
    image = new_image(area, viewport.device_pixel_ratio)
    painter = QPainter(image)
    painter.translate(-area.topLeft())
    complete = paint_layer(painter, request, drawing, stale)
    painter.end()
    origin = (int(area.left()), int(area.top()))
    return RenderResult(viewport, image, origin, complete, count)


def _reach(viewport: Viewport) -> Extent:
    return viewport.extent.padded(_BLEED_PX * viewport.metres_per_px)


def _extent(drawing: list[tuple[GeometryColumn, IntArray]]) -> Extent | None:
    return union(
        Extent(*column.bounds[positions, :2].min(axis=0), *column.bounds[positions, 2:].max(axis=0))
        for column, positions in drawing
        if len(positions)
    )


def paint_layer(
    painter: QPainter,
    request: RenderRequest,
    drawing: list[tuple[GeometryColumn, IntArray]],
    stale: Stale = never_stale,
) -> bool:
    """Paint the layer's rules in order with a painter in logical pixels of the view.

    Returns False when it was stopped half-way.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for rule, mask in active_rules(request.layer, request.viewport.scale_denominator):
        for symbolizer in rule.symbolizers:
            for column, positions in drawing:
                chosen = positions[mask[column.rows[positions]]]
                if len(chosen) and not _paint(painter, request, symbolizer, column, chosen, stale):
                    return False
    return True


def active_rules(layer: Layer, denominator: float) -> list[tuple[Rule, np.ndarray]]:
    """Return the rules that apply at a scale, each with (rows,) bool of the rows it draws."""
    count = layer.rows
    matched = np.zeros(count, dtype=bool)
    active = []
    for rule in layer.spec.style.rules:
        if not rule.shown_at(denominator):
            continue
        mask = ~matched if rule.is_else else matches(rule.filter, layer.attributes, count)
        matched |= mask
        active.append((rule, mask))
    return active


def _paint(
    painter: QPainter,
    request: RenderRequest,
    symbolizer: Symbolizer,
    column: GeometryColumn,
    positions: IntArray,
    stale: Stale,
) -> bool:
    viewport, theme = request.viewport, request.theme
    match symbolizer:
        case PolygonSymbolizer() if column.kind is Kind.POLYGON:
            painter.setBrush(area_brush(symbolizer, theme))
            painter.setPen(pen(symbolizer.stroke, theme))
            return _paint_paths(painter, column, positions, viewport, stale)
        case LineSymbolizer() if column.kind is not Kind.POINT:
            painter.setBrush(brush(None, theme))
            painter.setPen(pen(symbolizer.stroke, theme))
            return _paint_paths(painter, column, positions, viewport, stale)
        case PointSymbolizer() if column.kind is Kind.POINT:
            return _paint_marks(painter, symbolizer, column, positions, viewport, theme, stale)
        case TextSymbolizer() | _:
            return True


def _paint_paths(
    painter: QPainter,
    column: GeometryColumn,
    positions: IntArray,
    viewport: Viewport,
    stale: Stale,
) -> bool:
    rings = pixel_rings(column, positions, viewport)
    for number, path in enumerate(painter_paths(rings)):
        if number % _LOOK_EVERY == 0 and stale():
            return False
        painter.drawPath(path)
    return True


def _paint_marks(
    painter: QPainter,
    symbolizer: PointSymbolizer,
    column: GeometryColumn,
    positions: IntArray,
    viewport: Viewport,
    theme: Theme,
    stale: Stale,
) -> bool:
    painter.setBrush(brush(symbolizer.fill, theme))
    painter.setPen(pen(symbolizer.stroke, theme))
    path = mark_path(symbolizer.mark, symbolizer.size)
    rings = pixel_rings(column, positions, viewport)
    for number, (x, y) in enumerate(rings.xy.tolist()):
        if number % _LOOK_EVERY == 0 and stale():
            return False
        painter.save()
        painter.translate(x, y)
        if symbolizer.rotation:
            painter.rotate(symbolizer.rotation)
        painter.drawPath(path)
        painter.restore()
    return True


def mark_boxes(layer: Layer, viewport: Viewport) -> list[QRectF]:
    """Return the boxes, in logical pixels, of the marks that the layer draws in the view."""
    boxes = []
    column = layer.geometries.of(Kind.POINT)
    if column is None:
        return []
    positions = column.intersecting(_reach(viewport))
    for rule, mask in active_rules(layer, viewport.scale_denominator):
        sizes = [s.size for s in rule.symbolizers if isinstance(s, PointSymbolizer)]
        if not sizes:
            continue
        half = max(sizes) / 2
        chosen = positions[mask[column.rows[positions]]]
        for x, y in pixel_rings(column, chosen, viewport).xy.tolist():
            boxes.append(QRectF(QPointF(x - half, y - half), QPointF(x + half, y + half)))
    return boxes
