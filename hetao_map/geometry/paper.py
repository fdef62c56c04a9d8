"""Sheets of paper: sizes in millimetres, and in logical pixels of 1/96 inch."""

from __future__ import annotations

PX_PER_MM = 96 / 25.4

_SHORT_LONG_MM = {"A4": (210, 297), "A3": (297, 420), "A2": (420, 594)}

# Page names of the command line with (width, height) in millimetres.
PAGES: dict[str, tuple[float, float]] = {
    f"{name}-{way}": (short, long) if way == "portrait" else (long, short)
    for name, (short, long) in _SHORT_LONG_MM.items()
    for way in ("landscape", "portrait")
}
DEFAULT_PAGE = "A4-landscape"


def page_px(name: str) -> tuple[float, float]:
    """Return the (width, height) of a page of PAGES in logical pixels."""
    width, height = PAGES[name]
    return width * PX_PER_MM, height * PX_PER_MM
