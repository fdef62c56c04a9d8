"""Coordinates straight from GeoPackage blobs, for the simple shapes that most files hold.

A blob of one ring, one line or one point is a head of known length and then little-endian
doubles: joined, they are one array. Everything else goes through shapely.
Source: OGC 12-128r19, section 2.1.3, and OGC 06-103r4, well-known binary.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from hetao_map.data.wkb import shapes_of
from hetao_map.geometry.columns import (
    FloatArray,
    Geometries,
    GeometryColumn,
    IntArray,
    Kind,
    from_shapely,
)

_ENVELOPES = {1: 8, 3: 40, 5: 56, 7: 56, 9: 72}
# Head after the GeoPackage header and before the count of vertices, by kind.
_POLYGON = b"\x01\x03\x00\x00\x00\x01\x00\x00\x00"
_LINE = b"\x01\x02\x00\x00\x00"
_MULTI_POLYGON = b"\x01\x06\x00\x00\x00\x01\x00\x00\x00" + _POLYGON
_MULTI_LINE = b"\x01\x05\x00\x00\x00\x01\x00\x00\x00" + _LINE
_HEADS = (
    (_POLYGON, Kind.POLYGON),
    (_LINE, Kind.LINE),
    (_MULTI_POLYGON, Kind.POLYGON),
    (_MULTI_LINE, Kind.LINE),
)


@dataclass(frozen=True, eq=False)
class Read:
    """Geometries of rows, in the file's CRS, and how many blobs could not be read."""

    geometries: Geometries
    unreadable: int


def columns_of(blobs: Sequence[object], rows: IntArray) -> Read:
    """Return the geometries of blobs as columns; rows gives each one's row in the table."""
    if not len(blobs):
        return Read(Geometries(), 0)
    fast = _one_kind(blobs, rows)
    if fast is not None:
        return Read(Geometries((fast,)), 0)
    shapes, bad = shapes_of(blobs)
    return Read(from_shapely(shapes, rows), len(bad))


def _one_kind(blobs: Sequence[object], rows: IntArray) -> GeometryColumn | None:
    """Return the column when all blobs have one and the same simple head, else None."""
    first = blobs[0]
    if not isinstance(first, bytes) or len(first) < 12:
        return None
    start = _ENVELOPES.get(first[3])
    if start is None or first[:2] != b"GP":
        return None
    for head, kind in _HEADS:
        if first[start : start + len(head)] == head:
            return _column(blobs, rows, (first[:4], head, start), kind)
    return None


def _column(
    blobs: Sequence[object], rows: IntArray, layout: tuple[bytes, bytes, int], kind: Kind
) -> GeometryColumn | None:
    magic, head, start = layout
    body = start + len(head)
    try:
        if {b[:4] for b in blobs} != {magic} or {b[start:body] for b in blobs} != {head}:  # type: ignore[index]
            return None
        counts = np.frombuffer(b"".join([b[body : body + 4] for b in blobs]), "<u4")  # type: ignore[index]
        xy = np.frombuffer(b"".join([b[body + 4 :] for b in blobs]), "<f8")  # type: ignore[index]
        lengths = np.array([len(b) for b in blobs]) - body - 4  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return None
    least = 4 if kind is Kind.POLYGON else 2
    if (lengths != counts.astype(np.int64) * 16).any() or (counts < least).any():
        return None
    return simple_column(kind, xy.reshape(-1, 2), counts.astype(np.int64), rows)


def simple_column(
    kind: Kind, xy: FloatArray, counts: IntArray, rows: IntArray
) -> GeometryColumn | None:
    """Return a column of features with one ring each; None when a number is not finite."""
    if not np.isfinite(xy).all():
        return None
    offsets = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
    each = np.arange(len(counts) + 1, dtype=np.int64)
    starts = offsets[:-1]
    bounds = np.column_stack(
        [np.minimum.reduceat(xy, starts, axis=0), np.maximum.reduceat(xy, starts, axis=0)]
    )
    return GeometryColumn(kind, xy, offsets, each, each, bounds, rows)
