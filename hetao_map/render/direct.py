"""A layer painted straight onto the paper: shapes stay shapes in a PDF, an SVG or a swatch."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from hetao_map.render.crowd import paint_crowd
from hetao_map.render.layer import paint_layer
from hetao_map.render.request import RenderRequest, never_stale
from hetao_map.render.seen import seen_of


def paint_directly(painter: QPainter, request: RenderRequest) -> None:
    """Paint one layer with a painter in logical pixels of the view."""
    viewport = request.viewport
    seen = seen_of(request.layer, viewport).by_geometry()
    painter.save()
    whole = QRectF(0, 0, *viewport.size_px)
    paint_crowd(painter, request, seen, whole, never_stale)
    paint_layer(painter, request, seen.drawing)
    painter.restore()
