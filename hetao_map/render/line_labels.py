"""Text along a line: the river's name follows the river."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainterPath, QTransform

from hetao_map.geometry.columns import FloatArray

_MAX_TURN = math.radians(38)
_SPOTS = (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8)


@dataclass(frozen=True, eq=False)
class CurvedText:
    """An outline along a line and the boxes of its letters, in pixels of the view."""

    path: QPainterPath
    boxes: list[QRectF]


def along(
    line: FloatArray, text: str, font: QFont, view: QRectF, offset: float = 0.0
) -> CurvedText | None:
    """Return the text on the straightest piece of the line inside the view, None if none is.

    line: (n, 2) pixels. The text reads from left to right; it is not put where the line turns
    by more than 38 degrees within three letters. offset moves it off the line, to the reader's
    upper side.
    """
    pieces = [p for p in _inside(line, view) if len(p) > 1]
    if not pieces:
        return None
    longest = max(pieces, key=_length)
    metrics = QFontMetricsF(font)
    advances = [metrics.horizontalAdvance(letter) for letter in text]
    # On the line itself, as on a river, letters stand apart; beside it they are set close.
    spacing = 0.0 if offset else metrics.height() * 0.28
    width = sum(advances) + spacing * (len(text) - 1)
    total = _length(longest)
    if total < width * 1.15:
        return None
    if longest[0, 0] > longest[-1, 0]:
        longest = longest[::-1]
    options = [_placed(longest, spot * (total - width), advances, spacing) for spot in _SPOTS]
    bends = [_worst_turn(option) for option in options]
    best = int(np.argmin(bends))
    if bends[best] > _MAX_TURN:
        return None
    spots = [_moved(spot, offset) for spot in options[best]]
    return _outline(spots, text, advances, font, metrics)


def _inside(line: FloatArray, view: QRectF) -> list[FloatArray]:
    """Return the pieces of the line that lie in the view."""
    import shapely

    edges = (view.left(), view.top(), view.right(), view.bottom())
    parts = shapely.get_parts(shapely.clip_by_rect(shapely.linestrings(line), *edges))
    return [shapely.get_coordinates(part) for part in parts if shapely.get_type_id(part) == 1]


def _length(line: FloatArray) -> float:
    return float(np.hypot(*np.diff(line, axis=0).T).sum())


def _placed(
    line: FloatArray, start: float, advances: list[float], spacing: float
) -> list[tuple[float, float, float]]:
    """Return x, y and angle of each letter's middle, smoothed over a letter's width."""
    distance = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])
    spots = []
    at = start
    for advance in advances:
        middle, reach = at + advance / 2, max(advance, 8.0)
        ends = np.clip([middle - reach, middle, middle + reach], 0, distance[-1])
        x, y = np.interp(ends, distance, line[:, 0]), np.interp(ends, distance, line[:, 1])
        angle = math.atan2(y[2] - y[0], x[2] - x[0])
        spots.append((float(x.mean()), float(y.mean()), angle))
        at += advance + spacing
    return spots


def _moved(spot: tuple[float, float, float], offset: float) -> tuple[float, float, float]:
    """Return the spot shifted at a right angle to the text's direction, upwards."""
    x, y, angle = spot
    return x + offset * math.sin(angle), y - offset * math.cos(angle), angle


def _worst_turn(spots: list[tuple[float, float, float]]) -> float:
    """Return the sharpest turn within a few letters, infinite where the text runs backwards.

    Three letters count together, so that a corner is not taken for a gentle bend.
    """
    if any(abs(spot[2]) > math.radians(100) for spot in spots):
        return math.inf
    ahead = zip(spots, spots[3:] or spots[-1:], strict=False)
    return max((abs(math.remainder(b[2] - a[2], math.tau)) for a, b in ahead), default=0.0)


def _outline(
    spots: list[tuple[float, float, float]],
    text: str,
    advances: list[float],
    font: QFont,
    metrics: QFontMetricsF,
) -> CurvedText:
    path, boxes = QPainterPath(), []
    for letter, advance, (x, y, angle) in zip(text, advances, spots, strict=True):
        piece = QPainterPath()
        piece.addText(QPointF(-advance / 2, metrics.capHeight() / 2), font, letter)
        turn = QTransform().translate(x, y).rotateRadians(angle)
        path.addPath(turn.map(piece))
        half = max(advance, metrics.height()) / 2
        boxes.append(QRectF(x - half, y - half, 2 * half, 2 * half))
    return CurvedText(path, boxes)
