import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hetao_map.model.expressions import Constant, Property
from hetao_map.model.filters import (
    ALL,
    And,
    Between,
    Compare,
    Filter,
    IsNull,
    Like,
    Not,
    Or,
    Relation,
    Unless,
    matches,
)

COLUMNS = {
    "kind": ("port", "park", None, "Port"),
    "number": (1, 2.5, None, 10),
    "flag": (True, False, None, True),
    "bit": (1, 0, None, 1),
}


def rows(condition: Filter) -> list[int]:
    return matches(condition, COLUMNS, 4).nonzero()[0].tolist()


@pytest.mark.parametrize(
    ("condition", "found"),
    [
        (ALL, [0, 1, 2, 3]),
        (Compare("kind", "=", "port"), [0]),
        (Compare("kind", "!=", "port"), [1, 3]),
        (Compare("number", "<", "10"), [0, 1]),
        (Compare("number", ">=", "2.5"), [1, 3]),
        (Compare("number", "=", "ten"), []),
        (Compare("number", "!=", "ten"), [0, 1, 3]),
        (Compare("number", "=", "nan"), []),
        (Compare("flag", "=", "true"), [0, 3]),
        (Compare("flag", "=", "0"), [1]),
        (Compare("bit", "=", "true"), [0, 3]),
        (Compare("bit", "!=", "FALSE"), [0, 3]),
        (Between("number", "1", "2.5"), [0, 1]),
        (Like("kind", "p.*", True), [0, 1]),
        (Like("kind", "p.*", False), [0, 1, 3]),
        (IsNull("kind"), [2]),
        (Not(IsNull("kind")), [0, 1, 3]),
        (Unless(Compare("kind", "=", "port")), [1, 2, 3]),
        (Not(Unless(Compare("kind", "=", "port"))), [0]),
        (Unless(Unless(Compare("kind", "!=", "port"))), [1, 3]),
        (Not(Compare("kind", "=", "port")), [1, 3]),
        (Not(Or((Compare("kind", "=", "port"), Compare("kind", "=", "park")))), [3]),
        (Not(And((Compare("kind", "=", "port"), Compare("number", ">", "5")))), [0, 1, 3]),
        (Not(And((Compare("kind", "=", "port"), Compare("missing", "=", "5")))), [1, 3]),
        (Not(Relation(Property("number"), ">", Constant("2"))), [0]),
        (And((Compare("kind", "=", "park"), Compare("number", ">", "2"))), [1]),
        (Or((Compare("kind", "=", "park"), Compare("number", "=", "1"))), [0, 1]),
    ],
)
def test_conditions_find_their_rows(condition: Filter, found: list[int]) -> None:
    assert rows(condition) == found


def test_a_column_that_is_not_there_is_null() -> None:
    assert rows(Compare("missing", "=", "1")) == []
    assert rows(IsNull("missing")) == [0, 1, 2, 3]


values = st.none() | st.integers(-5, 5) | st.floats(-5, 5) | st.text("ab1", max_size=2)
leaves = st.one_of(
    st.builds(
        Compare,
        st.sampled_from("xyz"),
        st.sampled_from(["=", "!=", "<", ">"]),
        st.text("ab1", max_size=2),
    ),
    st.builds(Between, st.sampled_from("xyz"), st.sampled_from("123"), st.sampled_from("123")),
    st.builds(Like, st.sampled_from("xyz"), st.text("ab1", max_size=2).map(re.escape)),
    st.builds(IsNull, st.sampled_from("xyz")),
)
filters = st.recursive(
    leaves,
    lambda part: (
        st.builds(Not, part)
        | st.lists(part, min_size=1, max_size=3).map(lambda parts: And(tuple(parts)))
        | st.lists(part, min_size=1, max_size=3).map(lambda parts: Or(tuple(parts)))
    ),
    max_leaves=5,
)


@given(filters, st.lists(st.tuples(values, values), max_size=5))
def test_a_condition_and_its_opposite_share_the_rows(
    condition: Filter, table: list[tuple[object, object]]
) -> None:
    columns = {"x": tuple(a for a, _ in table), "y": tuple(b for _, b in table)}
    yes = matches(condition, columns, len(table))
    no = matches(Not(condition), columns, len(table))
    assert not (yes & no).any()
    assert len(yes) == len(table)
    full = [tuple(0 if value is None else value for value in row) for row in table]
    columns = {name: tuple(row[at] for row in full) for name, at in (("x", 0), ("y", 1), ("z", 0))}
    either = matches(condition, columns, len(table)) ^ matches(Not(condition), columns, len(table))
    assert either.all()
