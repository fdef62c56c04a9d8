"""A whole map in one call: the synchronous twin of the scheduler, for files and tests."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

import numpy as np
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter

from hetao_map.files import replace_file
from hetao_map.geometry.extent import Xy
from hetao_map.geometry.viewport import METRES_PER_LOGICAL_PX, Viewport
from hetao_map.model.dataset import Catalog
from hetao_map.model.errors import UsageError
from hetao_map.model.feature import FeatureRef
from hetao_map.model.layer import Layer, opacity_of
from hetao_map.model.route import WayLine
from hetao_map.model.surround import Surround
from hetao_map.model.tiles import DARK_LOOKS
from hetao_map.render.compose import paint_below_marks, paint_results, paint_rings
from hetao_map.render.corners import NO_MARKS
from hetao_map.render.direct import paint_directly
from hetao_map.render.furniture import furniture_of, paint_furniture
from hetao_map.render.graticule import paint_grid
from hetao_map.render.label_text import TextShapes
from hetao_map.render.labels import paint_labels, place_labels
from hetao_map.render.layer import render_layer
from hetao_map.render.lettering import is_vector, painting
from hetao_map.render.marks_on_lines import Look
from hetao_map.render.placed_marks import mark_sizes
from hetao_map.render.request import LabelRequest, RenderRequest
from hetao_map.render.theme import Theme
from hetao_map.render.way_line import paint_way
from hetao_map.text import messages
from hetao_map.text.language import Language

# QPainter clips at 16-bit coordinates; a larger image would be painted in part.
MAX_SIDE_PX = 32_000
# About 300 dots an inch.
_PRINT_RATIO = 3.0


@dataclass(frozen=True, eq=False)
class Picture:
    """All that decides how a map looks on paper or in a file.

    order, opacity, second_language and dark_looks are as in MapState; way are the legs of a way
    on it. highlights are features that are outlined besides the one of highlight, rings
    closed lines of map metres drawn alike.
    """

    viewport: Viewport
    catalog: Catalog
    visible: frozenset[str]
    language: Language
    theme: Theme
    highlight: FeatureRef | None = None
    furniture: bool = True
    surround: Surround = Surround()  # noqa: RUF009
    order: tuple[str, ...] = ()
    opacity: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    second_language: Language | None = None
    way: tuple[WayLine, ...] = ()
    dark_looks: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    highlights: tuple[FeatureRef, ...] = ()
    rings: tuple[tuple[Xy, ...], ...] = ()

    @property
    def layers(self) -> tuple[Layer, ...]:
        """Return the layers that are on and drawn at this scale, from the bottom up."""
        return self.catalog.shown(self.visible, self.viewport.scale_denominator, self.order)

    def opacity_of(self, layer: Layer) -> float:
        """Return how opaque a layer is, 0 to 1."""
        return opacity_of(layer, self.opacity)

    def look_of(self, layer: Layer) -> str:
        """Return one of DARK_LOOKS: how pictures of a layer look in the dark theme."""
        return self.dark_looks.get(layer.id, DARK_LOOKS[0])

    def request_for(self, layer: Layer, viewport: Viewport) -> RenderRequest:
        """Return what a painter is asked for a layer in a view."""
        return RenderRequest(viewport, layer, self.theme, self.look_of(layer))

    def looks(self, viewport: Viewport) -> tuple[Look, ...]:
        """Return how its layers are painted in a view, from the bottom up."""
        return tuple((self.request_for(la, viewport), self.opacity_of(la)) for la in self.layers)


def render_map(picture: Picture) -> QImage:
    """Return the map as an image of viewport.size_px times the device pixel ratio.

    Raises UsageError when the image would be too large to be painted.
    """
    image = blank_image(picture.viewport.size_px, picture.viewport.device_pixel_ratio)
    with painting(image) as painter:
        paint_map(painter, picture)
    return image


def blank_image(size_px: tuple[float, float], ratio: float) -> QImage:
    """Return an image of a size in logical pixels that knows its size in millimetres.

    Raises UsageError when it would be too large.
    """
    width, height = round(size_px[0] * ratio), round(size_px[1] * ratio)
    image = QImage()
    if max(width, height) <= MAX_SIDE_PX:
        image = QImage(max(width, 1), max(height, 1), QImage.Format.Format_RGB32)
    if image.isNull():
        raise UsageError(messages.PICTURE_TOO_LARGE, size=f"{width}x{height}", most=MAX_SIDE_PX)
    image.setDevicePixelRatio(ratio)
    dots_per_metre = round(ratio / METRES_PER_LOGICAL_PX)
    image.setDotsPerMeterX(dots_per_metre)
    image.setDotsPerMeterY(dots_per_metre)
    return image


def paint_map(painter: QPainter, picture: Picture) -> None:
    """Paint the map with a painter in logical pixels of the view."""
    viewport, theme = picture.viewport, picture.theme
    painter.fillRect(QRectF(0, 0, *viewport.size_px), QColor(*theme.beyond))
    layers, looks = picture.layers, picture.looks(viewport)
    for wanted, opacity in looks:
        _paint_layer(painter, wanted, opacity)
    for ref in (picture.highlight, *picture.highlights):
        paint_below_marks(painter, picture.catalog, ref, viewport, theme, looks)
    paint_rings(painter, picture.rings, viewport, theme)
    paint_way(painter, picture.way, viewport, theme)
    marks = np.concatenate([NO_MARKS, *(mark_sizes(layer, viewport) for layer in layers)])
    furniture = furniture_of(viewport, picture.language, picture.surround, marks)
    paint_grid(painter, furniture.grid, theme)
    taken = furniture.boxes if picture.furniture else ()
    request = LabelRequest(
        viewport, layers, theme, picture.language, taken, picture.second_language
    )
    placed, _ = place_labels(request, TextShapes())
    painter.save()
    paint_labels(painter, request, placed)
    painter.restore()
    if picture.furniture:
        paint_furniture(painter, furniture, theme)


def _paint_layer(painter: QPainter, request: RenderRequest, opacity: float) -> None:
    """Paint a layer as the screen does, by an image; as shapes where shapes can stay.

    A layer that is seen through is one picture in every file: shapes that overlap would show
    through one another.
    """
    if is_vector(painter) and opacity == 1.0 and not request.layer.spec.is_raster:
        paint_directly(painter, request)
        return
    if is_vector(painter):
        request = replace(request, viewport=_fine(request.viewport))
    result = replace(render_layer(request), opacity=opacity)
    paint_results(painter, [result], request.viewport)


def _fine(viewport: Viewport) -> Viewport:
    """Return the view with the pixels of a good print."""
    return viewport.resized(viewport.size_px, max(viewport.device_pixel_ratio, _PRINT_RATIO))


def png(image: QImage) -> bytes:
    """Return the image as a PNG."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def save_png(image: QImage, path: Path) -> None:
    """Write the image to a file that is either the old one or the whole new one.

    Raises OutputError when the folder or the file cannot be written.
    """
    replace_file(path, png(image))
