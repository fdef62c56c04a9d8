import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hetao_map.text.dates import date, span, well_formed
from hetao_map.text.language import Language


@given(
    st.from_regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", fullmatch=True).filter(lambda t: t[:4] > "0000")
)
def test_only_days_of_the_calendar_are_well_formed(text: str) -> None:
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        assert not well_formed(text)
    else:
        assert well_formed(text)


@pytest.mark.parametrize("text", ["2023", "2023-08", "2024-02-29"])
def test_a_year_a_month_and_a_day_are_well_formed(text: str) -> None:
    assert well_formed(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "23",
        "2023-8",
        "2023-13",
        "2023-02-30",
        "2023-02-29",
        "2023-08-29T00:00",
        "２０２３",
        "2023\n",
    ],
)
def test_other_forms_are_not(text: str) -> None:
    assert not well_formed(text)


@pytest.mark.parametrize(
    ("text", "english", "chinese"),
    [
        ("2023-08-29", "29 August 2023", "2023年8月29日"),
        ("2023-08", "August 2023", "2023年8月"),
        ("2023", "2023", "2023年"),
        ("about 2024", "about 2024", "about 2024"),
        ("", "", ""),
    ],
)
def test_dates_read_as_each_language_writes_them(text: str, english: str, chinese: str) -> None:
    assert date(text, Language.EN) == english
    assert date(text, Language.ZH_HANS) == date(text, Language.ZH_HANT) == chinese


@given(st.text(max_size=20))
def test_any_text_can_be_shown(text: str) -> None:
    assert bool(date(text, Language.EN)) == bool(text)


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        ("2023-01-08", "", "since 8 January 2023"),
        ("", "2021", "until 2021"),
        ("1999", "2005", "1999 – 2005"),
        ("", "", ""),
    ],
)
def test_a_period_says_which_end_is_known(start: str, end: str, shown: str) -> None:
    assert span(start, end, Language.EN) == shown


def test_a_period_in_chinese() -> None:
    assert span("2023-01-08", "", Language.ZH_HANS) == "自2023年1月8日起"
    assert span("", "2021", Language.ZH_HANT) == "至2021年止"
