"""A layer painted straight onto the paper: shapes stay shapes in a PDF, an SVG or a swatch."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from hetao_map.render.layer import paint_dots, paint_layer, seen_of
from hetao_map.render.request import RenderRequest


def paint_directly(painter: QPainter, request: RenderRequest) -> None:
    """Paint one layer with a painter in logical pixels of the view."""
    viewport = request.viewport
    drawing, dots = seen_of(request.layer, viewport)
    painter.save()
    paint_dots(painter, request, dots, QRectF(0, 0, *viewport.size_px))
    paint_layer(painter, request, drawing)
    painter.restore()
