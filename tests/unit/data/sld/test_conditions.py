import fnmatch
import re
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hetao_map.data.sld.conditions import FilterError, parse_filter
from hetao_map.model.filters import And, Between, Compare, Filter, IsNull, Like, Not, Or, matches

NAME = "<PropertyName>kind</PropertyName>"


def literal(text: str) -> str:
    return f"<Literal>{escape(text)}</Literal>"


def read(body: str) -> Filter:
    return parse_filter(ET.fromstring(f'<ogc:Filter xmlns:ogc="http://ogc">{body}</ogc:Filter>'))  # noqa: S314


def like(pattern: str, attributes: str = "") -> Filter:
    return read(f"<PropertyIsLike {attributes}>{NAME}{literal(pattern)}</PropertyIsLike>")


def found(condition: Filter, *values: str) -> list[str]:
    mask = matches(condition, {"kind": values}, len(values))
    return [value for value, hit in zip(values, mask, strict=True) if hit]


ONE = Compare("kind", "=", "a")
ONE_XML = f"<PropertyIsEqualTo>{NAME}{literal('a')}</PropertyIsEqualTo>"


@pytest.mark.parametrize(
    ("body", "condition"),
    [
        (ONE_XML, ONE),
        (
            f"<PropertyIsLessThan>{literal('5')}{NAME}</PropertyIsLessThan>",
            Compare("kind", ">", "5"),
        ),
        (f"<PropertyIsNull>{NAME}</PropertyIsNull>", IsNull("kind")),
        (f"<Not>{ONE_XML}</Not>", Not(ONE)),
        (f"<And>{ONE_XML}{ONE_XML}</And>", And((ONE, ONE))),
        (f"<Or>{ONE_XML}</Or>", Or((ONE,))),
        (
            f"<PropertyIsBetween>{NAME}<LowerBoundary>{literal('1')}</LowerBoundary>"
            f"<UpperBoundary>{literal('9')}</UpperBoundary></PropertyIsBetween>",
            Between("kind", "1", "9"),
        ),
    ],
)
def test_conditions_are_read(body: str, condition: Filter) -> None:
    assert read(body) == condition


@pytest.mark.parametrize(
    "body",
    [
        "",
        ONE_XML * 2,
        "<Intersects/>",
        "<And/>",
        f"<PropertyIsEqualTo>{NAME}{NAME}{NAME}</PropertyIsEqualTo>",
        f"<PropertyIsEqualTo>{NAME}<Function name='x'/></PropertyIsEqualTo>",
        f"<PropertyIsBetween>{NAME}</PropertyIsBetween>",
        "<Not>" * 500 + ONE_XML + "</Not>" * 500,
    ],
    ids=["none", "two", "spatial", "empty and", "three parts", "function", "no ends", "deep"],
)
def test_what_is_not_supported_says_so(body: str) -> None:
    with pytest.raises(FilterError):
        read(body)


@given(st.text("ab*?", max_size=8), st.lists(st.text("ab\n", max_size=8), max_size=5))
def test_wildcards_match_as_in_a_shell(pattern: str, values: list[str]) -> None:
    condition = like(pattern, 'wildCard="*" singleChar="?" escapeChar="!"')
    expected = [v for v in values if re.fullmatch(fnmatch.translate(pattern), v)]
    assert found(condition, *values) == expected


@given(st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S")), max_size=20))
def test_an_escaped_pattern_matches_itself_alone(text: str) -> None:
    escaped = "".join(f"\\{character}" for character in text)
    assert found(like(escaped), text, text + "x") == [text]


def test_case_can_be_ignored() -> None:
    assert found(like("po%"), "port", "PORT") == ["port"]
    assert found(like("po%", 'matchCase="false"'), "port", "PORT") == ["port", "PORT"]


def test_a_pattern_of_many_wildcards_is_soon_done() -> None:
    condition = like("%a" * 40 + "%b")
    assert isinstance(condition, Like)
    assert found(condition, "a" * 2000, "a" * 60 + "b") == ["a" * 60 + "b"]
