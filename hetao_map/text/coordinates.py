"""Longitude and latitude as people write and read them."""

from __future__ import annotations


def degrees(lon: float, lat: float) -> str:
    """Return a position as decimal degrees, latitude first, as maps and phones show it."""
    # What is written as zero has no sign.
    north = "S" if round(lat, 5) < 0 else "N"
    east = "W" if round(lon, 5) < 0 else "E"
    return f"{abs(lat):.5f}° {north}  {abs(lon):.5f}° {east}"


def degrees_minutes_seconds(lon: float, lat: float) -> str:
    """Return a position as degrees, minutes and seconds to a hundredth, latitude first."""
    return f"{_in_seconds(lat, 'NS')}  {_in_seconds(lon, 'EW')}"


def _in_seconds(value: float, letters: str) -> str:
    hundredths = round(abs(value) * 360_000)
    degree, minute, second = hundredths // 360_000, hundredths // 6000 % 60, hundredths % 6000
    return f"{degree}°{minute:02}′{second / 100:05.2f}″ {letters[value < 0 < hundredths]}"


def grid_metres(easting: float, northing: float) -> str:
    """Return a position on a grid as whole metres, easting first."""
    return f"{easting:.0f} E  {northing:.0f} N"


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
