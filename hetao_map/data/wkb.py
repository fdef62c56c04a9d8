"""GeoPackage geometry blobs: a header of its own before ordinary WKB.

Source: OGC 12-128r19, GeoPackage 1.4, section 2.1.3.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

_ENVELOPE_BYTES = (0, 32, 48, 48, 64)
_EMPTY = 0b0001_0000


def strip_header(blob: object) -> bytes | None:
    """Return the WKB of a blob, None when it is no GeoPackage geometry."""
    if not isinstance(blob, bytes) or len(blob) < 8 or blob[:2] != b"GP":
        return None
    code = blob[3] >> 1 & 0b111
    if code >= len(_ENVELOPE_BYTES):
        return None
    return blob[8 + _ENVELOPE_BYTES[code] :] or None


def shapes_of(blobs: Sequence[object]) -> tuple[npt.NDArray[Any], list[int]]:
    """Return (m,) shapely geometries of blobs, None where there is none, and the bad positions.

    A NULL or empty geometry is None without being bad. Geometry with a vertex that is not
    finite counts as unreadable, because it cannot be placed on the map.
    """
    stripped = [strip_header(blob) for blob in blobs]
    shapes = _decoded(stripped)
    shapes[~_finite(shapes)] = None
    bad = [
        position
        for position, (blob, shape) in enumerate(zip(blobs, shapes, strict=True))
        if blob is not None and shape is None and not _declared_empty(blob)
    ]
    return shapes, bad


def _decoded(stripped: Sequence[bytes | None]) -> npt.NDArray[Any]:
    """Return the shapes of WKB; a type that shapely lacks, such as a curve, costs only itself."""
    blobs = np.array(stripped, dtype=object)
    shapes = np.empty(len(blobs), dtype=object)
    # A coordinate that is not a number is found below; numpy need not warn of it.
    with np.errstate(invalid="ignore"):
        try:
            shapes[:] = shapely.from_wkb(blobs, on_invalid="ignore")
        except NotImplementedError:
            for position, blob in enumerate(stripped):
                with suppress(NotImplementedError):
                    shapes[position] = shapely.from_wkb(blob, on_invalid="ignore")
    return shapes


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
