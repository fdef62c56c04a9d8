"""Places that a person keeps: views to come back to, and pins with notes."""

from __future__ import annotations

from dataclasses import dataclass

from hetao_map.geometry.extent import Xy

MOST_PLACES = 500
NAME_LENGTH = 80
NOTE_LENGTH = 1000


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A view with a name: its centre as WGS84 longitude and latitude, metres of a logical pixel."""

    name: str
    lonlat: Xy
    metres_per_px: float


@dataclass(frozen=True, slots=True)
class Pin:
    """A note at a place (WGS84 longitude and latitude). id tells two pins of one text apart."""

    id: str
    lonlat: Xy
    text: str

    @property
    def title(self) -> str:
        """Return the first line of the note."""
        return next((line.strip() for line in self.text.splitlines() if line.strip()), "")
