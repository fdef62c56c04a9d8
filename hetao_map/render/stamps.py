"""Thousands of equal marks at whole pixels: each pixel asks which mark lies on top of it."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QImage

from hetao_map.geometry.columns import IntArray
from hetao_map.model.layer import Stale
from hetao_map.render.coverage import Pixels

_OPAQUE = 250
# A mark's number and the number of one of its colours share an integer, in its upper and
# its lower bits.
_COLORS = 256
_ROWS_AT_ONCE = 64
_LARGEST_PX = 24


def pixels_of(image: QImage) -> Pixels:
    """Return (height, width) premultiplied pixels of an image, copied."""
    raw = np.frombuffer(image.constBits(), dtype=np.uint32)
    return raw.reshape(image.height(), image.bytesPerLine() // 4)[:, : image.width()].copy()


def can_be_stamped(mark: Pixels) -> bool:
    """Tell whether a mark is small and solid enough for its topmost copy to be all one sees."""
    alpha = mark >> 24
    solid, seen = int((alpha >= _OPAQUE).sum()), int((alpha > 0).sum())
    few = len(np.unique(mark)) < _COLORS
    return max(mark.shape) <= _LARGEST_PX and few and 3 * solid >= seen > 0


def stamped(mark: Pixels, centers: IntArray, size: tuple[int, int], stale: Stale) -> Pixels:
    """Return (height, width) pixels with the mark around each of (n, 2) device pixels.

    Later marks lie above earlier ones. Where rims that let light through lie on each other,
    only the uppermost is seen. Unfinished once stale says so.
    """
    width, height = size
    side_y, side_x = mark.shape
    corner = centers - np.array([side_x // 2, side_y // 2])
    inside = (corner > (-side_x, -side_y)).all(axis=1) & (corner < size).all(axis=1)
    corner = corner[inside] + (side_x, side_y)
    number_type = np.int32 if len(corner) < 2**31 // _COLORS - 1 else np.int64
    # The number of the mark whose upper left pixel this is, counted from one.
    begins = np.zeros((height + side_y, width + side_x), dtype=number_type)
    begins[corner[:, 1], corner[:, 0]] = np.arange(1, len(corner) + 1) * _COLORS
    result = np.zeros((height, width), dtype=np.uint32)
    for start in range(0, height, _ROWS_AT_ONCE):
        if stale():
            break
        end = min(start + _ROWS_AT_ONCE, height)
        band = begins[start : end + side_y]
        if band.any():
            result[start:end] = _band(band, mark, end - start, width)
    return result


def _band(begins: np.ndarray, mark: Pixels, height: int, width: int) -> Pixels:
    """Return some rows of the picture; begins reaches a mark's size above and left of them."""
    alpha = mark >> 24
    solid = _top(begins, mark, alpha >= _OPAQUE, (height, width))
    rim = _top(begins, mark, (alpha > 0) & (alpha < _OPAQUE), (height, width))
    colors = np.unique(mark)
    pixels: Pixels = colors[solid & _COLORS - 1]
    pixels[solid == 0] = 0
    above = np.nonzero(rim > solid | _COLORS - 1)
    pixels[above] = _over(colors[rim[above] & _COLORS - 1], pixels[above])
    return pixels


def _top(begins: np.ndarray, mark: Pixels, chosen: np.ndarray, size: tuple[int, int]) -> np.ndarray:
    """Return for each pixel the uppermost mark there and the number of its colour, 0 for none."""
    height, width = size
    side_y, side_x = mark.shape
    top = np.zeros(size, dtype=begins.dtype)
    for number, color in enumerate(np.unique(mark).tolist()):
        places = np.argwhere(chosen & (mark == color)).tolist()
        if not places:
            continue
        highest = np.zeros(size, dtype=begins.dtype)
        for dy, dx in places:
            y, x = side_y - dy, side_x - dx
            np.maximum(highest, begins[y : y + height, x : x + width], out=highest)
        highest += number
        np.maximum(top, highest, out=top)
    # A number of a colour alone is of no mark.
    top *= top >= _COLORS
    return top


def _over(upper: Pixels, lower: Pixels) -> Pixels:
    """Return premultiplied pixels drawn over others."""
    one, other = upper.view(np.uint8).astype(np.uint16), lower.view(np.uint8).astype(np.uint16)
    through = 255 - np.repeat(upper >> 24, 4).astype(np.uint16)
    both: Pixels = (one + other * through // 255).astype(np.uint8).view(np.uint32)
    return both
