"""Thousands of equal marks at whole pixels: each pixel asks which mark lies on top of it."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QImage

from hetao_map.geometry.columns import BoolArray, IntArray
from hetao_map.model.layer import Stale
from hetao_map.render.coverage import Pixels

_OPAQUE = 250
# A mark's number and the number of one of its colours share an integer, in its upper and
# its lower bits.
_COLORS = 256
_MOST = 2**31 // _COLORS - 1
_LARGEST_PX = 24
# Marks at a time: the list of their pixels stays in the processor's cache.
_AT_ONCE = 2000


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
    # A rim as wide as a mark takes what hangs over the edge of the picture.
    corner = corner[inside][-_MOST:] + np.array([side_x, side_y])
    around = (height + 2 * side_y, width + 2 * side_x)
    begins = corner[:, 1] * around[1] + corner[:, 0]
    alpha = mark >> 24
    solid, rim = (
        _uppermost(begins, mark, chosen, around, stale)[side_y:-side_y, side_x:-side_x].copy()
        for chosen in (alpha >= _OPAQUE, (alpha > 0) & (alpha < _OPAQUE))
    )
    colors = np.unique(mark)
    pixels: Pixels = colors[(solid & _COLORS - 1).astype(np.uint8)]
    pixels *= solid > 0
    above = np.flatnonzero(rim > solid | _COLORS - 1)
    flat = pixels.reshape(-1)
    flat[above] = _over(colors[rim.reshape(-1)[above] & _COLORS - 1], flat[above])
    return pixels


def _uppermost(
    begins: IntArray, mark: Pixels, chosen: BoolArray, size: tuple[int, int], stale: Stale
) -> np.ndarray:
    """Return for each pixel the uppermost mark there and the number of its colour, 0 for none.

    begins: the cell of each mark's upper left corner in an image of size (height, width).
    """
    top = np.zeros(size[0] * size[1], dtype=np.int32)
    y, x = np.nonzero(chosen)
    cells = y * size[1] + x
    colors = np.searchsorted(np.unique(mark), mark[chosen]).astype(np.int32)
    for start in range(0, len(begins), _AT_ONCE):
        if stale():
            break
        part = begins[start : start + _AT_ONCE]
        numbers = np.arange(start + 1, start + 1 + len(part), dtype=np.int32) * _COLORS
        # Where marks share a pixel, the last one written stays.
        top[(part[:, None] + cells).ravel()] = (numbers[:, None] | colors).ravel()
    return top.reshape(size)


def _over(upper: Pixels, lower: Pixels) -> Pixels:
    """Return premultiplied pixels drawn over others, two channels at a time."""
    through = 255 - (upper >> 24)
    through += through >> 7
    two = np.uint32(0x00FF00FF)
    even = ((lower & two) * through >> 8) & two
    odd = ((lower >> 8 & two) * through) & ~two
    both: Pixels = upper + even + odd
    return both
