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
from hetao_map.geometry.columns import IntArray

_CELL = np.dtype([("id", ">i8"), ("box", ">f4", (4,))])
_HEADER = 4
_ROOT = 1


class IndexDamagedError(ValueError):
    """The index is not one that can be read; the table has to be read instead."""


@dataclass(frozen=True, eq=False)
class Boxes:
    """ids: (m,) in the order of the index; bounds: (m, 4) as xmin, ymin, xmax, ymax.

    The index rounds its numbers outwards to 32 bits.
    """

    ids: IntArray
    bounds: np.ndarray


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
    fetched = connection.execute(f"SELECT nodeno, data FROM {node_table}").fetchall()  # noqa: S608
    pages = {number: page for number, page in fetched if isinstance(page, bytes)}
    cells = _leaf_cells(pages)
    box = cells["box"]
    bounds = np.empty((len(cells), 4), dtype=np.float32)
    for target, source in enumerate((0, 2, 1, 3)):
        bounds[:, target] = box[:, source]
    return Boxes(cells["id"].astype(np.int64), bounds)


def _leaf_cells(pages: dict[int, bytes]) -> np.ndarray:
    """Walk down from the root, level by level, and return the cells of the lowest one."""
    root = pages.get(_ROOT)
    if root is None or len(root) < _HEADER:
        raise IndexDamagedError("the root is missing")
    depth = int.from_bytes(root[:2], "big")
    if depth > 40:
        raise IndexDamagedError("the depth makes no sense")
    cells = _cells([root])
    for _ in range(depth):
        numbers = cells["id"].tolist()
        if len(numbers) > len(pages) or not all(number in pages for number in numbers):
            raise IndexDamagedError("a page is missing")
        cells = _cells([pages[number] for number in numbers])
    return cells


def _cells(pages: list[bytes]) -> np.ndarray:
    """Return the cells of pages of one size; unused room at their ends is left out."""
    size = len(pages[0])
    if any(len(page) != size for page in pages):
        raise IndexDamagedError("pages differ in size")
    raw = np.frombuffer(b"".join(pages), dtype=np.uint8).reshape(len(pages), size)
    counts = raw[:, 2].astype(np.int64) * 256 + raw[:, 3]
    capacity = (size - _HEADER) // _CELL.itemsize
    if counts.max(initial=0) > capacity:
        raise IndexDamagedError("a page holds more than it can")
    body = np.ascontiguousarray(raw[:, _HEADER : _HEADER + capacity * _CELL.itemsize])
    cells = body.view(_CELL).reshape(len(pages), capacity)
    return cells[np.arange(capacity) < counts[:, None]]
