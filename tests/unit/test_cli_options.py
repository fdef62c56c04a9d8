"""What is typed behind an option is a value within bounds, or refused: nothing else happens."""

import argparse
import datetime as dt
import math
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hetao_map import cli_options
from hetao_map.geometry.projection import is_known_crs
from hetao_map.model.errors import UsageError

REFUSED = (argparse.ArgumentTypeError, UsageError)
# Digits of other scripts, signs and numbers too long for any type are digits too.
NUMERIC = st.text("0123456789.,-+eEx:TZ/ٍ١٢３ ∞", max_size=60)
TYPED = st.text(max_size=60) | NUMERIC
ISO = st.datetimes().map(str) | st.datetimes().map(dt.datetime.isoformat) | st.dates().map(str)


def value_of(option: Callable[[str], object], text: str) -> object:
    """The value, None where the text is refused."""
    try:
        return option(text)
    except REFUSED:
        return None


@given(TYPED | st.tuples(st.floats(), st.floats()).map(lambda pair: f"{pair[0]},{pair[1]}"))
def test_a_place_is_on_earth_or_none(text: str) -> None:
    found = value_of(cli_options.lonlat, text)
    assert found is None or (abs(found[0]) <= 180 and abs(found[1]) <= 90)


@given(TYPED | st.tuples(*[st.floats(-400, 400)] * 4).map(lambda box: ",".join(map(str, box))))
def test_a_box_has_an_inside_or_is_none(text: str) -> None:
    found = value_of(cli_options.bbox, text)
    assert found is None or (found[0] < found[2] and found[1] < found[3])


@given(TYPED | st.tuples(st.integers(), st.integers()).map(lambda sides: f"{sides[0]}x{sides[1]}"))
def test_a_size_can_be_painted_or_is_none(text: str) -> None:
    found = value_of(cli_options.size, text)
    assert found is None or all(1 <= side <= 20_000 for side in found)


@pytest.mark.parametrize("name", ["scale", "ratio", "dpi", "metres", "limit"])
@given(text=TYPED | st.floats().map(str) | st.integers().map(str))
def test_a_number_is_finite_or_none(name: str, text: str) -> None:
    found = value_of(getattr(cli_options, name), text)
    assert found is None or (math.isfinite(found) and found >= 0)


@given(TYPED | st.integers().map(str) | st.integers(0, 40_000).map(lambda code: f"epsg:{code}"))
@example("9" * 5000)
@example("EPSG:²")
@example("EPSG:0")
def test_a_reference_system_is_known_or_none(text: str) -> None:
    found = value_of(cli_options.crs, text)
    assert found is None or is_known_crs(found)


@given(TYPED | ISO)
@example("9999-12-31T23:59:59-23:59")
@example("0001-01-01T00:00:00+23:59")
def test_a_moment_is_one_of_hong_kongs_clocks_or_none(text: str) -> None:
    found = value_of(cli_options.moment, text)
    assert found is None or found.tzinfo is None


@given(TYPED | ISO)
def test_a_day_is_one_of_the_calendar_or_none(text: str) -> None:
    found = value_of(cli_options.date, text)
    assert found is None or dt.date.fromisoformat(found)
