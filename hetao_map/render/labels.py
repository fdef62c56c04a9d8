"""All labels of a view in one pass: the important ones first, none over another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import MappingProxyType

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from hetao_map.geometry.columns import Kind
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.layer import Stale
from hetao_map.model.style import TextSymbolizer
from hetao_map.render.label_crowd import place_crowd
from hetao_map.render.label_places import PlacedLabel, Placing
from hetao_map.render.label_room import Room
from hetao_map.render.label_spots import line_boxes
from hetao_map.render.label_text import TextShape, TextShapes, paint_halo
from hetao_map.render.label_wishes import Wish, wishes
from hetao_map.render.leaders import paint_leader
from hetao_map.render.lettering import fill_text, painting
from hetao_map.render.placed_marks import mark_boxes
from hetao_map.render.request import (
    LabelPlace,
    LabelRequest,
    RenderResult,
    Standing,
    never_stale,
    new_image,
)
from hetao_map.render.sheets import NewImage
from hetao_map.render.theme import adapted


def render_labels(
    request: LabelRequest,
    shapes: TextShapes,
    stale: Stale = never_stale,
    new: NewImage = new_image,
) -> RenderResult:
    """Paint all labels of a view into an image of its size. Any thread."""
    placed, hidden = place_labels(request, shapes, stale)
    if stale() or not placed:
        return RenderResult(request.viewport, None, (0, 0), not stale(), 0, hidden)
    viewport = request.viewport
    image = new(QRectF(0, 0, *viewport.size_px), viewport.device_pixel_ratio)
    with painting(image) as painter:
        paint_labels(painter, request, [label for label in placed if label.straight is None])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_leaders(painter, request, placed)
        for label in placed:
            if label.straight is not None and not stale():
                _stamp(painter, request, label.symbolizer, label.straight, shapes)
    there = standing(viewport, placed)
    return RenderResult(viewport, image, (0, 0), not stale(), len(placed), hidden, there)


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


def standing(viewport: Viewport, placed: Iterable[PlacedLabel]) -> Standing:
    """Return where labels stand, for the next picture of a view that is moved."""
    places = {
        label.key: LabelPlace(
            label.caption,
            tuple((*viewport.to_map((x, y)), angle) for x, y, angle in label.spots),
        )
        for label in placed
    }
    return Standing(viewport.metres_per_px, MappingProxyType(places))


def place_labels(
    request: LabelRequest, shapes: TextShapes, stale: Stale = never_stale
) -> tuple[list[PlacedLabel], int]:
    """Return the labels that found room, and how many did not; none counts twice.

    A label that stood there before keeps its place where that is free. What finds no room by
    its feature is looked at again when all others have theirs. The name of a mark that the
    furniture covers would point at nothing: it has no room.
    """
    view = QRectF(0, 0, *request.viewport.size_px)
    room = Room(view.adjusted(2, 2, -2, -2), (*request.taken, *_obstacles(request, stale)))
    placing = Placing(request, shapes, room, view)
    wanted = wishes(request)
    covered = {wish.key for wish in wanted if _is_covered(wish, request.taken)}
    placed, left = _place([wish for wish in wanted if wish.key not in covered], placing, stale)
    if request.crowd and not stale():
        placed, left = place_crowd(placing, placed, left, stale)
    there = {label.key for label in placed}
    seen = {wish.name for wish in wanted if wish.key in there}
    left += [wish for wish in wanted if wish.key in covered]
    return placed, len({wish.name for wish in left} - seen)


def _is_covered(wish: Wish, taken: Iterable[QRectF]) -> bool:
    spot = QPointF(*wish.spot)
    return wish.column.kind is Kind.POINT and any(box.contains(spot) for box in taken)


def _obstacles(request: LabelRequest, stale: Stale) -> Iterator[QRectF]:
    """Yield the boxes of marks and lines that no label may cover."""
    for layer in request.layers:
        if not stale():
            yield from mark_boxes(layer, request.viewport)
            yield from line_boxes(layer, request.viewport)


def _place(
    wanted: list[Wish], placing: Placing, stale: Stale
) -> tuple[list[PlacedLabel], list[Wish]]:
    """Return the labels that find a place by their features, and the wishes that do not."""
    placed, left = [], []
    for wish in wanted:
        if stale():
            break
        label = placing.by_its_feature(wish)
        if label is None:
            left.append(wish)
            continue
        placed.append(label)
        placing.room.take(*label.covered)
    return placed, left


def paint_labels(painter: QPainter, request: LabelRequest, placed: list[PlacedLabel]) -> None:
    """Paint labels that have their places, halos first so that none covers a neighbour."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_leaders(painter, request, placed)
    for label in placed:
        paint_halo(painter, label.path, label.symbolizer, request.theme)
    for label in placed:
        ink = adapted(label.symbolizer.color, request.theme)
        fill_text(painter, label.path, label.runs, ink)


def _paint_leaders(painter: QPainter, request: LabelRequest, placed: list[PlacedLabel]) -> None:
    for label in placed:
        if label.leader is not None:
            paint_leader(painter, label.leader, label.symbolizer, request.theme)
