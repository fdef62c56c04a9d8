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

import numpy as np

from hetao_map.data.connection import quoted, table_names
from hetao_map.geometry.columns import BoolArray, IntArray, ranges
from hetao_map.geometry.extent import Extent

_CELL = np.dtype([("id", ">i8"), ("box", ">f4", (4,))])
_HEADER = 4
_ROOT = 1
_PAGES_AT_ONCE = 4096


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


def in_step(connection: sqlite3.Connection, table: str, column: str, key: str) -> bool:
    """Tell whether the index has an entry for each row that has a geometry.

    An index as long as the largest key needs no count of the table, which is slow.
    """
    rowids = quoted(f"{index_name(table, column)}_rowid")
    (entries,) = connection.execute(f"SELECT count(*) FROM {rowids}").fetchone()  # noqa: S608
    (largest,) = connection.execute(
        f"SELECT max({quoted(key)}) FROM {quoted(table)}"  # noqa: S608
    ).fetchone()
    if entries == largest:
        return True
    (filled,) = connection.execute(
        f"SELECT count(*) FROM {quoted(table)} WHERE {quoted(column)} IS NOT NULL"  # noqa: S608
    ).fetchone()
    return bool(entries == filled)


def read_boxes(connection: sqlite3.Connection, table: str, column: str) -> Boxes:
    """Return the box of every feature in the index. Raises IndexDamagedError."""
    node_table = quoted(f"{index_name(table, column)}_node")
    fetched = connection.execute(f"SELECT nodeno, data FROM {node_table}")  # noqa: S608
    pages = {number: page for number, page in fetched if isinstance(page, bytes)}
    return _leaf_boxes(_leaves(pages))


def _leaves(pages: dict[int, bytes]) -> list[bytes]:
    """Walk down from the root, level by level, and return the pages of the lowest one."""
    root = pages.get(_ROOT)
    if root is None or len(root) < _HEADER:
        raise IndexDamagedError("the root is missing")
    depth = int.from_bytes(root[:2], "big")
    if depth > 40:
        raise IndexDamagedError("the depth makes no sense")
    level = [root]
    for _ in range(depth):
        numbers = _cells(level)[0]["id"].tolist()
        if len(numbers) > len(pages) or not all(map(pages.__contains__, numbers)):
            raise IndexDamagedError("a page is missing")
        level = [pages[number] for number in numbers]
    return level


def _leaf_boxes(leaves: list[bytes]) -> Boxes:
    """Return the cells of the leaves, some thousand pages at a time to spare memory."""
    ids: list[IntArray] = []
    bounds: list[np.ndarray] = []
    counts: list[IntArray] = []
    for start in range(0, len(leaves), _PAGES_AT_ONCE):
        cells, count = _cells(leaves[start : start + _PAGES_AT_ONCE])
        ids.append(cells["id"].astype(np.int64))
        bounds.append(cells["box"].T[[0, 2, 1, 3]].astype(np.float32))
        counts.append(count)
    filled = np.concatenate(counts)
    starts = np.concatenate([[0], np.cumsum(filled)])[:-1][filled > 0]
    return paged(np.concatenate(ids), np.concatenate(bounds, axis=1).T, starts.astype(np.int64))


def _cells(pages: list[bytes]) -> tuple[np.ndarray, IntArray]:
    """Return the cells of pages of one size, and how many each holds.

    Unused room at the end of a page is left out.
    """
    size = len(pages[0])
    raw = np.frombuffer(b"".join(pages), dtype=np.uint8)
    if size < _HEADER or any(len(page) != size for page in pages):
        raise IndexDamagedError("pages differ in size")
    raw = raw.reshape(len(pages), size)
    counts = raw[:, 2].astype(np.int64) * 256 + raw[:, 3]
    capacity = (size - _HEADER) // _CELL.itemsize
    if counts.max(initial=0) > capacity:
        raise IndexDamagedError("a page holds more than it can")
    body = np.ascontiguousarray(raw[:, _HEADER : _HEADER + capacity * _CELL.itemsize])
    cells = body.view(_CELL).reshape(len(pages), capacity)
    return cells[np.arange(capacity) < counts[:, None]], counts
