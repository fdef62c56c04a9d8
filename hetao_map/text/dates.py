"""Dates of the data: a year, a month or a day, as each language writes it."""

from __future__ import annotations

import re
from calendar import monthrange

from hetao_map.text.language import Language

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def well_formed(text: str) -> bool:
    """Tell whether the text is YYYY, YYYY-MM or YYYY-MM-DD with a possible month and day."""
    match = _DATE.fullmatch(text)
    if match is None:
        return False
    year, month, day = int(match[1]), int(match[2] or 1), int(match[3] or 1)
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def date(text: str, language: Language) -> str:
    """Return the date written out: 29 August 2023, 2023年8月29日; other text as it is."""
    if not well_formed(text):
        return text
    year, month, day = (int(part) if part else None for part in _DATE.fullmatch(text).groups())  # type: ignore[union-attr]
    if language is Language.EN:
        words = [str(day) if day else "", _MONTHS[month - 1] if month else "", str(year)]
        return " ".join(word for word in words if word)
    return f"{year}年" + (f"{month}月" if month else "") + (f"{day}日" if day else "")


def span(start: str, end: str, language: Language) -> str:
    """Return a period of validity in words, empty for none."""
    first, last = date(start, language), date(end, language)
    if first and last:
        return f"{first} – {last}"
    if first:
        words = {"zh-Hans": "自{}起", "zh-Hant": "自{}起", "en": "since {}"}
        return words[language.value].format(first)
    if last:
        words = {"zh-Hans": "至{}止", "zh-Hant": "至{}止", "en": "until {}"}
        return words[language.value].format(last)
    return ""
