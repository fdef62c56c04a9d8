"""Making the information card of a feature: every figure with its source and date."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from hetao_map.geometry.projection import to_lonlat
from hetao_map.model.card import CardRow, CardSection, CardValue, InfoCard
from hetao_map.model.dataset import Dataset
from hetao_map.model.datum import shift_note
from hetao_map.model.feature import Feature
from hetao_map.model.knowledge import Event, Fact, Knowledge
from hetao_map.model.layer import Field, Layer
from hetao_map.query.media import media_rows
from hetao_map.query.series import series_rows, series_tables
from hetao_map.query.source_text import source_line
from hetao_map.query.wording import fact_value, label_of, source_of, word_of
from hetao_map.text import dates, numbers, words
from hetao_map.text.coordinates import degrees
from hetao_map.text.language import Language
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
    source = source_of(knowledge, plain(values.get("source_id")))
    return InfoCard(
        ref=feature.ref,
        title=_title(feature, language),
        other_names=feature.name.others(language),
        layer_title=layer.spec.title.in_(language) if layer else "",
        kind=word_of(words.KIND, feature.kind, language),
        status=feature.status,
        status_text=word_of(words.STATUS, feature.status, language),
        schematic=feature.schematic,
        position=_position(feature, layer, language),
        coordinates=degrees(*to_lonlat(feature.point, dataset.map_epsg)),
        summary=_summary(values, language),
        aliases=_aliases(knowledge, feature, language),
        sections=tuple(_sections(knowledge, layer, feature, language)),
        source=source,
        source_text=source_line(source, "", language) if source else "",
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
    return word_of(words.KIND, feature.kind, language) or words.UNNAMED.in_(language)


def _summary(values: dict[str, object], language: Language) -> str:
    from hetao_map.text.localized import from_columns

    return plain(from_columns(values, "summary").in_(language))


def _position(feature: Feature, layer: Layer | None, language: Language) -> str:
    """Return how well the position is known, empty when the file does not say."""
    note = plain(feature.attributes.get("position_note"))
    parts = [word_of(words.POSITION, note, language)] if note else []
    if feature.accuracy_m:
        metres = numbers.metres(feature.accuracy_m, language)
        parts.append(words.ACCURACY.in_(language).format(metres=metres))
    if layer is not None and layer.datum:
        parts.append(shift_note(layer).in_(language))
    return (", " if language is Language.EN else "，").join(parts)


def _sections(
    knowledge: Knowledge, layer: Layer | None, feature: Feature, language: Language
) -> Iterable[CardSection]:
    rows = _fact_rows(knowledge, feature, language)
    rows += [("events", row) for row in _event_rows(knowledge, feature, language)]
    rows += [("series", row) for row in series_rows(knowledge, feature, language)]
    rows += [("media", row) for row in media_rows(knowledge, feature, language)]
    rows += [("attributes", row) for row in _attribute_rows(layer, feature)]
    rank = {section: number for number, section in enumerate(_SECTION_ORDER)}
    rows.sort(key=lambda pair: rank.get(pair[0], len(rank)))
    for section, found in groupby(rows, key=lambda pair: pair[0]):
        title = word_of(words.SECTION, section, language)
        tables = series_tables(knowledge, feature, language) if section == "series" else ()
        yield CardSection(section, title, tuple(row for _, row in found), tables)


def _fact_rows(
    knowledge: Knowledge, feature: Feature, language: Language
) -> list[tuple[str, CardRow]]:
    """Return (section, row) of the facts: one row a key, its statements newest first."""
    by_key: dict[str, list[Fact]] = {}
    for fact in knowledge.facts.get(feature.ref, ()):
        by_key.setdefault(fact.key, []).append(fact)
    labelled = [(label_of(knowledge, key), facts) for key, facts in by_key.items()]
    labelled.sort(key=lambda pair: pair[0].position)
    rows = []
    for label, facts in labelled:
        newest_first = sorted(facts, key=lambda fact: fact.as_of or "", reverse=True)
        values = tuple(fact_value(knowledge, fact, language) for fact in newest_first)
        rows.append((label.section, CardRow(label.key, label.label.in_(language), values)))
    return rows


def _event_rows(knowledge: Knowledge, feature: Feature, language: Language) -> list[CardRow]:
    return [
        CardRow(
            "event", dates.date(event.date, language), (_event_value(knowledge, event, language),)
        )
        for event in knowledge.events.get(feature.ref, ())
    ]


def _event_value(knowledge: Knowledge, event: Event, language: Language) -> CardValue:
    source = source_of(knowledge, event.source_id)
    return CardValue(
        text=event.title.in_(language),
        as_of=event.date,
        source=source,
        source_text=source_line(source, "", language) if source else "",
        note=event.note.in_(language),
    )


def _attribute_rows(layer: Layer | None, feature: Feature) -> list[CardRow]:
    """Return the columns that the card does not show elsewhere, by their aliases."""
    fields = {field.name.casefold(): field for field in layer.spec.fields} if layer else {}
    ours = layer is not None and "name_zh_hans" in layer.attributes
    rows = []
    for name, value in feature.attributes.items():
        if name == "fid" or (ours and name in _OWN_COLUMNS) or value is None:
            continue
        field = fields.get(name.casefold(), Field(name))
        shown = f"({len(value)} bytes)" if isinstance(value, bytes) else plain(value)
        shown = field.words.get(str(value), shown)
        rows.append(
            CardRow(
                name,
                plain(field.alias or name),
                (CardValue(shown, note="" if ours else field.help),),
            )
        )
    return rows


def facts_of(card: InfoCard) -> list[tuple[CardRow, CardValue]]:
    """Return every statement of a card with its row, in the order shown."""
    return [
        (row, value) for section in card.sections for row in section.rows for value in row.values
    ]
