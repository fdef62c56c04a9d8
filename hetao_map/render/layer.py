"""Painting one layer into an image of its own."""

from __future__ import annotations

from PySide6.QtGui import QPainter

from hetao_map.geometry.columns import GeometryColumn, IntArray, Kind
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.layer import Stale
from hetao_map.model.rules import rule_masks
from hetao_map.model.style import (
    LineSymbolizer,
    PointSymbolizer,
    PolygonSymbolizer,
    Symbolizer,
    TextSymbolizer,
)
from hetao_map.model.tiles import TileLayer
from hetao_map.model.units import in_pixels
from hetao_map.render.bleed import bleed_px
from hetao_map.render.crowd import paint_crowd
from hetao_map.render.dense import draw_areas, draw_lines, slimmed
from hetao_map.render.lettering import painting
from hetao_map.render.offsets import offset_rings
from hetao_map.render.paths import painter_paths, pixel_rings
from hetao_map.render.patterns import paint_pattern
from hetao_map.render.placed_marks import has_marks, mark_points, paint_marks
from hetao_map.render.request import RenderRequest, RenderResult, image_area, never_stale, new_image
from hetao_map.render.seen import Drawing, seen_of
from hetao_map.render.sheets import NewImage
from hetao_map.render.symbols import brush, pen

_LOOK_EVERY = 64


def render_layer(
    request: RenderRequest, stale: Stale = never_stale, new: NewImage = new_image
) -> RenderResult:
    """Paint one layer. Any thread. Touches only its arguments and a new image."""
    viewport, layer = request.viewport, request.layer
    if isinstance(layer, TileLayer):
        from hetao_map.render.tiles.painting import render_tiles

        return render_tiles(request, layer, stale, new)
    seen = seen_of(layer, viewport, stale)
    bleed = bleed_px(layer, viewport.metres_per_px)
    area = image_area(viewport, seen.extent(), bleed)
    if not seen.count or area.isEmpty() or stale():
        return RenderResult(viewport, complete=not stale())
    image = new(area, viewport.device_pixel_ratio)
    with painting(image) as painter:
        painter.translate(-area.topLeft())
        complete = paint_crowd(painter, request, seen, area, stale)
        complete = complete and paint_layer(painter, request, seen.drawing, stale)
    origin = (int(area.left()), int(area.top()))
    return RenderResult(viewport, image, origin, complete, seen.count)


def paint_layer(
    painter: QPainter,
    request: RenderRequest,
    drawing: Drawing,
    stale: Stale = never_stale,
) -> bool:
    """Paint the layer's rules in order with a painter in logical pixels of the view.

    Returns False when it was stopped half-way.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for rule, mask in rule_masks(request.layer, request.viewport.scale_denominator):
        for symbolizer in rule.symbolizers:
            for column, positions in drawing:
                chosen = positions[mask[column.rows[positions]]]
                if len(chosen) and not _paint(painter, request, symbolizer, column, chosen, stale):
                    return False
    return True


def _paint(
    painter: QPainter,
    request: RenderRequest,
    symbolizer: Symbolizer,
    column: GeometryColumn,
    positions: IntArray,
    stale: Stale,
) -> bool:
    viewport, theme = request.viewport, request.theme
    resolution = viewport.metres_per_px
    match symbolizer:
        case PolygonSymbolizer() if column.kind is Kind.POLYGON:
            area = in_pixels(symbolizer, resolution)
            painter.setBrush(brush(area.fill, theme))
            painter.setPen(pen(area.stroke, theme))
            return _paint_areas(painter, request, area, column, positions, stale)
        case LineSymbolizer() if column.kind is not Kind.POINT:
            line = in_pixels(symbolizer, resolution)
            painter.setBrush(brush(None, theme))
            painter.setPen(pen(line.stroke, theme))
            return _paint_paths(painter, column, positions, viewport, stale, line.offset)
        case PointSymbolizer() if has_marks(symbolizer, column.kind):
            mark = in_pixels(symbolizer, resolution)
            xy = mark_points(column, positions, viewport)
            return paint_marks(painter, mark, xy, viewport, theme, stale)
        case TextSymbolizer() | _:
            return True


def _paint_areas(
    painter: QPainter,
    request: RenderRequest,
    area: PolygonSymbolizer,
    column: GeometryColumn,
    positions: IntArray,
    stale: Stale,
) -> bool:
    """Paint areas with the painter's pen and brush; a pattern lies between ground and edge."""
    viewport = request.viewport
    dx, dy = area.displacement
    painter.translate(dx, -dy)
    if area.pattern is None:
        complete = _paint_paths(painter, column, positions, viewport, stale, area.offset)
    else:
        complete = _paint_patterned(painter, request, area, column, positions, stale)
    painter.translate(-dx, dy)
    return complete


def _paint_patterned(
    painter: QPainter,
    request: RenderRequest,
    area: PolygonSymbolizer,
    column: GeometryColumn,
    positions: IntArray,
    stale: Stale,
) -> bool:
    viewport, theme = request.viewport, request.theme
    rings = offset_rings(pixel_rings(column, positions, viewport), column.kind, area.offset)
    for number, path in enumerate(painter_paths(rings)):
        if number % _LOOK_EVERY == 0 and stale():
            return False
        painter.fillPath(path, brush(area.fill, theme))
        if area.pattern is not None:
            paint_pattern(painter, path, area.pattern, viewport, theme)
        painter.strokePath(path, pen(area.stroke, theme))
    return True


def _paint_paths(
    painter: QPainter,
    column: GeometryColumn,
    positions: IntArray,
    viewport: Viewport,
    stale: Stale,
    offset: float = 0.0,
) -> bool:
    rings = pixel_rings(column, positions, viewport)
    if offset:
        rings = offset_rings(rings, column.kind, offset)
    painter.setPen(slimmed(painter.pen(), len(rings.xy)))
    if column.kind is Kind.POLYGON:
        return draw_areas(painter, rings, stale)
    return draw_lines(painter, rings, stale)
