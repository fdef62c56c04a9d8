"""Events by date, and the last figure of each series by a day."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from hetao_map.model.dataset import Catalog
from hetao_map.query.timeline import MONTHS, figures_at, happenings, month_end, month_of
from hetao_map.text.language import Language


def test_each_event_comes_once_in_order(shipped: Catalog) -> None:
    told = happenings(shipped)
    assert [one.day for one in told] == sorted(one.day for one in told)
    assert len({(one.date, one.title) for one in told}) == len(told)
    signed = next(one for one in told if one.date == "1997-07-01")
    assert {ref.layer for ref in signed.refs} == {"boundary", "cooperation_zone", "shenzhen_river"}
    assert signed.source


def test_figures_are_the_last_by_the_day(shipped: Catalog) -> None:
    def water(date: str) -> list[str]:
        figures = figures_at(shipped, date, Language.EN)
        return [one.text for one in figures if one.label.startswith("Water")]

    assert water("2019-12-31") == []
    assert water("2020-12-31") == ["Measured class 4"]
    assert water("2023-06-01") == ["Measured class 3"]


@given(st.integers(0, MONTHS - 1))
def test_months_and_days_lead_to_each_other(month: int) -> None:
    end = month_end(month)
    assert month_of(end) == month
    assert (end + dt.timedelta(days=1)).day == 1
