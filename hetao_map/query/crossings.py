"""The state of each port at a moment: open, closing, closed or not known, and until when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from hetao_map.model.clock import local
from hetao_map.model.dataset import Catalog, Dataset
from hetao_map.model.feature import FeatureRef
from hetao_map.model.knowledge import Hours, Source
from hetao_map.query.holidays import HolidayCalendar
from hetao_map.query.hours import Access, Timetable, trusted_until
from hetao_map.text import times
from hetao_map.text.dates import first_day, written
from hetao_map.text.localized import LocalizedText, same

PORTS = "ports"
PASSENGER = "passenger"
CLOSING_WITHIN = dt.timedelta(minutes=30)
_TRAFFIC = (PASSENGER, "vehicle", "goods")


class State(Enum):
    """What a port is at a moment, the most helpful first."""

    OPEN = "open"
    CLOSING = "closing"
    CLOSED = "closed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Crossing:
    """A port for one kind of traffic at a moment; times are Hong Kong's, without a zone.

    until is when the state ends, opens when a closed port opens; both are None where no end is
    in sight or none is known. as_of is when the hours were checked.
    """

    ref: FeatureRef
    name: LocalizedText
    traffic: str
    state: State
    until: dt.datetime | None
    opens: dt.datetime | None
    as_of: str = ""
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Crossings:
    """All ports at a moment, and sentences on what is not known or special then."""

    at: dt.datetime
    rows: tuple[Crossing, ...]
    notices: tuple[LocalizedText, ...] = ()


def crossings_at(catalog: Catalog, moment: dt.datetime) -> Crossings:
    """Return the state of each port and kind of traffic, what helps most first.

    moment may have any time zone; without one it is Hong Kong's. Pure and quick; any thread.
    """
    at = local(moment)
    rows: list[Crossing] = []
    notices: list[LocalizedText] = []
    for dataset in catalog.datasets:
        if dataset.knowledge.hours:
            calendar = HolidayCalendar(dataset.knowledge.holidays)
            found = list(_rows(dataset, calendar, at))
            rows += found
            notices += [*calendar_notices(calendar, at.date()), *_ended(dataset, found, at)]
    order = list(State)
    traffic = list(dict.fromkeys((*_TRAFFIC, *(row.traffic for row in rows))))
    rows.sort(key=lambda r: (traffic.index(r.traffic), order.index(r.state), _soonest(r)))
    return Crossings(at, tuple(rows), tuple(dict.fromkeys(notices)))


def traffic_words(traffic: str) -> LocalizedText:
    """Return what a kind of traffic is called."""
    return times.TRAFFIC.get(traffic, same(traffic))


def timetable(
    dataset: Dataset, ref: FeatureRef, traffic: str, calendar: HolidayCalendar
) -> Timetable:
    """Return when one kind of traffic can pass a port."""
    return Timetable(_statements(dataset, ref, traffic), calendar)


def calendar_notices(calendar: HolidayCalendar, day: dt.date) -> Iterator[LocalizedText]:
    """Yield a sentence for each side's holiday on a day, and for each calendar without it."""
    for region in calendar.regions:
        covered = calendar.covered(region)
        holiday = calendar.on(region, day)
        words = times.REGION.get(region, same(region))
        if holiday is not None:
            yield written(times.HOLIDAY, date=day, region=words, name=holiday.name)
        elif covered and day > covered[1]:
            yield written(times.CALENDAR_ENDED, region=words, date=covered[1])
        elif covered and day < covered[0]:
            yield written(times.CALENDAR_BEFORE, region=words, date=covered[0])


def _rows(dataset: Dataset, calendar: HolidayCalendar, at: dt.datetime) -> Iterator[Crossing]:
    layer = dataset.layer(PORTS)
    if layer is None:
        return
    for row in layer.positions_of_row:
        ref = FeatureRef(PORTS, layer.id_of(row))
        stated = (hours.traffic for hours in dataset.knowledge.hours.get(ref, ()))
        for traffic in dict.fromkeys((*_TRAFFIC, *stated)):
            yield _crossing(dataset, ref, layer.name(row), traffic, calendar, at)


def _crossing(
    dataset: Dataset,
    ref: FeatureRef,
    name: LocalizedText,
    traffic: str,
    calendar: HolidayCalendar,
    at: dt.datetime,
) -> Crossing:
    statements = _statements(dataset, ref, traffic)
    span = Timetable(statements, calendar).span_at(at)
    until = span.end if span.then not in (None, Access.UNKNOWN) else None
    if span.access is Access.UNKNOWN:
        until = span.end if span.then is not None else None
    state = State(span.access.value)
    if state is State.OPEN and until is not None and until - at <= CLOSING_WITHIN:
        state = State.CLOSING
    opens = until if state is State.CLOSED and span.then is Access.OPEN else None
    said = _in_force(statements, at)
    source = dataset.knowledge.sources.get(said.source_id) if said else None
    return Crossing(ref, name, traffic, state, until, opens, said.as_of if said else "", source)


def _statements(dataset: Dataset, ref: FeatureRef, traffic: str) -> tuple[Hours, ...]:
    return tuple(h for h in dataset.knowledge.hours.get(ref, ()) if h.traffic == traffic)


def _in_force(statements: Sequence[Hours], at: dt.datetime) -> Hours | None:
    """Return the statement that counts at a moment, also one that has run out since."""
    day = at.date()
    begun = [
        hours
        for hours in statements
        if (first_day(hours.valid_from) or dt.date.min) <= day
        and (not hours.valid_to or at < trusted_until(hours))
    ]
    return max(begun, key=lambda hours: hours.valid_from, default=None)


def _ended(dataset: Dataset, rows: Sequence[Crossing], at: dt.datetime) -> Iterator[LocalizedText]:
    """Yield a sentence for each port whose hours were checked too long ago."""
    for row in rows:
        said = _in_force(_statements(dataset, row.ref, row.traffic), at)
        if row.state is State.UNKNOWN and said is not None and at >= trusted_until(said):
            yield written(
                times.HOURS_ENDED,
                name=row.name,
                traffic=traffic_words(row.traffic),
                checked=first_day(said.as_of),
                date=trusted_until(said).date(),
            )


def _soonest(row: Crossing) -> dt.datetime:
    """Return what orders ports of one state: the last to close first, the first to open first."""
    if row.state in (State.OPEN, State.CLOSING):
        return dt.datetime.min + (dt.datetime.max - (row.until or dt.datetime.max))
    return row.opens or dt.datetime.max
