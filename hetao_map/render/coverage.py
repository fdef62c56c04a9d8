"""How much of each pixel many shapes of one colour cover, counted for all of them at once.

A million pixels take numpy a few milliseconds, whatever lies in them; QPainter takes some
microseconds for each shape. So these ways pay where shapes are small and many.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from hetao_map.geometry.columns import BoolArray, FloatArray, IntArray, ranges
from hetao_map.model.layer import Stale, never

Opacity = npt.NDArray[np.float32]
Pixels = npt.NDArray[np.uint32]
# The logarithm of what shines through has an end here: one more layer is not seen.
_MOST_OPAQUE = 0.996
# Edges at a time: what is worked out for them stays in the processor's cache.
_AT_ONCE = 30_000
_BOXES_AT_ONCE = 4000


def covered(
    xy: FloatArray,
    offsets: IntArray,
    size: tuple[int, int],
    rows_per_px: int,
    stale: Stale = never,
) -> Opacity:
    """Return (height, width) the share of each pixel that closed rings cover, 0 to 1 and above.

    xy: (n, 2) device pixels, all within size (width, height); each ring repeats its first
    vertex. Exact along x; along y each pixel is looked at in rows_per_px lines. The turning
    direction of a ring is of no matter; where rings overlap their shares add up.

    Signed areas are summed along the rows, as font rasterisers do: Levien, "Inside the fastest
    font renderer in the world" (2016).
    """
    width, height = size
    shares = np.zeros((height, width + 2), dtype=np.float32)
    total = shares.reshape(-1)
    edges = _edges(xy, offsets, rows_per_px)
    for start in range(0, len(edges[0]), _AT_ONCE):
        if stale():
            break
        x, y, slope, first, count, sign = (part[start : start + _AT_ONCE] for part in edges)
        line, edge = ranges(first, first + count)
        at = x[edge] + (line - y[edge]) * slope[edge]
        column = at.astype(np.int64)
        signs = sign[edge]
        share = ((at - column) * signs).astype(np.float32)
        cell = line // rows_per_px * (width + 2) + column
        np.add.at(total, cell, signs - share)
        np.add.at(total, cell + 1, share)
    np.cumsum(shares, axis=1, out=shares)
    shares *= np.float32(1 / rows_per_px)
    return shares[:, :width]


def _edges(xy: FloatArray, offsets: IntArray, rows_per_px: int) -> tuple[np.ndarray, ...]:
    """Return of each edge x and y of one end, slope, first line crossed, how many, and sign."""
    x, y = np.ascontiguousarray(xy[:, 0]), xy[:, 1] * rows_per_px - 0.5
    within = np.ones(max(len(xy) - 1, 0), dtype=bool)
    within[offsets[1:-1] - 1] = False
    ends = np.ceil(y).astype(np.int64)
    crossed = np.diff(ends)
    edges = np.flatnonzero(within & (crossed != 0))
    slope = (x[edges + 1] - x[edges]) / (y[edges + 1] - y[edges])
    first = np.minimum(ends[edges], ends[edges + 1])
    turned = np.repeat(_turned(x, y, offsets), np.diff(offsets))[edges]
    sign = np.where((crossed[edges] > 0) ^ turned, np.float32(1), np.float32(-1))
    return x[edges], y[edges], slope, first, np.abs(crossed[edges]), sign


def _turned(x: FloatArray, y: FloatArray, offsets: IntArray) -> BoolArray:
    """Tell of each ring whether its downward edges lie on its right."""
    crosses = np.zeros(len(x))
    crosses[:-1] = x[:-1] * y[1:] - x[1:] * y[:-1]
    crosses[offsets[1:] - 1] = 0.0
    turned: BoolArray = np.add.reduceat(crosses, offsets[:-1]) > 0
    return turned


def stripped(boxes: FloatArray, thickness: float, alpha: float, size: tuple[int, int]) -> Opacity:
    """Return (height, width) how opaque lines along the middles of boxes are together, 0 to 1.

    boxes: (k, 4) as left, top, right, bottom in device pixels of size (width, height). Each
    line runs along the longer side of its box and begins and ends at whole pixels.
    """
    width, height = size
    flat = boxes[:, 2] - boxes[:, 0] >= boxes[:, 3] - boxes[:, 1]
    passed = _passed(boxes[flat], thickness, alpha, width, height)
    upright = boxes[~flat][:, [1, 0, 3, 2]]
    passed = passed + _passed(upright, thickness, alpha, height, width).T
    return -np.expm1(passed)


def _passed(boxes: FloatArray, thickness: float, alpha: float, width: int, height: int) -> Opacity:
    """Return the logarithm of the light that each pixel lets through under level lines."""
    start = np.clip(np.rint(boxes[:, 0]), 0, width).astype(np.int64)
    end = np.clip(np.rint(boxes[:, 2]), 0, width).astype(np.int64)
    end = np.clip(end, np.minimum(start + 1, width), width)
    upper = (boxes[:, 1] + boxes[:, 3] - thickness) / 2
    passed = np.zeros((height, width + 1), dtype=np.float32)
    total = passed.reshape(-1)
    for step in range(int(np.ceil(thickness)) + 1):
        row = np.floor(upper) + step
        share = np.clip(np.minimum(upper + thickness, row + 1) - np.maximum(upper, row), 0, 1)
        light = np.log1p(-np.minimum(share * alpha, _MOST_OPAQUE)).astype(np.float32)
        light[(row < 0) | (row >= height)] = 0.0
        begin = np.clip(row, 0, height - 1).astype(np.int64) * (width + 1)
        np.add.at(total, begin + start, light)
        np.add.at(total, begin + end, -light)
    np.cumsum(passed, axis=1, out=passed)
    return np.minimum(passed[:, :width], 0)


def boxed(boxes: FloatArray, size: tuple[int, int], stale: Stale = never) -> Opacity:
    """Return (height, width) the share of each pixel that small upright boxes cover.

    boxes: (k, 4) as left, top, right, bottom in device pixels of size (width, height); where
    they overlap their shares add up.
    """
    boxes = boxes[(boxes[:, 2] > boxes[:, 0]) & (boxes[:, 3] > boxes[:, 1])]
    longest = float((boxes[:, 2:] - boxes[:, :2]).max(initial=0.0))
    reach = int(np.ceil(longest)) + 1
    rim = reach + 1
    boxes = boxes + rim
    inside = (boxes[:, 2:] > 0).all(axis=1) & (boxes[:, :2] < np.array(size) + rim).all(axis=1)
    boxes = boxes[inside & (boxes[:, :2] >= 0).all(axis=1)]
    shares = np.zeros((size[1] + 3 * rim, size[0] + 3 * rim), dtype=np.float32)
    total = shares.reshape(-1)
    for start in range(0, len(boxes), _BOXES_AT_ONCE):
        if stale():
            break
        part = boxes[start : start + _BOXES_AT_ONCE]
        corner = part[:, :2].astype(np.int64)
        steps = np.arange(reach)
        across, down = (
            np.clip(
                np.minimum(part[:, axis + 2, None] - corner[:, axis, None] - steps, 1)
                - np.maximum(part[:, axis, None] - corner[:, axis, None] - steps, 0),
                0,
                1,
            ).astype(np.float32)
            for axis in (0, 1)
        )
        cell = (corner[:, 1] * shares.shape[1] + corner[:, 0])[:, None, None]
        cells = cell + (steps[:, None] * shares.shape[1] + steps)
        np.add.at(total, cells.ravel(), (down[:, :, None] * across[:, None, :]).ravel())
    return shares[rim : rim + size[1], rim : rim + size[0]]


def over_itself(shares: Opacity, alpha: float) -> Opacity:
    """Return how opaque a colour is where its shapes cover such shares of a pixel."""
    shares = np.abs(shares)
    if alpha >= 1.0:
        return np.minimum(shares, 1.0)
    several = shares > 1.0
    opacity = shares * np.float32(alpha)
    opacity[several] = 1 - (1 - alpha) ** shares[several]
    return opacity


def draw_tinted(
    painter: QPainter, at: QPointF, opacity: Opacity, color: QColor, ratio: float
) -> None:
    """Draw a colour as opaque as (height, width) device pixels say; at: the upper left corner.

    ratio: device pixels to a logical one.
    """
    draw_pixels(painter, at, tinted(color, opacity), ratio)


def tinted(color: QColor, opacity: Opacity) -> Pixels:
    """Return the colour as opaque as (height, width) pixels say, 0 to 1, premultiplied."""
    levels = (opacity * 255 + 0.5).astype(np.uint8)
    pixels: Pixels = tints(color, np.arange(256) / 255)[levels]
    return pixels


def tints(color: QColor, alpha: FloatArray) -> Pixels:
    """Return the colour, premultiplied, at each opacity; its own alpha is not looked at."""
    table = np.empty((len(alpha), 4), dtype=np.uint8)
    for channel, value in enumerate((color.blueF(), color.greenF(), color.redF(), 1.0)):
        table[:, channel] = np.round(255 * value * alpha)
    return table.view("<u4")[:, 0]


def draw_pixels(painter: QPainter, at: QPointF, pixels: Pixels, ratio: float) -> None:
    """Draw (height, width) premultiplied device pixels; at: the upper left corner."""
    pixels = np.ascontiguousarray(pixels)
    height, width = pixels.shape
    image = QImage(pixels.data, width, height, width * 4, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    painter.drawImage(at, image)
