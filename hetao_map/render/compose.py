"""Putting the pictures of the layers together, with highlight and furniture on top."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

from hetao_map.geometry.columns import Kind
from hetao_map.geometry.extent import Extent, Xy, union
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.dataset import Catalog
from hetao_map.model.feature import FeatureRef
from hetao_map.model.layer import Stale
from hetao_map.render.lettering import is_vector, painting
from hetao_map.render.marks_on_lines import Look, paint_marks_on_line
from hetao_map.render.paths import painter_paths, pixel_rings
from hetao_map.render.pieces import Pieces
from hetao_map.render.request import RenderResult, image_area, never_stale, new_image
from hetao_map.render.theme import Theme

# How far the ring around a symbol, or the line around a shape, reaches beyond the feature.
_HIGHLIGHT_REACH_PX = 17.0
# The ring runs between a port's symbol and its name.
_RING_PX = 12.0


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
        _draw(painter, result.image, target)
    painter.setOpacity(1.0)


def compose(image: QImage, results: Iterable[RenderResult], stale: Stale = never_stale) -> None:
    """Draw pictures of one view, from the bottom up, on an image of that view's pixels."""
    ratio = image.devicePixelRatio()
    # Pixel by pixel, so that nothing is looked at through a scale.
    image.setDevicePixelRatio(1.0)
    with painting(image) as painter:
        for result in results:
            if result.image is not None and not stale():
                painter.setOpacity(result.opacity)
                corner = QPointF(*(round(ratio * place) for place in result.origin))
                _draw(painter, result.image, QRectF(corner, QSizeF(result.size)))
    image.setDevicePixelRatio(ratio)


def _draw(painter: QPainter, image: QImage | Pieces, target: QRectF) -> None:
    if isinstance(image, Pieces):
        image.paint(painter, target)
    else:
        painter.drawImage(target, image)


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
                    painter.drawEllipse(QPointF(x, y), _RING_PX, _RING_PX)
            else:
                for path in painter_paths(rings):
                    painter.drawPath(path)
    painter.restore()


def paint_below_marks(
    painter: QPainter,
    catalog: Catalog,
    ref: FeatureRef | None,
    viewport: Viewport,
    theme: Theme,
    looks: Sequence[Look],
) -> None:
    """Draw a highlight that leaves the marks of the layers below it whole."""
    if is_vector(painter):
        paint_highlight(painter, catalog, ref, viewport, theme)
        paint_marks_on_line(painter, catalog, ref, looks)
    else:
        result = render_highlight(catalog, ref, viewport, theme, looks)
        paint_results(painter, [result], viewport)


def paint_rings(
    painter: QPainter, rings: Iterable[Sequence[Xy]], viewport: Viewport, theme: Theme
) -> None:
    """Draw closed lines of map points as the edge of an area, in the look of a highlight."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for ring in rings:
        outline = QPolygonF([QPointF(*viewport.to_px(point)) for point in ring])
        for pen in _highlight_pens(theme):
            painter.setPen(pen)
            painter.drawPolygon(outline)
    painter.restore()


def render_highlight(
    catalog: Catalog,
    ref: FeatureRef | None,
    viewport: Viewport,
    theme: Theme,
    looks: Sequence[Look] = (),
) -> RenderResult:
    """Return the highlight as a picture of its own, cut to what it shows.

    looks are the layers of the view, whose marks it leaves free.
    """
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
        # The marks are in the picture below: what lies on them is taken away.
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOut)
        paint_marks_on_line(painter, catalog, ref, looks)
    return RenderResult(viewport, image, (int(area.left()), int(area.top())))


def _highlight_pens(theme: Theme) -> tuple[QPen, QPen]:
    """Return a casing and a bright line: seen on any ground and by any eye."""
    casing = QPen(QColor(*theme.ink, 215), 4.2)
    line = QPen(QColor(*theme.accent), 2.2)
    for pen in (casing, line):
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return casing, line
