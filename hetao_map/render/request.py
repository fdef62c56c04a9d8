"""What a painter is asked, and what it answers. Both are complete and shared with nobody."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field, replace
from math import isclose
from types import MappingProxyType

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage

from hetao_map.geometry.extent import Extent
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.layer import Layer, never
from hetao_map.model.tiles import DARK_LOOKS
from hetao_map.render.pieces import Pieces, cut
from hetao_map.render.theme import Theme
from hetao_map.text.language import Language

# The painters' name for it: a picture that nobody has called off.
never_stale = never


@dataclass(frozen=True, eq=False)
class RenderRequest:
    """One layer as it is to be painted; dark_look is how pictures look in the dark theme."""

    viewport: Viewport
    layer: Layer
    theme: Theme
    dark_look: str = DARK_LOOKS[0]


LabelKey = tuple[str, int, int, int]
"""Whose label it is: layer, row, dimension of the geometry, number of the layer's symbolizer."""

Spot = tuple[float, float, float]
"""x and y in map metres and, for a letter along a line, its angle in radians."""


@dataclass(frozen=True, slots=True)
class LabelPlace:
    """Where a label stands: by its centre, or letter by letter along a line."""

    words: Hashable
    spots: tuple[Spot, ...]


@dataclass(frozen=True, eq=False)
class Standing:
    """The labels of a view that was painted, so that they stay where they are when it moves."""

    metres_per_px: float = 0.0
    places: Mapping[LabelKey, LabelPlace] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, eq=False)
class LabelRequest:
    """All labels of a view; layers from the bottom to the top, only those that are shown.

    taken holds boxes, in logical pixels, where no label may lie; before is what stood there
    until now. Where second_language is set, labels have a smaller second line in it. Without
    crowd a label that finds no room beside its feature is not looked for further away.
    """

    viewport: Viewport
    layers: tuple[Layer, ...]
    theme: Theme
    language: Language
    taken: tuple[QRectF, ...] = ()
    second_language: Language | None = None
    before: Standing = field(default_factory=Standing)
    crowd: bool = True

    @property
    def stood(self) -> Mapping[LabelKey, LabelPlace]:
        """Return the labels that may stay; at another scale all are placed anew."""
        same_scale = isclose(self.before.metres_per_px, self.viewport.metres_per_px, rel_tol=1e-6)
        return self.before.places if same_scale else {}


@dataclass(frozen=True, eq=False)
class RenderResult:
    """A picture of a part of a view.

    image is None when there is nothing to see; origin is its upper left corner in logical pixels
    of the viewport. A picture that is kept for long is in pieces. opacity, 0 to 1, is the whole
    picture's. features is how many were painted, hidden how many labels had no room, standing
    where the others are.
    """

    viewport: Viewport
    image: QImage | Pieces | None = None
    origin: tuple[int, int] = (0, 0)
    complete: bool = True
    features: int = 0
    hidden: int = 0
    standing: Standing = field(default_factory=Standing)
    opacity: float = 1.0

    def placed(self, now: Viewport) -> QRectF:
        """Return where the picture lies in another view, in that view's logical pixels."""
        if self.image is None:
            return QRectF()
        scale = self.viewport.metres_per_px / now.metres_per_px
        corner = QPointF(*now.to_px(self.viewport.to_map(self.origin)))
        by = scale / self.viewport.device_pixel_ratio
        return QRectF(corner, QSizeF(self.size) * by)

    def hides(self, now: Viewport, area: QRectF) -> bool:
        """Tell whether nothing below can be seen in an area, in logical pixels of a view."""
        image = self.image
        if not isinstance(image, QImage) or image.hasAlphaChannel() or self.opacity < 1.0:
            return False
        return self.placed(now).adjusted(1, 1, -1, -1).contains(area)

    @property
    def size(self) -> QSize:
        """Return the picture's size in device pixels."""
        if self.image is None:
            return QSize(0, 0)
        return self.image.size if isinstance(self.image, Pieces) else self.image.size()

    def in_pieces(self) -> RenderResult:
        """Return the same picture in as little memory as it needs."""
        return replace(self, image=cut(self.image)) if isinstance(self.image, QImage) else self


def padded_view(viewport: Viewport, margin_px: int) -> Viewport:
    """Return the view with a margin around it, for pictures that survive a short pan."""
    width, height = viewport.size_px
    size = (width + 2 * margin_px, height + 2 * margin_px)
    return viewport.resized(size, viewport.device_pixel_ratio)


def image_area(viewport: Viewport, extent: Extent | None, bleed_px: float) -> QRectF:
    """Return the part of a view, in whole logical pixels, that features in extent can touch."""
    whole = QRectF(0, 0, *viewport.size_px)
    if extent is None:
        return QRectF()
    left, top = viewport.to_px((extent.xmin, extent.ymax))
    right, bottom = viewport.to_px((extent.xmax, extent.ymin))
    box = QRectF(QPointF(left, top), QPointF(right, bottom))
    box = box.adjusted(-bleed_px, -bleed_px, bleed_px, bleed_px)
    return QRectF((box & whole).toAlignedRect())


def device_size(viewport: Viewport) -> QSize:
    """Return a view's size in device pixels."""
    width, height = viewport.size_px
    ratio = viewport.device_pixel_ratio
    return QSize(round(width * ratio), round(height * ratio))


def device_size_of(area: QRectF, device_pixel_ratio: float) -> QSize:
    """Return the size in device pixels of an image for an area in logical ones."""
    width = max(round(area.width() * device_pixel_ratio), 1)
    height = max(round(area.height() * device_pixel_ratio), 1)
    return QSize(width, height)


def new_image(area: QRectF, device_pixel_ratio: float) -> QImage:
    """Return a transparent image of an area in logical pixels."""
    size = device_size_of(area, device_pixel_ratio)
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(device_pixel_ratio)
    image.fill(0)
    return image
