import pytest

from hetao_map.model.expressions import (
    Arithmetic,
    Constant,
    Expression,
    Property,
    as_number,
    values_of,
)
from hetao_map.model.filters import Compare, Relation, matches

COLUMNS = {"n": (1, 2.5, None, "x"), "m": (1, 2, 3, 4)}
N, M, TWO = Property("n"), Property("m"), Constant("2")


@pytest.mark.parametrize(
    ("expression", "values"),
    [
        (N, [1, 2.5, None, "x"]),
        (Property("missing"), [None] * 4),
        (TWO, ["2"] * 4),
        (Arithmetic("+", N, TWO), [3, 4.5, None, None]),
        (Arithmetic("-", M, N), [0, -0.5, None, None]),
        (Arithmetic("*", M, TWO), [2, 4, 6, 8]),
        (Arithmetic("/", TWO, Arithmetic("-", M, Constant("1"))), [None, 2, 1, 2 / 3]),
        (Arithmetic("*", Constant("1e308"), Constant("1e308")), [None] * 4),
    ],
)
def test_a_value_is_computed_for_each_row(expression: Expression, values: list[object]) -> None:
    assert list(values_of(expression, COLUMNS, 4)) == values


@pytest.mark.parametrize(
    ("relation", "rows"),
    [
        (Relation(N, "=", M), [True, False, False, False]),
        (Relation(N, ">=", M), [True, True, False, True]),
        (Relation(Arithmetic("*", M, TWO), ">", Constant("5")), [False, False, True, True]),
        (Relation(Constant("b"), "<", Constant("c")), [True] * 4),
        (Relation(M, "!=", Property("missing")), [False] * 4),
    ],
)
def test_two_values_of_a_row_are_compared(relation: Relation, rows: list[bool]) -> None:
    assert matches(relation, COLUMNS, 4).tolist() == rows


def test_case_may_be_left_aside() -> None:
    columns = {"name": ("Futian", "FUTIAN", None)}
    assert matches(Compare("name", "=", "futian", False), columns, 3).tolist() == [
        True, True, False
    ]  # fmt: skip


@pytest.mark.parametrize("value", [None, "", "x", "nan", float("inf"), (1,), 10**400])
def test_what_is_no_number(value: object) -> None:
    assert as_number(value) is None
