"""A picture cut into pieces: most layers are empty, or of one colour, nearly everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter, QRgba64, QTransform

SIDE_PX = 64
# Of a smaller picture, in device pixels, nothing worth the cutting would be saved.
CUT_FROM_PX = 256 * 256


@dataclass(frozen=True, eq=False)
class Pieces:
    """What is left of a picture of a size: images and rectangles of one colour.

    Places are in device pixels of the picture. Nothing overlaps.
    """

    size: QSize
    images: tuple[tuple[QPoint, QImage], ...]
    fills: tuple[tuple[QRect, QColor], ...]

    @property
    def pixels(self) -> int:
        """Return how many pixels are kept."""
        return sum(image.width() * image.height() for _, image in self.images)

    def paint(self, painter: QPainter, target: QRectF) -> None:
        """Draw the picture into a rectangle."""
        across = target.width() / self.size.width()
        down = target.height() / self.size.height()
        to_target = QTransform(across, 0, 0, down, target.left(), target.top())
        for rect, color in self.fills:
            painter.fillRect(to_target.mapRect(QRectF(rect)), color)
        for at, image in self.images:
            whole = QRectF(QPointF(at), QSizeF(image.size()))
            painter.drawImage(to_target.mapRect(whole), image)


def cut(image: QImage) -> Pieces:
    """Return an image of 32 bits a pixel, premultiplied where it is transparent, in pieces."""
    width, height = image.width(), image.height()
    if width * height < CUT_FROM_PX:
        whole = image.copy()
        whole.setDevicePixelRatio(1.0)
        return Pieces(image.size(), ((QPoint(0, 0), whole),), ())
    pixels = np.frombuffer(image.constBits(), np.uint32).reshape(height, -1)[:, :width]
    high, low = _squares(pixels, np.maximum), _squares(pixels, np.minimum)
    images, fills = [], []
    for rect, color in _runs(high, low):
        inside = rect & image.rect()
        if color is None:
            piece = image.copy(inside)
            piece.setDevicePixelRatio(1.0)
            images.append((inside.topLeft(), piece))
        else:
            fills.append((inside, color))
    return Pieces(image.size(), tuple(images), tuple(fills))


def _squares(pixels: NDArray[np.uint32], reduce: np.ufunc) -> NDArray[np.uint32]:
    """Return one value for each square: the greatest or the least of its pixels."""
    height, width = pixels.shape
    by_row: NDArray[np.uint32] = reduce.reduceat(pixels, np.arange(0, width, SIDE_PX), axis=1)
    result: NDArray[np.uint32] = reduce.reduceat(by_row, np.arange(0, height, SIDE_PX), axis=0)
    return result


_MIXED, _EMPTY = -1, 0


def _runs(
    high: NDArray[np.uint32], low: NDArray[np.uint32]
) -> Iterator[tuple[QRect, QColor | None]]:
    """Yield neighbours of a row that are of one colour, or of several (None), as one."""
    kinds = np.where(high == low, high.astype(np.int64), _MIXED)
    for row, values in enumerate(kinds.tolist()):
        for kind, run in groupby(enumerate(values), key=lambda item: item[1]):
            first, *rest = [column for column, _ in run]
            if kind != _EMPTY:
                x, y, count = first * SIDE_PX, row * SIDE_PX, len(rest) + 1
                color = None if kind == _MIXED else _color(kind)
                yield QRect(x, y, count * SIDE_PX, SIDE_PX), color


def _color(premultiplied: int) -> QColor:
    """Return the colour that is painted as just this value: with 16 bits nothing is rounded."""
    alpha, *channels = ((premultiplied >> shift) & 255 for shift in (24, 16, 8, 0))
    red, green, blue = (min(round(65535 * channel / alpha), 65535) for channel in channels)
    return QColor.fromRgba64(QRgba64.fromRgba64(red, green, blue, alpha * 257))
