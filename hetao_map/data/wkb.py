"""GeoPackage geometry blobs: a header of its own before ordinary WKB.

Source: OGC 12-128r19, GeoPackage 1.4, section 2.1.3.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

from hetao_map.data.wkb_reader import is_curved, is_simple, may_exhaust_geos, read_wkb

_ENVELOPE_BYTES = (0, 32, 48, 48, 64)
_EMPTY = 0b0001_0000
_COLLECTION = 7


def strip_header(blob: object) -> bytes | None:
    """Return the WKB of a blob, None when it is no GeoPackage geometry."""
    if not isinstance(blob, bytes) or len(blob) < 8 or blob[:2] != b"GP":
        return None
    code = blob[3] >> 1 & 0b111
    if code >= len(_ENVELOPE_BYTES):
        return None
    return blob[8 + _ENVELOPE_BYTES[code] :] or None


@dataclass(frozen=True, eq=False)
class Shapes:
    """Shapely geometries (m,) of blobs, None where there is none.

    bad are the positions of those that cannot be read, mended of those whose rings were open.
    """

    shapes: npt.NDArray[Any]
    bad: list[int]
    mended: list[int]


def shapes_of(blobs: Sequence[object]) -> tuple[npt.NDArray[Any], list[int]]:
    """Return (m,) shapely geometries of blobs, None where there is none, and the bad positions.

    A NULL or empty geometry is None without being bad. Geometry with a vertex that is not
    finite counts as unreadable, because it cannot be placed on the map. Arcs become lines of
    short segments.
    """
    read = read_shapes(blobs)
    return read.shapes, read.bad


def read_shapes(blobs: Sequence[object]) -> Shapes:
    """Return the geometries of blobs, and what was wrong with them."""
    return shapes_of_wkb(
        [strip_header(blob) for blob in blobs],
        [blob is None or _declared_empty(blob) for blob in blobs],
    )


def shapes_of_wkb(wkb: Sequence[bytes | None], empty: Sequence[bool]) -> Shapes:
    """Return the geometries of WKB; empty tells where there need not be one."""
    shapes, mended = _decoded(wkb)
    shapes[~_finite(shapes)] = None
    missing = np.flatnonzero(shapely.is_missing(shapes)).tolist()
    return Shapes(shapes, [position for position in missing if not empty[position]], mended)


def _decoded(wkb: Sequence[bytes | None]) -> tuple[npt.NDArray[Any], list[int]]:
    """Return the shapes of WKB, and where open rings were closed.

    What GEOS lacks or refuses is read here, feature by feature.
    """
    shapes = np.empty(len(wkb), dtype=object)
    # A coordinate that is not a number is found below; numpy need not warn of it.
    with np.errstate(all="ignore"):
        shapes[:] = _by_geos([None if not w or may_exhaust_geos(w) else w for w in wkb])
        shapes[_with_arcs(shapes)] = None
        mended = []
        for position in np.flatnonzero(shapely.is_missing(shapes)).tolist():
            data = wkb[position]
            shapes[position] = read_wkb(data) if data else None
            if data and shapes[position] is not None and is_simple(data):
                mended.append(position)
    return shapes, mended


def _by_geos(wkb: Sequence[bytes | None]) -> list[Any]:
    try:
        return list(shapely.from_wkb(np.array(wkb, dtype=object), on_invalid="ignore"))
    except NotImplementedError:
        plain = [None if w is None or is_curved(w) else w for w in wkb]
    try:
        return list(shapely.from_wkb(np.array(plain, dtype=object), on_invalid="ignore"))
    except NotImplementedError:
        # An arc lies deeper, in a collection.
        return [None] * len(wkb)


def _with_arcs(shapes: npt.NDArray[Any]) -> list[int]:
    """Return the positions of collections with parts that GEOS can hold, but do nothing with."""
    found = []
    for position in np.flatnonzero(shapely.get_type_id(shapes) == _COLLECTION).tolist():
        try:
            shapely.get_coordinates(shapes[position])
        except (shapely.errors.ShapelyError, NotImplementedError):
            found.append(position)
    return found


def _finite(shapes: npt.NDArray[Any]) -> npt.NDArray[np.bool_]:
    """Tell of each shape whether all its x and y are finite numbers; empty ones are."""
    xy, owner = shapely.get_coordinates(shapes, return_index=True)
    good = np.ones(len(shapes), dtype=bool)
    good[owner[~np.isfinite(xy).all(axis=1)]] = False
    return good


def _declared_empty(blob: object) -> bool:
    return (
        isinstance(blob, bytes) and len(blob) >= 8 and blob[:2] == b"GP" and bool(blob[3] & _EMPTY)
    )
