"""The lists of a briefing: what is there by layer, its history, its figures year by year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from hetao_map.model.briefing import Cited, Part, Row, Subject, Table, Wish
from hetao_map.model.card import CardRow
from hetao_map.model.dataset import Catalog, Dataset
from hetao_map.model.feature import Feature
from hetao_map.model.knowledge import Event, Knowledge
from hetao_map.query.briefing_notes import Notes, cited
from hetao_map.query.series import series_rows
from hetao_map.query.wording import label_of, source_of, word_of
from hetao_map.text import briefings, dates, words
from hetao_map.text.language import Language
from hetao_map.text.plain import plain


def title_of(feature: Feature, language: Language) -> str:
    """Return what a feature is called, failing a name what it is."""
    kind = word_of(words.KIND, feature.kind, language)
    return plain(feature.name.in_(language)) or kind or words.UNNAMED.in_(language)


def life_of(feature: Feature, language: Language) -> str:
    """Return since and until when a feature is there, empty where that is not known."""
    first, last = (str(feature.attributes.get(n) or "") for n in ("valid_from", "valid_to"))
    return plain(dates.span(first, last, language))


def feature_parts(catalog: Catalog, features: Iterable[Feature], language: Language) -> list[Part]:
    """Return the features by layer, the upper layers first: name, kind, status and dates."""
    heads = (briefings.NAME, briefings.KIND, briefings.STATUS, briefings.DATES)
    shown = tuple(head.in_(language) for head in heads)
    parts = []
    ordered = [layer.id for layer in reversed(catalog.layers)]
    by_layer = sorted(features, key=lambda feature: ordered.index(feature.ref.layer))
    for layer_id, found in groupby(by_layer, key=lambda feature: feature.ref.layer):
        layer = catalog.layer(layer_id)
        rows = tuple(_feature_row(feature, language) for feature in found)
        title = plain(layer.spec.title.in_(language)) if layer else layer_id
        count, filled = str(len(rows)), used_columns(rows)
        cut = tuple(row[:filled] for row in rows)
        parts.append(Part(title, count, table=Table.FEATURES, heads=shown[:filled], rows=cut))
    return parts


def used_columns(rows: Sequence[Row]) -> int:
    """Return how many columns from the left hold anything."""
    return max(
        (number for row in rows for number, cell in enumerate(row, 1) if any(c.text for c in cell)),
        default=1,
    )


def _feature_row(feature: Feature, language: Language) -> Row:
    texts = (
        title_of(feature, language),
        word_of(words.KIND, feature.kind, language),
        word_of(words.STATUS, feature.status, language),
        life_of(feature, language),
    )
    return tuple((Cited(text),) for text in texts)


def event_rows(dataset: Dataset, subject: Subject, notes: Notes, wish: Wish) -> list[Row]:
    """Return the events of a subject's features in order of their dates, each once."""
    found: dict[Event, None] = {}
    for ref in subject.refs:
        found.update(dict.fromkeys(dataset.knowledge.events.get(ref, ())))
    known = (event for event in found if known_by(event.date, wish.date))
    ordered = sorted(known, key=lambda event: (event.date, event.title.en))
    return [_event_row(dataset.knowledge, event, notes, wish.language) for event in ordered]


def _event_row(knowledge: Knowledge, event: Event, notes: Notes, language: Language) -> Row:
    source = source_of(knowledge, event.source_id)
    lines = [cited(event.title.in_(language), source, notes)]
    if event.note:
        lines.append(Cited(plain(event.note.in_(language)), soft=True))
    return (Cited(dates.date(event.date, language)),), tuple(lines)


def series_parts(dataset: Dataset, feature: Feature, notes: Notes, wish: Wish) -> Iterator[Part]:
    """Yield a feature's series, a row for each period, the latest first."""
    rows = series_rows(dataset.knowledge, feature, wish.language)
    heads = tuple(head.in_(wish.language) for head in (briefings.PERIOD, briefings.VALUE))
    for key, group in groupby(rows, key=lambda row: row.key):
        kept = [row for row in group if known_by(row.values[0].as_of, wish.date)]
        label = label_of(dataset.knowledge, key).label.in_(wish.language)
        if kept:
            shown = tuple(_series_row(row, notes, wish.language) for row in kept)
            name = title_of(feature, wish.language)
            yield Part(plain(label), name, table=Table.SERIES, heads=heads, rows=shown)


def _series_row(row: CardRow, notes: Notes, language: Language) -> Row:
    period = dates.date(row.values[0].as_of, language)
    lines: list[Cited] = []
    for value in row.values:
        lines.append(cited(value.text, value.source, notes))
        if value.note:
            lines.append(Cited(plain(value.note), soft=True))
    return (Cited(period),), tuple(lines)


def known_by(as_of: str, date: str) -> bool:
    """Tell whether a statement dates from before the end of a day; any does without a day."""
    first = dates.first_day(as_of)
    return not date or first is None or first.isoformat() <= date
