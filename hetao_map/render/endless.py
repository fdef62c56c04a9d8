"""Shapes that cross themselves so often that QPainter would fill or outline them for minutes.

It keeps what crosses a row of pixels in a sorted list (the scan converter of FreeType, which Qt
uses), so that its time grows with the square of the crossings in a row. Such shapes are no maps
of anything; they are drawn roughly, so that one of them does not stop the others.
"""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter

from hetao_map.geometry.columns import BoolArray, FloatArray, IntArray
from hetao_map.model.layer import Stale
from hetao_map.render.coverage import covered, over_itself, tinted
from hetao_map.render.paths import PixelRings

# So many steps along sorted lists take about a second.
_MOST_STEPS = 5e7
# Rings with fewer vertices cannot cross themselves so often.
_FROM_VERTICES = 500
# Of the rows that a rough fill looks at, so many crossings are counted.
_ROUGH_CROSSINGS = 2e6
_ROWS_PER_PX = 2


def endless(rings: PixelRings, scale: float, width_px: int) -> BoolArray:
    """Tell of each ring whether its feature takes QPainter more than about a second.

    scale: device pixels to a logical one; width_px: that of the picture in device pixels.
    """
    if not len(rings.owner) or np.diff(rings.offsets).max() < _FROM_VERTICES:
        return np.zeros(len(rings.owner), dtype=bool)
    y = rings.xy[:, 1] * scale
    step = np.abs(np.diff(y, append=y[-1:]))
    step[rings.offsets[1:] - 1] = 0.0
    starts, owner = rings.offsets[:-1], rings.owner
    crossings = np.bincount(owner, np.add.reduceat(step, starts))
    height = np.maximum.reduceat(y, starts) - np.minimum.reduceat(y, starts)
    rows = np.maximum(np.bincount(owner, height), 1.0)
    steps = crossings * np.minimum(crossings / rows, width_px)
    result: BoolArray = (steps > _MOST_STEPS)[owner]
    return result


def fill_roughly(
    painter: QPainter, xy: FloatArray, offsets: IntArray, color: QColor, stale: Stale
) -> None:
    """Fill rings of (n, 2) device pixels on larger pixels; only what lies wholly on the image."""
    device = painter.device()
    size = np.array([device.width(), device.height()])
    if (xy < 0).any() or (xy >= size).any():
        return
    crossings = float(np.abs(np.diff(xy[:, 1])).sum()) * _ROWS_PER_PX
    coarse = max(math.ceil(crossings / _ROUGH_CROSSINGS), 1)
    width, height = (int(side) for side in np.ceil(size / coarse))
    shares = covered(xy / coarse, offsets, (width, height), _ROWS_PER_PX, stale)
    pixels = np.ascontiguousarray(tinted(color, over_itself(shares, color.alphaF())))
    image = QImage(pixels.data, width, height, width * 4, QImage.Format.Format_ARGB32_Premultiplied)
    by = coarse / device.devicePixelRatio()
    corner = painter.transform().inverted()[0].map(QPointF(0, 0))
    painter.drawImage(QRectF(corner, QSizeF(image.size()) * by), image)
