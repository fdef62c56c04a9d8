"""Features smaller than a pixel: their ink is given to pixels instead of drawn."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from hetao_map.geometry.columns import Kind
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.layer import Stale, never
from hetao_map.model.style import LineSymbolizer, PolygonSymbolizer, Symbolizer
from hetao_map.model.units import in_pixels
from hetao_map.render.coverage import Opacity, Pixels, tints
from hetao_map.render.symbols import seen_from_afar
from hetao_map.render.theme import Theme, adapted

_LEAST_INK = 1.0
# Points at a time: what is worked out for them stays in the processor's cache.
_AT_ONCE = 50_000


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
        case _:
            seen = None
    return adapted(seen, theme) if seen else None


def dot_area(symbolizer: Symbolizer, span: float, metres_per_px: float) -> float:
    """Return how many pixels a symbolizer inks for a feature that spans so many metres.

    At least one, so that a feature does not vanish from an empty ground.
    """
    span_px = span / metres_per_px
    match symbolizer:
        case PolygonSymbolizer():
            stroke = in_pixels(symbolizer, metres_per_px).stroke
            return max((span_px + (stroke.width if stroke else 0.0)) ** 2, _LEAST_INK)
        case LineSymbolizer():
            width = in_pixels(symbolizer, metres_per_px).stroke.width
            return max(span_px * width, _LEAST_INK)
    return 1.0


def binned(
    xy: np.ndarray,
    ink: float,
    viewport: Viewport,
    area: QRectF,
    color: QColor,
    stale: Stale = never,
) -> Pixels:
    """Return the device pixels of an area of the view with points inked into their pixels.

    Each point gives ink, in logical pixels, to the four device pixels around it, the more the
    nearer, so that a regular pattern does not beat with that of the pixels. Features lie at
    random towards each other: so much ink covers 1 - exp(-ink) of a pixel.
    """
    ratio = viewport.device_pixel_ratio
    width = max(round(area.width() * ratio), 1)
    height = max(round(area.height() * ratio), 1)
    inked = _inked(xy, viewport, area, (width, height), stale)
    inked *= ink * ratio**2
    levels = np.empty((height, width), dtype=np.uint8)
    np.multiply(-np.expm1(-inked), 255.5, out=levels, casting="unsafe")
    pixels: Pixels = tints(color, color.alphaF() * np.arange(256) / 255)[levels]
    return pixels


def _inked(
    xy: np.ndarray, viewport: Viewport, area: QRectF, size: tuple[int, int], stale: Stale
) -> Opacity:
    """Return (height, width) how much of one point each device pixel of the area gets."""
    width, height = size
    extent, ratio = viewport.extent, viewport.device_pixel_ratio
    per_metre = ratio / viewport.metres_per_px
    # A pixel more on each side takes what falls beside the area.
    left, top = area.left() * ratio - 0.5, area.top() * ratio - 0.5
    inked = np.zeros((height + 2, width + 2), dtype=np.float32)
    total = inked.reshape(-1)
    for start in range(0, len(xy), _AT_ONCE):
        if stale():
            break
        part = xy[start : start + _AT_ONCE].astype(np.float64)
        x = np.clip((part[:, 0] - extent.xmin) * per_metre - left, 0, width + 0.999)
        y = np.clip((extent.ymax - part[:, 1]) * per_metre - top, 0, height + 0.999)
        column, row = x.astype(np.int64), y.astype(np.int64)
        right, lower = (x - column).astype(np.float32), (y - row).astype(np.float32)
        cell = row * (width + 2) + column
        below = right * lower
        np.add.at(total, cell, 1 - right - lower + below)
        np.add.at(total, cell + 1, right - below)
        np.add.at(total, cell + (width + 2), lower - below)
        np.add.at(total, cell + (width + 3), below)
    return inked[1:-1, 1:-1]
