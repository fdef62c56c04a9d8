import datetime as dt

import pytest

from hetao_map.model.knowledge import Holiday
from hetao_map.query.holidays import HolidayCalendar, names_holidays
from hetao_map.text.localized import same


def holiday(date: str, region: str = "hong_kong", *, day_off: bool = True) -> Holiday:
    return Holiday(region, date, day_off, same("a day"))


@pytest.mark.parametrize(
    ("hours", "spelled"),
    [
        ("06:30-22:30", "06:30-22:30"),
        ("24/7", "24/7"),
        ("Mo-Fr 10:00-12:00; PH off", "Mo-Fr 10:00-12:00; 2026 Jan 01,2026 Apr 07 off"),
        ("PH 10:00-12:00", "2026 Jan 01,2026 Apr 07 10:00-12:00"),
        (
            "Mo-Fr,PH 10:00-12:00",
            "Mo-Fr 10:00-12:00; 2026 Jan 01,2026 Apr 07 10:00-12:00",
        ),
        ("PH,Su off", "Su off; 2026 Jan 01,2026 Apr 07 off"),
    ],
)
def test_holidays_are_spelled_out_as_dates(hours: str, spelled: str) -> None:
    calendar = HolidayCalendar(
        [holiday("2026-01-01"), holiday("2026-04-07"), holiday("2026-10-01", "mainland")]
    )
    assert calendar.spelled_out(hours, "hong_kong") == spelled


def test_a_worked_weekend_is_no_holiday() -> None:
    calendar = HolidayCalendar([holiday("2026-02-14", day_off=False)])
    assert calendar.on("hong_kong", dt.date(2026, 2, 14)) is None
    assert calendar.spelled_out("PH off", "hong_kong") == ""


def test_a_gap_ends_what_is_covered() -> None:
    calendar = HolidayCalendar([holiday(f"{year}-01-01") for year in (2024, 2025, 2027)])
    assert calendar.covered("hong_kong") == (dt.date(2024, 1, 1), dt.date(2025, 12, 31))
    assert calendar.covered("mainland") is None


@pytest.mark.parametrize("date", ["", "2026", "2026-02-30", "soon"])
def test_what_is_no_day_is_left_out(date: str) -> None:
    assert HolidayCalendar([holiday(date)]).regions == ()


def test_holidays_are_recognised_as_a_word() -> None:
    assert names_holidays("Mo-Fr,PH 10:00-12:00")
    assert not names_holidays('10:00-12:00 "PHILIP"')
