"""What is checked: the open file, the tables it lists, and how their rows are walked."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from hetao_map.data.checks.clock import Clock
from hetao_map.data.connection import bounded, quoted, table_rows
from hetao_map.data.functions import careful

Row = dict[str, object]


@dataclass(frozen=True)
class Table:
    """A table or view: its columns, and the one that holds the fid, empty when none does.

    The rows of one that is not stored are computed when they are read.
    """

    name: str
    columns: tuple[str, ...]
    key: str
    is_view: bool
    is_stored: bool


@dataclass(frozen=True)
class LayerTable:
    """A feature table that can be walked, as gpkg_geometry_columns describes it."""

    table: Table
    column: str
    geometry_type: str
    srs_id: int

    @property
    def name(self) -> str:
        """Return the table's name."""
        return self.table.name


@dataclass
class Subject:
    """An open file and its lists; layers are the feature tables whose description is sound."""

    connection: sqlite3.Connection
    clock: Clock
    kinds: dict[str, str]
    stored: frozenset[str]
    contents: list[Row]
    geometry_columns: list[Row]
    layers: list[LayerTable] = field(default_factory=list)
    _described: dict[str, Table] = field(default_factory=dict)

    def has(self, name: str) -> bool:
        """Tell whether there is a table or view of that name."""
        return name in self.kinds

    @cached_property
    def content(self) -> Mapping[str, Row]:
        """Return the first row of gpkg_contents on each table; looking through all for each of
        thousands of layers would take minutes.
        """
        return {as_text(row.get("table_name")): row for row in reversed(self.contents)}

    @cached_property
    def described(self) -> Mapping[object, Sequence[Row]]:
        """Return the rows of gpkg_geometry_columns on each table, none for any other."""
        found: dict[object, list[Row]] = defaultdict(list)
        for row in self.geometry_columns:
            found[row.get("table_name")].append(row)
        return found

    @cached_property
    def indexed(self) -> frozenset[tuple[object, object]]:
        """Return the tables and columns for which gpkg_extensions promises an R-tree.

        Raises sqlite3.Error when that list cannot be read.
        """
        return frozenset(
            (row.get("table_name"), row.get("column_name"))
            for row in self.rows_of("gpkg_extensions")
            if row.get("extension_name") == "gpkg_rtree_index"
        )

    def table(self, name: str) -> Table:
        """Return a table's columns and key. Raises sqlite3.Error for a broken view."""
        if name not in self._described:
            self._described[name] = self._describe(name)
        return self._described[name]

    def _describe(self, name: str) -> Table:
        info = self.connection.execute(f"PRAGMA table_info({quoted(name)})").fetchall()
        keys = [row for row in info if row[5]]
        whole = len(keys) == 1 and str(keys[0][2]).upper() == "INTEGER"
        key = str(keys[0][1]) if whole else ""
        columns = tuple(str(row[1]) for row in info)
        return Table(name, columns, key, self.kinds.get(name) == "view", name in self.stored)

    def listed(self, data_type: str) -> list[str]:
        """Return the tables that gpkg_contents lists as of a type and that are there."""
        names = [
            as_text(row.get("table_name"))
            for row in self.contents
            if row.get("data_type") == data_type
        ]
        return [name for name in names if self.has(name)]

    def rows_of(self, name: str) -> list[Row]:
        """Return all rows of a table, none when there is no such table."""
        return table_rows(self.connection, name) if self.has(name) else []


def read_subject(connection: sqlite3.Connection, clock: Clock) -> Subject:
    """Return the file's lists. Raises sqlite3.Error when they cannot be read."""
    found = connection.execute(
        "SELECT name, type, rootpage FROM sqlite_master WHERE type IN ('table', 'view')"
    ).fetchall()
    return Subject(
        connection,
        clock,
        {str(name): str(kind) for name, kind, _ in found},
        frozenset(str(name) for name, _, page in found if page),
        table_rows(connection, "gpkg_contents"),
        table_rows(connection, "gpkg_geometry_columns"),
    )


def walk(
    connection: sqlite3.Connection, table: Table, columns: Sequence[str]
) -> Iterator[tuple[int | None, tuple[object, ...]]]:
    """Yield the fid of each row, None where the table has no key, and the columns' values."""
    key = quoted(table.key) if table.key else "NULL"
    selected = ", ".join([key, *map(quoted, columns)])
    with careful(connection, quoted(table.name)):
        cursor = connection.execute(f"SELECT {selected} FROM {quoted(table.name)}")  # noqa: S608
        for row in cursor if table.is_stored else bounded(cursor):
            yield (row[0] if isinstance(row[0], int) else None), row[1:]


def as_text(value: object) -> str:
    """Return a cell as text without blanks around it, empty for NULL and for bytes."""
    return "" if value is None or isinstance(value, bytes) else str(value).strip()
