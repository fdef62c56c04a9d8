"""When a port is open: opening hours as OpenStreetMap writes them, with their validity.

All moments are Hong Kong's and carry no time zone (see `model.clock`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from itertools import pairwise
from typing import Any

from hetao_map.model.knowledge import Hours
from hetao_map.query.holidays import HolidayCalendar, names_holidays
from hetao_map.text import dates

TRUSTED_YEARS = 2
_FIRST, _LAST = dt.datetime(1900, 1, 1), dt.datetime(2200, 1, 1)
_DAY = dt.timedelta(days=1)
# How far an opening may run past the end of its validity: the small hours of the next day.
_SMALL_HOURS = dt.timedelta(hours=12)
_LOOK_AHEAD = (dt.timedelta(days=3), dt.timedelta(days=20), dt.timedelta(days=400))


class Access(Enum):
    """Whether one can pass."""

    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Span:
    """A time in which nothing changes; then is what follows, None where no end is in sight."""

    start: dt.datetime
    end: dt.datetime
    access: Access
    then: Access | None = None


def readable(hours: str) -> bool:
    """Tell whether the text is opening hours in OpenStreetMap's notation."""
    return _parsed(hours) is not None


def trusted_until(hours: Hours) -> dt.datetime:
    """Return the end of what a statement says.

    It ends with its validity; one that is open-ended counts for two years after it was
    checked, for nobody knows what is changed later. Without any date it has no end.
    """
    end = dates.day_after(hours.valid_to)
    if end is None and hours.as_of:
        checked = dates.day_after(hours.as_of) or _FIRST.date()
        end = _years_later(checked, TRUSTED_YEARS)
    return min(_midnight(end), _LAST) if end else _LAST


class Timetable:
    """When one can pass, by all statements about one port and one kind of traffic.

    Where several are valid, the one that began last counts, so that the hours of single days
    stand as a row of their own with both ends.
    """

    def __init__(self, statements: Sequence[Hours], calendar: HolidayCalendar) -> None:
        ranked = sorted(statements, key=lambda hours: hours.valid_from)
        self._rules = [_Rule(hours, calendar) for hours in ranked]
        self._known: dict[tuple[dt.date, dt.timedelta], list[Span]] = {}

    def span_at(self, moment: dt.datetime) -> Span:
        """Return the time around a moment in which nothing changes."""
        span = Span(moment, moment, Access.UNKNOWN)
        if not _FIRST + _DAY <= moment < _LAST:
            return span
        for ahead in _LOOK_AHEAD:
            spans = self._spans(moment.date(), ahead)
            at = next(n for n, s in enumerate(spans) if s.start <= moment < s.end)
            span = spans[at]
            if at + 1 < len(spans):
                return Span(span.start, span.end, span.access, spans[at + 1].access)
        return span

    def next_open(self, moment: dt.datetime) -> dt.datetime | None:
        """Return the first moment from this one on when it is open.

        None when it does not open within a year or it is not known before whether it does.
        """
        span = self.span_at(moment)
        if span.access is Access.OPEN:
            return moment
        opens = span.access is Access.CLOSED and span.then is Access.OPEN
        return span.end if opens else None

    def _spans(self, day: dt.date, ahead: dt.timedelta) -> list[Span]:
        """Return what holds from the day before until so far ahead, kept once worked out."""
        if (day, ahead) not in self._known:
            start = max(_midnight(day) - _DAY, _FIRST)
            self._known[day, ahead] = list(self._worked_out(start, min(start + ahead, _LAST)))
        return self._known[day, ahead]

    def _worked_out(self, start: dt.datetime, end: dt.datetime) -> Iterator[Span]:
        stated = [span for rule in self._rules for span in rule.spans(start, end)]
        stated += self._tails(start, end)
        cuts = {start, end} | {cut for s in stated for cut in (s.start, s.end)}
        current: Span | None = None
        for left, right in pairwise(sorted(cut for cut in cuts if start <= cut <= end)):
            said = [s.access for s in stated if s.start <= left and right <= s.end]
            access = said[-1] if said else Access.UNKNOWN
            if current is not None and current.access is access:
                current = Span(current.start, right, access)
                continue
            if current is not None:
                yield current
            current = Span(left, right, access)
        if current is not None:
            yield current

    def _tails(self, start: dt.datetime, end: dt.datetime) -> Iterator[Span]:
        """Yield the small hours in which one statement takes over from another.

        They belong to the evening before: to the statement that was in force then.
        """
        moments = {moment for rule in self._rules for moment in (rule.start, rule.end)}
        for moment in (moment for moment in moments if start < moment < end):
            before = [rule for rule in self._rules if rule.start < moment <= rule.end]
            after = [rule for rule in self._rules if rule.start <= moment < rule.end]
            if before[-1:] == after[-1:]:
                continue
            for span in after[-1].tail(moment) if after else ():
                yield Span(span.start, span.end, Access.CLOSED)
            yield from before[-1].tail(moment) if before else ()


class _Rule:
    """One statement: its text with the holidays spelled out, and the time it is about."""

    def __init__(self, hours: Hours, calendar: HolidayCalendar) -> None:
        first = dates.first_day(hours.valid_from)
        wrong = bool(hours.valid_from) and first is None
        self.start = max(_midnight(first), _FIRST) if first else _FIRST
        self.end = _FIRST if wrong else trusted_until(hours)
        self._covered = (self.start, self.end)
        # Asked before the holidays are spelled out: "PH PH" is no hours, two dates could be.
        text = hours.hours if readable(hours.hours) else ""
        if names_holidays(text):
            self._covered = self._within(calendar.covered(hours.calendar))
            text = calendar.spelled_out(text, hours.calendar)
        self._text = text

    def _within(self, days: tuple[dt.date, dt.date] | None) -> tuple[dt.datetime, dt.datetime]:
        if days is None:
            return self.end, self.end
        return max(self.start, _midnight(days[0])), min(self.end, _midnight(days[1]) + _DAY)

    def spans(self, start: dt.datetime, end: dt.datetime) -> Iterator[Span]:
        """Yield what the statement says from start to end, first what it does not know."""
        valid = max(start, self.start), min(end, self.end)
        if valid[0] < valid[1]:
            yield Span(*valid, Access.UNKNOWN)
        known = max(start, self._covered[0]), min(end, self._covered[1])
        if known[0] >= known[1]:
            return
        yield from _evaluated(self._text, *known)

    def tail(self, moment: dt.datetime) -> Iterator[Span]:
        """Yield the opening that began before a midnight and ends in the small hours after it."""
        latest = moment + _SMALL_HOURS
        for span in _evaluated(self._text, moment - _DAY, latest):
            if span.access is Access.OPEN and span.start < moment < span.end < latest:
                yield Span(moment, span.end, Access.OPEN)


def _evaluated(text: str, start: dt.datetime, end: dt.datetime) -> Iterator[Span]:
    parsed = _parsed(text)
    if parsed is None:
        return
    for left, right, state, _ in parsed.intervals(start, end):
        yield Span(left, right, Access(str(state)))


@lru_cache(maxsize=512)
def _parsed(text: str) -> Any:
    """Return the library's reading of the text, None when it is no opening hours."""
    from opening_hours import OpeningHours, validate

    return OpeningHours(text) if text and validate(text) else None


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time())


def _years_later(day: dt.date, years: int) -> dt.date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February, or the end of the calendar
        return day.replace(year=min(day.year + years, dt.MAXYEAR), month=3, day=1)
