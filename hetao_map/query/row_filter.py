"""Filtering the rows of a table: words, and simple comparisons of one column."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from dataclasses import dataclass

from hetao_map.model.errors import UsageError
from hetao_map.query.table import FeatureTable, TableColumn
from hetao_map.text import messages
from hetao_map.text.folding import fold

_TERM = re.compile(r'(?:[^\s"]|"[^"]*")+')
_COMPARISON = re.compile(r"^([^:=<>!]+)(>=|<=|!=|[:=<>])(.*)$")
_ORDER: dict[str, Callable[[float, float], bool]] = {
    ">": operator.gt, "<": operator.lt, ">=": operator.ge, "<=": operator.le,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Term:
    """One condition: a folded word in a column (any where it has none), or a comparison."""

    column: str
    sign: str
    wanted: str


def filtered_rows(table: FeatureTable, text: str) -> tuple[int, ...]:
    """Return the rows that meet all terms of a filter, in the order of the table.

    A term is a word that some cell holds, or column:word, column=word, column!=word,
    column>number and the like; quotation marks hold words with spaces together. A column is
    called by its name or its head. Raises UsageError with a sentence for a term of no meaning.
    """
    terms = [_term(found[0], table) for found in _TERM.finditer(text)]
    return tuple(row for row in table.rows if all(_meets(term, row, table) for term in terms))


def _term(text: str, table: FeatureTable) -> _Term:
    parts = _COMPARISON.match(text)
    if parts is None:
        return _Term("", ":", fold(text.replace('"', "")))
    name, sign, wanted = (part.replace('"', "") for part in parts.groups())
    column = _called(name, table.columns)
    if column is None:
        known = table.language.comma.join(column.head for column in table.columns)
        raise UsageError(messages.FILTER_COLUMN, column=name, known=known)
    if sign in _ORDER and _number(wanted) is None:
        raise UsageError(messages.FILTER_NUMBER, value=wanted, column=name)
    return _Term(column.name, sign, wanted if sign in _ORDER else fold(wanted))


def _called(name: str, columns: tuple[TableColumn, ...]) -> TableColumn | None:
    wanted = fold(name)
    return next((c for c in columns if wanted in (fold(c.name), fold(c.head))), None)


def _meets(term: _Term, row: int, table: FeatureTable) -> bool:
    if not term.column:
        return any(term.wanted in fold(table.text(row, column.name)) for column in table.columns)
    if term.sign in _ORDER:
        value, wanted = _number(table.value(row, term.column)), _number(term.wanted)
        return value is not None and wanted is not None and _ORDER[term.sign](value, wanted)
    cell = fold(table.text(row, term.column))
    if term.sign == ":":
        return term.wanted in cell
    same = term.wanted in (cell, fold(str(table.value(row, term.column))))
    return same is (term.sign == "=")


def _number(value: object) -> float | None:
    """Return a figure, None for what is none."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        return float(value)
    except ValueError:
        return None
