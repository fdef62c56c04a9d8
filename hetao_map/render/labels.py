"""All labels of a view in one pass: the important ones first, none over another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from hetao_map.geometry.columns import GeometryColumn, Kind
from hetao_map.geometry.extent import Extent, Xy
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.layer import Layer
from hetao_map.model.style import TextSymbolizer
from hetao_map.render.label_text import TextShapes, label_text, symbol_font
from hetao_map.render.layer import active_rules, mark_boxes
from hetao_map.render.line_labels import along
from hetao_map.render.paths import pixel_rings
from hetao_map.render.request import (
    LabelRequest,
    RenderResult,
    Stale,
    never_stale,
    new_image,
)
from hetao_map.render.theme import adapted

# Room kept free around each label, in pixels.
_AIR = 2.0
_LOOK_EVERY = 16


@dataclass(frozen=True, eq=False)
class _Wish:
    """A label that wants a place; spot is the pixel it belongs to."""

    text: str
    symbolizer: TextSymbolizer
    priority: float
    column: GeometryColumn
    position: int
    spot: Xy


@dataclass(frozen=True, eq=False)
class PlacedLabel:
    """A label with its outline in pixels of the view."""

    path: QPainterPath
    symbolizer: TextSymbolizer
    boxes: tuple[QRectF, ...]
    text: str


class _Room:
    """The boxes that are taken, as an array that grows."""

    def __init__(self, view: QRectF, taken: list[QRectF]) -> None:
        self._view = view
        self._boxes = np.empty((max(64, 2 * len(taken)), 4))
        self._count = 0
        for box in taken:
            self.take(box)

    def free(self, box: QRectF) -> bool:
        """Tell whether the box lies in the view and touches no other."""
        if not self._view.contains(box):
            return False
        b = self._boxes[: self._count]
        hit = (b[:, 0] < box.right()) & (b[:, 2] > box.left())
        hit &= (b[:, 1] < box.bottom()) & (b[:, 3] > box.top())
        return not bool(hit.any())

    def take(self, box: QRectF) -> None:
        """Mark the box as taken."""
        if self._count == len(self._boxes):
            self._boxes = np.concatenate([self._boxes, np.empty_like(self._boxes)])
        self._boxes[self._count] = (box.left(), box.top(), box.right(), box.bottom())
        self._count += 1


def render_labels(
    request: LabelRequest, shapes: TextShapes, stale: Stale = never_stale
) -> RenderResult:
    """Paint all labels of a view into an image of its size. Any thread."""
    placed, hidden = place_labels(request, shapes, stale)
    if stale() or not placed:
        return RenderResult(request.viewport, None, (0, 0), not stale(), 0, hidden)
    viewport = request.viewport
    image = new_image(QRectF(0, 0, *viewport.size_px), viewport.device_pixel_ratio)
    painter = QPainter(image)
    paint_labels(painter, request, placed)
    painter.end()
    return RenderResult(viewport, image, (0, 0), True, len(placed), hidden)


def place_labels(
    request: LabelRequest, shapes: TextShapes, stale: Stale = never_stale
) -> tuple[list[PlacedLabel], int]:
    """Return the labels that found room, and how many did not."""
    view = QRectF(0, 0, *request.viewport.size_px)
    marks = [box for layer in request.layers for box in mark_boxes(layer, request.viewport)]
    room = _Room(view.adjusted(2, 2, -2, -2), [*request.taken, *marks])
    wishes = sorted(_wishes(request), key=lambda wish: -wish.priority)
    placed: list[PlacedLabel] = []
    hidden = 0
    for number, wish in enumerate(wishes):
        if number % _LOOK_EVERY == 0 and stale():
            break
        label = _placed(wish, request, shapes, room, view)
        if label is None:
            hidden += 1
            continue
        placed.append(label)
        for box in label.boxes:
            room.take(box)
    return placed, hidden


def paint_labels(painter: QPainter, request: LabelRequest, placed: list[PlacedLabel]) -> None:
    """Paint labels that have their places, halos first so that none covers a neighbour."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for label in placed:
        symbolizer = label.symbolizer
        if symbolizer.halo_color is not None and symbolizer.halo_radius:
            pen = QPen(adapted(symbolizer.halo_color, request.theme), 2 * symbolizer.halo_radius)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.strokePath(label.path, pen)
    for label in placed:
        painter.fillPath(label.path, adapted(label.symbolizer.color, request.theme))


def _wishes(request: LabelRequest) -> Iterator[_Wish]:
    for depth, layer in enumerate(request.layers):
        for rule, mask in active_rules(layer, request.viewport.scale_denominator):
            for symbolizer in rule.symbolizers:
                if isinstance(symbolizer, TextSymbolizer):
                    yield from _layer_wishes(request, layer, symbolizer, mask, depth)


def _layer_wishes(
    request: LabelRequest, layer: Layer, symbolizer: TextSymbolizer, mask: np.ndarray, depth: int
) -> Iterator[_Wish]:
    viewport = request.viewport
    view = QRectF(0, 0, *viewport.size_px)
    ranks = layer.attributes.get(symbolizer.priority_column, ())
    for column in layer.geometries.columns:
        positions = column.intersecting(viewport.extent)
        for position in positions[mask[column.rows[positions]]].tolist():
            row = int(column.rows[position])
            text = label_text(symbolizer, layer, row, request.language)
            spot = _spot(layer, column, position, viewport)
            if text and (symbolizer.follow_line or view.contains(QPointF(*spot))):
                rank = ranks[row] if ranks else None
                extra = float(rank) if isinstance(rank, int | float) else 0.0
                priority = symbolizer.priority + extra + depth / 1000
                yield _Wish(text, symbolizer, priority, column, position, spot)


def _spot(layer: Layer, column: GeometryColumn, position: int, viewport: Viewport) -> Xy:
    """Return the pixel a label belongs to: on the part of an area that is in view."""
    point = layer.point_on(int(column.rows[position]))
    if column.kind is Kind.POLYGON and not viewport.extent.contains(point):
        point = _point_in_view(column, position, viewport) or point
    return viewport.to_px(point)


def _point_in_view(column: GeometryColumn, position: int, viewport: Viewport) -> Xy | None:
    import shapely

    window = viewport.extent
    try:
        shape = shapely.clip_by_rect(
            column.shapes(np.array([position]))[0],
            window.xmin,
            window.ymin,
            window.xmax,
            window.ymax,
        )
        spot = shapely.point_on_surface(shape)
    except shapely.errors.GEOSException:
        return None
    return None if spot.is_empty else (float(spot.x), float(spot.y))


def _corners(extent: Extent) -> tuple[float, float, float, float]:
    return extent.xmin, extent.ymin, extent.xmax, extent.ymax


def _placed(
    wish: _Wish, request: LabelRequest, shapes: TextShapes, room: _Room, view: QRectF
) -> PlacedLabel | None:
    if wish.symbolizer.follow_line and wish.column.kind is Kind.LINE:
        return _placed_along(wish, request, room, view)
    shape = shapes.get(wish.text, wish.symbolizer, request.language)
    for center in _candidates(wish, shape.box):
        box = shape.box.translated(center).adjusted(-_AIR, -_AIR, _AIR, _AIR)
        if room.free(box):
            return PlacedLabel(shape.path.translated(center), wish.symbolizer, (box,), wish.text)
    return None


def _placed_along(
    wish: _Wish, request: LabelRequest, room: _Room, view: QRectF
) -> PlacedLabel | None:
    rings = pixel_rings(wish.column, np.array([wish.position]), request.viewport)
    font = symbol_font(wish.symbolizer, request.language)
    for start, end in zip(rings.offsets[:-1], rings.offsets[1:], strict=True):
        curved = along(
            rings.xy[start:end],
            wish.text,
            font,
            view.adjusted(8, 8, -8, -8),
            wish.symbolizer.line_offset,
        )
        if curved is not None and all(room.free(box) for box in curved.boxes):
            return PlacedLabel(curved.path, wish.symbolizer, tuple(curved.boxes), wish.text)
    return None


def _candidates(wish: _Wish, box: QRectF) -> Iterator[QPointF]:
    """Yield the centres to try: where the style wants it first, then around the spot."""
    symbolizer = wish.symbolizer
    x, y = wish.spot
    dx, dy = symbolizer.displacement
    ax, ay = symbolizer.anchor
    half_w, half_h = box.width() / 2, box.height() / 2
    yield QPointF(x + dx + (0.5 - ax) * box.width(), y - dy - (0.5 - ay) * box.height())
    if wish.column.kind is Kind.POINT:
        reach = max(abs(dx), abs(dy), 4.0)
        yield QPointF(x + reach + half_w, y)
        yield QPointF(x - reach - half_w, y)
        yield QPointF(x, y - reach - half_h)
        yield QPointF(x, y + reach + half_h)
        diagonal = reach * 0.7
        for sign_x, sign_y in ((1, -1), (1, 1), (-1, -1), (-1, 1)):
            yield QPointF(x + sign_x * (diagonal + half_w), y + sign_y * (diagonal + half_h))
    else:
        for step in (1.0, -1.0, 2.0, -2.0):
            yield QPointF(x, y + step * box.height() * 0.8)
