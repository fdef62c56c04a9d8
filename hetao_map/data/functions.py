"""Which functions the SQL of a file may use: in views, computed columns, virtual tables.

SQLite looks at the clock between the steps of a query, never within one. Some functions take
hours in one step for a few megabytes, so that no deadline would end them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

MAX_VALUE_BYTES = 64 * 1024 * 1024
# Of two values of this length a function of _QUADRATIC makes some seconds at most.
_MAX_BESIDE_QUADRATIC = 256 * 1024
# Their time grows with the product of the lengths of what they are given.
_QUADRATIC = frozenset(("instr", "replace", "trim", "ltrim", "rtrim"))
# Older versions write the letter of '%.*c' one by one, thousands of millions of times.
_SLOW_LETTERS = frozenset(("printf", "format"))
_LETTERS_ARE_FAST = sqlite3.sqlite_version_info >= (3, 45)
_CALLS = ("Function", "PureFunc")


@contextmanager
def careful(connection: sqlite3.Connection, table: str) -> Iterator[None]:
    """Let no value be long where the table's SQL uses a function that is slow with long ones.

    table is an identifier in quotes. Raises sqlite3.Error where the table cannot be read, or
    uses a function that may not be used.
    """
    used = functions_of(connection, table)
    if not _LETTERS_ARE_FAST and used & _SLOW_LETTERS:
        raise sqlite3.DataError("it calls a function that may take hours: printf")
    if used & _QUADRATIC:
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _MAX_BESIDE_QUADRATIC)
    try:
        yield
    finally:
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MAX_VALUE_BYTES)


def is_slow_with_long_values(connection: sqlite3.Connection, table: str) -> bool:
    """Tell whether what a table yields is computed by functions that need care."""
    return bool(functions_of(connection, table) & _QUADRATIC)


def functions_of(connection: sqlite3.Connection, table: str) -> set[str]:
    """Return the functions that are called to read a table, as SQLite lists its own steps.

    Source: SQLite, "The SQLite Bytecode Engine": P4 of a call is its name and arguments.
    """
    steps = connection.execute(f"EXPLAIN SELECT * FROM {table}")  # noqa: S608
    return {str(step[5]).partition("(")[0].lower() for step in steps if step[1] in _CALLS}
