"""Drawing many features fast. Each way below is the fastest of those measured for its case.

QPainter draws a line of up to one pixel without an outline of it, which is some forty times
faster than a wider one; a path of many areas is slower to fill than one area a call; a
polygon cut from one large array costs two microseconds, a path of its own twenty.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter, QPen, QPolygonF
from shiboken6 import VoidPtr

from hetao_map.geometry.columns import FloatArray, IntArray
from hetao_map.model.layer import Stale
from hetao_map.render.paths import PixelRings, painter_paths

HAIRLINE_PX = 1.0
# From so many vertices on nobody can tell a line of one pixel from one of one and a half.
_DENSE_VERTICES = 100_000
_WIDEST_THINNED_PX = 1.6
_LOOK_EVERY = 512
_LINES_PER_PATH = 256
# From so many marks on they are stamped at whole pixels, and once where several coincide.
STAMPED_FROM = 3000


def polygon(xy: FloatArray) -> QPolygonF:
    """Return (n, 2) pixels as a polygon, copied in one piece."""
    xy = np.ascontiguousarray(xy, dtype=np.float64)
    result = QPolygonF()
    result.resize(len(xy))
    if len(xy):
        # Qt's stubs do not know that a polygon's data is a run of doubles.
        address: Any = VoidPtr(result.data(), xy.nbytes, True)  # type: ignore[call-arg, arg-type]
        np.frombuffer(address, dtype=np.float64).reshape(-1, 2)[:] = xy
    return result


def slimmed(pen: QPen, vertices: int) -> QPen:
    """Return the pen for so many vertices: a thin solid one becomes a hairline where dense."""
    if (
        vertices < _DENSE_VERTICES
        or pen.style() is not Qt.PenStyle.SolidLine
        or not HAIRLINE_PX < pen.widthF() <= _WIDEST_THINNED_PX
    ):
        return pen
    thin = QPen(pen)
    thin.setWidthF(HAIRLINE_PX)
    return thin


def draw_areas(painter: QPainter, rings: PixelRings, stale: Stale) -> bool:
    """Fill and outline polygon features; return False when stopped half-way."""
    single = _single(rings.owner)
    if single.all():
        return _draw_pieces(painter.drawPolygon, rings, np.arange(len(rings.owner)), stale)
    if not _draw_pieces(painter.drawPolygon, rings, np.flatnonzero(single), stale):
        return False
    rest = np.flatnonzero(~single)
    return _draw_paths(painter, _chosen(rings, rest), 1, stale)


def draw_lines(painter: QPainter, rings: PixelRings, stale: Stale) -> bool:
    """Draw lines; return False when stopped half-way."""
    pen = painter.pen()
    if pen.style() is Qt.PenStyle.SolidLine and pen.widthF() <= HAIRLINE_PX:
        return _draw_paths(painter, rings, _LINES_PER_PATH, stale)
    return _draw_pieces(painter.drawPolyline, rings, np.arange(len(rings.owner)), stale)


def _single(owner: IntArray) -> np.ndarray:
    """Return (rings,) bool: the rings that are the only one of their feature."""
    if not len(owner):
        return np.zeros(0, dtype=bool)
    single: np.ndarray = np.bincount(owner)[owner] == 1
    return single


def _draw_pieces(draw: object, rings: PixelRings, chosen: IntArray, stale: Stale) -> bool:
    whole = polygon(rings.xy)
    starts, ends = rings.offsets[chosen].tolist(), rings.offsets[chosen + 1].tolist()
    cut = whole.mid
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
        if number % _LOOK_EVERY == 0 and stale():
            return False
        draw(cut(start, end - start))  # type: ignore[operator]
    return True


def _draw_paths(painter: QPainter, rings: PixelRings, per_path: int, stale: Stale) -> bool:
    for number, path in enumerate(painter_paths(rings, per_path)):
        if number % 16 == 0 and stale():
            return False
        painter.drawPath(path)
    return True


def _chosen(rings: PixelRings, chosen: IntArray) -> PixelRings:
    """Return only some rings, their owners numbered anew from zero."""
    pieces = [rings.xy[rings.offsets[ring] : rings.offsets[ring + 1]] for ring in chosen]
    lengths = [len(piece) for piece in pieces]
    offsets = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
    _, owner = np.unique(rings.owner[chosen], return_inverse=True)
    xy = np.concatenate(pieces) if pieces else np.empty((0, 2))
    return PixelRings(xy, offsets, owner.astype(np.int64))


def stamp(painter: QPainter, image: QImage, xy: FloatArray, stale: Stale) -> bool:
    """Draw a mark's image around each of (n, 2) pixels; False when stopped half-way.

    Of marks that would lie within a quarter of their size, the last one is drawn.
    """
    ratio = image.devicePixelRatio()
    half = QPointF(image.width() / ratio / 2, image.height() / ratio / 2)
    for number, (x, y) in enumerate(_thinned(xy, image.width() / ratio / 4)):
        if number % _LOOK_EVERY == 0 and stale():
            return False
        painter.drawImage(QPointF(round(x), round(y)) - half, image)
    return True


def _thinned(xy: FloatArray, cell: float) -> Iterator[list[float]]:
    cells = np.floor(xy / max(cell, 1.0)).astype(np.int64)
    keys = cells[:, 0] * 1_000_003 + cells[:, 1]
    _, last = np.unique(keys[::-1], return_index=True)
    kept = np.sort(len(xy) - 1 - last)
    yield from xy[kept].tolist()
