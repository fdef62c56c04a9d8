"""Which commands a few typed letters mean."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

_ENOUGH = 40.0
_SLIP_FROM = 3
_PATH_SHARE = 0.6


def ranked(query: str, names: Sequence[tuple[Sequence[str], Sequence[str]]]) -> list[int]:
    """Return the numbers of the commands that match, best first, equals in their order.

    Each command has its names and the names of its menus. Every word typed must match one of
    them; one in a menu's name counts less.
    """
    words = query.casefold().split()
    scores = [_score(words, own, menus) for own, menus in names]
    found = [number for number, score in enumerate(scores) if score >= _ENOUGH]
    return sorted(found, key=lambda number: -scores[number])


def _score(words: list[str], own: Sequence[str], menus: Sequence[str]) -> float:
    """Return 0 to 100 for how well the words mean a command; 100 when nothing was typed."""
    if not words:
        return 100.0
    whole = max((_match(" ".join(words), name) for name in own), default=0.0)
    each = min(
        max(
            *(_match(word, name) for name in own),
            *(_PATH_SHARE * _match(word, name) for name in menus),
            0.0,
        )
        for word in words
    )
    return max(whole, each)


def _match(word: str, name: str) -> float:
    name = name.casefold()
    if name.startswith(word):
        return 100.0 if name == word else 95.0
    parts = name.replace(":", " ").split()
    if any(part.startswith(word) for part in parts):
        return 90.0
    if word in name:
        return 80.0
    if len(word) > 1 and "".join(part[0] for part in parts).startswith(word):
        return 75.0
    return _slip(word, name)


def _slip(word: str, name: str) -> float:
    """Return how well a word with a typing error is met; nothing for very short ones."""
    if len(word) < _SLIP_FROM:
        return 0.0
    likeness = max((fuzz.ratio(word, part[: len(word) + 1]) for part in name.split()), default=0.0)
    return 0.7 * likeness if likeness >= 72 else 0.0
