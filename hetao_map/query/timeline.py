"""The history of the map: its events by date, and the figures that were known by a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from hetao_map.model.dataset import Catalog
from hetao_map.model.feature import FeatureRef
from hetao_map.model.knowledge import Event, Knowledge, SeriesValue, Source
from hetao_map.query.series import value_in_words
from hetao_map.query.wording import label_of
from hetao_map.text import dates
from hetao_map.text.language import Language
from hetao_map.text.localized import LocalizedText
from hetao_map.text.plain import plain

FIRST_YEAR, LAST_YEAR = 1995, 2035
MONTHS = (LAST_YEAR - FIRST_YEAR + 1) * 12


@dataclass(frozen=True, slots=True)
class Happening:
    """An event with all features that it concerns; date as the file has it, day its first day."""

    date: str
    day: dt.date
    title: LocalizedText
    refs: tuple[FeatureRef, ...]
    source: Source | None


@dataclass(frozen=True, slots=True)
class Figure:
    """The last figures of a series by a day, in words; period says of when they are."""

    label: str
    text: str
    period: str


def happenings(catalog: Catalog) -> tuple[Happening, ...]:
    """Return the events of all files in order of their dates, each once; undated ones not."""
    found: dict[tuple[str, LocalizedText], list[FeatureRef]] = {}
    events: dict[tuple[str, LocalizedText], tuple[Event, Knowledge]] = {}
    for dataset in catalog.datasets:
        for ref, listed in dataset.knowledge.events.items():
            for event in listed:
                key = event.date, event.title
                found.setdefault(key, []).append(ref)
                events[key] = event, dataset.knowledge
    told = (_happening(*events[key], tuple(refs)) for key, refs in found.items())
    return tuple(sorted((one for one in told if one), key=lambda one: (one.day, one.date)))


def _happening(
    event: Event, knowledge: Knowledge, refs: tuple[FeatureRef, ...]
) -> Happening | None:
    day = dates.first_day(event.date)
    if day is None:
        return None
    source = knowledge.sources.get(event.source_id)
    return Happening(event.date, day, event.title, refs, source)


def figures_at(catalog: Catalog, date: str, language: Language) -> tuple[Figure, ...]:
    """Return the last value of each series by a day (YYYY-MM-DD); each series once.

    A period that is a year or a month counts from its first day. What was only expected or
    aimed at is said so by its category.
    """
    figures: dict[tuple[str, str], Figure] = {}
    for dataset in catalog.datasets:
        for values in dataset.knowledge.series.values():
            for figure in _figures(dataset.knowledge, values, date, language):
                figures.setdefault((figure.label, figure.text), figure)
    return tuple(figures.values())


def _figures(
    knowledge: Knowledge, values: tuple[SeriesValue, ...], date: str, language: Language
) -> Iterator[Figure]:
    known = [value for value in values if value.period <= date]
    last: dict[str, str] = {}
    for value in known:
        last[value.key] = max(value.period, last.get(value.key, ""))
    for key, period in last.items():
        of_period = (v for v in known if v.key == key and v.period == period)
        texts = [value_in_words(knowledge, v, language) for v in of_period]
        label = label_of(knowledge, key).label.in_(language)
        stop = "；" if language.chinese else "; "
        yield Figure(plain(label), plain(stop.join(texts)), dates.date(period, language))


def month_end(month: int) -> dt.date:
    """Return the last day of a month, counted from January 1995 as 0."""
    year, number = FIRST_YEAR + month // 12, month % 12 + 1
    following = dt.date(year + number // 12, number % 12 + 1, 1)
    return following - dt.timedelta(days=1)


def month_of(day: dt.date) -> int:
    """Return the month of a day, counted from January 1995 as 0, within what the bar shows."""
    month = (day.year - FIRST_YEAR) * 12 + day.month - 1
    return min(max(month, 0), MONTHS - 1)
