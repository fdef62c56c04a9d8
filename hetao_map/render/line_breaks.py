"""Breaking a name into lines of about equal length, where its writing allows it."""

from __future__ import annotations

import re

from PySide6.QtGui import QFontMetricsF

from hetao_map.text.name_words import LONGEST_WORD, NAME_WORDS

_HAN = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
# Brackets and marks that may not end a line, and those that may not begin one.
_OPENING, _CLOSING = "(（「『“《", ")）」』”》、，。：；·"
# A Chinese character, a word, or the part of a compound before its hyphen.
_PIECE = re.compile(
    rf"\s*[{_OPENING}]*(?:[{_HAN}]|[^\s{_HAN}{_OPENING}{_CLOSING}]+?(?<=\w{{4}}-)(?=\w\w)"
    rf"|[^\s{_HAN}{_OPENING}{_CLOSING}]+)[{_CLOSING}]*|\S"
)
_FINER = 1.02


def broken(text: str, metrics: QFontMetricsF, width: float) -> list[str]:
    """Return a text in as few lines as fit a width in pixels, as equal in length as they can be.

    A word that is longer than the width keeps its line. A Chinese word that names are made of
    is not parted.
    """
    total = metrics.horizontalAdvance(text)
    count = max(1, -(-int(total) // int(width)))
    if count == 1:
        return [text]
    pieces = _words(_PIECE.findall(text))
    limit = total / count
    while len(lines := _filled(pieces, metrics, limit)) > count:
        limit *= _FINER
    return lines


def _words(pieces: list[str]) -> list[str]:
    """Return the pieces with those joined that are a known word, the longest first."""
    joined, start = [], 0
    while start < len(pieces):
        ends = range(min(start + LONGEST_WORD, len(pieces)), start, -1)
        end = next((end for end in ends if _is_word(pieces[start:end])), start + 1)
        joined.append("".join(pieces[start:end]))
        start = end
    return joined


def _is_word(pieces: list[str]) -> bool:
    return "".join(pieces).strip(_OPENING + _CLOSING) in NAME_WORDS


def _filled(pieces: list[str], metrics: QFontMetricsF, limit: float) -> list[str]:
    """Put piece after piece into lines that are no longer than limit."""
    lines = [""]
    for piece in pieces:
        longer = lines[-1] + piece
        if lines[-1] and metrics.horizontalAdvance(longer.strip()) > limit:
            lines.append(piece)
        else:
            lines[-1] = longer
    return [line.strip() for line in lines]
