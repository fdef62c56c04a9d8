"""Names that stand off their mark, with a thin line between: for places where marks crowd."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from hetao_map.geometry.columns import FloatArray
from hetao_map.geometry.extent import Xy
from hetao_map.model.style import TextSymbolizer
from hetao_map.render.label_room import Room, crossing, edges, overlapping
from hetao_map.render.theme import Theme, adapted

_DIRECTIONS = 48
_STEP_PX = 6.0
# A line begins at the rim of its mark; it points so far into the name.
_FROM, _INTO = 0.75, 4.0
# Nearer than this a name needs no line.
_NEAR_PX = 3.0
# A name off its mark keeps that much farther from other marks than their own names do.
_APART_PX = 5.0
# From here on, as a part of the mark's reach, a line must be clear of all else.
_CLEAR_FROM = 1.3
_INK, _RIM = 0.9, 2.6
# A line takes the room of squares of that half width.
_HALF_PX = 2.0
_CORNER, _LARGE_PX = 3.0, 14.0
# What it counts, in pixels, that a line leaves a crowd on the wrong side; and a weak push.
_ASTRAY, _WEAK = 60.0, 0.05


@dataclass(frozen=True, eq=False)
class Options:
    """Places for one name off its mark, the nearest first, in logical pixels.

    centers: (m, 2) of the name; boxes: (m, 4) that it covers; lines: (m, 4) the part of its
    line that must be clear; cost: (m,) its length, and more where it runs into the crowd.
    """

    centers: FloatArray
    boxes: FloatArray
    lines: FloatArray
    cost: FloatArray

    def __len__(self) -> int:
        return len(self.cost)

    def chosen(self, which: np.ndarray) -> Options:
        """Return some of the places."""
        return Options(self.centers[which], self.boxes[which], self.lines[which], self.cost[which])


def _reach(symbolizer: TextSymbolizer) -> float:
    """Return how far from its point a label keeps, in pixels."""
    return max(*map(abs, symbolizer.displacement), 4.0)


def options(
    symbolizer: TextSymbolizer,
    mark: Xy,
    box: QRectF,
    near: FloatArray,
    outward: FloatArray,
    others: FloatArray,
    room: Room,
) -> Options:
    """Return the free places of a name with a box around (0, 0) for a mark at a pixel.

    near: (k, 2) centres by the mark, the best first. outward: (2,) where there are no other
    marks. others: (n, 2) marks that a name off its own must not seem to belong to. The farthest
    place is the max_displacement away.
    """
    half = np.array([box.width() / 2, box.height() / 2])
    centers = np.vstack([near, _around(symbolizer, mark, half)])
    boxes = np.hstack([centers - half, centers + half])
    lines, length = _lines(symbolizer, mark, boxes)
    # A line that leaves the crowd on its own side does not cut off the way of others.
    way = lines[:, 2:] - lines[:, :2]
    way /= np.maximum(np.hypot(*way.T), 1e-9)[:, None]
    cost = length + _ASTRAY * (1 - way @ outward)
    beside = np.arange(len(centers)) < len(near)
    cost[beside] = np.arange(len(near)) / 2
    lines[beside] = (*mark, *mark)
    found = Options(centers, boxes, lines, cost)
    alien = _beside(boxes, others, _reach(symbolizer) + _APART_PX)
    off = ~beside | (length >= _reach(symbolizer) + _NEAR_PX)
    found = found.chosen(_inside(boxes, room) & ~(alien & off))
    if not len(found):
        return found
    low, high = found.boxes[:, :2].min(axis=0), found.boxes[:, 2:].max(axis=0)
    around = room.boxes[overlapping(room.boxes, np.concatenate([low, high])[None])]
    found = found.chosen(~overlapping(found.boxes, around))
    found = found.chosen(
        (found.cost < len(near)) | ~crossing(found.lines, _round(around)).any(axis=1)
    )
    return found.chosen(np.argsort(found.cost, kind="stable"))


def _beside(boxes: FloatArray, marks: FloatArray, far: float) -> np.ndarray:
    """Return (m,) bool: which boxes lie nearer than far to any of (n, 2) marks."""
    low, high = boxes[:, None, :2], boxes[:, None, 2:]
    gap = np.maximum(np.maximum(low - marks[None], marks[None] - high), 0.0)
    return np.asarray((np.hypot(gap[..., 0], gap[..., 1]) < far).any(axis=1))


def _round(boxes: FloatArray) -> FloatArray:
    """Return boxes as a line sees them: most marks have no corners, and names have air.

    Small boxes are parts of lines; between them there is no way through.
    """
    large = (boxes[:, 2] - boxes[:, 0] > _LARGE_PX)[:, None]
    return np.asarray(boxes + large * np.array([_CORNER, _CORNER, -_CORNER, -_CORNER]))


def outward(marks: FloatArray) -> FloatArray:
    """Return (n, 2) of length 0 to 1: where each of (n, 2) marks is pushed by the others."""
    away = marks[:, None] - marks[None]
    distance = np.maximum(np.hypot(away[..., 0], away[..., 1]), 1.0)
    push = (away / distance[..., None] ** 2).sum(axis=1)
    return np.asarray(push / np.maximum(np.hypot(*push.T), _WEAK)[:, None])


def _around(symbolizer: TextSymbolizer, mark: Xy, half: FloatArray) -> FloatArray:
    """Return (m, 2) centres of a name all around a mark; half is half the name's size."""
    reach = _reach(symbolizer)
    far = np.arange(reach + _STEP_PX, max(symbolizer.max_displacement, reach), _STEP_PX)
    angle = np.arange(_DIRECTIONS) * (math.tau / _DIRECTIONS)
    way = np.column_stack([np.cos(angle), np.sin(angle)])
    # The box's edge, not its middle, is that far from the mark.
    to_edge = (half / np.maximum(np.abs(way), 1e-9)).min(axis=1)
    away = way * (far[:, None] + to_edge)[..., None]
    return np.asarray(np.array(mark) + away.reshape(-1, 2))


def _inside(boxes: FloatArray, room: Room) -> np.ndarray:
    left, top, right, bottom = edges(room.view)
    low, high = boxes[:, :2], boxes[:, 2:]
    return np.asarray((low >= (left, top)).all(axis=1) & (high <= (right, bottom)).all(axis=1))


def _lines(
    symbolizer: TextSymbolizer, spot: Xy, boxes: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """Return (m, 4) the lines from a mark to boxes without their first bit, and their (m,) length.

    A line points to the name's body and ends at the box around it.
    """
    start = np.array(spot)
    body = np.clip(start, boxes[:, :2] + _INTO, boxes[:, 2:] - _INTO)
    whole = np.maximum(np.hypot(*(body - start).T), 1e-9)
    way = (body - start) / whole[:, None]
    safe = np.where(np.abs(way) < 1e-9, 1e-9, way)
    edge = np.minimum((boxes[:, :2] - start) / safe, (boxes[:, 2:] - start) / safe).max(axis=1)
    clear = _CLEAR_FROM * _reach(symbolizer)
    last = start + way * np.maximum(edge, clear)[:, None]
    return np.hstack([start + way * clear, last]), np.maximum(edge, 0.0)


@dataclass(frozen=True, eq=False)
class Leader:
    """A line from a mark to its name; boxes are what it covers, in logical pixels."""

    start: QPointF
    end: QPointF
    line: FloatArray
    boxes: tuple[QRectF, ...]

    def clear(self, room: Room) -> bool:
        """Tell whether it crosses nothing that is taken."""
        return not crossing(self.line, _round(room.boxes)).any()


def leader(symbolizer: TextSymbolizer, spot: Xy, box: QRectF) -> Leader | None:
    """Return the line from a mark's pixel to its name's box, None where they are neighbours."""
    lines, (length,) = _lines(symbolizer, spot, np.array([edges(box)]))
    if length < _reach(symbolizer) + _NEAR_PX:
        return None
    first, last = lines[0, :2], lines[0, 2:]
    rim = np.array(spot) + (first - np.array(spot)) * (_FROM / _CLEAR_FROM)
    count = max(int(np.hypot(*(last - first)) / _HALF_PX), 1) + 1
    squares = tuple(
        QRectF(x - _HALF_PX, y - _HALF_PX, 2 * _HALF_PX, 2 * _HALF_PX)
        for x, y in np.linspace(first, last, count).tolist()
    )
    return Leader(QPointF(*rim.tolist()), QPointF(*last.tolist()), lines, squares)


def paint_leader(
    painter: QPainter, found: Leader, symbolizer: TextSymbolizer, theme: Theme
) -> None:
    """Paint the line in the name's ink, with a rim that parts it from the ground."""
    ink = QColor(adapted(symbolizer.color, theme))
    ink.setAlphaF(ink.alphaF() * 0.75)
    pens = [QPen(ink, _INK)]
    if symbolizer.halo_color is not None:
        pens.insert(0, QPen(adapted(symbolizer.halo_color, theme), _RIM))
    for pen in pens:
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(found.start, found.end)
