"""Columns that allow some values only. Source: GeoPackage 1.4, annex F.9 (Schema)."""

from __future__ import annotations

import math
from collections.abc import Callable
from fnmatch import fnmatchcase

from hetao_map.data.checks.collector import Collector
from hetao_map.data.checks.subject import Row, Subject, as_text, walk
from hetao_map.text import findings as texts
from hetao_map.text.localized import LocalizedText

_COLUMNS = "gpkg_data_columns"
_MOST_WILDCARDS, _LONGEST = 4, 1000
_Fault = tuple[LocalizedText, dict[str, object]]


def check_enums(subject: Subject, collector: Collector) -> None:
    """Find described columns that are not there, and values that a column does not allow."""
    with collector.reading(_COLUMNS):
        constraints = _constraints(subject)
        listed = {as_text(row.get("table_name")) for row in subject.contents}
        for row in subject.rows_of(_COLUMNS):
            table, column = as_text(row.get("table_name")), as_text(row.get("column_name"))
            if not subject.has(table):
                if table not in listed:  # a listed one that is missing is reported as such
                    collector.warning(_COLUMNS, None, texts.DESCRIBED_MISSING, text=table)
                continue
            name = as_text(row.get("constraint_name")).lower()
            if name and name not in constraints:
                collector.warning(table, None, texts.CONSTRAINT_MISSING, column=column, name=name)
            with collector.reading(table, is_view=subject.kinds[table] == "view"):
                _check_column(subject, table, column, constraints.get(name, []), collector)


def _constraints(subject: Subject) -> dict[str, list[Row]]:
    """Return the rows of each constraint by its name."""
    result: dict[str, list[Row]] = {}
    for row in subject.rows_of("gpkg_data_column_constraints"):
        result.setdefault(as_text(row.get("constraint_name")).lower(), []).append(row)
    return result


def _check_column(
    subject: Subject, name: str, column: str, rows: list[Row], collector: Collector
) -> None:
    table = subject.table(name)
    if column not in table.columns:
        values = {"text": f"{name}.{column}"}
        collector.warning(_COLUMNS, None, texts.DESCRIBED_MISSING, **values)
        return
    judge = _judge(rows)
    if judge is None:
        return
    for fid, (value,) in walk(subject.connection, table, [column]):
        fault = None if value is None else judge(value)
        if fault is not None:
            kind, more = fault
            collector.error(name, fid, kind, column=column, text=value, **more)


def _judge(rows: list[Row]) -> Callable[[object], _Fault | None] | None:
    """Return what tells whether a value is allowed, None when anything is."""
    kinds = {as_text(row.get("constraint_type")).lower() for row in rows}
    if kinds == {"enum"}:
        allowed = {as_text(row.get("value")) for row in rows}
        return lambda value: None if as_text(value) in allowed else (texts.ENUM, {})
    if kinds == {"range"}:
        return _within(rows[0])
    if kinds == {"glob"}:
        return _matching([as_text(row.get("value")) for row in rows])
    return None


def _within(row: Row) -> Callable[[object], _Fault | None] | None:
    """Return the judge of a range; a bound that is missing does not bound."""
    low, high = _bound(row.get("min"), -math.inf), _bound(row.get("max"), math.inf)
    if low is None or high is None:
        return None
    # Version 1.0 of the standard spelled them otherwise.
    takes_low = row.get("min_is_inclusive", row.get("minIsInclusive")) != 0
    takes_high = row.get("max_is_inclusive", row.get("maxIsInclusive")) != 0

    def judge(value: object) -> _Fault | None:
        if not isinstance(value, int | float):
            return texts.RANGE, {"low": row.get("min"), "high": row.get("max")}
        fits = low < value < high or (takes_low and value == low) or (takes_high and value == high)
        return None if fits else (texts.RANGE, {"low": row.get("min"), "high": row.get("max")})

    return judge


def _bound(value: object, otherwise: float) -> float | None:
    if value is None:
        return otherwise
    return float(value) if isinstance(value, int | float) else None


def _matching(patterns: list[str]) -> Callable[[object], _Fault | None] | None:
    """Return the judge of patterns; one with many wildcards could match for hours, and is left."""
    if any(pattern.count("*") > _MOST_WILDCARDS for pattern in patterns):
        return None
    # SQLite turns a class around with ^, Python with !.
    rules = [pattern.replace("[^", "[!") for pattern in patterns]

    def judge(value: object) -> _Fault | None:
        text = as_text(value)
        if len(text) <= _LONGEST and any(fnmatchcase(text, rule) for rule in rules):
            return None
        return texts.GLOB, {"pattern": ", ".join(patterns)}

    return judge
