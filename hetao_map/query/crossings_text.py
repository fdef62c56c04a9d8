"""The state of the ports as a table of text and as JSON."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hetao_map.model.clock import with_zone
from hetao_map.query.crossings import Crossing, Crossings, State, traffic_words
from hetao_map.query.source_text import source_line
from hetao_map.text import dates, times
from hetao_map.text.columns import in_columns
from hetao_map.text.language import Language
from hetao_map.text.plain import plain

Json = dict[str, Any]


def crossings_text(crossings: Crossings, language: Language) -> str:
    """Return a heading, a line for each port and kind of traffic, then the notices."""
    heading = dates.written(times.CROSSINGS_AT, time=crossings.at).in_(language)
    rows = [
        (
            row.name.in_(language),
            traffic_words(row.traffic).in_(language),
            state_words(row, crossings.at, language),
            _checked(row, language),
        )
        for row in crossings.rows
    ]
    notices = [notice.in_(language) for notice in crossings.notices]
    return "\n".join([heading, "", *in_columns(rows), *([""] if notices else []), *notices])


def state_words(row: Crossing, at: dt.datetime, language: Language) -> str:
    """Return a port's state in words, with the time it lasts until."""
    sentence = {
        (State.OPEN, False): times.OPEN,
        (State.OPEN, True): times.OPEN_UNTIL,
        (State.CLOSING, True): times.CLOSING,
        (State.CLOSED, False): times.CLOSED,
        (State.CLOSED, True): times.CLOSED_UNTIL,
        (State.UNKNOWN, False): times.UNKNOWN,
        (State.UNKNOWN, True): times.UNKNOWN_UNTIL,
    }[row.state, (row.opens if row.state is State.CLOSED else row.until) is not None]
    if row.until is None:
        return sentence.in_(language)
    return sentence.in_(language).format(time=dates.clock(row.until, language, at.date()))


def crossing_note(row: Crossing, language: Language) -> str:
    """Return when a port's hours were checked, and by whom they are said; empty without hours."""
    source = source_line(row.source, "", language) if row.source else ""
    return plain(" · ".join(part for part in (_checked(row, language), source) if part))


def _checked(row: Crossing, language: Language) -> str:
    if not row.as_of:
        return ""
    return times.CHECKED.in_(language).format(date=dates.date(row.as_of, language))


def crossings_json(crossings: Crossings, language: Language) -> Json:
    """Return what `crossings --json` prints: the contract of the command line, and more."""
    return {
        "at": stamp(crossings.at),
        "crossings": [_crossing_json(row) for row in crossings.rows],
        "notices": [notice.in_(language) for notice in crossings.notices],
    }


def stamp(moment: dt.datetime | None) -> str | None:
    """Return a moment of Hong Kong in ISO 8601 with its zone, None for none."""
    return None if moment is None else with_zone(moment).isoformat(timespec="seconds")


def _crossing_json(row: Crossing) -> Json:
    return {
        "id": row.ref.id,
        "name": row.name.as_json(),
        "traffic": row.traffic,
        "state": row.state.value,
        "until": stamp(row.until),
        "opens": stamp(row.opens),
        "as_of": row.as_of,
        "source": row.source.id if row.source else None,
    }
