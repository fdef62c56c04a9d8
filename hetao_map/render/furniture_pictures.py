"""The furniture of the screen as small pictures, so that a frame need not paint it anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QImage, QPainter, QRegion

from hetao_map.render.furniture import (
    Furniture,
    furniture_of,
    paint_furniture,
    paint_scale,
)
from hetao_map.render.lettering import painting
from hetao_map.render.picture import Picture
from hetao_map.render.request import new_image

# Where a picture lies in logical pixels of the view, and the picture.
Piece = tuple[QPointF, QImage]


class FurniturePictures:
    """Keeps the furniture last painted. Lives on the window's thread."""

    def __init__(self) -> None:
        self._scale: tuple[object, list[Piece]] | None = None
        self._others: tuple[tuple[object, ...], list[Piece]] | None = None

    def paint(self, painter: QPainter, picture: Picture, *, moving: bool) -> None:
        """Paint the furniture in logical pixels of the view.

        The scale bar is always true; while the map moves, the last of all else serves.
        """
        for at, image in (*self._scale_pieces(picture), *self._other_pieces(picture, moving)):
            painter.drawImage(at, image)

    def _scale_pieces(self, picture: Picture) -> list[Piece]:
        resolution, ground = picture.viewport.metres_per_px, picture.surround.ground_metres
        key = (*_look(picture), resolution, ground)
        if self._scale is None or self._scale[0] != key:
            furniture = _furniture(picture)
            area = QRectF(furniture.scale_box.toAlignedRect())
            image = new_image(area, picture.viewport.device_pixel_ratio)
            with painting(image) as painter:
                painter.translate(-area.topLeft())
                paint_scale(painter, furniture, picture.theme)
            self._scale = (key, [(area.topLeft(), image)])
        return self._scale[1]

    def _other_pieces(self, picture: Picture, moving: bool) -> list[Piece]:
        look = _look(picture)
        key = (*look, picture.viewport.metres_per_px, picture.surround)
        kept = self._others
        if kept and (kept[0] == key or (moving and kept[0][: len(look)] == look)):
            return kept[1]
        self._others = (key, list(_cut(_furniture(picture), picture)))
        return self._others[1]


def _look(picture: Picture) -> tuple[object, ...]:
    """Return what must not differ even while the map moves."""
    viewport = picture.viewport
    return viewport.size_px, viewport.device_pixel_ratio, picture.language, picture.theme


def _furniture(picture: Picture) -> Furniture:
    return furniture_of(picture.viewport, picture.language, picture.surround)


def _cut(furniture: Furniture, picture: Picture) -> Iterator[Piece]:
    """Paint all but the scale bar, and keep only where something lies."""
    ratio = picture.viewport.device_pixel_ratio
    whole = new_image(QRectF(0, 0, *picture.viewport.size_px), ratio)
    with painting(whole) as painter:
        paint_furniture(painter, furniture, picture.theme, scale=False)
    region = QRegion()
    for box in furniture.boxes_without_scale:
        corner, size = box.topLeft() * ratio, box.size() * ratio
        region += QRegion(QRectF(corner, size).toAlignedRect() & QRect(whole.rect()))
    # A region's rectangles do not overlap: nothing is painted twice.
    for rect in cast("Iterable[QRect]", region):
        yield QPointF(rect.topLeft()) / ratio, whole.copy(rect)
