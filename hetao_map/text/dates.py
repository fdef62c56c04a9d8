"""Dates of the data: a year, a month or a day, as each language writes it."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange

from hetao_map.text.language import Language
from hetao_map.text.localized import LocalizedText

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


def first_day(text: str) -> dt.date | None:
    """Return the first day of a year, a month or a day, None when the text is none of them."""
    if not well_formed(text):
        return None
    return dt.date.fromisoformat(text + "-01-01"[len(text) - 4 :])


def day_after(text: str) -> dt.date | None:
    """Return the day after a year, a month or a day, None when the text is none of them."""
    first = first_day(text)
    if first is None or first.year == dt.date.max.year:
        return None
    if len(text) == 4:
        return first.replace(year=first.year + 1)
    if len(text) == 7:
        return first + dt.timedelta(days=monthrange(first.year, first.month)[1])
    return first + dt.timedelta(days=1)


def written(
    template: LocalizedText, beside: dt.date | None = None, /, **values: object
) -> LocalizedText:
    """Return a sentence with its values as each language writes them: words, days, moments.

    A moment of the day that the sentence stands beside is written without its date.
    """

    def fill(language: Language) -> str:
        words = {name: _written(value, language, beside) for name, value in values.items()}
        return template.in_(language).format(**words)

    return LocalizedText(*map(fill, (Language.ZH_HANS, Language.ZH_HANT, Language.EN)))


def _written(value: object, language: Language, beside: dt.date | None) -> str:
    if isinstance(value, LocalizedText):
        return value.in_(language)
    if isinstance(value, dt.datetime):
        return clock(value, language, beside)
    return date(value.isoformat(), language) if isinstance(value, dt.date) else str(value)


def clock(moment: dt.datetime, language: Language, beside: dt.date | None = None) -> str:
    """Return the time of a moment, with its date unless that is the day it stands beside."""
    time = f"{moment:%H:%M}"
    if moment.date() == beside:
        return time
    day = date(moment.date().isoformat(), language)
    return f"{time} on {day}" if language is Language.EN else f"{day} {time}"
