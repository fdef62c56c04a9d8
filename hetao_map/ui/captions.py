"""Where what is written beside points on the map goes, so that no words lie over others."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, QSizeF

_BESIDE, _ABOVE = 10.0, 8.0
# A box that is not level with its point is so many lines off, and lines are so far apart.
_LINES, _APART = (0, -1, 1, -2, 2), 2.0


class Captions:
    """The boxes that are taken by words in one picture, in logical pixels of the view."""

    def __init__(self, view: QRectF) -> None:
        self._view = view
        self._taken: list[QRectF] = []

    def beside(self, at: QPointF, size: QSizeF) -> QRectF | None:
        """Return a free box at a slant from a point, the upper right first; None for none."""
        right, left = at.x() + _BESIDE, at.x() - _BESIDE - size.width()
        above, below = at.y() - _ABOVE - size.height(), at.y() + _ABOVE
        corners = ((right, above), (left, above), (right, below), (left, below))
        return self._first(QRectF(QPointF(x, y), size) for x, y in corners)

    def level(self, at: QPointF, size: QSizeF, away: float) -> QRectF:
        """Return a box to the right of a point, or to its left where that is free alone.

        Where neither is, it goes up or down; without any room it lies over others in the view.
        """
        lefts = (at.x() + away, at.x() - away - size.width())
        middle = at.y() - size.height() / 2
        step = size.height() + _APART
        tops = [middle + number * step for number in _LINES]
        boxes = [QRectF(QPointF(left, top), size) for top in tops for left in lefts]
        found = self._first(boxes)
        if found is None:
            found = next((box for box in boxes if self._view.contains(box)), boxes[0])
            self._taken.append(found)
        return found

    def _first(self, boxes: Iterable[QRectF]) -> QRectF | None:
        for box in boxes:
            if self._view.contains(box) and not any(box.intersects(other) for other in self._taken):
                self._taken.append(box)
                return box
        return None
