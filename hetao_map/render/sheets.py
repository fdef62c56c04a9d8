"""Memory for pictures that is used again: fresh pages cost far more than the painting on them."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from math import prod

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage

from hetao_map.render.request import device_size_of

Sheet = NDArray[np.uint32]
NewImage = Callable[[QRectF, float], QImage]
"""Makes a transparent image of an area in logical pixels, for a device pixel ratio."""


class Sheets:
    """Lends blocks of memory for images. Any thread.

    A block that is given back serves the next picture, whatever its size and format; more than
    one are not kept. Nobody may look at an image once its block has been given back.
    """

    def __init__(self) -> None:
        self._spare: deque[Sheet] = deque(maxlen=1)

    def take(self, size: QSize) -> Sheet:
        """Return a block for an image of a size in device pixels, with whatever lies in it."""
        pixels = prod(size.toTuple())
        try:
            sheet = self._spare.popleft()
        except IndexError:
            sheet = np.empty(0, np.uint32)
        # A block far too large for what is painted now is not worth its memory.
        fits = pixels <= len(sheet) <= 4 * pixels
        return sheet if fits else np.empty(pixels, np.uint32)

    def give_back(self, sheet: Sheet) -> None:
        """Take a block back."""
        self._spare.append(sheet)

    @contextmanager
    def lending(self) -> Iterator[NewImage]:
        """Yield what makes images that last until the end of the block."""
        lent: list[Sheet] = []

        def new(area: QRectF, ratio: float) -> QImage:
            size = device_size_of(area, ratio)
            sheet = self.take(size)
            lent.append(sheet)
            image = image_on(sheet, size, ratio, QImage.Format.Format_ARGB32_Premultiplied)
            image.fill(0)
            return image

        try:
            yield new
        finally:
            for sheet in lent:
                self.give_back(sheet)


def image_on(sheet: Sheet, size: QSize, ratio: float, image_format: QImage.Format) -> QImage:
    """Return an image of a size in device pixels whose pixels are those of the block."""
    width, height = size.width(), size.height()
    image = QImage(sheet[: width * height].data, width, height, width * 4, image_format)
    image.setDevicePixelRatio(ratio)
    return image
