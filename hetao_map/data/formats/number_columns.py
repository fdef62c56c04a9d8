"""Columns of words that are all written as numbers become numbers."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from hetao_map.data.connection import quoted

# SQLite has no regular expressions: what is not only digits, or has a zero before them.
_WHOLE = (
    "({column} GLOB '*[^0-9-]*' OR ltrim({column}, '-') GLOB '0?*' OR {column} GLOB '?*-*' "
    "OR length({column}) > 18 OR {column} = '-')"
)
_DECIMAL = (
    "({column} GLOB '*[^0-9.-]*' OR ltrim({column}, '-') GLOB '0[0-9]*' OR {column} GLOB '?*-*' "
    "OR {column} GLOB '*.*.*' OR NOT {column} GLOB '*[0-9]*' OR length({column}) > 18)"
)


def make_numbers(connection: sqlite3.Connection, table: str, columns: Iterable[str]) -> None:
    """Turn columns whose every value is written as a number into numbers.

    What begins with a zero is a code, and what is longer than a number holds stays as it is.
    """
    name = quoted(table)
    casts = [cast for column in map(quoted, columns) if (cast := _cast(connection, name, column))]
    if casts:
        connection.execute(f"UPDATE {name} SET {', '.join(casts)}")  # noqa: S608


def _cast(connection: sqlite3.Connection, table: str, column: str) -> str:
    """Return what makes numbers of a column, empty where its values are no numbers."""
    if _count(connection, table, f"{column} IS NOT NULL") == 0:
        return ""
    for pattern, kind in ((_WHOLE, "INTEGER"), (_DECIMAL, "REAL")):
        if _count(connection, table, f"{column} <> '' AND {pattern.format(column=column)}") == 0:
            return f"{column} = CAST(nullif({column}, '') AS {kind})"
    return ""


def _count(connection: sqlite3.Connection, table: str, condition: str) -> int:
    sql = f"SELECT count(*) FROM {table} WHERE {condition}"  # noqa: S608
    return int(connection.execute(sql).fetchone()[0])
