"""Expressions of labels that QGIS names in a comment, for its SLD cannot hold them.

Read are columns and texts, joined by || or concat, as nearly all labels have them. Of functions
that only change how a value is written the value is taken, which is noted.
Source: QGIS 3.22, QgsExpressionNode::dump.
"""

from __future__ import annotations

import re
from dataclasses import replace

from hetao_map.data.sld.qgis_tokens import (
    DEEPEST,
    Token,
    UnknownExpressionError,
    closed,
    tokens,
    unquoted,
)
from hetao_map.data.sld.reading import Reading
from hetao_map.model.style import LabelPart

_WRITTEN = re.compile(r"SE Export for (.*) not implemented yet", re.DOTALL)
# What only changes how its first value is written.
_DRESSES = frozenset(("coalesce", "upper", "lower", "title", "trim", "to_string", "wordwrap"))


def read_expression(comment: str, reading: Reading) -> tuple[LabelPart, ...]:
    """Return the parts of a label from QGIS's comment, none where they cannot be told."""
    written = _WRITTEN.search(comment)
    try:
        return _read(tokens(written[1] if written else ""), reading)
    except UnknownExpressionError:
        reading.note("label expression that QGIS did not write out")
        return ()


def _read(words: list[Token], reading: Reading) -> tuple[LabelPart, ...]:
    parts, rest = _joined(words, 0, reading)
    if rest:
        raise UnknownExpressionError
    return parts


def _joined(
    words: list[Token], depth: int, reading: Reading
) -> tuple[tuple[LabelPart, ...], list[Token]]:
    """Return the parts of values joined by ||, and the tokens that follow."""
    parts, rest = _value(words, depth, reading)
    while rest[:1] == [("sign", "||")]:
        more, rest = _value(rest[1:], depth, reading)
        parts += more
    return parts, rest


def _value(
    words: list[Token], depth: int, reading: Reading
) -> tuple[tuple[LabelPart, ...], list[Token]]:
    if not words or depth > DEEPEST:
        raise UnknownExpressionError
    (kind, said), rest = words[0], words[1:]
    opens = rest[:1] == [("sign", "(")]
    if kind == "name" and opens:
        return _call(said.lower(), rest[1:], depth + 1, reading)
    if (kind, said) == ("sign", "("):
        parts, rest = _joined(rest, depth + 1, reading)
        return parts, closed(rest)
    if kind == "sign" or (kind == "name" and said.lower() in ("case", "not", "null")):
        raise UnknownExpressionError
    plain = unquoted((kind, said))
    if kind == "text":
        plain = plain.replace("\\n", "\n")
    return (LabelPart(plain, is_column=kind in ("column", "name")),), rest


def _call(
    name: str, words: list[Token], depth: int, reading: Reading
) -> tuple[tuple[LabelPart, ...], list[Token]]:
    """Return the parts of a function's values, and the tokens behind its bracket."""
    if name != "concat" and name not in _DRESSES:
        raise UnknownExpressionError
    values = []
    parts, rest = _joined(words, depth, reading)
    values.append(parts)
    while rest[:1] == [("sign", ",")]:
        parts, rest = _joined(rest[1:], depth, reading)
        values.append(parts)
    if name == "concat":
        # It takes what is missing for an empty text.
        pieces = [replace(part, optional=part.is_column) for value in values for part in value]
        return tuple(pieces), closed(rest)
    reading.note(f"label function {name!r}")
    return values[0], closed(rest)
