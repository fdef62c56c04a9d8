"""How Chinese names are read, from a table of assets/ (made by packaging/make_pinyin.py)."""

from __future__ import annotations

import functools
from itertools import takewhile

from hetao_map.resources import asset

Syllables = tuple[str, ...]
LONGEST_PHRASE = 4
_FIRST, _LAST = 0x4E00, 0x9FFF


def syllables(text: str) -> Syllables:
    """Return a text in pinyin without tones, a syllable a character.

    What is not Chinese stays together as it is; the longest phrase decides how a character
    with several readings is read.
    """
    alone, phrases, begun = _table()
    found: list[str] = []
    at = 0
    while at < len(text):
        tries = range(LONGEST_PHRASE, 1, -1) if text[at : at + 2] in begun else ()
        phrase = next((p for n in tries if (p := text[at : at + n]) in phrases), None)
        if phrase is not None:
            found += phrases[phrase]
            at += len(phrase)
        elif text[at] in alone:
            found.append(alone[text[at]])
            at += 1
        else:
            other = "".join(takewhile(lambda c: c not in alone, text[at:]))
            found += other.split()
            at += len(other)
    return tuple(found)


def is_chinese(text: str) -> bool:
    """Tell whether a text has a Chinese character."""
    return any(_FIRST <= ord(c) <= _LAST for c in text)


@functools.cache
def _table() -> tuple[dict[str, str], dict[str, Syllables], frozenset[str]]:
    """Return the reading of each character, that of phrases, and how phrases begin."""
    alone: dict[str, str] = {}
    phrases: dict[str, Syllables] = {}
    for line in asset("pinyin.txt").read_text(encoding="utf-8").splitlines():
        key, _, value = line.partition(" ")
        if key.startswith("#"):
            continue
        if key.isascii():
            alone |= dict.fromkeys(value, key)
        else:
            phrases[key] = tuple(value.split())
    return alone, phrases, frozenset(phrase[:2] for phrase in phrases)
