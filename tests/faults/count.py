"""How many rows a file has, found without the code under test."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
import time
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import shapely

_ENVELOPES = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}
# Views that never end cannot be counted; nor can what no reader would hold.
_PATIENCE_S, _LONGEST = 2.0, 64 * 2**20


@dataclass(frozen=True)
class Rows:
    """The rows of a table, and those of them that have no geometry to show."""

    there: int
    vacant: int


def rows_of(path: Path) -> dict[str, Rows]:
    """Return the rows of each feature table that SQLite can count, by the table's name.

    A private copy is asked, with its log or journal beside it.
    """
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy.gpkg"
        for ending in ("", "-wal", "-journal"):
            with suppress(OSError):
                shutil.copyfile(f"{path}{ending}", f"{copy}{ending}")
        with suppress(sqlite3.Error, UnicodeDecodeError), closing(sqlite3.connect(copy)) as db:
            db.text_factory = lambda raw: raw.decode("utf-8", errors="replace")
            return _counted(db)
    return {}


def _counted(db: sqlite3.Connection) -> dict[str, Rows]:
    found: dict[str, Rows] = {}
    names = {name.casefold(): name for (name,) in db.execute("SELECT name FROM sqlite_master")}
    listed = db.execute(
        "SELECT table_name, column_name FROM gpkg_geometry_columns "
        "WHERE lower(table_name) NOT IN (SELECT lower(table_name) FROM gpkg_contents "
        "WHERE data_type <> 'features')"
    ).fetchall()
    ends = time.monotonic() + _PATIENCE_S
    db.set_progress_handler(lambda: time.monotonic() > ends, 10_000)
    db.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
    for table, column in listed:
        # The reader's ceiling on SQLite's memory holds in this whole process, so here as well.
        with suppress(sqlite3.Error, MemoryError):
            name = names.get(str(table).casefold())
            if name is None:
                continue
            found[name] = _rows(db, name, str(column))
    return found


def _rows(db: sqlite3.Connection, table: str, column: str) -> Rows:
    (there,) = db.execute(f"SELECT count(*) FROM {_quoted(table)}").fetchone()
    sql = "SELECT 1 FROM sqlite_master WHERE name = ? AND type = 'table' AND rootpage > 0"
    if not db.execute(sql, (table,)).fetchone():
        # What a view computes can take longer than anybody waits: its rows alone are counted.
        return Rows(there, there)
    blobs = db.execute(f"SELECT {_quoted(column)} FROM {_quoted(table)}")
    return Rows(there, sum(_is_vacant(blob) for (blob,) in blobs))


def _is_vacant(blob: object) -> bool:
    """Tell whether there is no geometry, or an empty one: nothing is lost with it."""
    if blob is None:
        return True
    if not isinstance(blob, bytes) or blob[:2] != b"GP" or len(blob) < 8:
        return False
    if blob[3] & 0x10:
        return True
    start = 8 + _ENVELOPES.get(blob[3] >> 1 & 7, 0)
    # What is nested deep makes GEOS overrun its stack; nothing empty is as long.
    if len(blob) - start > 4096:
        return False
    with np.errstate(invalid="ignore"), suppress(shapely.errors.ShapelyError, NotImplementedError):
        shape = shapely.from_wkb(blob[start:], on_invalid="ignore")
        return shape is not None and shape.is_empty
    return False


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
