"""A whole map in one call: the synchronous twin of the scheduler, for files and tests."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from hetao_map.geometry.viewport import Viewport
from hetao_map.model.dataset import Catalog
from hetao_map.model.errors import OutputError
from hetao_map.model.feature import FeatureRef
from hetao_map.model.layer import Layer
from hetao_map.render.compose import paint_highlight, paint_results
from hetao_map.render.furniture import furniture_boxes, paint_furniture
from hetao_map.render.label_text import TextShapes
from hetao_map.render.labels import render_labels
from hetao_map.render.layer import render_layer
from hetao_map.render.request import LabelRequest, RenderRequest
from hetao_map.render.theme import Theme
from hetao_map.text import messages
from hetao_map.text.language import Language


@dataclass(frozen=True, eq=False)
class Picture:
    """All that decides how a map looks on paper or in a file."""

    viewport: Viewport
    catalog: Catalog
    visible: frozenset[str]
    language: Language
    theme: Theme
    highlight: FeatureRef | None = None
    furniture: bool = True
    ground_metres: float = 1.0


def shown_layers(
    catalog: Catalog, visible: frozenset[str], viewport: Viewport
) -> tuple[Layer, ...]:
    """Return the layers that are on and drawn at this scale, from the bottom up."""
    scale = viewport.scale_denominator
    return tuple(
        layer for layer in catalog.layers if layer.id in visible and layer.spec.shown_at(scale)
    )


def attribution(catalog: Catalog) -> str:
    """Return who must be named, from the sources of the files: one line."""
    named = []
    for dataset in catalog.datasets:
        used = {
            str(value)
            for layer in dataset.layers
            for value in layer.attributes.get("source_id", ())
        }
        for source in dataset.knowledge.sources.values():
            if source.id in used and source.licence and source.publisher and source.id != "own":
                named.append(f"© {source.publisher} ({source.licence})")
    return " · ".join(dict.fromkeys(named))


def render_map(picture: Picture) -> QImage:
    """Return the map as an image of viewport.size_px times the device pixel ratio."""
    viewport = picture.viewport
    image = QImage(
        round(viewport.size_px[0] * viewport.device_pixel_ratio),
        round(viewport.size_px[1] * viewport.device_pixel_ratio),
        QImage.Format.Format_RGB32,
    )
    image.setDevicePixelRatio(viewport.device_pixel_ratio)
    painter = QPainter(image)
    paint_map(painter, picture)
    painter.end()
    return image


def paint_map(painter: QPainter, picture: Picture) -> None:
    """Paint the map with a painter in logical pixels of the view."""
    viewport, theme = picture.viewport, picture.theme
    painter.fillRect(QRectF(0, 0, *viewport.size_px), QColor(*theme.beyond))
    layers = shown_layers(picture.catalog, picture.visible, viewport)
    results = [render_layer(RenderRequest(viewport, layer, theme)) for layer in layers]
    paint_results(painter, results, viewport)
    paint_highlight(painter, picture.catalog, picture.highlight, viewport, theme)
    taken = furniture_boxes(viewport) if picture.furniture else ()
    labels = LabelRequest(viewport, layers, theme, picture.language, taken)
    paint_results(painter, [render_labels(labels, TextShapes())], viewport)
    if picture.furniture:
        paint_furniture(
            painter, viewport, theme, picture.language, picture.ground_metres,
            attribution(picture.catalog),
        )  # fmt: skip


def save_png(image: QImage, path: Path) -> None:
    """Write the image to a file that is either the old one or the whole new one.

    Raises OutputError when the folder or the file cannot be written.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=".hetao-", suffix=".png", dir=path.parent)
    except OSError as error:
        raise _unwritable(path, error.strerror) from error
    os.close(handle)
    part = Path(name)
    try:
        if not image.save(str(part)):
            raise _unwritable(path, "the picture could not be saved")
        part.chmod(0o666 & ~_umask())
        part.replace(path)
    except OSError as error:
        raise _unwritable(path, error.strerror) from error
    finally:
        part.unlink(missing_ok=True)


def _unwritable(path: Path, reason: str | None) -> OutputError:
    return OutputError(messages.OUTPUT_UNWRITABLE, path=path, reason=reason or "")


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
