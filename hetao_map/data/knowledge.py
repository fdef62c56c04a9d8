"""The tables of figures, sources and names; each may be missing or incomplete."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from typing import TypeVar

from hetao_map.data.cells import Row, number, text, words
from hetao_map.data.connection import Connection, table_rows
from hetao_map.data.media import read_media
from hetao_map.data.network import read_network
from hetao_map.data.stories import read_stories
from hetao_map.model.feature import FeatureRef
from hetao_map.model.knowledge import (
    Alias,
    Event,
    Fact,
    FactLabel,
    Holiday,
    Hours,
    Knowledge,
    SeriesValue,
    Source,
)

Item = TypeVar("Item")


def read_knowledge(connection: Connection) -> Knowledge:
    """Return what the file says of its features; empty for a file of another kind."""
    facts = sorted(table_rows(connection, "fact"), key=lambda row: number(row, "position") or 0)
    return Knowledge(
        facts=_by_feature(facts, _fact),
        labels={label.key: label for label in map(_label, table_rows(connection, "fact_label"))},
        units={text(r, "unit"): words(r, "label") for r in table_rows(connection, "unit")},
        sources={s.id: s for s in map(_source, table_rows(connection, "source"))},
        aliases=_by_feature(table_rows(connection, "alias"), _alias),
        events=_by_feature(_event_rows(connection), _event),
        series=_by_feature(table_rows(connection, "series"), _series_value),
        hours=_by_feature(_hours_rows(connection), _hours),
        holidays=tuple(map(_holiday, table_rows(connection, "holiday"))),
        network=read_network(connection),
        stories=read_stories(connection),
        media=read_media(connection),
    )


def _by_feature(
    rows: Iterable[Row], make: Callable[[Row], Item]
) -> dict[FeatureRef, tuple[Item, ...]]:
    found: dict[FeatureRef, list[Item]] = {}
    for row in rows:
        ref = FeatureRef(text(row, "layer"), text(row, "feature_id"))
        found.setdefault(ref, []).append(make(row))
    return {ref: tuple(items) for ref, items in found.items()}


def _fact(row: Row) -> Fact:
    return Fact(
        key=text(row, "key"),
        text=words(row, "value"),
        number=number(row, "number"),
        number_to=number(row, "number_to"),
        unit=text(row, "unit"),
        precision=text(row, "precision") or "exact",
        as_of=text(row, "as_of"),
        valid_from=text(row, "valid_from"),
        valid_to=text(row, "valid_to"),
        source_id=text(row, "source_id"),
        note=words(row, "note"),
        quote=text(row, "quote"),
    )


def _label(row: Row) -> FactLabel:
    position = int(number(row, "position") or 0)
    return FactLabel(text(row, "key"), text(row, "section"), position, words(row, "label"))


def _source(row: Row) -> Source:
    names = ("id", "title", "publisher", "date", "address", "licence")
    return Source(*(text(row, name) for name in names))


def _alias(row: Row) -> Alias:
    return Alias(text(row, "name"), text(row, "language"), text(row, "kind"))


def _event_rows(connection: sqlite3.Connection) -> list[Row]:
    """Return the events once for each feature they concern, in order of their dates."""
    events = {row.get("id"): row for row in table_rows(connection, "event")}
    joined: list[Row] = [
        {**events[link["event_id"]], "layer": link["layer"], "feature_id": link["feature_id"]}
        for link in table_rows(connection, "event_feature")
        if link.get("event_id") in events
    ]
    return sorted(joined, key=lambda row: text(row, "date"))


def _event(row: Row) -> Event:
    return Event(text(row, "date"), words(row, "title"), words(row, "note"), text(row, "source_id"))


def _series_value(row: Row) -> SeriesValue:
    return SeriesValue(
        key=text(row, "key"),
        period=text(row, "period"),
        category=text(row, "category"),
        number=number(row, "number") or 0.0,
        unit=text(row, "unit"),
        precision=text(row, "precision") or "exact",
        source_id=text(row, "source_id"),
        note=words(row, "note"),
    )


def _hours_rows(connection: sqlite3.Connection) -> list[Row]:
    return [{"layer": "ports", **row} for row in table_rows(connection, "opening_hours")]


def _hours(row: Row) -> Hours:
    names = ("traffic", "hours", "valid_from", "valid_to", "as_of", "source_id", "calendar")
    return Hours(*(text(row, name) for name in names))


def _holiday(row: Row) -> Holiday:
    return Holiday(
        region=text(row, "region"),
        date=text(row, "date"),
        day_off=text(row, "kind") != "working_day",
        name=words(row, "name"),
        source_id=text(row, "source_id"),
    )
