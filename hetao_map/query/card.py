"""Making the information card of a feature: every figure with its source and date."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from hetao_map.geometry.projection import to_lonlat
from hetao_map.model.card import CardRow, CardSection, CardValue, InfoCard
from hetao_map.model.dataset import Dataset
from hetao_map.model.feature import Feature
from hetao_map.model.knowledge import Event, Fact, FactLabel, Knowledge, SeriesValue, Source
from hetao_map.model.layer import Field, Layer
from hetao_map.text import dates, numbers, words
from hetao_map.text.coordinates import degrees
from hetao_map.text.language import Language
from hetao_map.text.localized import LocalizedText
from hetao_map.text.plain import plain

_SECTION_ORDER = list(words.SECTION)
# Columns that the card shows in a place of their own, or that only the program needs.
_OWN_COLUMNS = frozenset(
    {"fid", "id", "kind", "status", "importance", "accuracy_m", "position_note", "source_id"}
    | {"valid_from", "valid_to"}
    | {f"{stem}_{lang.suffix}" for stem in ("name", "summary") for lang in Language}
)


def make_card(dataset: Dataset, feature: Feature, language: Language) -> InfoCard:
    """Return all that the file knows of a feature, in one language."""
    knowledge = dataset.knowledge
    layer = dataset.layer(feature.ref.layer)
    values = feature.attributes
    return InfoCard(
        ref=feature.ref,
        title=_title(feature, language),
        other_names=feature.name.others(language),
        layer_title=layer.spec.title.in_(language) if layer else "",
        kind=_word(words.KIND, feature.kind, language),
        status=feature.status,
        status_text=_word(words.STATUS, feature.status, language),
        schematic=feature.schematic,
        position=_position(feature, language),
        coordinates=degrees(*to_lonlat(feature.point, dataset.map_epsg)),
        summary=_summary(values, language),
        aliases=_aliases(knowledge, feature, language),
        sections=tuple(_sections(knowledge, layer, feature, language)),
        source=_source(knowledge, plain(values.get("source_id"))),
    )


def _aliases(knowledge: Knowledge, feature: Feature, language: Language) -> tuple[str, ...]:
    """Return the other names in the language; the search knows those of all three."""
    found = knowledge.aliases.get(feature.ref, ())
    spoken = (alias.name for alias in found if alias.language in ("", language.value))
    return tuple(dict.fromkeys(spoken))


def _title(feature: Feature, language: Language) -> str:
    name = plain(feature.name.in_(language))
    if name:
        return name
    return _word(words.KIND, feature.kind, language) or words.UNNAMED.in_(language)


def _word(catalogue: dict[str, LocalizedText], code: str, language: Language) -> str:
    """Return the word for a code, the code itself when the data brings one of its own."""
    return catalogue[code].in_(language) if code in catalogue else plain(code)


def _summary(values: dict[str, object], language: Language) -> str:
    from hetao_map.text.localized import from_columns

    return plain(from_columns(values, "summary").in_(language))


def _position(feature: Feature, language: Language) -> str:
    """Return how well the position is known, empty when the file does not say."""
    note = plain(feature.attributes.get("position_note"))
    parts = [_word(words.POSITION, note, language)] if note else []
    if feature.accuracy_m:
        metres = numbers.metres(feature.accuracy_m, language)
        parts.append(words.ACCURACY.in_(language).format(metres=metres))
    return (", " if language is Language.EN else "，").join(parts)


def _source(knowledge: Knowledge, source_id: str) -> Source | None:
    if not source_id:
        return None
    return knowledge.sources.get(source_id, Source(source_id, source_id))


def _sections(
    knowledge: Knowledge, layer: Layer | None, feature: Feature, language: Language
) -> Iterable[CardSection]:
    rows = _fact_rows(knowledge, feature, language)
    rows += [("events", row) for row in _event_rows(knowledge, feature, language)]
    rows += [("series", row) for row in _series_rows(knowledge, feature, language)]
    rows += [("attributes", row) for row in _attribute_rows(layer, feature)]
    rank = {section: number for number, section in enumerate(_SECTION_ORDER)}
    rows.sort(key=lambda pair: rank.get(pair[0], len(rank)))
    for section, found in groupby(rows, key=lambda pair: pair[0]):
        title = _word(words.SECTION, section, language)
        yield CardSection(section, title, tuple(row for _, row in found))


def _fact_rows(
    knowledge: Knowledge, feature: Feature, language: Language
) -> list[tuple[str, CardRow]]:
    """Return (section, row) of the facts: one row a key, its statements newest first."""
    by_key: dict[str, list[Fact]] = {}
    for fact in knowledge.facts.get(feature.ref, ()):
        by_key.setdefault(fact.key, []).append(fact)
    labelled = [(_label(knowledge, key), facts) for key, facts in by_key.items()]
    labelled.sort(key=lambda pair: pair[0].position)
    rows = []
    for label, facts in labelled:
        newest_first = sorted(facts, key=lambda fact: fact.as_of or "", reverse=True)
        values = tuple(fact_value(knowledge, fact, language) for fact in newest_first)
        rows.append((label.section, CardRow(label.key, label.label.in_(language), values)))
    return rows


def _label(knowledge: Knowledge, key: str) -> FactLabel:
    plain_key = key.replace("_", " ")
    missing = FactLabel(key, "other", 9999, LocalizedText(plain_key, plain_key, plain_key))
    return knowledge.labels.get(key, missing)


def fact_value(knowledge: Knowledge, fact: Fact, language: Language) -> CardValue:
    """Return a fact as the words of a language, with who says it and when."""
    return CardValue(
        text=_figure(knowledge, fact, language),
        as_of=fact.as_of,
        as_of_text=dates.date(fact.as_of, language),
        source=_source(knowledge, fact.source_id),
        note=fact.note.in_(language),
        quote=fact.quote,
        number=fact.number,
        unit=fact.unit,
        valid=dates.span(fact.valid_from, fact.valid_to, language),
    )


def _figure(knowledge: Knowledge, fact: Fact, language: Language) -> str:
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
    return _word(words.PRECISION, precision or "exact", language).format(figure)


def _event_rows(knowledge: Knowledge, feature: Feature, language: Language) -> list[CardRow]:
    return [
        CardRow(
            "event", dates.date(event.date, language), (_event_value(knowledge, event, language),)
        )
        for event in knowledge.events.get(feature.ref, ())
    ]


def _event_value(knowledge: Knowledge, event: Event, language: Language) -> CardValue:
    return CardValue(
        text=event.title.in_(language),
        as_of=event.date,
        source=_source(knowledge, event.source_id),
        note=event.note.in_(language),
    )


def _series_rows(knowledge: Knowledge, feature: Feature, language: Language) -> list[CardRow]:
    """Return a row for each key and period, its categories side by side, newest first."""
    by_period: dict[tuple[str, str], list[SeriesValue]] = {}
    for value in knowledge.series.get(feature.ref, ()):
        by_period.setdefault((value.key, value.period), []).append(value)
    newest_first = sorted(by_period.items(), key=lambda item: item[0][1], reverse=True)
    by_key = sorted(newest_first, key=lambda item: item[0][0])
    return [
        CardRow(
            key,
            _series_label(knowledge, key, period, language),
            _series_values(knowledge, values, language),
        )
        for (key, period), values in by_key
    ]


def _series_label(knowledge: Knowledge, key: str, period: str, language: Language) -> str:
    label = _label(knowledge, key).label.in_(language)
    return f"{label} · {dates.date(period, language)}"


def _series_values(
    knowledge: Knowledge, values: Sequence[SeriesValue], language: Language
) -> tuple[CardValue, ...]:
    return tuple(
        CardValue(
            text=_series_text(knowledge, value, language),
            as_of=value.period,
            as_of_text="",
            source=_source(knowledge, value.source_id),
            note=value.note.in_(language),
            number=value.number,
            unit=value.unit,
        )
        for value in values
    )


def _series_text(knowledge: Knowledge, value: SeriesValue, language: Language) -> str:
    fact = Fact(value.key, LocalizedText(), value.number, None, value.unit, value.precision)
    figure = _figure(knowledge, fact, language)
    category = _word(words.SERIES_CATEGORY, value.category, language)
    return f"{category} {figure}" if category else figure


def _attribute_rows(layer: Layer | None, feature: Feature) -> list[CardRow]:
    """Return the columns that the card does not show elsewhere, by their aliases."""
    fields = {field.name: field for field in layer.spec.fields} if layer else {}
    ours = layer is not None and "name_zh_hans" in layer.attributes
    rows = []
    for name, value in feature.attributes.items():
        if name == "fid" or (ours and name in _OWN_COLUMNS) or value is None:
            continue
        label = fields.get(name, Field(name)).alias or name
        shown = f"({len(value)} bytes)" if isinstance(value, bytes) else plain(value)
        rows.append(CardRow(name, plain(label), (CardValue(shown),)))
    return rows


def facts_of(card: InfoCard) -> list[tuple[CardRow, CardValue]]:
    """Return every statement of a card with its row, in the order shown."""
    return [
        (row, value) for section in card.sections for row in section.rows for value in row.values
    ]
