"""The tables that carry this map's knowledge, where a file has them with their columns.

A table of the same name with other columns is somebody else's and is left alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from hetao_map.data.checks.collector import Collector
from hetao_map.data.checks.subject import Subject, Table, as_text, walk

STATEMENTS = {
    "fact": ("layer", "feature_id", "key", "source_id"),
    "series": ("layer", "feature_id", "key", "source_id"),
    "alias": ("layer", "feature_id", "name"),
    "opening_hours": ("feature_id", "hours", "source_id"),
    "holiday": ("region", "date", "source_id"),
    "network_place": ("id", "name_en"),
    "network_edge": ("from_node", "to_node", "mode", "minutes_likely"),
    "event": ("id", "date", "title_en", "source_id"),
    "event_feature": ("event_id", "layer", "feature_id"),
    "fact_label": ("key", "section", "label_en"),
    "unit": ("unit", "label_en"),
    "source": ("id", "title", "publisher"),
    "layer_setting": ("layer", "title_en"),
    "layer_preset": ("id", "title_en", "layers"),
    "story": ("id", "title_en"),
    "story_step": ("story_id", "position", "title_en", "text_en", "source_ids"),
}
_FEATURE_MARKS = ("id", "name_zh_hans", "name_zh_hant", "name_en")
THEME = "theme"


@dataclass(frozen=True, slots=True)
class OwnRow:
    """A row's fid and its cells as text; a column that the table lacks is an empty text."""

    fid: int | None
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


@dataclass
class Own:
    """Rows by table: of the statements, and of the layers with names in three languages."""

    statements: dict[str, list[OwnRow]] = field(default_factory=dict)
    layers: dict[str, list[OwnRow]] = field(default_factory=dict)
    columns: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def tables(self) -> dict[str, list[OwnRow]]:
        """Return the rows of all tables, layers first."""
        return self.layers | self.statements

    def values(self, table: str, column: str) -> set[str]:
        """Return what stands in a column."""
        return {row[column] for row in self.statements.get(table, ())}

    def themes(self) -> set[str]:
        """Return the layers whose features need names and summaries."""
        rows = self.statements.get("layer_setting", ())
        return {row["layer"] for row in rows if row["group_id"] == THEME}


def read_own(subject: Subject, collector: Collector) -> Own:
    """Return the rows of the file's tables that are built as this map's are."""
    own = Own()
    for name, marks in STATEMENTS.items():
        if subject.has(name):
            _read(subject, name, marks, own, own.statements, collector)
    for name in subject.listed("features"):
        _read(subject, name, _FEATURE_MARKS, own, own.layers, collector)
    return own


def _read(
    subject: Subject,
    name: str,
    marks: tuple[str, ...],
    own: Own,
    into: dict[str, list[OwnRow]],
    collector: Collector,
) -> None:
    with collector.reading(name, is_view=subject.kinds[name] == "view"):
        table = subject.table(name)
        if set(marks) <= set(table.columns):
            columns = _text_columns(subject, table)
            own.columns[name] = columns
            into[name] = [
                OwnRow(fid, dict(zip(columns, map(as_text, values), strict=True)))
                for fid, values in walk(subject.connection, table, columns)
            ]


def _text_columns(subject: Subject, table: Table) -> tuple[str, ...]:
    """Return all columns but the geometry."""
    geometry = {
        row.get("column_name")
        for row in subject.geometry_columns
        if row.get("table_name") == table.name
    }
    return tuple(column for column in table.columns if column not in geometry)
