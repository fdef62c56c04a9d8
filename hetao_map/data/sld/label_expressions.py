"""Expressions of labels that QGIS names in a comment, for its SLD cannot hold them.

Read are columns and texts, joined by || or concat, as nearly all labels have them. Of functions
that only change how a value is written the value is taken, which is noted.
Source: QGIS 3.22, QgsExpressionNode::dump.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from hetao_map.data.sld.reading import Reading
from hetao_map.model.style import LabelPart

_WRITTEN = re.compile(r"SE Export for (.*) not implemented yet", re.DOTALL)
_TOKEN = re.compile(
    r"""\s*(?:'(?P<text>(?:[^']|'')*)'|"(?P<column>(?:[^"]|"")*)"|(?P<name>[^\W\d]\w*)"""
    r"""|(?P<number>\d+(?:\.\d+)?)|(?P<sign>\|\||[(),]))"""
)
_LONGEST, _DEEPEST = 2000, 20
# What only changes how its first value is written.
_DRESSES = frozenset(("coalesce", "upper", "lower", "title", "trim", "to_string", "wordwrap"))
_Token = tuple[str, str]


class _UnknownError(ValueError):
    """The expression says more than columns and texts."""


def read_expression(comment: str, reading: Reading) -> tuple[LabelPart, ...]:
    """Return the parts of a label from QGIS's comment, none where they cannot be told."""
    written = _WRITTEN.search(comment)
    try:
        return _read(list(_tokens(written[1] if written else "")), reading)
    except _UnknownError:
        reading.note("label expression that QGIS did not write out")
        return ()


def _read(tokens: list[_Token], reading: Reading) -> tuple[LabelPart, ...]:
    parts, rest = _joined(tokens, 0, reading)
    if rest:
        raise _UnknownError
    return parts


def _tokens(text: str) -> Iterator[_Token]:
    text, at = text[: _LONGEST + 1].rstrip(), 0
    if not text or len(text) > _LONGEST:
        raise _UnknownError
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None or match.lastgroup is None:
            raise _UnknownError
        at = match.end()
        yield match.lastgroup, match[match.lastgroup]


def _joined(
    tokens: list[_Token], depth: int, reading: Reading
) -> tuple[tuple[LabelPart, ...], list[_Token]]:
    """Return the parts of values joined by ||, and the tokens that follow."""
    parts, rest = _value(tokens, depth, reading)
    while rest[:1] == [("sign", "||")]:
        more, rest = _value(rest[1:], depth, reading)
        parts += more
    return parts, rest


def _value(
    tokens: list[_Token], depth: int, reading: Reading
) -> tuple[tuple[LabelPart, ...], list[_Token]]:
    if not tokens or depth > _DEEPEST:
        raise _UnknownError
    (kind, said), rest = tokens[0], tokens[1:]
    opens = rest[:1] == [("sign", "(")]
    if kind == "name" and opens:
        return _call(said.lower(), rest[1:], depth + 1, reading)
    if (kind, said) == ("sign", "("):
        parts, rest = _joined(rest, depth + 1, reading)
        return parts, _closed(rest)
    if kind == "sign" or said.lower() in ("case", "not", "null"):
        raise _UnknownError
    quote = {"text": "'", "column": '"'}.get(kind, "")
    plain = said.replace(2 * quote, quote) if quote else said
    if kind == "text":
        plain = plain.replace("\\n", "\n")
    return (LabelPart(plain, is_column=kind in ("column", "name")),), rest


def _call(
    name: str, tokens: list[_Token], depth: int, reading: Reading
) -> tuple[tuple[LabelPart, ...], list[_Token]]:
    """Return the parts of a function's values, and the tokens behind its bracket."""
    if name != "concat" and name not in _DRESSES:
        raise _UnknownError
    values = []
    parts, rest = _joined(tokens, depth, reading)
    values.append(parts)
    while rest[:1] == [("sign", ",")]:
        parts, rest = _joined(rest[1:], depth, reading)
        values.append(parts)
    if name == "concat":
        # It takes what is missing for an empty text.
        pieces = [replace(part, optional=part.is_column) for value in values for part in value]
        return tuple(pieces), _closed(rest)
    reading.note(f"label function {name!r}")
    return values[0], _closed(rest)


def _closed(tokens: list[_Token]) -> list[_Token]:
    if tokens[:1] != [("sign", ")")]:
        raise _UnknownError
    return tokens[1:]
