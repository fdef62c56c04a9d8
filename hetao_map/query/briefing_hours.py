"""The opening hours of ports for a briefing: in words, and the state at a moment."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from hetao_map.model.briefing import Cited, Part, Row, Table, Wish
from hetao_map.model.dataset import Dataset
from hetao_map.model.feature import FeatureRef
from hetao_map.model.knowledge import Hours
from hetao_map.query.briefing_notes import Notes, as_of_words, cited
from hetao_map.query.crossings import Crossings, traffic_words
from hetao_map.query.crossings_text import state_words
from hetao_map.query.hours_words import hours_in_words
from hetao_map.query.wording import source_of
from hetao_map.text import briefings, dates
from hetao_map.text.language import Language
from hetao_map.text.plain import plain


def hours_part(
    dataset: Dataset, ref: FeatureRef, crossings: Crossings | None, notes: Notes, wish: Wish
) -> Part | None:
    """Return the hours of one port, a row for each kind of traffic; None where none are known.

    crossings are the states at the moment of the wish, None without one.
    """
    stated = dataset.knowledge.hours.get(ref, ())
    feature = dataset.find(ref)
    if not stated or feature is None:
        return None
    rows = [
        _row(dataset, hours, crossings, notes, wish.language, ref)
        for hours in _in_force(stated, _day(wish))
    ]
    heads = [briefings.TRAFFIC, briefings.HOURS, briefings.STATE_AT, briefings.CHECKED]
    if crossings is None:
        heads.remove(briefings.STATE_AT)
    return Part(
        plain(feature.name.in_(wish.language)),
        table=Table.HOURS if crossings is None else Table.HOURS_NOW,
        heads=tuple(head.in_(wish.language) for head in heads),
        rows=tuple(rows),
    )


def _day(wish: Wish) -> dt.date | None:
    if wish.moment is not None:
        return wish.moment.date()
    return dates.first_day(wish.date)


def _in_force(stated: tuple[Hours, ...], day: dt.date | None) -> Iterator[Hours]:
    """Yield for each traffic the statement that began last, of those that had begun by a day."""
    for traffic in dict.fromkeys(hours.traffic for hours in stated):
        begun = [
            hours
            for hours in stated
            if hours.traffic == traffic
            and (day is None or (dates.first_day(hours.valid_from) or dt.date.min) <= day)
        ]
        if begun:
            yield max(begun, key=lambda hours: hours.valid_from)


def _row(
    dataset: Dataset,
    hours: Hours,
    crossings: Crossings | None,
    notes: Notes,
    language: Language,
    ref: FeatureRef,
) -> Row:
    source = source_of(dataset.knowledge, hours.source_id)
    valid = dates.span(hours.valid_from, hours.valid_to, language)
    checked = as_of_words(hours.as_of, source, language)
    said = (
        (Cited(traffic_words(hours.traffic).in_(language)),),
        (
            Cited(hours_in_words(hours.hours, language)),
            *((Cited(valid, soft=True),) if valid else ()),
        ),
    )
    state = (_state(crossings, ref, hours.traffic, language),) if crossings else ()
    who = (cited(checked, source, notes),)
    return (*said, *((cell,) for cell in state), who)


def _state(crossings: Crossings, ref: FeatureRef, traffic: str, language: Language) -> Cited:
    for row in crossings.rows:
        if row.ref == ref and row.traffic == traffic:
            return Cited(state_words(row, crossings.at, language))
    return Cited("")
