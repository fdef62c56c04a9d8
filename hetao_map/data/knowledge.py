"""The tables of figures, sources and names; each may be missing or incomplete."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Callable, Iterable
from typing import TypeVar

from hetao_map.data.connection import table_rows
from hetao_map.model.feature import FeatureRef
from hetao_map.model.knowledge import (
    Alias,
    Event,
    Fact,
    FactLabel,
    Hours,
    Knowledge,
    SeriesValue,
    Source,
)
from hetao_map.text.localized import LocalizedText, from_columns
from hetao_map.text.plain import plain

Row = dict[str, object]
Item = TypeVar("Item")


def read_knowledge(connection: sqlite3.Connection) -> Knowledge:
    """Return what the file says of its features; empty for a file of another kind."""
    facts = sorted(table_rows(connection, "fact"), key=lambda row: _number(row, "position") or 0)
    return Knowledge(
        facts=_by_feature(facts, _fact),
        labels={label.key: label for label in map(_label, table_rows(connection, "fact_label"))},
        units={_text(r, "unit"): _words(r, "label") for r in table_rows(connection, "unit")},
        sources={s.id: s for s in map(_source, table_rows(connection, "source"))},
        aliases=_by_feature(table_rows(connection, "alias"), _alias),
        events=_by_feature(_event_rows(connection), _event),
        series=_by_feature(table_rows(connection, "series"), _series_value),
        hours=_by_feature(_hours_rows(connection), _hours),
    )


def _by_feature(
    rows: Iterable[Row], make: Callable[[Row], Item]
) -> dict[FeatureRef, tuple[Item, ...]]:
    found: dict[FeatureRef, list[Item]] = {}
    for row in rows:
        ref = FeatureRef(_text(row, "layer"), _text(row, "feature_id"))
        found.setdefault(ref, []).append(make(row))
    return {ref: tuple(items) for ref, items in found.items()}


def _text(row: Row, name: str) -> str:
    return plain(row.get(name))


def _words(row: Row, stem: str) -> LocalizedText:
    text = from_columns(row, stem)
    return LocalizedText(plain(text.zh_hans), plain(text.zh_hant), plain(text.en))


def _number(row: Row, name: str) -> float | None:
    value = row.get(name)
    return float(value) if isinstance(value, int | float) and math.isfinite(value) else None


def _fact(row: Row) -> Fact:
    return Fact(
        key=_text(row, "key"),
        text=_words(row, "value"),
        number=_number(row, "number"),
        number_to=_number(row, "number_to"),
        unit=_text(row, "unit"),
        precision=_text(row, "precision") or "exact",
        as_of=_text(row, "as_of"),
        valid_from=_text(row, "valid_from"),
        valid_to=_text(row, "valid_to"),
        source_id=_text(row, "source_id"),
        note=_words(row, "note"),
        quote=_text(row, "quote"),
    )


def _label(row: Row) -> FactLabel:
    position = int(_number(row, "position") or 0)
    return FactLabel(_text(row, "key"), _text(row, "section"), position, _words(row, "label"))


def _source(row: Row) -> Source:
    names = ("id", "title", "publisher", "date", "address", "licence")
    return Source(*(_text(row, name) for name in names))


def _alias(row: Row) -> Alias:
    return Alias(_text(row, "name"), _text(row, "language"), _text(row, "kind"))


def _event_rows(connection: sqlite3.Connection) -> list[Row]:
    """Return the events once for each feature they concern, in order of their dates."""
    events = {row.get("id"): row for row in table_rows(connection, "event")}
    joined: list[Row] = [
        {**events[link["event_id"]], "layer": link["layer"], "feature_id": link["feature_id"]}
        for link in table_rows(connection, "event_feature")
        if link.get("event_id") in events
    ]
    return sorted(joined, key=lambda row: _text(row, "date"))


def _event(row: Row) -> Event:
    return Event(
        _text(row, "date"), _words(row, "title"), _words(row, "note"), _text(row, "source_id")
    )


def _series_value(row: Row) -> SeriesValue:
    return SeriesValue(
        key=_text(row, "key"),
        period=_text(row, "period"),
        category=_text(row, "category"),
        number=_number(row, "number") or 0.0,
        unit=_text(row, "unit"),
        precision=_text(row, "precision") or "exact",
        source_id=_text(row, "source_id"),
        note=_words(row, "note"),
    )


def _hours_rows(connection: sqlite3.Connection) -> list[Row]:
    return [{"layer": "ports", **row} for row in table_rows(connection, "opening_hours")]


def _hours(row: Row) -> Hours:
    names = ("traffic", "hours", "valid_from", "valid_to", "as_of", "source_id")
    return Hours(*(_text(row, name) for name in names))
