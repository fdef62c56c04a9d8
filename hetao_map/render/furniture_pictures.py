"""The furniture of the screen as small pictures, so that a frame need not paint it anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QImage, QPainter, QRegion, QTransform

from hetao_map.geometry.viewport import Viewport
from hetao_map.render.furniture import FIGURES, Part, furniture_of
from hetao_map.render.lettering import painting
from hetao_map.render.picture import Picture
from hetao_map.render.request import new_image
from hetao_map.render.theme import Theme

# Where a picture lies in logical pixels of the view, and the picture.
_Piece = tuple[QPointF, QImage]
_SCALE = "scale"


def controls_box(viewport: Viewport) -> QRectF:
    """Return where the window's buttons lie on the map, in logical pixels of the view."""
    return QRectF(viewport.size_px[0] - 62, 0, 62, 210)


class FurniturePictures:
    """Keeps each part as it was last painted. Lives on the window's thread."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[tuple[object, ...], list[_Piece]]] = {}
        self._look: tuple[object, ...] = ()
        self._seen: tuple[object, ...] = ()

    def paint(self, painter: QPainter, picture: Picture, *, moving: bool) -> None:
        """Paint the furniture in logical pixels of the view.

        The scale bar is always true; while the map moves, the last of all else serves, but for
        the figures of the grid, whose lines leave them.
        """
        viewport = picture.viewport
        look = (viewport.size_px, viewport.device_pixel_ratio, picture.language, picture.theme)
        seen = (look, viewport.metres_per_px, picture.surround)
        if look != self._look:
            self._kept.clear()
            self._look, self._seen, moving = look, (), False
        same = seen[:2] == self._seen[:2] if moving else seen == self._seen
        if not same:
            self._renew(picture, moving)
            # What was left as it is must be looked at again once the map is still.
            self._seen = seen[:2] if moving else seen
        for name, (_, pieces) in self._kept.items():
            for at, image in pieces if not (moving and name == FIGURES) else ():
                painter.drawImage(at, image)

    def _renew(self, picture: Picture, moving: bool) -> None:
        """Paint the parts that look different now; of a moving map the scale bar alone."""
        viewport = picture.viewport
        taken = (controls_box(viewport),)
        furniture = furniture_of(viewport, picture.language, picture.surround, taken=taken)
        parts = furniture.parts
        if not moving:
            names = [part.name for part in parts]
            self._kept = {name: self._kept[name] for name in names if name in self._kept}
        for part in parts:
            kept = self._kept.get(part.name)
            if (part.name == _SCALE or not moving) and (not kept or kept[0] != part.depends):
                pieces = list(_pieces(part, viewport, picture.theme))
                self._kept[part.name] = (part.depends, pieces)


def _pieces(part: Part, viewport: Viewport, theme: Theme) -> Iterator[_Piece]:
    """Paint a part, and keep only where something lies."""
    ratio = viewport.device_pixel_ratio
    to_device = QTransform.fromScale(ratio, ratio)
    region = QRegion()
    for box in part.boxes:
        region += QRegion(to_device.mapRect(box).toAlignedRect())
    area = region.boundingRect()
    whole = new_image(QRectF(0, 0, area.width() / ratio, area.height() / ratio), ratio)
    with painting(whole) as painter:
        painter.translate(-QPointF(area.topLeft()) / ratio)
        part.paint(painter, theme)
    # A region's rectangles do not overlap: nothing is painted twice.
    for rect in cast("Iterable[QRect]", region):
        yield QPointF(rect.topLeft()) / ratio, whole.copy(rect.translated(-area.topLeft()))
