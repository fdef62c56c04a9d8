"""Text along a line: the river's name follows the river."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainterPath, QTransform

from hetao_map.geometry.columns import FloatArray
from hetao_map.render.lettering import Run
from hetao_map.render.request import Spot

_MAX_TURN = math.radians(38)
# Of their usual distance, letters that follow a bend may come so near.
_CLOSEST = 0.85
# Parts of the way along a line, from its middle outwards.
_SPOTS = tuple(0.5 + sign * n / 40 for n in range(20) for sign in (1, -1)[: n + 1])


_LETTERS_KEPT = 4000
# Outlines by letter and font, measures by text and font.
_letters: dict[tuple[str, str], QPainterPath] = {}
_measures: dict[tuple[str, str], tuple[list[float], float]] = {}

# Tells whether boxes lie where nothing else does.
Free = Callable[..., bool]


@dataclass(frozen=True, eq=False)
class CurvedText:
    """An outline along a line, the boxes of its letters and the letters, in pixels of the view.

    spots are the letters' middles with their angles.
    """

    path: QPainterPath
    boxes: list[QRectF]
    runs: tuple[Run, ...]
    spots: tuple[Spot, ...]


def along(
    line: FloatArray,
    text: str,
    font: QFont,
    view: QRectF,
    offset: float = 0.0,
    free: Free = lambda *_boxes: True,
) -> Iterator[CurvedText]:
    """Yield the text at places of the line inside the view, the straightest first.

    line: (n, 2) pixels. The text reads from left to right; it is not put where the line turns
    by more than 38 degrees within three letters or a bend pushes its letters together. offset
    moves it off the line, to the reader's upper side. Places where a letter's box is not free
    are passed over.
    """
    pieces = [p for p in _inside(line, view) if len(p) > 1]
    if not pieces:
        return
    longest = max(pieces, key=_length)
    advances, height = _measured(text, font)
    # On the line itself, as on a river, letters stand apart; beside it they are set close.
    spacing = 0.0 if offset else height * 0.28
    width = sum(advances) + spacing * (len(text) - 1)
    total = _length(longest)
    if total < width * 1.15:
        return
    if longest[0, 0] > longest[-1, 0]:
        longest = longest[::-1]
    starts = np.array(_SPOTS) * (total - width)
    # A line that turns back reads from left to right against its way.
    ways = [_placed(way, starts, np.array(advances), spacing) for way in (longest, longest[::-1])]
    options = _moved(np.concatenate(ways), offset)
    bends = _worst_turns(options[:, :, 2])
    bends[_crowded(options, np.array(advances))] = np.inf
    # Bends that the eye takes for equal do not move a name away from the middle.
    for best in np.argsort(np.round(bends, 1), kind="stable").tolist():
        if bends[best] <= _MAX_TURN:
            spots = [(x, y, angle) for x, y, angle in options[best].tolist()]
            found = at_spots(spots, text, font, free)
            if found is not None:
                yield found


def at_spots(spots: Sequence[Spot], text: str, font: QFont, free: Free) -> CurvedText | None:
    """Return a text letter by letter at places in pixels, None where a box is not free."""
    advances, height = _measured(text, font)
    boxes = _boxes(spots, advances, height)
    return _outline(spots, text, advances, font, boxes) if free(*boxes) else None


def _measured(text: str, font: QFont) -> tuple[list[float], float]:
    """Return how far each letter goes, and the height of a line, in pixels."""
    key = (text, font.key())
    found = _measures.get(key)
    if found is None:
        metrics = QFontMetricsF(font)
        found = [metrics.horizontalAdvance(letter) for letter in text], metrics.height()
        if len(_measures) > _LETTERS_KEPT:
            _measures.clear()
        _measures[key] = found
    return found


def _inside(line: FloatArray, view: QRectF) -> list[FloatArray]:
    """Return the pieces of the line that lie in the view."""
    import shapely

    edges = (view.left(), view.top(), view.right(), view.bottom())
    parts = shapely.get_parts(shapely.clip_by_rect(shapely.linestrings(line), *edges))
    return [shapely.get_coordinates(part) for part in parts if shapely.get_type_id(part) == 1]


def _length(line: FloatArray) -> float:
    return float(np.hypot(*np.diff(line, axis=0).T).sum())


def _placed(
    line: FloatArray, starts: FloatArray, advances: FloatArray, spacing: float
) -> FloatArray:
    """Return (starts, letters, 3): x, y and angle of each letter's middle.

    They are smoothed over a letter's width.
    """
    distance = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])
    middles = np.cumsum(advances + spacing) - spacing - advances / 2
    at = starts[:, None] + middles
    reach = np.maximum(advances, 8.0)
    ends = np.clip(np.stack([at - reach, at, at + reach], axis=-1), 0, distance[-1])
    x, y = (np.interp(ends, distance, line[:, axis]) for axis in (0, 1))
    angles = np.arctan2(y[..., 2] - y[..., 0], x[..., 2] - x[..., 0])
    return np.stack([x.mean(axis=-1), y.mean(axis=-1), angles], axis=-1)


def _moved(spots: FloatArray, offset: float) -> FloatArray:
    """Return spots shifted at a right angle to the text's direction, upwards."""
    x, y, angle = (spots[..., axis] for axis in range(3))
    return np.stack([x + offset * np.sin(angle), y - offset * np.cos(angle), angle], axis=-1)


def _crowded(spots: FloatArray, advances: FloatArray) -> np.ndarray:
    """Return (n,) bool: where letters are pushed over one another, on the inner side of a bend.

    spots: (n, letters, 3).
    """
    needed = (advances[1:] + advances[:-1]) / 2
    apart = np.hypot(*np.moveaxis(np.diff(spots[..., :2], axis=1), -1, 0))
    return np.asarray((apart < _CLOSEST * needed).any(axis=1))


def _worst_turns(angles: FloatArray) -> FloatArray:
    """Return (n,) the sharpest turn within a few letters, infinite for text that runs backwards.

    angles: (n, letters). Three letters count together, so that a corner is not taken for a
    gentle bend.
    """
    step = min(3, angles.shape[1] - 1)
    turns = np.abs(
        np.remainder(angles[:, step:] - angles[:, : -step or None] + np.pi, math.tau) - np.pi
    )
    worst = turns.max(axis=1, initial=0.0)
    backwards = (np.abs(angles) > math.radians(100)).any(axis=1)
    return np.where(backwards, np.inf, worst)


def _boxes(spots: Sequence[Spot], advances: list[float], height: float) -> list[QRectF]:
    halves = [max(advance, height) / 2 for advance in advances]
    return [
        QRectF(x - half, y - half, 2 * half, 2 * half)
        for (x, y, _), half in zip(spots, halves, strict=True)
    ]


def _outline(
    spots: Sequence[Spot],
    text: str,
    advances: list[float],
    font: QFont,
    boxes: list[QRectF],
) -> CurvedText:
    path, runs, key = QPainterPath(), [], font.key()
    below = QFontMetricsF(font).capHeight() / 2
    for letter, advance, (x, y, angle) in zip(text, advances, spots, strict=True):
        start = QPointF(-advance / 2, below)
        turn = QTransform().translate(x, y).rotateRadians(angle)
        at = turn.map(start)
        placing = QTransform().translate(at.x(), at.y()).rotateRadians(angle)
        path.addPath(placing.map(_letter(letter, key, font)))
        runs.append(Run(letter, font, at, angle))
    return CurvedText(path, boxes, tuple(runs), tuple(spots))


def _letter(letter: str, key: str, font: QFont) -> QPainterPath:
    """Return a letter's outline at the origin; made once for each font."""
    found = _letters.get((letter, key))
    if found is None:
        found = QPainterPath()
        found.addText(QPointF(0, 0), font, letter)
        if len(_letters) > _LETTERS_KEPT:
            _letters.clear()
        _letters[letter, key] = found
    return found
