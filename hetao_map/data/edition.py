"""The day of a file's edition, as its list of contents says it."""

from __future__ import annotations

import sqlite3

from hetao_map.data.connection import table_rows
from hetao_map.text.dates import well_formed


def edition_of(connection: sqlite3.Connection) -> str:
    """Return the day (YYYY-MM-DD) of the latest change that gpkg_contents names, empty for none."""
    changes = (str(row.get("last_change"))[:10] for row in table_rows(connection, "gpkg_contents"))
    return max((day for day in changes if len(day) == 10 and well_formed(day)), default="")
