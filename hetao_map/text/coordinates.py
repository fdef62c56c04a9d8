"""Longitude and latitude as people write and read them."""

from __future__ import annotations

import re

_NUMBER = r"([+-]?\d{1,3}(?:\.\d+)?)"
_PAIR = re.compile(rf"\s*{_NUMBER}\s*°?\s*([NSEW])?\s*[,;\s]\s*{_NUMBER}\s*°?\s*([NSEW])?\s*", re.I)


def degrees(lon: float, lat: float) -> str:
    """Return a position as decimal degrees, latitude first, as maps and phones show it."""
    north = "N" if lat >= 0 else "S"
    east = "E" if lon >= 0 else "W"
    return f"{abs(lat):.5f}° {north}  {abs(lon):.5f}° {east}"


def graduation(value: float, letters: str, step: int) -> str:
    """Return a grid line's degrees as 114°03′E, as fine as lines every step seconds need.

    letters names the positive and the negative half.
    """
    total = round(abs(value) * 3600)
    degree, minute, second = total // 3600, total // 60 % 60, total % 60
    text = f"{degree}°"
    if step % 3600:
        text += f"{minute:02}′"
    if step % 60:
        text += f"{second:02}″"
    return text + (letters[value < 0] if total else "")


def parse_lonlat(text: str) -> tuple[float, float] | None:
    """Return (lon, lat) of a decimal pair in either order, None when the text is no pair.

    Hemisphere letters decide the order; without them a value beyond 90 is the longitude, and
    a pair that fits both ways is read as longitude, latitude.
    """
    match = _PAIR.fullmatch(" ".join(text.split()))
    if match is None:
        return None
    first, second = float(match[1]), float(match[3])
    letters = ((match[2] or "").upper(), (match[4] or "").upper())
    if letters[0] in ("N", "S") or letters[1] in ("E", "W"):
        first, second, letters = second, first, (letters[1], letters[0])
    elif not any(letters) and abs(first) <= 90 < abs(second):
        first, second = second, first
    if letters[0] not in ("", "E", "W") or letters[1] not in ("", "N", "S"):
        return None
    lon = -abs(first) if letters[0] == "W" else first
    lat = -abs(second) if letters[1] == "S" else second
    return (lon, lat) if valid_lonlat(lon, lat) else None


def valid_lonlat(lon: float, lat: float) -> bool:
    """Tell whether the degrees are on the globe."""
    return -180 <= lon <= 180 and -90 <= lat <= 90
