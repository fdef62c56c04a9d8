"""Which room on the map is taken: boxes in logical pixels of the view."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from PySide6.QtCore import QRectF

from hetao_map.geometry.columns import FloatArray

# Two labels that just do not touch may seem to after a pan, by an error of rounding.
_ROUNDING_PX = 0.02


class Room:
    """The boxes that are taken, as an array that grows."""

    def __init__(self, view: QRectF, taken: Iterable[QRectF]) -> None:
        boxes = [edges(box) for box in taken]
        self.view = view
        self._boxes = np.empty((max(64, 2 * len(boxes)), 4))
        self._count = len(boxes)
        if boxes:
            self._boxes[: self._count] = boxes

    @property
    def boxes(self) -> FloatArray:
        """Return (n, 4) the boxes that are taken: left, top, right, bottom."""
        return self._boxes[: self._count]

    def free(self, *boxes: QRectF) -> bool:
        """Tell whether all boxes lie in the view and touch no other that is taken."""
        if not all(map(self.view.contains, boxes)):
            return False
        return not overlapping(np.array([edges(box) for box in boxes]), self.boxes).any()

    def free_on(self, own: QRectF, box: QRectF) -> bool:
        """Tell the same of a box on a mark of its own, which lies within another box."""
        left, top, right, bottom = edges(own)
        within = (self.boxes[:, :2] >= (left, top)).all(axis=1)
        within &= (self.boxes[:, 2:] <= (right, bottom)).all(axis=1)
        others = self.boxes[~within]
        return self.view.contains(box) and not overlapping(np.array([edges(box)]), others).any()

    def still_free(self, *boxes: QRectF) -> bool:
        """Tell the same of boxes that were free in another view at the same scale."""
        less = _ROUNDING_PX
        return self.free(*(box.adjusted(less, less, -less, -less) for box in boxes))

    def take(self, *boxes: QRectF) -> None:
        """Mark the boxes as taken."""
        needed = self._count + len(boxes)
        if needed > len(self._boxes):
            self._boxes = np.concatenate([self._boxes, np.empty((needed, 4))])
        for number, box in enumerate(boxes, self._count):
            self._boxes[number] = edges(box)
        self._count = needed

    def give_back(self, *boxes: QRectF) -> None:
        """Let others have the room of boxes that were taken."""
        given = np.array([edges(box) for box in boxes])
        kept = self.boxes[~(self.boxes[:, None] == given[None]).all(axis=-1).any(axis=1)]
        self._count = len(kept)
        self._boxes[: self._count] = kept


def edges(box: QRectF) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of a box."""
    return box.left(), box.top(), box.right(), box.bottom()


def overlapping(some: FloatArray, others: FloatArray) -> np.ndarray:
    """Return (m,) bool: which of (m, 4) boxes overlap any of (n, 4)."""
    return np.asarray(overlaps(some, others).any(axis=1))


def overlaps(some: FloatArray, others: FloatArray) -> np.ndarray:
    """Return (m, n) bool: which of (m, 4) boxes overlap which of (n, 4)."""
    a, b = some[:, None, :], others[None]
    hit = (b[..., 0] < a[..., 2]) & (b[..., 2] > a[..., 0])
    return np.asarray(hit & (b[..., 1] < a[..., 3]) & (b[..., 3] > a[..., 1]))


def crossing(segments: FloatArray, boxes: FloatArray) -> np.ndarray:
    """Return (m, n) bool: which of (m, 4) segments, x, y to x, y, cross which of (n, 4) boxes.

    By Liang and Barsky, "A new concept and method for line clipping" (1984).
    """
    enters, leaves = np.zeros(1), np.ones(1)
    for axis in (0, 1):
        start = segments[:, axis, None]
        way = segments[:, axis + 2, None] - start
        way = np.where(np.abs(way) < 1e-9, 1e-9, way)
        one, other = (boxes[:, axis] - start) / way, (boxes[:, axis + 2] - start) / way
        enters = np.maximum(enters, np.minimum(one, other))
        leaves = np.minimum(leaves, np.maximum(one, other))
    return np.asarray(enters < leaves)
