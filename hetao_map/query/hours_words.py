"""Opening hours in words: “06:30–22:30 daily” for 06:30-22:30."""

from __future__ import annotations

import re

from hetao_map.text import briefings as words
from hetao_map.text.language import Language
from hetao_map.text.plain import plain

_DAY = r"(?:Mo|Tu|We|Th|Fr|Sa|Su|PH)"
_DAYS = rf"{_DAY}(?:-{_DAY})?(?:,{_DAY}(?:-{_DAY})?)*"
_TIMES = r"\d\d:\d\d-\d\d:\d\d(?:,\d\d:\d\d-\d\d:\d\d)*"
_RULE = re.compile(rf"(?:({_DAYS}) )?({_TIMES}|off|closed|24/7)")


def hours_in_words(hours: str, language: Language) -> str:
    """Return opening hours as a person says them.

    What is written in a rarer form of OpenStreetMap's notation stays as it is written.
    """
    rules = [_RULE.fullmatch(rule.strip()) for rule in hours.split(";")]
    if not all(rules):
        return plain(hours)
    said = [_rule(rule[1] or "", rule[2], language) for rule in rules if rule]
    return ("；" if language.chinese else "; ").join(said)


def _rule(days: str, times: str, language: Language) -> str:
    spoken = _times(times, language)
    if days:
        when = _listed([_day(day, language) for day in days.split(",")], language)
        return words.ON_DAYS.in_(language).format(days=when, times=spoken)
    if times[0].isdecimal() and times != "24/7":
        return words.DAILY.in_(language).format(times=spoken)
    return spoken


def _times(times: str, language: Language) -> str:
    if times == "24/7":
        return words.ALL_DAY.in_(language)
    if times in ("off", "closed"):
        return words.NO_TRAFFIC.in_(language)
    return _listed([span.replace("-", "–") for span in times.split(",")], language)


def _day(day: str, language: Language) -> str:
    ends = [words.WEEKDAYS[end].in_(language) for end in day.split("-")]
    return ("至" if language.chinese else "–").join(ends)


def _listed(parts: list[str], language: Language) -> str:
    return ("、" if language.chinese else ", ").join(parts)
