"""Text as it is compared: one width, one case, no accents, simplified Chinese."""

from __future__ import annotations

import functools
import re
import unicodedata

_GAPS = re.compile(
    r"(?:[\s\x00-\x1f\-–—_/·・,。、()\[\]「」《》“”\"'’‘~:;!?&+*#]|\.(?!(?<=\d\.)\d))+"
)
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_AMERICAN = re.compile(r"\b(cent|theat)er\b")
_ONES = "一二三四五六七八九"
_NUMERALS = {
    tens + one: 10 * ten + number
    for ten, tens in enumerate(("", "十", "二十", "三十"))
    for number, one in enumerate(("", *_ONES))
    if tens + one
} | {"壹": 1}
_NUMBER_OF_A_LINE = re.compile(f"(?:{'|'.join(sorted(_NUMERALS, key=len, reverse=True))})(?=号)")


@functools.lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """Return the text as it is compared.

    Punctuation becomes a gap, thousands lose their separators, and the number of a line or a
    building is written in digits: 十一号线 and 11號綫 are the same, and so are center and centre.
    """
    wide = unicodedata.normalize("NFKD", text).casefold()
    bare = "".join(c for c in wide if not unicodedata.combining(c))
    spaced = _AMERICAN.sub(r"\1re", _GAPS.sub(" ", _THOUSANDS.sub("", bare)).strip())
    if spaced.isascii():
        return spaced
    return _NUMBER_OF_A_LINE.sub(lambda found: str(_NUMERALS[found[0]]), _simplified(spaced))


def squeezed(folded: str) -> str:
    """Return folded text without its gaps: Lok Ma Chau and Lokmachau are the same."""
    return folded.replace(" ", "")


@functools.cache
def _converter() -> object:
    from opencc import OpenCC

    return OpenCC("hk2s")


def _simplified(text: str) -> str:
    convert = getattr(_converter(), "convert")  # noqa: B009
    return str(convert(text))
