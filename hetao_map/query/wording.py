"""Statements of a file in words: figures with unit and precision, and who says them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hetao_map.model.knowledge import Fact, FactLabel, Knowledge, Source
from hetao_map.query.source_text import source_line
from hetao_map.text import dates, numbers, words
from hetao_map.text.language import Language
from hetao_map.text.localized import LocalizedText
from hetao_map.text.plain import plain

if TYPE_CHECKING:
    from hetao_map.model.card import CardValue


def word_of(catalogue: dict[str, LocalizedText], code: str, language: Language) -> str:
    """Return the word for a code, the code itself when the data brings one of its own."""
    return catalogue[code].in_(language) if code in catalogue else plain(code)


def source_of(knowledge: Knowledge, source_id: str) -> Source | None:
    """Return the source of an id; one that the file does not describe is called by its id."""
    if not source_id:
        return None
    return knowledge.sources.get(source_id, Source(source_id, source_id))


def label_of(knowledge: Knowledge, key: str) -> FactLabel:
    """Return how a key is called; one without a label keeps its own words."""
    plain_key = key.replace("_", " ")
    missing = FactLabel(key, "other", 9999, LocalizedText(plain_key, plain_key, plain_key))
    return knowledge.labels.get(key, missing)


def fact_value(knowledge: Knowledge, fact: Fact, language: Language) -> CardValue:
    """Return a fact as the words of a language, with who says it and when."""
    # The first card comes after the map.
    from hetao_map.model.card import CardValue

    source, as_of_text = source_of(knowledge, fact.source_id), dates.date(fact.as_of, language)
    return CardValue(
        text=figure_of(knowledge, fact, language),
        as_of=fact.as_of,
        as_of_text=as_of_text,
        source=source,
        source_text=source_line(source, as_of_text, language) if source else "",
        note=fact.note.in_(language),
        quote=fact.quote,
        number=fact.number,
        unit=fact.unit,
        valid=dates.span(fact.valid_from, fact.valid_to, language),
    )


def figure_of(knowledge: Knowledge, fact: Fact, language: Language) -> str:
    """Return a fact's text or figure, with unit and precision."""
    text = fact.text.in_(language)
    if fact.number is None:
        return text or words.NOT_KNOWN.in_(language)
    figure = numbers.number(fact.number, language)
    if fact.number_to is not None:
        figure += "–" + numbers.number(fact.number_to, language)
    unit = knowledge.units.get(fact.unit, LocalizedText()).in_(language) or fact.unit
    figure = _precise(numbers.with_unit(figure, unit, language), fact.precision, language)
    return f"{text} {figure}" if text else figure


def _precise(figure: str, precision: str, language: Language) -> str:
    return word_of(words.PRECISION, precision or "exact", language).format(figure)
