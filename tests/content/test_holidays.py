"""The holidays of the file beside two public packages that work them out by themselves."""

import datetime as dt
from collections.abc import Iterator

import chinese_calendar
import holidays
import pytest

from hetao_map.model.dataset import Catalog
from hetao_map.query.holidays import HolidayCalendar

YEARS = (2024, 2025, 2026)


@pytest.fixture(scope="module")
def calendar(shipped: Catalog) -> HolidayCalendar:
    return HolidayCalendar(shipped.datasets[0].knowledge.holidays)


def days_of(year: int) -> Iterator[dt.date]:
    first = dt.date(year, 1, 1)
    days = (dt.date(year + 1, 1, 1) - first).days
    yield from (first + dt.timedelta(days=n) for n in range(days))


def test_the_calendars_cover_the_years_that_both_sides_have_published(calendar) -> None:
    for region in ("hong_kong", "mainland"):
        assert calendar.covered(region) == (dt.date(2024, 1, 1), dt.date(2026, 12, 31))


@pytest.mark.parametrize("year", YEARS)
def test_general_holidays_of_hong_kong(calendar, year: int) -> None:
    # The package calls general holidays "optional"; Sundays are general holidays of their own.
    package = holidays.HK(years=year, categories=("optional",))
    expected = {day for day in package if day.weekday() != 6}
    ours = {day for day in days_of(year) if calendar.on("hong_kong", day)}
    assert ours == expected
    assert len(ours) == 17


@pytest.mark.parametrize("year", YEARS)
def test_days_off_and_worked_weekends_of_the_mainland(shipped, year: int) -> None:
    rows = [h for h in shipped.datasets[0].knowledge.holidays if h.region == "mainland"]
    off = {h.date for h in rows if h.day_off and h.date.startswith(str(year))}
    worked = {h.date for h in rows if not h.day_off and h.date.startswith(str(year))}
    for day in days_of(year):
        weekend = day.weekday() >= 5
        is_off = chinese_calendar.is_holiday(day)
        assert (str(day) in worked) == (weekend and not is_off), day
        if not weekend:
            assert (str(day) in off) == is_off, day
        elif str(day) in off:
            assert is_off, day


def test_the_seventh_of_april_2026_is_a_holiday_in_hong_kong(calendar) -> None:
    assert calendar.on("hong_kong", dt.date(2026, 4, 7)) is not None
