"""The words of QGIS's expressions, as it writes them into a style.

Source: QGIS 3.22, QgsExpressionNode::dump and its lexer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_TOKEN = re.compile(
    r"""\s*(?:'(?P<text>(?:[^']|'')*)'|"(?P<column>(?:[^"]|"")*)"|(?P<name>[^\W\d]\w*)"""
    r"""|(?P<number>-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?)|(?P<sign>\|\||<=|>=|<>|!=|[(),=<>]))"""
)
_LONGEST = 2000
DEEPEST = 20
Token = tuple[str, str]


class UnknownExpressionError(ValueError):
    """The expression says more than is read here."""


def tokens(text: str) -> list[Token]:
    """Return kind and text of each word. Raises UnknownExpressionError for what is none."""
    return list(_tokens(text))


def _tokens(text: str) -> Iterator[Token]:
    text, at = text[: _LONGEST + 1].rstrip(), 0
    if not text or len(text) > _LONGEST:
        raise UnknownExpressionError
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None or match.lastgroup is None:
            raise UnknownExpressionError
        at = match.end()
        yield match.lastgroup, match[match.lastgroup]


def unquoted(token: Token) -> str:
    """Return what a token says, its doubled quotes made single."""
    kind, said = token
    quote = {"text": "'", "column": '"'}.get(kind, "")
    return said.replace(2 * quote, quote) if quote else said


def closed(left: list[Token]) -> list[Token]:
    """Return what follows a closing bracket. Raises UnknownExpressionError where none is."""
    if left[:1] != [("sign", ")")]:
        raise UnknownExpressionError
    return left[1:]
