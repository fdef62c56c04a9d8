"""Drawing many features fast. Each way below is the fastest of those measured for its case.

QPainter draws a line of up to one pixel without an outline of it, which is some forty times
faster than a wider one; a path of many areas is slower to fill than one area a call; a
polygon cut from one large array costs two microseconds, a path of its own twenty.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPen, QPolygonF
from shiboken6 import VoidPtr

from hetao_map.geometry.columns import BoolArray, FloatArray, IntArray, ranges
from hetao_map.model.layer import Stale
from hetao_map.render.coverage import Pixels, covered, draw_pixels, draw_tinted, over_itself
from hetao_map.render.endless import endless, fill_roughly
from hetao_map.render.paths import PixelRings, painter_paths
from hetao_map.render.stamps import can_be_stamped, pixels_of, stamped

HAIRLINE_PX = 1.0
# From so many vertices on nobody can tell a line of one pixel from one of one and a half.
_DENSE_VERTICES = 100_000
_WIDEST_THINNED_PX = 1.6
_LOOK_EVERY = 512
_LINES_PER_PATH = 256
# About a millisecond of drawing; a call for few vertices takes as long as one for so many.
_LOOK_AFTER_VERTICES, _VERTICES_OF_A_CALL = 1500, 4
_LARGE_VERTICES = 500
_VERTICES_OF_A_RUN = 500
# From so many marks on they are stamped at whole pixels, and once where several coincide.
STAMPED_FROM = 3000
# So many areas of up to so many device pixels are filled as one layer, which takes as long as
# QPainter does for one area in so many pixels of the picture.
_IN_BULK_FROM = 1500
_BULK_PX = 64.0
_PIXELS_PER_AREA = 350


class Pace:
    """Looks whether a picture is called off each time that so much has been drawn."""

    def __init__(self, stale: Stale) -> None:
        self._stale, self._left = stale, 0

    def stale(self, vertices: int) -> bool:
        """Tell whether to stop before so many vertices more."""
        self._left -= vertices + _VERTICES_OF_A_CALL
        if self._left > 0:
            return False
        self._left = _LOOK_AFTER_VERTICES
        return self._stale()


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
    tangled = _tangled(rings, painter)
    if tangled.any():
        if not _draw_tangled(painter, _chosen(rings, np.flatnonzero(tangled)), stale):
            return False
        rings = _chosen(rings, np.flatnonzero(~tangled))
    single = _single(rings.owner)
    small = single & _small(rings, painter)
    pixels = painter.device().width() * painter.device().height()
    if int(small.sum()) >= max(_IN_BULK_FROM, pixels // _PIXELS_PER_AREA):
        if not _draw_in_bulk(painter, _chosen(rings, np.flatnonzero(small)), stale):
            return False
    else:
        small[:] = False
    if not _draw_pieces(painter.drawPolygon, rings, np.flatnonzero(single & ~small), stale):
        return False
    rest = np.flatnonzero(~single)
    return _draw_paths(painter, _chosen(rings, rest), 1, stale)


def _tangled(rings: PixelRings, painter: QPainter) -> BoolArray:
    """Tell of each ring whether QPainter would not come to an end with its feature."""
    device = painter.device()
    if not isinstance(device, QImage):
        return np.zeros(len(rings.owner), dtype=bool)
    return endless(rings, painter.deviceTransform().m22(), device.width())


def _draw_tangled(painter: QPainter, rings: PixelRings, stale: Stale) -> bool:
    """Fill rings roughly and outline them with hairlines; False when stopped half-way."""
    pen = painter.pen()
    if painter.brush().style() is not Qt.BrushStyle.NoBrush:
        for start, end in pairwise(rings.offsets.tolist()):
            xy = _on_device(rings.xy[start:end], painter)
            offsets = np.array([0, end - start])
            fill_roughly(painter, xy, offsets, painter.brush().color(), stale)
    complete = pen.style() is Qt.PenStyle.NoPen or _draw_hairlines(painter, rings, stale)
    painter.setPen(pen)
    return complete and not stale()


def _draw_hairlines(painter: QPainter, rings: PixelRings, stale: Stale) -> bool:
    """Draw rings in the pen's colour, some vertices at a time; False when stopped half-way."""
    painter.setPen(QPen(painter.pen().color(), HAIRLINE_PX))
    for start, end in pairwise(rings.offsets.tolist()):
        whole = polygon(rings.xy[start:end])
        for at in range(0, end - start - 1, _VERTICES_OF_A_RUN):
            if stale():
                return False
            painter.drawPolyline(whole.mid(at, _VERTICES_OF_A_RUN + 1))
    return True


def _small(rings: PixelRings, painter: QPainter) -> BoolArray:
    """Tell which rings can be filled in bulk: small ones that lie wholly on an image."""
    device, pen, kind = painter.device(), painter.pen(), painter.brush().style()
    solid = pen.style() in (Qt.PenStyle.NoPen, Qt.PenStyle.SolidLine)
    thin = pen.style() is Qt.PenStyle.NoPen or pen.widthF() <= HAIRLINE_PX
    plain = kind in (Qt.BrushStyle.NoBrush, Qt.BrushStyle.SolidPattern)
    if not (isinstance(device, QImage) and solid and thin and plain and len(rings.owner)):
        return np.zeros(len(rings.owner), dtype=bool)
    x, y = _on_device(rings.xy, painter).T
    small: BoolArray = np.ones(len(rings.owner), dtype=bool)
    for along, length in ((x, device.width()), (y, device.height())):
        least = np.minimum.reduceat(along, rings.offsets[:-1])
        most = np.maximum.reduceat(along, rings.offsets[:-1])
        small &= (least >= 0) & (most < length) & (most - least <= _BULK_PX)
    return small


def _on_device(xy: FloatArray, painter: QPainter) -> FloatArray:
    """Return a painter's pixels as device pixels; it only moves and scales."""
    to = painter.deviceTransform()
    device: FloatArray = xy * (to.m11(), to.m22()) + (to.dx(), to.dy())
    return device


def _draw_in_bulk(painter: QPainter, rings: PixelRings, stale: Stale) -> bool:
    """Fill all rings as one layer of pixels, then outline them; False when stopped half-way."""
    pen, brush = painter.pen(), painter.brush()
    outlined = pen.style() is not Qt.PenStyle.NoPen
    if brush.style() is not Qt.BrushStyle.NoBrush:
        device = painter.device()
        size = (device.width(), device.height())
        # The outline hides how the edge of a fill is rounded.
        lines = 2 if outlined else 4
        shares = covered(_on_device(rings.xy, painter), rings.offsets, size, lines, stale)
        opacity = over_itself(shares, brush.color().alphaF())
        corner = painter.transform().inverted()[0].map(QPointF(0, 0))
        draw_tinted(painter, corner, opacity, brush.color(), device.devicePixelRatio())
    if not outlined:
        return not stale()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    complete = _draw_paths(painter, rings, _LINES_PER_PATH, stale)
    painter.setBrush(brush)
    return complete


def draw_lines(painter: QPainter, rings: PixelRings, stale: Stale) -> bool:
    """Draw lines; return False when stopped half-way."""
    pen = painter.pen()
    if pen.widthF() > HAIRLINE_PX and (tangled := _tangled(rings, painter)).any():
        complete = _draw_hairlines(painter, _chosen(rings, np.flatnonzero(tangled)), stale)
        painter.setPen(pen)
        if not complete:
            return False
        rings = _chosen(rings, np.flatnonzero(~tangled))
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
    pace = Pace(stale)
    for start, end in zip(starts, ends, strict=True):
        if pace.stale(end - start):
            return False
        draw(cut(start, end - start))  # type: ignore[operator]
    return True


def _draw_paths(painter: QPainter, rings: PixelRings, per_path: int, stale: Stale) -> bool:
    pace = Pace(stale)
    for path in painter_paths(rings, per_path):
        if pace.stale(vertices := path.elementCount()):
            return False
        if vertices < _LARGE_VERTICES:
            painter.drawPath(path)
        elif not draw_large(painter, path, stale):
            return False
    return True


def draw_large(painter: QPainter, path: QPainterPath, stale: Stale) -> bool:
    """Fill and outline a path as drawPath does, with a look whether anybody waits in between."""
    painter.fillPath(path, painter.brush())
    if stale():
        return False
    painter.strokePath(path, painter.pen())
    return True


def _chosen(rings: PixelRings, chosen: IntArray) -> PixelRings:
    """Return only some rings, their owners numbered anew from zero."""
    if len(chosen) == len(rings.owner):
        return rings
    vertices, ring = ranges(rings.offsets[chosen], rings.offsets[chosen + 1])
    counts = np.bincount(ring, minlength=len(chosen))
    offsets = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
    _, owner = np.unique(rings.owner[chosen], return_inverse=True)
    return PixelRings(rings.xy[vertices], offsets, owner.astype(np.int64))


def stamp(painter: QPainter, image: QImage, xy: FloatArray, stale: Stale) -> bool:
    """Draw a mark's image around each of (n, 2) pixels; False when stopped half-way.

    Of marks that would lie within a quarter of their size, the last one is drawn.
    """
    ratio = image.devicePixelRatio()
    if len(xy) >= STAMPED_FROM and can_be_stamped(mark := pixels_of(image)):
        return _stamp_at_once(painter, mark, xy, stale)
    half = QPointF(image.width() / ratio / 2, image.height() / ratio / 2)
    for number, (x, y) in enumerate(_thinned(xy, image.width() / ratio / 4)):
        if number % _LOOK_EVERY == 0 and stale():
            return False
        painter.drawImage(QPointF(round(x), round(y)) - half, image)
    return True


def _stamp_at_once(painter: QPainter, mark: Pixels, xy: FloatArray, stale: Stale) -> bool:
    device, ratio = painter.device(), painter.device().devicePixelRatio()
    centers = np.rint(_on_device(np.rint(xy), painter)).astype(np.int64)
    pixels = stamped(mark, centers, (device.width(), device.height()), stale)
    corner = painter.transform().inverted()[0].map(QPointF(0, 0))
    draw_pixels(painter, corner, pixels, ratio)
    return not stale()


def _thinned(xy: FloatArray, cell: float) -> Iterator[list[float]]:
    cells = np.floor(xy / max(cell, 1.0)).astype(np.int64)
    keys = cells[:, 0] * 1_000_003 + cells[:, 1]
    _, last = np.unique(keys[::-1], return_index=True)
    kept = np.sort(len(xy) - 1 - last)
    yield from xy[kept].tolist()
