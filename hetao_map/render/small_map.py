"""A small map without words, for the overview."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QImage

from hetao_map.geometry.viewport import Viewport
from hetao_map.model.layer import Layer, Stale
from hetao_map.render.compose import paint_results
from hetao_map.render.layer import render_layer
from hetao_map.render.lettering import painting
from hetao_map.render.request import RenderRequest, device_size, never_stale
from hetao_map.render.theme import Theme


@dataclass(frozen=True, eq=False)
class SmallMap:
    """What it shows: layers from the bottom up."""

    viewport: Viewport
    layers: tuple[Layer, ...]
    theme: Theme


def paint_small_map(wanted: SmallMap, stale: Stale = never_stale) -> QImage | None:
    """Return the map as an image, None when it is stale before it is done. Any thread."""
    view = wanted.viewport
    image = QImage(device_size(view), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(view.device_pixel_ratio)
    image.fill(QColor(*wanted.theme.beyond))
    with painting(image) as painter:
        for layer in wanted.layers:
            result = render_layer(RenderRequest(view, layer, wanted.theme), stale)
            if stale() or not result.complete:
                return None
            paint_results(painter, [result], view)
    return image
