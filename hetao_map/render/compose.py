"""Putting the pictures of the layers together, with highlight and furniture on top."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from hetao_map.geometry.columns import Kind
from hetao_map.geometry.extent import Extent, union
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.dataset import Catalog
from hetao_map.model.feature import FeatureRef
from hetao_map.render.lettering import painting
from hetao_map.render.paths import painter_paths, pixel_rings
from hetao_map.render.request import RenderResult, image_area, new_image
from hetao_map.render.theme import Theme

# How far the ring around a symbol, or the line around a shape, reaches beyond the feature.
_HIGHLIGHT_REACH_PX = 17.0


def paint_results(painter: QPainter, results: Iterable[RenderResult], now: Viewport) -> None:
    """Draw pictures from the bottom up, moved and scaled to the view where they are older."""
    for result in results:
        if result.image is None:
            continue
        target = result.placed(now)
        same_scale = result.viewport.metres_per_px == now.metres_per_px
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not same_scale)
        if same_scale:
            # Whole device pixels keep the picture sharp while it is moved.
            ratio = now.device_pixel_ratio
            x, y = round(target.x() * ratio) / ratio, round(target.y() * ratio) / ratio
            target.moveTo(x, y)
        painter.setOpacity(result.opacity)
        painter.drawImage(target, result.image)
    painter.setOpacity(1.0)


def paint_highlight(
    painter: QPainter, catalog: Catalog, ref: FeatureRef | None, viewport: Viewport, theme: Theme
) -> None:
    """Draw an outline around one feature, so that the card's subject is seen on the map."""
    layer = catalog.layer(ref.layer) if ref else None
    row = layer.row_of(ref.id) if layer and ref else None
    if layer is None or row is None:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for column, position in layer.pieces(row):
        rings = pixel_rings(column, np.array([position]), viewport)
        for pen in _highlight_pens(theme):
            painter.setPen(pen)
            if column.kind is Kind.POINT:
                for x, y in rings.xy.tolist():
                    painter.drawEllipse(QRectF(x - 13, y - 13, 26, 26))
            else:
                for path in painter_paths(rings):
                    painter.drawPath(path)
    painter.restore()


def render_highlight(
    catalog: Catalog, ref: FeatureRef | None, viewport: Viewport, theme: Theme
) -> RenderResult:
    """Return the highlight as a picture of its own, cut to what it shows."""
    layer = catalog.layer(ref.layer) if ref else None
    row = layer.row_of(ref.id) if layer and ref else None
    if layer is None or row is None:
        return RenderResult(viewport)
    boxes = (column.bounds[position].tolist() for column, position in layer.pieces(row))
    area = image_area(viewport, union(Extent(*box) for box in boxes), _HIGHLIGHT_REACH_PX)
    if area.isEmpty():
        return RenderResult(viewport)
    image = new_image(area, viewport.device_pixel_ratio)
    with painting(image) as painter:
        painter.translate(-area.topLeft())
        paint_highlight(painter, catalog, ref, viewport, theme)
    return RenderResult(viewport, image, (int(area.left()), int(area.top())))


def _highlight_pens(theme: Theme) -> tuple[QPen, QPen]:
    """Return a casing and a bright line: seen on any ground and by any eye."""
    casing = QPen(QColor(*theme.ink, 215), 4.6)
    line = QPen(QColor(*theme.accent), 2.4)
    for pen in (casing, line):
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return casing, line
