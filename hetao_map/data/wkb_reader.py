"""Well-known binary that GEOS lacks or refuses: arcs, surfaces of arcs, rings left open.

Arcs become lines of short segments. Source: OGC 06-103r4, section 8, and ISO/IEC 13249-3 for
the codes of curves; PostGIS for the flags of its extended form.
"""

from __future__ import annotations

import struct
from typing import Any

import numpy as np
import shapely

from hetao_map.data.arcs import Xy, stroked

# Arcs make no geometry longer by more vertices; further ones keep their three points.
MOST_VERTICES = 200_000
_DEEPEST = 16
# GEOS follows nested parts by recursion; below this length it cannot run out of stack.
_CHECKED_FROM = 16_384
_POINT, _LINE, _POLYGON, _ARC, _COMPOUND, _CURVE_POLYGON, _TRIANGLE = 1, 2, 3, 8, 9, 10, 17
# Multi-part types, collections and the surfaces that are collections of polygons.
_MANY = {4, 5, 6, 7, 11, 12, 15, 16}
_CURVED = range(8, 15)
_Z, _M, _SRID = 0x80000000, 0x40000000, 0x20000000


class WkbError(ValueError):
    """The bytes are no geometry."""


def read_wkb(wkb: bytes) -> Any:
    """Return the shapely geometry of WKB, None where it is none; Z and M are dropped.

    Open rings are closed. What is nested deeper than any real data is none.
    """
    try:
        return _Reader(wkb).geometry()
    except (WkbError, struct.error, ValueError, shapely.errors.ShapelyError):
        return None


def is_curved(wkb: bytes) -> bool:
    """Tell whether the type at the head of WKB is one that has arcs."""
    return len(wkb) >= 5 and _split(_code(wkb, 0))[0] in _CURVED


def is_simple(wkb: bytes) -> bool:
    """Tell whether the type at the head of WKB is one that GEOS has had from the beginning."""
    return len(wkb) >= 5 and _split(_code(wkb, 0))[0] < _ARC


def may_exhaust_geos(wkb: bytes) -> bool:
    """Tell whether parts are nested so deep that GEOS would end the process."""
    if len(wkb) < _CHECKED_FROM or _split(_code(wkb, 0))[0] in (_POINT, _LINE, _POLYGON):
        return False
    try:
        _Reader(wkb).skip()
    except (WkbError, struct.error):
        return True
    return False


def _code(wkb: bytes, offset: int) -> int:
    code: int = struct.unpack_from("<I" if wkb[offset] else ">I", wkb, offset + 1)[0]
    return code


def _split(code: int) -> tuple[int, int]:
    """Return the type without Z and M, and the numbers of a vertex."""
    base = code & 0x0FFFFFFF
    thousands = base // 1000
    z = bool(code & _Z) or thousands in (1, 3)
    m = bool(code & _M) or thousands in (2, 3)
    return base % 1000, 2 + z + m


class _Reader:
    """Walks through the bytes once."""

    def __init__(self, wkb: bytes) -> None:
        self._wkb, self._at, self._left = wkb, 0, MOST_VERTICES

    def geometry(self, depth: int = 0) -> Any:
        kind, numbers, order = self._head(depth)
        if kind == _POINT:
            return shapely.points(self._vertices(1, numbers, order)[0])
        if kind in (_LINE, _ARC):
            return _line(self._curve_of(kind, numbers, order))
        if kind == _COMPOUND:
            return _line(self._compound(order, depth))
        if kind in (_POLYGON, _TRIANGLE):
            rings = [self._counted(numbers, order) for _ in range(self._count(order, 4))]
            return _polygon(rings)
        if kind == _CURVE_POLYGON:
            return _polygon([self._curve(depth + 1) for _ in range(self._count(order, 9))])
        if kind in _MANY:
            parts = [self.geometry(depth + 1) for _ in range(self._count(order, 5))]
            return _gathered(parts)
        raise WkbError(kind)

    def skip(self, depth: int = 0) -> None:
        """Pass over one geometry without building it. Raises WkbError for deep nesting."""
        kind, numbers, order = self._head(depth)
        if kind == _POINT:
            self._step(8 * numbers)
        elif kind in (_LINE, _ARC):
            self._step(8 * numbers * self._count(order, 8 * numbers))
        elif kind in (_POLYGON, _TRIANGLE):
            for _ in range(self._count(order, 4)):
                self._step(8 * numbers * self._count(order, 8 * numbers))
        elif kind in _MANY or kind in (_COMPOUND, _CURVE_POLYGON):
            for _ in range(self._count(order, 5)):
                self.skip(depth + 1)
        else:
            raise WkbError(kind)

    def _head(self, depth: int) -> tuple[int, int, str]:
        if depth > _DEEPEST or self._at + 5 > len(self._wkb):
            raise WkbError(depth)
        order = "<" if self._wkb[self._at] else ">"
        code = _code(self._wkb, self._at)
        self._step(5 + (4 if code & _SRID else 0))
        return *_split(code), order

    def _step(self, length: int) -> None:
        self._at += length
        if self._at > len(self._wkb):
            raise WkbError(self._at)

    def _count(self, order: str, least_bytes: int) -> int:
        """Return a number of things of which each takes at least so many bytes."""
        count: int = struct.unpack_from(f"{order}I", self._wkb, self._at)[0]
        self._step(4)
        if count * least_bytes > len(self._wkb) - self._at:
            raise WkbError(count)
        return count

    def _vertices(self, count: int, numbers: int, order: str) -> Xy:
        start = self._at
        self._step(8 * numbers * count)
        found = np.frombuffer(self._wkb, f"{order}f8", numbers * count, start)
        return found.astype(np.float64).reshape(count, numbers)[:, :2]

    def _counted(self, numbers: int, order: str) -> Xy:
        return self._vertices(self._count(order, 8 * numbers), numbers, order)

    def _curve_of(self, kind: int, numbers: int, order: str) -> Xy:
        vertices = self._counted(numbers, order)
        return self._stroked(vertices) if kind == _ARC else vertices

    def _curve(self, depth: int) -> Xy:
        """Return the vertices of a part of a curve, or of a ring made of one."""
        kind, numbers, order = self._head(depth)
        if kind in (_LINE, _ARC):
            return self._curve_of(kind, numbers, order)
        if kind == _COMPOUND:
            return self._compound(order, depth)
        raise WkbError(kind)

    def _compound(self, order: str, depth: int) -> Xy:
        parts = [self._curve(depth + 1) for _ in range(self._count(order, 9))]
        return np.concatenate(parts) if parts else np.empty((0, 2))

    def _stroked(self, vertices: Xy) -> Xy:
        """Return arcs as short segments, as long as the geometry has room for them."""
        line = stroked(vertices, self._left)
        self._left -= len(line) - len(vertices)
        return line


def _line(vertices: Xy) -> Any:
    return shapely.linestrings(vertices) if len(vertices) else shapely.LineString()


def _polygon(rings: list[Xy]) -> Any:
    filled = [shapely.linearrings(ring) for ring in rings if len(ring)]
    return shapely.polygons(filled[0], filled[1:] or None) if filled else shapely.Polygon()


def _gathered(parts: list[Any]) -> Any:
    """Return the parts as one geometry: of many parts if they are alike, else a collection."""
    makers = {0: shapely.multipoints, 1: shapely.multilinestrings, 3: shapely.multipolygons}
    kinds = {int(shapely.get_type_id(part)) for part in parts}
    maker = makers.get(kinds.pop()) if len(kinds) == 1 else None
    return (maker or shapely.geometrycollections)(parts)
