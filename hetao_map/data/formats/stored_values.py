"""Values, shapes and types as a GeoPackage of ours holds them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import cast

import numpy as np
import shapely

from hetao_map.data.formats.batches import Cells
from hetao_map.geometry.columns import IntArray, Shapes

# Bytes before the WKB: magic, version, little-endian without an envelope, no CRS.
_HEADER = b"GP\x00\x01\x00\x00\x00\x00"
_LONGEST_TEXT = 100_000
_MOST = 2**63 - 1


class StoredValues:
    """Makes values such as SQLite can hold; cut counts the texts that were too long."""

    def __init__(self) -> None:
        self.cut = 0

    def of(self, values: Cells) -> Cells:
        """Return the values of a column; mostly they are as they must be."""
        kinds = set(map(type, values)) - {type(None)}
        if kinds == {str}:
            words = cast(list[str], [value for value in values if value is not None])
            if max(map(len, words)) <= _LONGEST_TEXT and _is_unicode("".join(words)):
                return values
        elif kinds == {int}:
            numbers = cast(list[int], [value for value in values if value is not None])
            if min(numbers) >= -_MOST and max(numbers) <= _MOST:
                return values
        return [self._one(value) for value in values]

    def _one(self, value: object) -> object:
        if value is None:
            return None
        if isinstance(value, int):
            return int(value) if value.bit_length() < 64 else str(value)
        if isinstance(value, float):
            return value if math.isfinite(value) else None
        text = value if isinstance(value, str) else str(value)
        if len(text) > _LONGEST_TEXT:
            self.cut += 1
            text = text[:_LONGEST_TEXT] + "…"
        return text if text.isascii() else text.encode("utf-8", "replace").decode()


def _is_unicode(text: str) -> bool:
    """Tell whether a text can be written: half of a pair of surrogates cannot."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def blobs_of(shapes: Shapes, bad: Iterable[int]) -> Sequence[bytes | None]:
    """Return GeoPackage blobs; a bad one is a header that nothing follows."""
    wkb = shapely.to_wkb(shapes, byte_order=1).tolist()
    blobs = [None if value is None else _HEADER + value for value in wkb]
    for position in bad:
        blobs[position] = _HEADER
    return blobs


def type_of(types: np.ndarray) -> str:
    """Return the geometry type that a layer of such shapely types is declared as."""
    found = {int(t) for t in np.unique(types) if t >= 0}
    names = {0: "POINT", 1: "LINESTRING", 3: "POLYGON", 4: "MULTIPOINT"}
    names |= {5: "MULTILINESTRING", 6: "MULTIPOLYGON"}
    for single, multi in ((0, 4), (1, 5), (3, 6)):
        if found == {single}:
            return names[single]
        if found and found <= {single, multi}:
            return names[multi]
    return "GEOMETRY"


def parts_of(types: np.ndarray) -> list[tuple[str, IntArray]]:
    """Return (geometry type, rows) for each dimension, the largest last; collections last of all.

    Rows without geometry stay with the last.
    """
    parts = []
    for group in ((0, 4), (1, 2, 5), (3, 6), (7,)):
        rows = np.flatnonzero(np.isin(types, group))
        if len(rows):
            parts.append((type_of(types[rows]), rows))
    if not parts:
        return [("GEOMETRY", np.empty(0, dtype=np.int64))]
    return sorted(parts, key=lambda part: (part[0] == "GEOMETRY", len(part[1])))
