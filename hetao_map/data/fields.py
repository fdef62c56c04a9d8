"""What a file says of the columns of its layers: aliases, help, and the words for their codes.

Source: GeoPackage 1.4, annex F.9 (Schema).
"""

from __future__ import annotations

import sqlite3

from hetao_map.data.connection import table_rows
from hetao_map.model.layer import Field
from hetao_map.text.plain import plain

Row = dict[str, object]


def read_fields(connection: sqlite3.Connection) -> dict[str, tuple[Field, ...]]:
    """Return the described columns by table, its name in small letters."""
    words = _words_by_constraint(connection)
    result: dict[str, tuple[Field, ...]] = {}
    for row in table_rows(connection, "gpkg_data_columns"):
        table = str(row.get("table_name")).casefold()
        result[table] = (*result.get(table, ()), _field(row, words))
    return result


def _field(row: Row, words: dict[str, dict[str, str]]) -> Field:
    return Field(
        str(row.get("column_name")),
        plain(row.get("name")) or plain(row.get("title")),
        plain(row.get("description")),
        words.get(str(row.get("constraint_name")).casefold(), {}),
    )


def _words_by_constraint(connection: sqlite3.Connection) -> dict[str, dict[str, str]]:
    """Return by constraint the words that stand for each allowed value; some have none."""
    result: dict[str, dict[str, str]] = {}
    for row in table_rows(connection, "gpkg_data_column_constraints"):
        if str(row.get("constraint_type")).casefold() == "enum" and row.get("description"):
            name = str(row.get("constraint_name")).casefold()
            result.setdefault(name, {})[str(row.get("value"))] = plain(row["description"])
    return result
