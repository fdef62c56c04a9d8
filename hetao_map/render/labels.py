"""All labels of a view in one pass: the important ones first, none over another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath

from hetao_map.geometry.columns import GeometryColumn, Kind
from hetao_map.geometry.extent import Xy
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.layer import Layer, Stale
from hetao_map.model.rules import rule_masks
from hetao_map.model.style import TextSymbolizer
from hetao_map.model.units import in_pixels
from hetao_map.render.label_spots import at_home, label_centers, line_boxes, line_spots
from hetao_map.render.label_text import TextShape, TextShapes, label_text, paint_halo, symbol_font
from hetao_map.render.layer import mark_boxes
from hetao_map.render.lettering import Run, fill_text, painting
from hetao_map.render.line_labels import along
from hetao_map.render.paths import pixel_rings
from hetao_map.render.request import LabelRequest, RenderResult, never_stale, new_image
from hetao_map.render.theme import adapted

# Room kept free around each label, in pixels.
_AIR = 2.0


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
    runs: tuple[Run, ...] = ()
    straight: tuple[TextShape, QPointF] | None = None
    """The outline and its centre, where the label is not bent along a line."""


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
    with painting(image) as painter:
        paint_labels(painter, request, [label for label in placed if label.straight is None])
        for label in placed:
            if label.straight is not None and not stale():
                _stamp(painter, request, label.symbolizer, label.straight, shapes)
    return RenderResult(viewport, image, (0, 0), not stale(), len(placed), hidden)


def _stamp(
    painter: QPainter,
    request: LabelRequest,
    symbolizer: TextSymbolizer,
    straight: tuple[TextShape, QPointF],
    shapes: TextShapes,
) -> None:
    """Draw a label from its picture: its rim alone takes a millisecond to paint."""
    shape, center = straight
    ratio = request.viewport.device_pixel_ratio
    picture = shapes.picture(shape, symbolizer, request.theme, ratio)
    corner = center + picture.corner
    whole = QPointF(round(corner.x() * ratio) / ratio, round(corner.y() * ratio) / ratio)
    painter.drawImage(whole, picture.image)


def place_labels(
    request: LabelRequest, shapes: TextShapes, stale: Stale = never_stale
) -> tuple[list[PlacedLabel], int]:
    """Return the labels that found room, and how many did not."""
    view = QRectF(0, 0, *request.viewport.size_px)
    marks = [
        box
        for layer in request.layers
        if not stale()
        for box in mark_boxes(layer, request.viewport)
    ]
    lines = [
        box
        for layer in request.layers
        if not stale()
        for box in line_boxes(layer, request.viewport)
    ]
    room = _Room(view.adjusted(2, 2, -2, -2), [*request.taken, *marks, *lines])
    wishes = sorted(_wishes(request), key=lambda wish: -wish.priority)
    placed: list[PlacedLabel] = []
    hidden = 0
    for wish in wishes:
        if stale():
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
        paint_halo(painter, label.path, label.symbolizer, request.theme)
    for label in placed:
        ink = adapted(label.symbolizer.color, request.theme)
        fill_text(painter, label.path, label.runs, ink)


def _wishes(request: LabelRequest) -> Iterator[_Wish]:
    for depth, layer in enumerate(request.layers):
        for rule, mask in rule_masks(layer, request.viewport.scale_denominator):
            for symbolizer in rule.symbolizers:
                if isinstance(symbolizer, TextSymbolizer):
                    label = in_pixels(symbolizer, request.viewport.metres_per_px)
                    yield from _layer_wishes(request, layer, label, mask, depth)


def _layer_wishes(
    request: LabelRequest, layer: Layer, symbolizer: TextSymbolizer, mask: np.ndarray, depth: int
) -> Iterator[_Wish]:
    viewport = request.viewport
    view = QRectF(0, 0, *viewport.size_px)
    ranks = layer.attributes.get(symbolizer.priority_column, ())
    window = layer.window(viewport.extent, viewport.metres_per_px)
    for column in window.geometries.columns:
        positions = column.intersecting(viewport.extent)
        for position in positions[mask[column.rows[positions]]].tolist():
            row = int(column.rows[position])
            text = label_text(symbolizer, layer, row, request.language)
            spot = _spot(layer, column, position, viewport)
            if text and (column.kind is Kind.LINE or view.contains(QPointF(*spot))):
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


def _placed(
    wish: _Wish, request: LabelRequest, shapes: TextShapes, room: _Room, view: QRectF
) -> PlacedLabel | None:
    if wish.symbolizer.follow_line and wish.column.kind is Kind.LINE:
        return _placed_along(wish, request, room, view)
    shape = shapes.get(wish.text, wish.symbolizer, request.language)
    spots = [wish.spot]
    if wish.column.kind is Kind.LINE:
        spots = line_spots(wish.column, wish.position, request.viewport, view) or spots
    for center in label_centers(wish.symbolizer, wish.column.kind, spots, shape.box):
        box = shape.box.translated(center).adjusted(-_AIR, -_AIR, _AIR, _AIR)
        if room.free(box) and at_home(
            wish.column, wish.position, request.viewport, center, shape.box.height()
        ):
            path = shape.path.translated(center)
            runs = tuple(run.translated(center) for run in shape.runs)
            straight = (shape, QPointF(center))
            return PlacedLabel(path, wish.symbolizer, (box,), wish.text, runs, straight)
    return None


def _placed_along(
    wish: _Wish, request: LabelRequest, room: _Room, view: QRectF
) -> PlacedLabel | None:
    rings = pixel_rings(wish.column, np.array([wish.position]), request.viewport)
    font = symbol_font(wish.symbolizer, request.language)
    for start, end in zip(rings.offsets[:-1], rings.offsets[1:], strict=True):
        options = along(
            rings.xy[start:end],
            wish.text,
            font,
            view.adjusted(8, 8, -8, -8),
            wish.symbolizer.line_offset,
            room.free,
        )
        curved = next(options, None)
        if curved is not None:
            boxes = tuple(curved.boxes)
            return PlacedLabel(curved.path, wish.symbolizer, boxes, wish.text, curved.runs)
    return None
