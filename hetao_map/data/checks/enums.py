"""Columns that allow a list of values only. Source: GeoPackage 1.4, annex F.9 (Schema)."""

from __future__ import annotations

from hetao_map.data.checks.collector import Collector
from hetao_map.data.checks.subject import Subject, as_text, walk
from hetao_map.text import findings as texts

_COLUMNS = "gpkg_data_columns"


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
                _check_column(subject, table, column, constraints.get(name), collector)


def _constraints(subject: Subject) -> dict[str, set[str] | None]:
    """Return the values that each constraint allows, None for a range or a pattern."""
    result: dict[str, set[str] | None] = {}
    for row in subject.rows_of("gpkg_data_column_constraints"):
        name = as_text(row.get("constraint_name")).lower()
        if as_text(row.get("constraint_type")).lower() != "enum":
            result[name] = None
            continue
        values = result.setdefault(name, set())
        if values is not None:
            values.add(as_text(row.get("value")))
    return result


def _check_column(
    subject: Subject, name: str, column: str, allowed: set[str] | None, collector: Collector
) -> None:
    table = subject.table(name)
    if column not in table.columns:
        values = {"text": f"{name}.{column}"}
        collector.warning(_COLUMNS, None, texts.DESCRIBED_MISSING, **values)
        return
    if allowed is None:
        return
    for fid, (value,) in walk(subject.connection, table, [column]):
        if value is not None and as_text(value) not in allowed:
            collector.error(name, fid, texts.ENUM, column=column, text=value)
