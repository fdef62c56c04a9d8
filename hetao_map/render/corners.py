"""Where on a map a part of its furniture covers the least."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QRectF

from hetao_map.geometry.columns import FloatArray
from hetao_map.render.label_room import edges, overlapping, overlaps

NO_MARKS: FloatArray = np.empty((0, 3))


def best_corner(
    places: Sequence[QRectF], view: QRectF, taken: Sequence[QRectF], marks: FloatArray
) -> QRectF:
    """Return the first of the places that covers the least of (n, 3) marks: x, y, pixels across.

    A large mark counts for more than a small one. A place that sticks out of the view or lies on
    what is taken counts only where all do.
    """
    boxes = np.array([edges(place) for place in places])
    others = np.array([edges(box) for box in taken]).reshape(-1, 4)
    inside = np.array([view.contains(place) for place in places])
    unfit = overlapping(boxes, others) | ~inside
    middles, halves = marks[:, :2], marks[:, 2:] / 2
    around = np.hstack([middles - halves, middles + halves])
    covered = overlaps(boxes, around) @ marks[:, 2] ** 2
    return places[int(np.lexsort((covered, unfit))[0])]
