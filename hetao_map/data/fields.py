"""What a file says of the columns of its layers: aliases, help, and the words for their codes.

Source: GeoPackage 1.4, annex F.9 (Schema).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import replace

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


def joined_fields(first: Sequence[Field], second: Sequence[Field]) -> tuple[Field, ...]:
    """Return the columns of both; what the first does not say of one the second does."""
    others = {field.name.casefold(): field for field in second}
    result = []
    for field in first:
        other = others.pop(field.name.casefold(), field)
        alias, words = field.alias or other.alias, field.words or other.words
        result.append(replace(field, alias=alias, words=words))
    return (*result, *others.values())


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
