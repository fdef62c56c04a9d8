"""What can be wrong in one entry of the text sources, whichever file it stands in."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from geodata import rules
from geodata.contract import LANGUAGES
from geodata.rules import Rule
from geodata.sources import Entry

_SLUG = re.compile(r"[a-z0-9_]+")
_DATE = re.compile(r"\d{4}(-\d{2}){0,2}")


def find_repeated(place: str, what: str, values: Iterable[object]) -> Iterator[str]:
    """Yield a sentence for each value that stands there more than once."""
    shown = (" ".join(map(str, value)) if isinstance(value, tuple) else value for value in values)
    for value, count in Counter(str(value) for value in shown if value is not None).items():
        if count > 1:
            yield f"{place}: the {what} '{value}' is given {count} times."


def check_keys(place: str, entry: Entry, rule: Rule) -> Iterator[str]:
    """Yield a sentence for each key that is not expected, and for each that is missing."""
    texts = [f"{stem}_{language}" for stem in _stems(rule) for language in LANGUAGES]
    for key in entry:
        if key not in (*rule.required, *rule.optional, *rule.enums, *rule.lists, *texts):
            yield f"{place}: the key '{key}' is not expected here."
    for key in rule.required:
        if key not in entry:
            yield f"{place} has no {key}."


def _stems(rule: Rule) -> tuple[str, ...]:
    return (*rule.required_texts, *rule.texts)


def check_texts(place: str, entry: Entry, rule: Rule) -> Iterator[str]:
    """Yield a sentence for each language a text lacks; some texts may be left out in all."""
    for stem in dict.fromkeys(_stems(rule)):
        keys = [f"{stem}_{language}" for language in LANGUAGES]
        missing = [key for key in keys if key not in entry]
        if len(missing) == len(keys) and stem not in rule.required_texts:
            continue
        for key in missing:
            yield f"{place} has no {key}."


def check_list(place: str, key: str, value: object) -> Iterator[str]:
    """Yield a sentence when value is not the list that key stands for."""
    wanted = str if key == "features" else dict
    if not isinstance(value, list) or not all(isinstance(item, wanted) for item in value):
        kind = "paths as layer/id" if wanted is str else "tables"
        yield f"{place}: {key} is not a list of {kind}."


def check_value(place: str, key: str, value: object) -> Iterator[str]:
    """Yield a sentence when value is not what its key stands for in any entry."""
    if key in rules.NUMBERS or key in rules.INTEGERS:
        yield from _check_number(place, key, value)
    elif not isinstance(value, str):
        yield f"{place}: {key} is not text; put it in quotation marks."
    elif not value.strip():
        yield f"{place}: {key} is empty; leave the key out when it is not known."
    elif key in rules.DATES and not _is_date(value):
        yield f"{place}: {key} '{value}' is not a date as YYYY, YYYY-MM or YYYY-MM-DD."
    elif key in rules.SLUGS and not _SLUG.fullmatch(value):
        yield f"{place}: {key} '{value}' may hold only a-z, 0-9 and _."
    elif key == "quote" and len(value) > rules.MAX_QUOTE:
        yield f"{place}: the quote is longer than {rules.MAX_QUOTE} characters."


def _check_number(place: str, key: str, value: object) -> Iterator[str]:
    wanted = int if key in rules.INTEGERS else (int, float)
    if isinstance(value, bool) or not isinstance(value, wanted):
        yield f"{place}: {key} '{value}' is not a number of the right kind."
    elif key == "importance" and not 0 <= value <= 100:
        yield f"{place}: importance {value} is not between 0 and 100."
    elif key == "accuracy_m" and value <= 0:
        yield f"{place}: accuracy_m {value} is not above 0."
    elif key in ("visible", "both_ways") and value not in (0, 1):
        yield f"{place}: {key} is 0 or 1, not {value}."
    elif key in (*rules.MINUTES, "wait_minutes", "fare") and value < 0:
        yield f"{place}: {key} {value} is below 0."


def _is_date(value: str) -> bool:
    """Return whether value is a day, a month or a year that exists."""
    if not _DATE.fullmatch(value):
        return False
    try:
        date.fromisoformat(_first_day(value))
    except ValueError:
        return False
    return True


def _first_day(value: str) -> str:
    return value + "-01-01"[len(value) - 4 :]


def check_period(place: str, entry: Entry) -> Iterator[str]:
    """Yield a sentence when an entry ends before it begins."""
    first, last = entry.get("valid_from"), entry.get("valid_to")
    if isinstance(first, str) and isinstance(last, str) and first[: len(last)] > last[: len(first)]:
        yield f"{place}: valid_from {first} is after valid_to {last}."


def check_fact(place: str, fact: Entry) -> Iterator[str]:
    """Yield a sentence when a fact says nothing, or its numbers contradict each other."""
    number, number_to = fact.get("number"), fact.get("number_to")
    said = number is not None or "value_en" in fact or "quote" in fact
    if not said:
        yield f"{place} has neither a value nor a number nor a quote."
    if number is None and ("unit" in fact or number_to is not None):
        yield f"{place} has a unit or an upper end, but no number."
    numbers = [value for value in (number, number_to) if isinstance(value, int | float)]
    if numbers != sorted(numbers):
        yield f"{place}: number_to {number_to} is below number {number}."
