"""The holidays of both sides of the boundary, and what PH means in opening hours."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from hetao_map.model.knowledge import Holiday
from hetao_map.text import dates

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_HOLIDAYS = re.compile(r"\bPH\b")
_DAYS = re.compile(r"\s*((?:Mo|Tu|We|Th|Fr|Sa|Su|PH)(?:\s*[-,]\s*(?:Mo|Tu|We|Th|Fr|Sa|Su|PH))*)\s+")


class HolidayCalendar:
    """The holidays of a file by region; it covers whole years, from the first to the last."""

    def __init__(self, holidays: Iterable[Holiday]) -> None:
        self._days: dict[str, dict[dt.date, Holiday]] = {}
        for holiday in holidays:
            day = dates.first_day(holiday.date)
            if day is not None and len(holiday.date) == len("YYYY-MM-DD"):
                self._days.setdefault(holiday.region, {})[day] = holiday

    @property
    def regions(self) -> tuple[str, ...]:
        """Return the regions of which there are holidays."""
        return tuple(self._days)

    def covered(self, region: str) -> tuple[dt.date, dt.date] | None:
        """Return the first and the last day the region's holidays are known for."""
        years = sorted({day.year for day in self._days.get(region, ())})
        if not years:
            return None
        last = years[0]
        while last + 1 in years:
            last += 1
        return dt.date(years[0], 1, 1), dt.date(last, 12, 31)

    def on(self, region: str, day: dt.date) -> Holiday | None:
        """Return the region's holiday on a day, None for a day that is none."""
        holiday = self._days.get(region, {}).get(day)
        return holiday if holiday is not None and holiday.day_off else None

    def spelled_out(self, hours: str, region: str) -> str:
        """Return opening hours with PH replaced by the region's days off, day by day.

        The calendars that come with the evaluating library are not those of this file: its
        holidays of Hong Kong lack 7 April 2026.
        """
        days = [day for day, holiday in self._days.get(region, {}).items() if holiday.day_off]
        listed = ",".join(f"{day.year} {_MONTHS[day.month - 1]} {day.day:02}" for day in days)
        rules = (_spelled_rule(rule.strip(), listed) for rule in hours.split(";"))
        return "; ".join(rule for rule in rules if rule)


def names_holidays(hours: str) -> bool:
    """Tell whether opening hours depend on the holidays of a region."""
    return bool(_HOLIDAYS.search(hours))


def _spelled_rule(rule: str, listed: str) -> str:
    """Return a rule with its holidays as dates; a list with other days becomes two rules."""
    match = _DAYS.match(rule + " ")
    if match is None or not _HOLIDAYS.search(match[1]):
        return rule
    rest = rule[match.end() :].strip()
    others = ",".join(part for part in re.split(r"\s*,\s*", match[1]) if part != "PH")
    parts = [f"{others} {rest}"] if others else []
    return "; ".join([*parts, f"{listed} {rest}"] if listed else parts).strip()
