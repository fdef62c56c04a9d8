"""Series of figures: as rows for reading, and as tables from which charts are drawn."""

from __future__ import annotations

from collections.abc import Sequence

from hetao_map.model.card import CardRow, CardTable, CardValue
from hetao_map.model.feature import Feature
from hetao_map.model.knowledge import Fact, Knowledge, SeriesValue
from hetao_map.query.source_text import source_line
from hetao_map.query.wording import figure_of, label_of, source_of, word_of
from hetao_map.text import dates, words
from hetao_map.text.language import Language
from hetao_map.text.localized import LocalizedText


def series_rows(knowledge: Knowledge, feature: Feature, language: Language) -> list[CardRow]:
    """Return a row for each key and period, its categories side by side, newest first."""
    by_period: dict[tuple[str, str], list[SeriesValue]] = {}
    for value in knowledge.series.get(feature.ref, ()):
        by_period.setdefault((value.key, value.period), []).append(value)
    newest_first = sorted(by_period.items(), key=lambda item: item[0][1], reverse=True)
    by_key = sorted(newest_first, key=lambda item: item[0][0])
    return [
        CardRow(
            key,
            f"{label_of(knowledge, key).label.in_(language)} · {dates.date(period, language)}",
            tuple(_in_words(knowledge, value, language, named=True) for value in values),
        )
        for (key, period), values in by_key
    ]


def series_tables(
    knowledge: Knowledge, feature: Feature, language: Language
) -> tuple[CardTable, ...]:
    """Return a table for each key that has figures of more than one period."""
    by_key: dict[str, list[SeriesValue]] = {}
    for value in knowledge.series.get(feature.ref, ()):
        by_key.setdefault(value.key, []).append(value)
    return tuple(
        _table(knowledge, key, values, language)
        for key, values in sorted(by_key.items())
        if len({value.period for value in values}) > 1
    )


def _table(
    knowledge: Knowledge, key: str, values: Sequence[SeriesValue], language: Language
) -> CardTable:
    periods = sorted({value.period for value in values})
    categories = list(dict.fromkeys(value.category for value in values))
    known = {
        (value.period, value.category): _in_words(knowledge, value, language) for value in values
    }
    return CardTable(
        key,
        label_of(knowledge, key).label.in_(language),
        tuple(dates.date(period, language) for period in periods),
        tuple(word_of(words.SERIES_CATEGORY, category, language) for category in categories),
        tuple(tuple(known.get((period, cat)) for cat in categories) for period in periods),
    )


def value_in_words(knowledge: Knowledge, value: SeriesValue, language: Language) -> str:
    """Return a value with its category and unit."""
    return _in_words(knowledge, value, language, named=True).text


def _in_words(
    knowledge: Knowledge, value: SeriesValue, language: Language, *, named: bool = False
) -> CardValue:
    """Return a value in words; named puts its category before it."""
    fact = Fact(value.key, LocalizedText(), value.number, None, value.unit, value.precision)
    figure = figure_of(knowledge, fact, language)
    category = word_of(words.SERIES_CATEGORY, value.category, language) if named else ""
    source = source_of(knowledge, value.source_id)
    return CardValue(
        text=f"{category} {figure}" if category else figure,
        as_of=value.period,
        source=source,
        source_text=source_line(source, "", language) if source else "",
        note=value.note.in_(language),
        number=value.number,
        unit=value.unit,
    )
