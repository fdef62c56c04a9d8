"""The header of a geometry blob. Source: OGC 12-128r19, GeoPackage 1.4, section 2.1.3."""

from __future__ import annotations

import math
import struct
from dataclasses import dataclass

from hetao_map.data.wkb import strip_header
from hetao_map.data.wkb_reader import read_wkb
from hetao_map.text import findings as texts
from hetao_map.text.localized import LocalizedText

_EXTENDED = 0b0010_0000
_EMPTY = 0b0001_0000
_BOXES = 5


@dataclass(frozen=True)
class Header:
    """What a sound header says; box is minx, maxx, miny, maxy, None where it has none."""

    srs_id: int
    empty: bool
    box: tuple[float, ...] | None


def read_header(blob: object) -> Header | None:
    """Return the header, None when the blob does not begin with a sound one."""
    if not isinstance(blob, bytes) or len(blob) < 8 or blob[:2] != b"GP" or blob[2] != 0:
        return None
    flags = blob[3]
    code = flags >> 1 & 0b111
    if code >= _BOXES or flags & _EXTENDED or len(blob) < 8 + (32 if code else 0):
        return None
    order = "<" if flags & 1 else ">"
    (srs_id,) = struct.unpack_from(f"{order}i", blob, 4)
    box = struct.unpack_from(f"{order}4d", blob, 8) if code else None
    return Header(srs_id, bool(flags & _EMPTY), box)


def box_fits(box: tuple[float, ...], bounds: tuple[float, float, float, float]) -> bool:
    """Tell whether a header's box is that of the geometry; bounds is west, south, east, north."""
    west, south, east, north = bounds
    return all(
        math.isclose(said, true, rel_tol=1e-9, abs_tol=1e-9)
        for said, true in zip(box, (west, east, south, north), strict=True)
    )


def why_unreadable(blob: object) -> LocalizedText:
    """Return the kind of finding for a blob that the viewer cannot read."""
    if read_header(blob) is None:
        return texts.GEOMETRY_HEADER
    wkb = strip_header(blob) or b""
    return texts.GEOMETRY_UNREADABLE if read_wkb(wkb) is None else texts.NOT_FINITE
