"""Conditions of QGIS's rules, as it writes them into its own style.

Read are comparisons of a column with a value, joined by AND, OR and NOT.
Source: QGIS 3.22, the grammar of QgsExpression.
"""

from __future__ import annotations

from hetao_map.data.sld.conditions import pattern_of
from hetao_map.data.sld.qgis_tokens import (
    DEEPEST,
    Token,
    UnknownExpressionError,
    closed,
    tokens,
    unquoted,
)
from hetao_map.model.filters import And, Compare, Filter, IsNull, Like, Not, Or

_SIGNS = {"=": "=", "<>": "!=", "!=": "!=", "<": "<", "<=": "<=", ">": ">", ">=": ">="}
_WORDS = frozenset(("and", "or", "not", "in", "is", "like", "ilike", "null", "case", "else"))
_Read = tuple[Filter, list[Token]]


def read_condition(text: str) -> Filter | None:
    """Return the condition that a text says, None where it says more than is read here."""
    try:
        condition, rest = _any(tokens(text), 0)
    except UnknownExpressionError:
        return None
    return None if rest else condition


def _any(words: list[Token], depth: int) -> _Read:
    condition, rest = _every(words, depth)
    parts = [condition]
    while _word(rest) == "or":
        condition, rest = _every(rest[1:], depth)
        parts.append(condition)
    return Or(tuple(parts)) if len(parts) > 1 else parts[0], rest


def _every(words: list[Token], depth: int) -> _Read:
    condition, rest = _one(words, depth)
    parts = [condition]
    while _word(rest) == "and":
        condition, rest = _one(rest[1:], depth)
        parts.append(condition)
    return And(tuple(parts)) if len(parts) > 1 else parts[0], rest


def _one(words: list[Token], depth: int) -> _Read:
    if depth > DEEPEST:
        raise UnknownExpressionError
    if _word(words) == "not":
        condition, rest = _one(words[1:], depth + 1)
        return Not(condition), rest
    if words[:1] == [("sign", "(")]:
        condition, rest = _any(words[1:], depth + 1)
        return condition, closed(rest)
    return _comparison(_column(words), words[1:])


def _comparison(column: str, words: list[Token]) -> _Read:
    word = _word(words)
    if word == "not":
        condition, rest = _comparison(column, words[1:])
        if _word(words[1:]) not in ("in", "like", "ilike"):
            raise UnknownExpressionError
        return Not(condition), rest
    if word == "in" and words[1:2] == [("sign", "(")]:
        return _among(column, words[2:])
    if word in ("like", "ilike"):
        text = _value(words[1:])
        return Like(column, pattern_of(text, "%", "_", "\\"), word == "like"), words[2:]
    if word == "is":
        return _missing(column, words[1:])
    kind, said = words[0] if words else ("", "")
    if kind != "sign" or said not in _SIGNS:
        raise UnknownExpressionError
    return Compare(column, _SIGNS[said], _value(words[1:])), words[2:]


def _among(column: str, words: list[Token]) -> _Read:
    parts = [Compare(column, "=", _value(words))]
    rest = words[1:]
    while rest[:1] == [("sign", ",")]:
        parts.append(Compare(column, "=", _value(rest[1:])))
        rest = rest[2:]
    return Or(tuple(parts)), closed(rest)


def _missing(column: str, words: list[Token]) -> _Read:
    """Return the condition after IS: only NULL and NOT NULL are read."""
    if _word(words) == "null":
        return IsNull(column), words[1:]
    if _word(words) == "not" and _word(words[1:]) == "null":
        return Not(IsNull(column)), words[2:]
    raise UnknownExpressionError


def _column(words: list[Token]) -> str:
    """Return the column that comes next; neither a function nor a word of the language."""
    kind, said = words[0] if words else ("", "")
    calls = words[1:2] == [("sign", "(")]
    if kind == "column" or (kind == "name" and said.lower() not in _WORDS and not calls):
        return unquoted((kind, said))
    raise UnknownExpressionError


def _value(words: list[Token]) -> str:
    """Return the literal that comes next."""
    kind, said = words[0] if words else ("", "")
    if kind in ("text", "number") or (kind == "name" and said.lower() in ("true", "false")):
        return unquoted((kind, said))
    raise UnknownExpressionError


def _word(words: list[Token]) -> str:
    """Return the word of the language that comes next, "" for anything else."""
    kind, said = words[0] if words else ("", "")
    return said.lower() if kind == "name" else ""
