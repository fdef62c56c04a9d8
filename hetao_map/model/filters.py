"""Conditions on a row's attributes, after OGC Filter Encoding, as values.

A comparison with a missing value is neither true nor false, as in SQL, and so is its contrary.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from hetao_map.model.expressions import Expression, values_of

Columns = Mapping[str, Sequence[object]]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class All:
    """True of every row."""


@dataclass(frozen=True, slots=True)
class Compare:
    """column operator value, with operator one of = != < <= > >=."""

    column: str
    operator: str
    value: str
    match_case: bool = True


@dataclass(frozen=True, slots=True)
class Relation:
    """left operator right, both computed from the row."""

    left: Expression
    operator: str
    right: Expression


@dataclass(frozen=True, slots=True)
class Between:
    """low <= column <= high."""

    column: str
    low: str
    high: str


@dataclass(frozen=True, slots=True)
class Like:
    """The column matches a pattern, given as a regular expression of the whole text."""

    column: str
    pattern: str
    match_case: bool = True


@dataclass(frozen=True, slots=True)
class IsNull:
    """The column has no value."""

    column: str


@dataclass(frozen=True, slots=True)
class And:
    """True where all are."""

    parts: tuple[Filter, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """True where any is."""

    parts: tuple[Filter, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """True where the part is not."""

    part: Filter


@dataclass(frozen=True, slots=True)
class Unless:
    """True where the part is false or not known."""

    part: Filter


Filter = All | Compare | Relation | Between | Like | IsNull | And | Or | Not | Unless

ALL = All()


def matches(condition: Filter, columns: Columns, count: int) -> Mask:
    """Return (count,) bool: the rows for which the condition is true."""
    match condition:
        case All():
            return np.ones(count, dtype=bool)
        case And(parts) | Or(parts):
            join = np.logical_and if isinstance(condition, And) else np.logical_or
            result: Mask = join.reduce([matches(part, columns, count) for part in parts])
            return result
        case Not(part):
            return _contradicts(part, columns, count)
        case Unless(part):
            return ~matches(part, columns, count)
        case Relation():
            return _related(condition, columns, count)
    test = _row_test(condition)
    values = columns.get(condition.column, (None,) * count)
    return np.fromiter((test(value) for value in values), dtype=bool, count=count)


def _contradicts(condition: Filter, columns: Columns, count: int) -> Mask:
    """Return (count,) bool: the rows for which the condition is false, and not unknown."""
    match condition:
        case And(parts) | Or(parts):
            join = np.logical_or if isinstance(condition, And) else np.logical_and
            result: Mask = join.reduce([_contradicts(part, columns, count) for part in parts])
            return result
        case Not(part) | Unless(part):
            return matches(part, columns, count)
    return _known(condition, columns, count) & ~matches(condition, columns, count)


def _known(condition: Filter, columns: Columns, count: int) -> Mask:
    """Return (count,) bool: the rows that have all the values a single condition asks about."""
    match condition:
        case Relation(left, _, right):
            asked = [values_of(side, columns, count) for side in (left, right)]
        case Compare(column) | Between(column) | Like(column):
            asked = [columns.get(column, (None,) * count)]
        case _:
            return np.ones(count, dtype=bool)
    rows = zip(*asked, strict=True)
    return np.fromiter((None not in row for row in rows), dtype=bool, count=count)


def _related(relation: Relation, columns: Columns, count: int) -> Mask:
    left = values_of(relation.left, columns, count)
    right = values_of(relation.right, columns, count)
    tests = (
        other is not None and _compared(value, relation.operator, str(other))
        for value, other in zip(left, right, strict=True)
    )
    return np.fromiter(tests, dtype=bool, count=count)


def _row_test(condition: Compare | Between | Like | IsNull) -> Callable[[object], bool]:
    match condition:
        case IsNull():
            return lambda value: value is None
        case Like(_, pattern, match_case):
            expression = re.compile(pattern, 0 if match_case else re.IGNORECASE)
            return lambda value: value is not None and bool(expression.fullmatch(str(value)))
        case Between(_, low, high):
            return lambda value: _compared(value, ">=", low) and _compared(value, "<=", high)
        case Compare(_, operator, literal, True):
            return lambda value: _compared(value, operator, literal)
        case Compare(_, operator, literal, _):
            folded = literal.casefold()
            return lambda value: _compared(_folded(value), operator, folded)


def _folded(value: object) -> object:
    return value.casefold() if isinstance(value, str) else value


_TRUTH = {"true": "1", "false": "0"}
_OPERATORS: dict[str, Callable[[int], bool]] = {
    "=": lambda order: order == 0,
    "!=": lambda order: order != 0,
    "<": lambda order: order < 0,
    "<=": lambda order: order <= 0,
    ">": lambda order: order > 0,
    ">=": lambda order: order >= 0,
}


def _compared(value: object, operator: str, literal: str) -> bool:
    """Compare as numbers where the value is one, otherwise as text."""
    if value is None:
        return False
    if isinstance(value, int):
        # A file has 1 for true, and a style may ask for either.
        literal = _TRUTH.get(literal.lower(), literal)
    if isinstance(value, int | float):
        try:
            other = float(literal)
        except ValueError:
            other = math.nan
        if math.isnan(other):
            return operator == "!="
        return _OPERATORS[operator]((value > other) - (value < other))
    text = str(value)
    return _OPERATORS[operator]((text > literal) - (text < literal))
