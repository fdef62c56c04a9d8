"""Values computed from a row, after the expressions of OGC Filter Encoding."""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Property:
    """The value of a column."""

    column: str


@dataclass(frozen=True, slots=True)
class Constant:
    """A value that stands in the style, as text."""

    text: str


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """Two values joined by + - * or /; no value where either is no number."""

    sign: str
    left: Expression
    right: Expression


Expression = Property | Constant | Arithmetic

_SIGNS: dict[str, Callable[[float, float], float]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
}


def values_of(
    expression: Expression, columns: Mapping[str, Sequence[object]], count: int
) -> Sequence[object]:
    """Return the value of each of count rows, None where there is none."""
    match expression:
        case Property(column):
            return columns.get(column, (None,) * count)
        case Constant(text):
            return (text,) * count
        case Arithmetic(sign, left, right):
            pairs = zip(
                values_of(left, columns, count), values_of(right, columns, count), strict=True
            )
            return [_joined(sign, first, second) for first, second in pairs]


def _joined(sign: str, left: object, right: object) -> float | None:
    first, second = as_number(left), as_number(right)
    if first is None or second is None:
        return None
    try:
        result = _SIGNS[sign](first, second)
    except (ZeroDivisionError, OverflowError):
        return None
    return result if math.isfinite(result) else None


def as_number(value: object) -> float | None:
    """Return a value as a finite number, None where it is none."""
    if not isinstance(value, int | float | str):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None
