"""All boxes of a spatial index at once, from the pages that SQLite keeps it in.

Asking the virtual table for a million rows takes over a second; its node table holds the same
boxes in some ten thousand pages that numpy reads as they are. Layout: a node is a 2-byte
depth (of the whole tree, in the root alone), a 2-byte count of cells, then cells of an 8-byte
id and four 4-byte floats (minx, maxx, miny, maxy), all big-endian. Source: SQLite,
ext/rtree/rtree.c, "Database Format of R-Tree Tables".
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from itertools import compress

import numpy as np

from hetao_map.data.connection import quoted, table_names
from hetao_map.geometry.columns import BoolArray, IntArray, ranges
from hetao_map.geometry.extent import Extent

_CELL = np.dtype([("id", ">i8"), ("box", ">f4", (4,))])
_HEADER = 4
_ROOT = 1
_PAGES_AT_ONCE = 2048
_DEEPEST = 40


class IndexDamagedError(ValueError):
    """The index is not one that can be read; the table has to be read instead."""


@dataclass(frozen=True, eq=False)
class Boxes:
    """ids: (m,) in the order of the index; bounds: (m, 4) as xmin, ymin, xmax, ymax.

    The index rounds its numbers outwards to 32 bits. Each column of bounds is contiguous.
    starts: (k,) row where each page of the index begins; the boxes of a page are neighbours,
    and pages holds the box around them, (k, 4).
    """

    ids: IntArray
    bounds: np.ndarray
    starts: IntArray
    pages: np.ndarray

    def meeting(self, extent: Extent) -> IntArray:
        """Return the rows, ascending, whose boxes meet the extent; page by page, then by box."""
        pages = np.flatnonzero(_meets(self.pages, extent))
        if len(pages) == len(self.starts):
            return np.flatnonzero(_meets(self.bounds, extent))
        ends = np.append(self.starts[1:], len(self.ids))
        rows = ranges(self.starts[pages], ends[pages])[0]
        kept: IntArray = rows[_meets(self.bounds[rows], extent)]
        return kept


def paged(ids: IntArray, bounds: np.ndarray, starts: IntArray) -> Boxes:
    """Return boxes with the box around each page, from what the pages really hold."""
    around = [
        (np.minimum if corner < 2 else np.maximum).reduceat(bounds[:, corner], starts)
        for corner in range(4)
        if len(ids)
    ]
    pages = np.stack(around, axis=1) if around else np.empty((0, 4), dtype=bounds.dtype)
    return Boxes(ids, bounds, starts, pages)


def _meets(bounds: np.ndarray, extent: Extent) -> BoolArray:
    hit: BoolArray = bounds[:, 0] <= extent.xmax
    hit &= bounds[:, 2] >= extent.xmin
    hit &= bounds[:, 1] <= extent.ymax
    hit &= bounds[:, 3] >= extent.ymin
    return hit


def index_name(table: str, column: str) -> str:
    """Return the name of a layer's spatial index."""
    return f"rtree_{table}_{column}"


def has_index(connection: sqlite3.Connection, table: str, column: str) -> bool:
    """Tell whether a layer has a spatial index."""
    name = index_name(table, column)
    return {name, f"{name}_node", f"{name}_rowid"} <= table_names(connection)


def rows_in_step(connection: sqlite3.Connection, table: str, column: str, key: str) -> int | None:
    """Return how many rows a table has, None unless its index has all those with a geometry.

    An index as long as the largest key needs no count of the table, which is slow.
    """
    rowids = quoted(f"{index_name(table, column)}_rowid")
    (entries,) = connection.execute(f"SELECT count(*) FROM {rowids}").fetchone()  # noqa: S608
    (largest,) = connection.execute(
        f"SELECT max({quoted(key)}) FROM {quoted(table)}"  # noqa: S608
    ).fetchone()
    if entries == largest:
        return int(entries)
    (filled, rows) = connection.execute(
        f"SELECT count({quoted(column)}), count(*) FROM {quoted(table)}"  # noqa: S608
    ).fetchone()
    return int(rows) if entries == filled else None


def read_boxes(connection: sqlite3.Connection, table: str, column: str) -> Boxes:
    """Return the box of every feature in the index. Raises IndexDamagedError.

    The pages are read in the order of the file, some thousand at a time to spare memory.
    """
    nodes = quoted(f"{index_name(table, column)}_node")
    leaves = np.sort(_leaves(connection, nodes))
    if (np.diff(leaves) == 0).any():
        raise IndexDamagedError("a page is used twice")
    ids: list[IntArray] = []
    bounds: list[np.ndarray] = []
    counts: list[IntArray] = []
    fetched = connection.execute(f"SELECT nodeno, data FROM {nodes} ORDER BY nodeno")  # noqa: S608
    while part := fetched.fetchmany(_PAGES_AT_ONCE):
        numbers = np.array([number for number, _ in part])
        wanted = leaves[np.minimum(np.searchsorted(leaves, numbers), len(leaves) - 1)] == numbers
        if wanted.any():
            cells, count = _cells([page for _, page in compress(part, wanted.tolist())])
            ids.append(cells["id"].astype(np.int64))
            bounds.append(cells["box"].T[[0, 2, 1, 3]].astype(np.float32))
            counts.append(count)
    filled = np.concatenate(counts) if counts else np.empty(0, dtype=np.int64)
    if len(filled) != len(leaves):
        raise IndexDamagedError("a page is missing")
    starts = np.concatenate([[0], np.cumsum(filled)])[:-1][filled > 0]
    return paged(np.concatenate(ids), np.concatenate(bounds, axis=1).T, starts.astype(np.int64))


def _leaves(connection: sqlite3.Connection, nodes: str) -> IntArray:
    """Walk down from the root, level by level, and return the numbers of the lowest pages."""
    question = f"SELECT data FROM {nodes} WHERE nodeno = ?"  # noqa: S608
    found = connection.execute(question, (_ROOT,)).fetchone()
    root = found[0] if found else None
    if not isinstance(root, bytes) or len(root) < _HEADER:
        raise IndexDamagedError("the root is missing")
    depth = int.from_bytes(root[:2], "big")
    if depth > _DEEPEST:
        raise IndexDamagedError("the depth makes no sense")
    numbers = np.array([_ROOT], dtype=np.int64)
    (most,) = connection.execute(f"SELECT max(nodeno) FROM {nodes}").fetchone()  # noqa: S608
    for _ in range(depth):
        level = [connection.execute(question, (n,)).fetchone() for n in numbers.tolist()]
        if not level or None in level:
            raise IndexDamagedError("a page is missing")
        numbers = _cells([page for (page,) in level])[0]["id"].astype(np.int64)
        if len(numbers) > most:
            raise IndexDamagedError("a page is used twice")
    return numbers


def _cells(pages: list[bytes]) -> tuple[np.ndarray, IntArray]:
    """Return the cells of pages of one size, and how many each holds.

    Unused room at the end of a page is left out.
    """
    if not all(isinstance(page, bytes) for page in pages):
        raise IndexDamagedError("a page holds no bytes")
    size = len(pages[0])
    if size < _HEADER or any(len(page) != size for page in pages):
        raise IndexDamagedError("pages differ in size")
    raw = np.frombuffer(b"".join(pages), dtype=np.uint8).reshape(len(pages), size)
    counts = raw[:, 2].astype(np.int64) * 256 + raw[:, 3]
    capacity = (size - _HEADER) // _CELL.itemsize
    if counts.max(initial=0) > capacity:
        raise IndexDamagedError("a page holds more than it can")
    body = np.ascontiguousarray(raw[:, _HEADER : _HEADER + capacity * _CELL.itemsize])
    cells = body.view(_CELL).reshape(len(pages), capacity)
    return cells[np.arange(capacity) < counts[:, None]], counts
