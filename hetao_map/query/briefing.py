"""Making the briefing of an area: every figure with its date and the number of its source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from hetao_map.model.briefing import Briefing, Cited, Part, Row, Section, Subject, Table, Wish
from hetao_map.model.card import CardSection, InfoCard
from hetao_map.model.dataset import Catalog
from hetao_map.model.errors import NotFoundError
from hetao_map.model.feature import Feature
from hetao_map.query.area import extent_of
from hetao_map.query.briefing_frame import about, edition, glance, own_title, subtitle
from hetao_map.query.briefing_hours import hours_part
from hetao_map.query.briefing_lists import (
    event_rows,
    feature_parts,
    known_by,
    life_of,
    series_parts,
)
from hetao_map.query.briefing_notes import Notes, figure_rows
from hetao_map.query.briefing_ways import nearest_part, ways_part
from hetao_map.query.briefing_work import Work
from hetao_map.query.card import make_card
from hetao_map.query.crossings import PORTS, Crossings, crossings_at
from hetao_map.text import briefings, dates, times
from hetao_map.text.dates import written
from hetao_map.text.language import Language
from hetao_map.text.localized import LocalizedText
from hetao_map.text.plain import plain

_HOURS = "hours"
_NOT_FIGURES = frozenset({"events", "series"})


def make_briefing(catalog: Catalog, subject: Subject, wish: Wish) -> Briefing:
    """Return the briefing of a subject. Any thread; the same input gives the same value.

    catalog is as on the day of the wish. Raises NotFoundError where there is nothing to tell of.
    """
    features = [found for ref in subject.refs if (found := catalog.find(ref))]
    if not features:
        raise NotFoundError(_nothing(wish))
    work = Work(catalog, subject, wish, Notes(wish.language), tuple(features))
    sections = tuple(section for section in _sections(work) if section.parts)
    notes = work.notes.footnotes()
    closing = about(work)
    return Briefing(
        subject=subject,
        language=wish.language,
        title=plain(wish.title.strip()) or own_title(catalog, subject, wish.language),
        subtitle=subtitle(work),
        date=wish.date,
        edition=edition(work),
        extent=extent_of(catalog, subject),
        sections=(*sections, *_sources(notes, wish.language), closing),
        notes=notes,
    )


def _nothing(wish: Wish) -> LocalizedText:
    day = dates.first_day(wish.date)
    return written(briefings.NOTHING_THERE_THEN, date=day) if day else briefings.NOTHING_THERE


def _sections(work: Work) -> Iterator[Section]:
    language = work.language
    cards = [(make_card(dataset, feature, language), feature) for dataset, feature in work.told()]
    yield Section(briefings.AT_A_GLANCE.in_(language), (glance(work),))
    figures = [part for card, feature in cards if (part := _figures(work, card, feature))]
    yield Section(briefings.KEY_FIGURES.in_(language), tuple(figures))
    yield Section(briefings.OPENING_HOURS.in_(language), tuple(_hours(work, cards)))
    ways = [nearest_part(work.catalog, work.subject, language)]
    ways += [
        ways_part(dataset, work.subject, work.notes, language) for dataset in work.catalog.datasets
    ]
    yield Section(briefings.WAYS.in_(language), tuple(part for part in ways if part.rows))
    listed = feature_parts(work.catalog, work.features, language)
    yield Section(briefings.FEATURES.in_(language), tuple(listed))
    yield Section(briefings.EVENTS.in_(language), tuple(_events(work)))
    series = [
        part
        for dataset, feature in work.told()
        for part in series_parts(dataset, feature, work.notes, work.wish)
    ]
    yield Section(briefings.SERIES.in_(language), tuple(series))


def _figures(work: Work, card: InfoCard, feature: Feature) -> Part | None:
    """Return what is known of a feature in figures and words, None where nothing is."""
    sections = [s for s in card.sections if s.id not in (*_NOT_FIGURES, _HOURS)]
    rows = _rows(work, sections)
    if not rows and feature.ref not in work.subject.named:
        return None
    detail = (card.kind, card.status_text, life_of(feature, work.language))
    summary = (Cited(card.summary, work.notes.of(card.source)),) if card.summary else ()
    return Part(
        card.title,
        " · ".join(part for part in detail if part),
        summary,
        Table.FIGURES,
        _figure_heads(work.language, rows),
        rows,
    )


def _figure_heads(language: Language, rows: tuple[Row, ...]) -> tuple[str, ...]:
    """Return the heads of the columns; without any source there are but two."""
    if not rows:
        return ()
    sourced = any(one.text or one.notes for row in rows for one in row[-1])
    heads = (briefings.FIGURE, briefings.VALUE, *((briefings.AS_OF,) if sourced else ()))
    return tuple(head.in_(language) for head in heads)


def _rows(work: Work, sections: list[CardSection]) -> tuple[Row, ...]:
    known = []
    for row in (row for section in sections for row in section.rows):
        values = tuple(value for value in row.values if known_by(value.as_of, work.wish.date))
        if values:
            known.append(replace(row, values=values))
    return figure_rows(known, work.notes, work.language)


def _hours(work: Work, cards: list[tuple[InfoCard, Feature]]) -> Iterator[Part]:
    """Yield the hours of each port, what else is said of hours, and what is special that day."""
    moment = work.wish.moment
    crossings = crossings_at(work.catalog, moment) if moment else None
    for (dataset, feature), (card, _) in zip(work.told(), cards, strict=True):
        if feature.ref.layer == PORTS:
            part = hours_part(dataset, feature.ref, crossings, work.notes, work.wish)
            if part is not None:
                yield part
        rows = _rows(work, [section for section in card.sections if section.id == _HOURS])
        if rows:
            heads = _figure_heads(work.language, rows)
            said = briefings.AS_SAID.in_(work.language)
            yield Part(card.title, said, table=Table.FIGURES, heads=heads, rows=rows)
    notices = _notices(crossings, work)
    if notices:
        yield Part(paragraphs=notices)


def _notices(crossings: Crossings | None, work: Work) -> tuple[Cited, ...]:
    if crossings is None or not work.has_ports:
        return ()
    language = work.language
    clock = times.CLOCK_OF.in_(language)
    said = (clock, *(notice.in_(language) for notice in crossings.notices))
    return tuple(Cited(plain(text), soft=True) for text in said)


def _events(work: Work) -> Iterator[Part]:
    heads = tuple(head.in_(work.language) for head in (briefings.DATE, briefings.EVENT))
    for dataset in work.catalog.datasets:
        rows = event_rows(dataset, work.subject, work.notes, work.wish)
        if rows:
            yield Part(table=Table.EVENTS, heads=heads, rows=tuple(rows))


def _sources(notes: tuple[object, ...], language: Language) -> tuple[Section, ...]:
    """Return the section whose rows the pages fill with the notes in full."""
    if not notes:
        return ()
    return (Section(briefings.SOURCES.in_(language), (Part(table=Table.SOURCES),)),)
