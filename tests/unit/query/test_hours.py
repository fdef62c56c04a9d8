import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hetao_map.model.knowledge import Holiday, Hours
from hetao_map.query.holidays import HolidayCalendar
from hetao_map.query.hours import Access, Timetable, readable, trusted_until
from hetao_map.text.localized import same

OPEN, CLOSED, UNKNOWN = Access.OPEN, Access.CLOSED, Access.UNKNOWN
CALENDAR = HolidayCalendar(
    [Holiday("hong_kong", date, True, same("a day")) for date in ("2026-01-01", "2026-04-07")]
)


def hours(text: str, first: str = "", last: str = "", as_of: str = "") -> Hours:
    return Hours("passenger", text, first, last, as_of, "s1", "hong_kong")


def table(*statements: Hours) -> Timetable:
    return Timetable(statements, CALENDAR)


def at(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("text", "moment", "access"),
    [
        ("24/7", "2026-03-10T04:00", OPEN),
        ("off", "2026-03-10T12:00", CLOSED),
        ("06:30-24:00", "2026-03-10T23:59:59", OPEN),
        ("06:30-24:00", "2026-03-11T00:00", CLOSED),
        ("06:30-26:00", "2026-03-11T01:59", OPEN),
        ("06:30-26:00", "2026-03-11T02:00", CLOSED),
        ("Mo-Fr 09:00-17:00", "2026-03-14T12:00", CLOSED),
        ("Mo-Fr 09:00-17:00; PH off", "2026-01-01T12:00", CLOSED),
        ("Mo-Fr 09:00-17:00; PH off", "2026-04-07T12:00", CLOSED),
        ("Mo-Fr 09:00-17:00; PH off", "2026-04-08T12:00", OPEN),
        ("Mo-Fr 09:00-17:00; PH 10:00-11:00", "2026-04-07T10:30", OPEN),
        ("Mo-Fr 09:00-17:00; PH off", "2027-04-07T12:00", UNKNOWN),
        ("Mo-Fr 09:00-17:00; PH off", "2025-12-31T12:00", UNKNOWN),
        ("10:00-12:00 unknown", "2026-03-10T11:00", UNKNOWN),
        ("no hours at all", "2026-03-10T11:00", UNKNOWN),
        ("PH PH", "2026-01-01T11:00", UNKNOWN),
        ("", "2026-03-10T11:00", UNKNOWN),
    ],
)
def test_a_statement_is_read_as_it_is_meant(text: str, moment: str, access: Access) -> None:
    assert table(hours(text)).span_at(at(moment)).access is access


def test_nothing_is_known_without_a_statement() -> None:
    span = table().span_at(at("2026-03-10T12:00"))
    assert (span.access, span.then) == (UNKNOWN, None)


@pytest.mark.parametrize(
    ("statement", "end"),
    [
        (hours("24/7", as_of="2025-10-22"), "2027-10-23"),
        (hours("24/7", as_of="2025-10"), "2027-11-01"),
        (hours("24/7", as_of="2025"), "2028-01-01"),
        (hours("24/7", as_of="2024-02-28"), "2026-03-01"),
        (hours("24/7", last="2025-12-20", as_of="2020-01-01"), "2025-12-21"),
        (hours("24/7", last="2025"), "2026-01-01"),
    ],
)
def test_a_statement_counts_for_two_years_after_its_check(statement: Hours, end: str) -> None:
    assert trusted_until(statement) == at(end)


def test_a_date_that_is_none_makes_the_statement_say_nothing() -> None:
    moment = at("2026-03-10T12:00")
    assert table(hours("24/7", first="lately")).span_at(moment).access is UNKNOWN
    assert table(hours("24/7", as_of="lately")).span_at(moment).access is UNKNOWN


def test_hours_of_a_single_day_stand_before_the_daily_ones() -> None:
    daily = hours("06:30-24:00", "2026-01-01", as_of="2026-01-01")
    night = hours("06:30-26:00", "2026-12-31", "2026-12-31")
    both = table(daily, night)
    assert both.span_at(at("2026-12-31T23:00")).end == at("2027-01-01T02:00")
    assert both.span_at(at("2027-01-01T01:00")).access is OPEN
    assert both.span_at(at("2027-01-01T02:00")).access is CLOSED
    assert both.span_at(at("2026-12-31T01:00")).access is CLOSED


def test_a_night_that_began_before_a_closed_day_ends_in_it() -> None:
    both = table(hours("18:00-26:00", "2026"), hours("off", "2026-05-05", "2026-05-05"))
    assert both.span_at(at("2026-05-05T01:00")).access is OPEN
    assert both.span_at(at("2026-05-05T02:00")).access is CLOSED
    assert both.span_at(at("2026-05-06T01:00")).access is CLOSED
    assert both.span_at(at("2026-05-06T18:00")).access is OPEN


def test_round_the_clock_ends_where_a_closure_begins() -> None:
    both = table(hours("24/7", "2026"), hours("off", "2026-05-05", "2026-05-05"))
    span = both.span_at(at("2026-05-04T12:00"))
    assert (span.access, span.end, span.then) == (OPEN, at("2026-05-05"), CLOSED)
    assert both.next_open(at("2026-05-05T03:00")) == at("2026-05-06")


def test_the_next_opening_is_found_months_ahead_but_never_guessed() -> None:
    reopened = table(hours("off", "2022", "2023-01-07"), hours("06:30-22:30", "2023-01-08"))
    assert reopened.next_open(at("2022-03-01")) == at("2023-01-08T06:30")
    ended = table(hours("06:30-22:30", as_of="2025-10-22"))
    assert ended.next_open(at("2027-10-22T22:45")) is None
    assert ended.next_open(at("2027-10-23T12:00")) is None


@pytest.mark.parametrize("moment", [dt.datetime.min, dt.datetime.max, at("1899-12-31T12:00")])
def test_the_ends_of_time_are_not_known(moment: dt.datetime) -> None:
    assert table(hours("24/7")).span_at(moment).access is UNKNOWN


def test_what_is_readable() -> None:
    assert readable("Mo-Fr 06:30-22:30")
    assert not readable("half past six")
    assert not readable("")


TEXTS = (
    "24/7", "off", "06:30-22:30", "06:30-24:00", "18:00-26:00", "Mo-Fr 09:00-17:00; PH off",
    "Sa,Su 10:00-12:00,13:00-15:00", "2026 Feb 17 00:00-24:00", "07:00-19:00 unknown",
)  # fmt: skip
days = st.dates(dt.date(2025, 6, 1), dt.date(2027, 6, 1)).map(str)
moments = st.datetimes(at("2025-01-01"), at("2028-01-01"))


@given(
    st.lists(st.builds(hours, st.sampled_from(TEXTS), days, days | st.just(""), days), max_size=3),
    moments,
)
def test_another_state_follows_the_end_of_a_state(
    statements: list[Hours], moment: dt.datetime
) -> None:
    timetable = table(*statements)
    span = timetable.span_at(moment)
    assert span.start <= moment < span.end or span.then is None
    if span.then is not None:
        after = timetable.span_at(span.end)
        assert after.access is span.then is not span.access
        assert after.start == span.end or after.then is None


@given(
    st.text(max_size=60)
    | st.lists(
        st.sampled_from(("Mo", "-", "Fr", "PH", "off", "06:30", "26:00", ";", ",", "2026", "Jan",
                         "24/7", "sunrise", "week", "1-53/2", "[", "]", '"x"', "||", "+", "99:99")),
        max_size=12,
    ).map(" ".join),
    moments,
)  # fmt: skip
def test_any_text_is_hours_or_not_known(text: str, moment: dt.datetime) -> None:
    span = table(hours(text)).span_at(moment)
    assert span.start <= moment
    assert span.access is UNKNOWN or readable(text)


@given(moments, moments)
def test_who_comes_later_is_let_in_no_earlier(one: dt.datetime, other: dt.datetime) -> None:
    timetable = table(hours("Mo-Fr 06:30-22:30; Sa 08:00-26:00"))
    first, second = sorted((one, other))
    opens = timetable.next_open(first), timetable.next_open(second)
    assert opens[0] is not None
    assert opens[1] is not None
    assert first <= opens[0] <= opens[1]
