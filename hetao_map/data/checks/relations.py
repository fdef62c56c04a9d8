"""Rows that belong to rows of other tables: foreign keys, and the related tables extension.

Sources: SQLite, "PRAGMA foreign_key_check"; OGC 18-000, GeoPackage Related Tables Extension,
sections 7 and 8.
"""

from __future__ import annotations

from hetao_map.data.checks.collector import Collector
from hetao_map.data.checks.subject import Row, Subject, as_text
from hetao_map.data.connection import bounded, quoted
from hetao_map.text import findings as texts

_RELATIONS = "gpkgext_relations"
_SIDES = (("base", "base_id"), ("related", "related_id"))


def check_relations(subject: Subject, collector: Collector) -> None:
    """Find rows that name a row of another table that is not there."""
    _check_foreign_keys(subject, collector)
    with collector.reading(_RELATIONS):
        for row in subject.rows_of(_RELATIONS):
            _check_relation(subject, row, collector)


def _check_foreign_keys(subject: Subject, collector: Collector) -> None:
    with collector.reading("PRAGMA foreign_key_check"):
        found = subject.connection.execute("PRAGMA foreign_key_check")
        for table, rowid, parent, _number in bounded(found):
            fid = rowid if isinstance(rowid, int) else None
            # What the lists of the file say of one another is found by name elsewhere.
            if not str(table).startswith("gpkg_"):
                collector.error(str(table), fid, texts.ORPHAN, target=parent)


def _check_relation(subject: Subject, row: Row, collector: Collector) -> None:
    """Check one relation: its three tables, and both ends of each row of the mapping table."""
    mapping = as_text(row.get("mapping_table_name"))
    place = row.get("id")
    fid = place if isinstance(place, int) else None
    names = [mapping, *(as_text(row.get(f"{side}_table_name")) for side, _ in _SIDES)]
    missing = [name for name in names if not subject.has(name)]
    for name in missing:
        collector.error(_RELATIONS, fid, texts.RELATION_TABLE, text=name)
    if missing:
        return
    for side, column in _SIDES:
        key = as_text(row.get(f"{side}_primary_column")) or "fid"
        target = as_text(row.get(f"{side}_table_name"))
        with collector.reading(mapping, is_view=subject.kinds[mapping] == "view"):
            _check_side(subject, mapping, column, target, key, collector)


def _check_side(
    subject: Subject, mapping: str, column: str, target: str, key: str, collector: Collector
) -> None:
    for table, name in ((mapping, column), (target, key)):
        if name not in subject.table(table).columns:
            collector.error(table, None, texts.RELATION_COLUMN, column=name)
            return
    rowid = quoted(subject.table(mapping).key or "rowid")
    sql = (
        f"SELECT {rowid}, {quoted(column)} FROM {quoted(mapping)} WHERE {quoted(column)} "  # noqa: S608
        f"NOT IN (SELECT {quoted(key)} FROM {quoted(target)} WHERE {quoted(key)} IS NOT NULL)"
    )
    for place, value in bounded(subject.connection.execute(sql)):
        fid = place if isinstance(place, int) else None
        values = {"column": column, "text": value, "target": target}
        collector.error(mapping, fid, texts.REFERENCE, **values)
