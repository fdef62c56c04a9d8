"""One table of a private GeoPackage while it is being filled."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

import numpy as np
import shapely

from hetao_map.data.connection import quoted
from hetao_map.data.formats.batches import Batch
from hetao_map.data.formats.number_columns import make_numbers
from hetao_map.data.formats.packed_index import write_index
from hetao_map.data.formats.reports import Report
from hetao_map.data.formats.stored_values import StoredValues, blobs_of, parts_of, type_of
from hetao_map.data.place import INDEXED_FROM
from hetao_map.data.wkb import shapes_of_wkb
from hetao_map.geometry.columns import Shapes

GEOMETRY = "hetao_geometry"
_LARGEST_SHAPE = 48 * 1024 * 1024
_MOST_COLUMNS = 1000
# Read whole, shapes take some ten times as much memory as they take in the file.
_LARGE_BYTES = 64 * 1024 * 1024
_PARTS = {"POINT": "points", "MULTIPOINT": "points", "LINESTRING": "lines"}
_PARTS |= {"MULTILINESTRING": "lines", "POLYGON": "areas", "MULTIPOLYGON": "areas"}


class StagedLayer:
    """One table that grows by batches; columns are added as they appear."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        name: str,
        report: Report,
        free_name: Callable[[str], str],
    ) -> None:
        self.name, self.rows = name, 0
        self._connection, self._report, self._free_name = connection, report, free_name
        self._columns: dict[str, str] = {}
        self._taken = {"fid", GEOMETRY}
        self._left_out: set[str] = set()
        self._boxes: list[np.ndarray] = []
        self._types: list[np.ndarray] = []
        self._bad: list[int] = []
        self._bytes = 0
        self._values = StoredValues()
        connection.execute(
            f"CREATE TABLE {quoted(name)} (fid INTEGER PRIMARY KEY, {GEOMETRY} BLOB)"
        )

    def drop(self) -> None:
        """Take the table away again."""
        self._connection.execute(f"DROP TABLE {quoted(self.name)}")

    def add(self, batch: Batch) -> None:
        """Write some rows."""
        if not len(batch):
            return
        shapes, bad = self._shapes(batch)
        names = [name for name in batch.columns if self._column(name)]
        first = self.rows + 1
        self._bad += [first + position for position in bad]
        cells = [self._values.of(batch.columns[name]) for name in names]
        fids = range(first, first + len(batch))
        blobs = blobs_of(shapes, bad)
        self._bytes += sum(map(len, filter(None, blobs)))
        columns = ", ".join(["fid", GEOMETRY, *(quoted(self._columns[n]) for n in names)])
        marks = ",".join("?" * (len(names) + 2))
        self._connection.executemany(
            f"INSERT INTO {quoted(self.name)} ({columns}) VALUES ({marks})",  # noqa: S608
            zip(fids, blobs, *cells, strict=True),
        )
        self._boxes.append(shapely.bounds(shapes))
        self._types.append(shapely.get_type_id(shapes).astype(np.int8))
        self.rows += len(batch)

    def _shapes(self, batch: Batch) -> tuple[Shapes, set[int]]:
        """Return the shapes in the plane, None for missing and empty ones, and the bad ones."""
        large = {n for n, wkb in enumerate(batch.wkb) if wkb and len(wkb) > _LARGEST_SHAPE}
        wkb = [None if n in large else value for n, value in enumerate(batch.wkb)]
        read = shapes_of_wkb(wkb, [value is None for value in wkb])
        shapes = shapely.force_2d(read.shapes)
        shapes[shapely.is_empty(shapes)] = None
        return shapes, large | set(read.bad) | batch.unreadable

    def _column(self, name: str) -> str:
        """Return the column of the table for one of the data, empty when there are too many."""
        if name in self._columns:
            return self._columns[name]
        if len(self._columns) >= _MOST_COLUMNS:
            self._left_out.add(name)
            return ""
        base = name.replace("\x00", "").encode("utf-8", "replace").decode()[:200] or "column"
        free, number = base, 1
        while free.casefold() in self._taken:
            number += 1
            free = f"{base}_{number}"
        self._taken.add(free.casefold())
        self._columns[name] = free
        table, column = quoted(self.name), quoted(free)
        self._connection.execute(f"ALTER TABLE {table} ADD COLUMN {column}")
        return free

    def make_numbers(self) -> None:
        """Turn columns whose every value is written as a number into numbers."""
        make_numbers(self._connection, self.name, self._columns.values())

    def finished(self) -> list[tuple[str, str]]:
        """Return (table, geometry type) of what the layer has become, and tell what is missing.

        A large layer gets an index, and becomes a table for each dimension where it has several.
        """
        types = np.concatenate(self._types) if self._types else np.empty(0, dtype=np.int8)
        self._tell(types)
        if not self._is_large:
            return [(self.name, type_of(types))]
        self._without_bad()
        boxes = np.concatenate(self._boxes)
        parts = parts_of(types)
        result = []
        for kind, rows in parts:
            table = self.name if kind == parts[-1][0] else self._moved(kind, rows)
            write_index(self._connection, table, GEOMETRY, rows + 1, boxes[rows])
            result.append((table, kind))
        return result

    @property
    def _is_large(self) -> bool:
        """Tell whether the layer is to be read by its index: many features, or large ones."""
        return self.rows >= INDEXED_FROM or self._bytes >= _LARGE_BYTES

    def _tell(self, types: np.ndarray) -> None:
        if self._left_out:
            self._report.note("COLUMNS_LEFT_OUT", layer=self.name, n=len(self._left_out))
        if self._values.cut:
            self._report.note("TEXT_CUT", layer=self.name, n=self._values.cut)
        if not self._is_large:
            # The reader of the GeoPackage finds unreadable rows and tells of them.
            return
        if self._bad:
            self._report.note("ROWS_SKIPPED", layer=self.name, n=len(self._bad))
        if nowhere := int((types < 0).sum()) - len(self._bad):
            self._report.note("WITHOUT_GEOMETRY", layer=self.name, n=nowhere)

    def _without_bad(self) -> None:
        table = quoted(self.name)
        self._connection.executemany(
            f"UPDATE {table} SET {GEOMETRY} = NULL WHERE fid = ?",  # noqa: S608
            ((fid,) for fid in self._bad),
        )

    def _moved(self, kind: str, rows: np.ndarray) -> str:
        """Move the rows of one dimension to a table of their own and return its name."""
        name = self._free_name(f"{self.name} {_PARTS.get(kind, 'others')}")
        old, new = quoted(self.name), quoted(name)
        columns = ", ".join(map(quoted, ["fid", GEOMETRY, *self._columns.values()]))
        declared = ", ".join(map(quoted, self._columns.values()))
        self._connection.execute(
            f"CREATE TABLE {new} (fid INTEGER PRIMARY KEY, {GEOMETRY} BLOB"
            + (f", {declared})" if declared else ")")
        )
        self._connection.execute("CREATE TEMP TABLE moved (fid INTEGER PRIMARY KEY)")
        self._connection.executemany(
            "INSERT INTO moved VALUES (?)", ((int(row) + 1,) for row in rows)
        )
        chosen = "WHERE fid IN (SELECT fid FROM moved)"
        self._connection.execute(f"INSERT INTO {new} SELECT {columns} FROM {old} {chosen}")  # noqa: S608
        self._connection.execute(f"DELETE FROM {old} {chosen}")  # noqa: S608
        self._connection.execute("DROP TABLE moved")
        return name
