"""How words are set: with a capital where they stand alone, in one line what belongs together.

For what is painted alone: the letters are others than those of the data, and who reads them by
a screen reader or copies them must get those of the data.
"""

from __future__ import annotations

import re

_NO_BREAK_SPACE, _NO_BREAK_HYPHEN, _JOINER = "\u00a0", "\u2011", "\u2060"
_CHINESE_DATE = re.compile(r"[0-9]{4}年(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?")
_ENGLISH_DATE = re.compile(r"(?:[0-9]{1,2} )?[A-Z][a-z]+ [0-9]{4}\b")
_FIGURE = re.compile(r"(?<=[0-9]) (?=[a-zA-Z°²%]{1,3}\b)")
# Not between two names: Shenzhen-Hong Kong.
_COMPOUND = re.compile(r"(?<=\w)-(?=[a-z])")


def kept(text: str) -> str:
    """Return a text that is not broken inside a date, a figure or a compound word.

    Nor does a line begin with the dot between two parts.
    """
    text = text.replace(" · ", f"{_NO_BREAK_SPACE}· ")
    text = _CHINESE_DATE.sub(lambda found: _JOINER.join(found[0]), text)
    text = _ENGLISH_DATE.sub(lambda found: found[0].replace(" ", _NO_BREAK_SPACE), text)
    return _COMPOUND.sub(_NO_BREAK_HYPHEN, _FIGURE.sub(_NO_BREAK_SPACE, text))


def capital(words: str) -> str:
    """Return words that stand alone with a capital; e-Channels keep their small letter."""
    return words if words[1:2] == "-" else words[:1].upper() + words[1:]
