"""Conditions as QGIS writes them into its rules."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hetao_map.data.sld.qgis_conditions import read_condition
from hetao_map.model.filters import ALL, And, Compare, IsNull, Not, Or, matches

A, B, C = Compare("a", "=", "1"), Compare("b", "=", "2"), Compare("c", "=", "3")
COLUMNS = {"name": ("Futian", "100%", "futian", None), "n": (1, 2, 3, None)}


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ('"a" = 1', A),
        ("a = '1'", A),
        ('"a ""b""" <> \'it\'\'s\'', Compare('a "b"', "!=", "it's")),
        ("n >= -1.5e3", Compare("n", ">=", "-1.5e3")),
        ("flag = TRUE", Compare("flag", "=", "TRUE")),
        ("a = 1 AND b = 2 OR c = 3", Or((And((A, B)), C))),
        ("a = 1 and (b = 2 or c = 3)", And((A, Or((B, C))))),
        ("NOT a = 1 AND b = 2", And((Not(A), B))),
        ("a IN (1, '2')", Or((A, Compare("a", "=", "2")))),
        ("a NOT IN ('1')", Not(Or((A,)))),
        ("a IS NULL", IsNull("a")),
        ("a is not null", Not(IsNull("a"))),
    ],
)
def test_a_condition_is_read_as_qgis_means_it(text: str, condition: object) -> None:
    assert read_condition(text) == condition


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("name LIKE 'Fut%'", [0]),
        ("name ILIKE 'fut___'", [0, 2]),
        ("name LIKE '100\\%'", [1]),
        ("name NOT LIKE 'F%'", [1, 2]),
        ("n > 1", [1, 2]),
    ],
)
def test_a_condition_is_true_of_the_right_rows(text: str, rows: list[int]) -> None:
    condition = read_condition(text)
    assert condition is not None
    assert matches(condition, COLUMNS, 4).nonzero()[0].tolist() == rows


@pytest.mark.parametrize(
    "text",
    [
        "", "n % 2 = 0", "n + 1 = 2", "n", "n =", "n = m", "n = 1 n", "(n = 1", "n = 1)",
        "lower(n) = 1", "n IN ()", "n IN (1", "n IS 1", "n NOT = 1", "n LIKE m", "ELSE", "NOT",
        "CASE WHEN n THEN 1 END", "$area > 5", "@map_scale > 5",
        "(" * 1000 + "n = 1", "n = 1 OR " * 1000,
    ],
)  # fmt: skip
def test_what_says_more_is_not_read(text: str) -> None:
    assert read_condition(text) is None


@given(
    st.text(max_size=60)
    | st.lists(
        st.sampled_from(("a", '"b"', "1", "'x'", "=", "<>", "(", ")", ",", "AND", "or", "NOT", "IN",
                         "IS", "NULL", "LIKE", "'%'")),
        max_size=14,
    ).map(" ".join)
)  # fmt: skip
def test_any_text_is_a_condition_or_none(text: str) -> None:
    condition = read_condition(text)
    columns = {"a": (1, None), "b": ("x", "y")}
    assert condition is None or matches(condition, columns, 2).sum() <= matches(ALL, {}, 2).sum()
