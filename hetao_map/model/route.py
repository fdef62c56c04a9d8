"""A way from door to door as a value: what a window or a terminal shows of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from hetao_map.model.knowledge import Source
from hetao_map.text.localized import LocalizedText

LonLat = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Stop:
    """A place of the network: lonlat in WGS84 degrees, None where it is not placed."""

    node: str
    name: LocalizedText
    lonlat: LonLat | None = None
    importance: float = 0.0
    other_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Leg:
    """A part of the way by one means, without a change; times are Hong Kong's, without a zone.

    minutes are (low, likely, high) without waiting, waits what is waited before setting out,
    in minutes. estimate says that the minutes were not published. path is the line on the map
    in WGS84 degrees, empty where an end is not placed.
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
    fare: float | None = None
    currency: str = ""
    as_of: str = ""
    source: Source | None = None


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
