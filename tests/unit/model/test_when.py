import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely import GeometryCollection, Point, box

from hetao_map.model.when import catalog_at, valid_on
from tests.layers import make_catalog, make_layer

days = st.dates().map(str)


@pytest.mark.parametrize(
    ("first", "last", "date", "valid"),
    [
        ("2007-08-15", None, "2007-08-14", False),
        ("2007-08-15", None, "2007-08-15", True),
        ("2007", None, "2007-01-01", True),
        ("2007", None, "2006-12-31", False),
        (None, "2007-08", "2007-08-31", True),
        (None, "2007-08", "2007-09-01", False),
        ("2020-02-04", "2023-01-07", "2023-01-07", True),
        ("2020-02-04", "2023-01-07", "2023-01-08", False),
        (None, None, "1900-01-01", True),
        ("", "", "1900-01-01", True),
    ],
)
def test_a_period_holds_its_first_and_last_day(
    first: str | None, last: str | None, date: str, valid: bool
) -> None:
    assert valid_on(first, last, date) is valid


@given(days, days, days)
def test_full_dates_compare_as_days_do(first: str, last: str, date: str) -> None:
    assert valid_on(first, last, date) == (first <= date <= last)


def test_only_what_was_there_is_kept_under_its_own_row() -> None:
    both = GeometryCollection([Point(1, 1), box(5, 5, 9, 9)])
    layer = make_layer(
        [Point(0, 0), both, Point(2, 2)],
        id=("old", "new", "always"),
        valid_from=("1990", "2020", None),
        valid_to=("2000", None, None),
    )
    then = catalog_at(make_catalog(layer), "2021-06-01").layers[0]
    assert then.find("old") is None
    assert then.find("new").extent.xmax == 9
    assert then.find("always").point == (2, 2)
    assert then.rows == 3


def test_a_layer_without_dates_stays_as_it_is() -> None:
    layer = make_layer([Point(0, 0)])
    assert catalog_at(make_catalog(layer), "1900-01-01").layers[0] is layer
