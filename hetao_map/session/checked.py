"""Values of an untrusted JSON file, checked and bounded.

All raise TypeError or ValueError for what makes no sense.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator

from hetao_map.text.plain import plain


def number(value: object, low: float, high: float) -> float:
    """Return a number within bounds."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(f"{_kind(value)} is no number")
    if not (low <= value <= high and math.isfinite(value)):
        raise ValueError(f"{value:g} is not within {low:g} and {high:g}")
    return float(value)


def one_of(value: object, known: Collection[str]) -> str:
    """Return a text that is one of the known ones."""
    if not isinstance(value, str) or value not in known:
        raise ValueError(f"{_kind(value)} that is not known")
    return value


def text(value: object, most: int) -> str:
    """Return a text without control characters, cut to a length."""
    if not isinstance(value, str):
        raise TypeError(f"{_kind(value)} is no text")
    return plain(value[:most])


def listed(value: object, most: int) -> Iterator[object]:
    """Yield the members of a list, no more than so many."""
    if not isinstance(value, list):
        raise TypeError(f"{_kind(value)} is no list")
    yield from value[:most]


def mapped(value: object) -> dict[str, object]:
    """Return an object with its names."""
    if not isinstance(value, dict):
        raise TypeError(f"{_kind(value)} is no object")
    return value


def flag(value: object) -> bool:
    """Return a yes or no."""
    if not isinstance(value, bool):
        raise TypeError(f"{_kind(value)} is neither true nor false")
    return value


def lonlat(value: object) -> tuple[float, float]:
    """Return a WGS84 longitude and latitude."""
    lon, lat = tuple(listed(value, 3))
    return number(lon, -180, 180), number(lat, -90, 90)


def _kind(value: object) -> str:
    # Not the value itself: it may be long, deep, or private.
    return f"a value of type {type(value).__name__}"
