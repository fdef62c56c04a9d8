"""A way from door to door as a value: what a window or a terminal shows of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from hetao_map.model.knowledge import Source
from hetao_map.text.localized import LocalizedText

LonLat = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Stop:
    """Where a way begins, ends or changes.

    node is what the network calls it: layer/id of a feature, place/id, or typed coordinates.
    lonlat is in WGS84 degrees, None where it is not placed; accuracy_m is how far off it may be.
    """

    node: str
    name: LocalizedText
    lonlat: LonLat | None = None
    accuracy_m: float = 0.0


@dataclass(frozen=True, slots=True)
class Trip:
    """What is asked: from where to where, and when.

    start and end are what was chosen or typed: layer/id, coordinates or a name. moment is
    Hong Kong's, without a zone, None for now; with arrive_by it is when one wants to be there.
    """

    start: str = ""
    end: str = ""
    moment: dt.datetime | None = None
    arrive_by: bool = False
    fewest_changes: bool = False

    @property
    def complete(self) -> bool:
        """Tell whether both ends are said."""
        return bool(self.start and self.end)


def written_place(lon: float, lat: float) -> str:
    """Return what a position in WGS84 degrees is called as an end of a trip."""
    return f"{lon:.6f},{lat:.6f}"


@dataclass(frozen=True, slots=True)
class Leg:
    """A part of the way by one means, without a change; times are Hong Kong's, without a zone.

    minutes are (low, likely, high) without waiting, waits what is waited before setting out,
    in minutes. estimate says that the minutes were not published. path is the line on the map
    in WGS84 degrees, empty where an end is not placed; schematic says that it only joins what
    lies before and after stops that are not placed.
    """

    mode: str
    line: LocalizedText
    start: Stop
    end: Stop
    departs: dt.datetime
    arrives: dt.datetime
    waits: float
    minutes: tuple[float, float, float]
    rides: int
    estimate: bool
    path: tuple[LonLat, ...] = ()
    schematic: bool = False
    fare: float | None = None
    currency: str = ""
    as_of: str = ""
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class WayLine:
    """A leg on the map, in map metres; chosen is the one that is looked at.

    first and last tell that the way begins and ends with it.
    """

    points: tuple[tuple[float, float], ...]
    mode: str
    chosen: bool = False
    first: bool = False
    last: bool = False


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence with who says it."""

    text: LocalizedText
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Route:
    """The best way for one who is ready at a moment.

    earliest and latest are the arrival if all goes well, or slowly; latest is None when then a
    part of the way would open no more. leave_by is the last moment to leave this way within a
    day, None when nothing on it closes.
    """

    start: Stop
    end: Stop
    ready: dt.datetime
    arrives: dt.datetime
    earliest: dt.datetime | None
    latest: dt.datetime | None
    changes: int
    leave_by: dt.datetime | None
    legs: tuple[Leg, ...]
    not_chosen: tuple[Remark, ...] = ()
    notes: tuple[Remark, ...] = ()
    notices: tuple[LocalizedText, ...] = ()
