"""The ways of a file as the path search takes them, with the hours of ports and services."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace

from hetao_map.model.dataset import Dataset
from hetao_map.model.feature import FeatureRef
from hetao_map.model.knowledge import Hours
from hetao_map.model.network import BORDER_CONTROL, NetworkEdge
from hetao_map.query.crossings import PASSENGER, PORTS, timetable
from hetao_map.query.holidays import HolidayCalendar
from hetao_map.query.hours import Timetable
from hetao_map.query.path_search import ALWAYS, Opening, Step, Way, next_step

_EPOCH = dt.datetime(2000, 1, 1)
_MINUTE = dt.timedelta(minutes=1)
_MOST_TURNS = 60
BACK = "<"


def minutes_of(moment: dt.datetime) -> float:
    """Return a moment of Hong Kong as the minutes the search counts in."""
    return (moment - _EPOCH) / _MINUTE


def moment_of(minutes: float) -> dt.datetime:
    """Return the moment of Hong Kong that minutes stand for."""
    return _EPOCH + minutes * _MINUTE


class ByHours:
    """A way that is open when all its timetables are.

    in_full: one must have done with it before it closes, as at a port; otherwise it is enough
    to set out before it does, as with the last train.
    """

    def __init__(self, tables: Sequence[Timetable], *, in_full: bool) -> None:
        self._tables = tables
        self._in_full = in_full

    def sets_out(self, ready: float, minutes: float) -> float | None:
        """Return the first moment from ready on when one is let in, None when none is known."""
        moment = moment_of(ready)
        for _ in range(_MOST_TURNS):
            openings = [table.next_open(moment) for table in self._tables]
            known = [opening for opening in openings if opening is not None]
            if len(known) < len(openings):
                return None
            if max(known) > moment:
                moment = max(known)
                continue
            closes = self._closes(moment)
            if not self._in_full or closes is None or moment + minutes * _MINUTE <= closes:
                return minutes_of(moment)
            moment = closes
        return None

    def lets_in_until(self, moment: float, minutes: float) -> float | None:
        """Return the last moment before it closes at which one is let in, None for no end."""
        closes = self._closes(moment_of(moment))
        if closes is None:
            return None
        return minutes_of(closes) - (minutes if self._in_full else 1.0)

    def _closes(self, moment: dt.datetime) -> dt.datetime | None:
        spans = (table.span_at(moment) for table in self._tables)
        return min((span.end for span in spans if span.then is not None), default=None)


def ways_of(edges: Iterable[NetworkEdge], dataset: Dataset, calendar: HolidayCalendar) -> list[Way]:
    """Return each way in each direction it leads; BACK marks the way back."""
    ways = []
    tables: dict[str, Timetable] = {}
    for edge in edges:
        opening = _opening(edge, dataset, calendar, tables)
        ahead = Way(
            edge.id, edge.start, edge.end, edge.minutes[1], edge.line, edge.wait_minutes, opening
        )
        ways.append(ahead)
        if edge.both_ways:
            ways.append(replace(ahead, id=edge.id + BACK, start=edge.end, end=edge.start))
    return ways


def gone_with(
    path: Sequence[Step], edges: dict[str, NetworkEdge], ready: float, *, slowly: bool
) -> float | None:
    """Return when a path arrives if all goes well, or if all goes slowly; None if it breaks off.

    Waiting to board takes no time at best and twice what is likely at worst.
    """
    line = ""
    for step in path:
        low, _, high = edges[step.way.id.removesuffix(BACK)].minutes
        minutes, wait = (high, 2 * step.way.wait) if slowly else (low, 0.0)
        taken = next_step(replace(step.way, minutes=minutes, wait=wait), line, ready)
        if taken is None:
            return None
        line, ready = step.way.line, taken.arrives
    return ready


def _opening(
    edge: NetworkEdge,
    dataset: Dataset,
    calendar: HolidayCalendar,
    tables: dict[str, Timetable],
) -> Opening:
    if edge.mode == BORDER_CONTROL:
        ports = [node for node in (edge.start, edge.end) if node.startswith(f"{PORTS}/")]
        for node in ports:
            if node not in tables:
                ref = FeatureRef.parse(node)
                tables[node] = timetable(dataset, ref, PASSENGER, calendar)
        return ByHours([tables[node] for node in ports], in_full=True) if ports else ALWAYS
    if not edge.hours:
        return ALWAYS
    key = f"{edge.calendar}:{edge.hours}"
    if key not in tables:
        stated = Hours(PASSENGER, edge.hours, "", "", "", edge.source_id, edge.calendar)
        tables[key] = Timetable([stated], calendar)
    return ByHours([tables[key]], in_full=False)
