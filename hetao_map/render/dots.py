"""Features smaller than a pixel: counted into pixels instead of drawn."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage

from hetao_map.geometry.columns import FloatArray, Kind
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.style import (
    LineSymbolizer,
    PointSymbolizer,
    PolygonSymbolizer,
    Symbolizer,
)
from hetao_map.render.symbols import seen_from_afar
from hetao_map.render.theme import Theme, adapted

# More features in one pixel than this look no denser.
_MOST = 64


def dot_color(symbolizer: Symbolizer, kind: Kind, theme: Theme) -> QColor | None:
    """Return the colour a symbolizer gives to what is smaller than a pixel, None for none.

    An outline is wider than such a feature, so its colour is what is seen.
    """
    match symbolizer:
        case PolygonSymbolizer(fill, stroke) if kind is Kind.POLYGON:
            seen = stroke.color if stroke else fill
            if seen is None and symbolizer.pattern is not None:
                seen = seen_from_afar(symbolizer.pattern)
        case LineSymbolizer(stroke) if kind is not Kind.POINT:
            seen = stroke.color
        case PointSymbolizer(fill=fill, stroke=stroke) if kind is Kind.POINT:
            seen = fill or (stroke.color if stroke else None)
        case _:
            seen = None
    return adapted(seen, theme) if seen else None


def binned(xy: FloatArray, viewport: Viewport, area: QRectF, color: QColor) -> QImage:
    """Return an image of an area of the view with each point put into its pixel.

    A pixel with n points is as opaque as n layers of the colour on top of each other.
    """
    ratio = viewport.device_pixel_ratio
    width = max(round(area.width() * ratio), 1)
    height = max(round(area.height() * ratio), 1)
    counts = _counts(xy, viewport, area, (width, height))
    levels = np.minimum(np.arange(_MOST + 1), _MOST)
    alpha = 1 - (1 - color.alphaF()) ** levels
    table = np.empty((_MOST + 1, 4), dtype=np.uint8)
    for channel, value in enumerate((color.blueF(), color.greenF(), color.redF())):
        table[:, channel] = np.round(255 * value * alpha)
    table[:, 3] = np.round(255 * alpha)
    pixels = table.view(np.uint32)[:, 0][np.minimum(counts, _MOST)]
    image = QImage(
        pixels.tobytes(), width, height, width * 4, QImage.Format.Format_ARGB32_Premultiplied
    ).copy()
    image.setDevicePixelRatio(ratio)
    return image


def _counts(xy: FloatArray, viewport: Viewport, area: QRectF, size: tuple[int, int]) -> np.ndarray:
    """Return (height, width) how many points fall into each device pixel of the area."""
    width, height = size
    extent, ratio = viewport.extent, viewport.device_pixel_ratio
    per_px = ratio / viewport.metres_per_px
    x = ((xy[:, 0] - extent.xmin) * per_px - area.left() * ratio).astype(np.int64)
    y = ((extent.ymax - xy[:, 1]) * per_px - area.top() * ratio).astype(np.int64)
    inside = (x >= 0) & (x < width) & (y >= 0) & (y < height)
    cells = y[inside] * width + x[inside]
    return np.bincount(cells, minlength=width * height).reshape(height, width)
