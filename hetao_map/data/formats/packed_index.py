"""A spatial index written whole: as SQLite keeps it, its pages filled with neighbours.

SQLite fills an R-tree row by row, which takes six times as long and leaves a quarter empty.
The layout is that of data.rtree.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

import numpy as np

from hetao_map.data.connection import quoted
from hetao_map.data.rtree import index_name
from hetao_map.geometry.columns import IntArray
from hetao_map.geometry.curve import morton_order

_CELL = np.dtype([("id", ">i8"), ("box", ">f4", (4,))])
_CELLS = 51
_ROOT = 1


def write_index(
    connection: sqlite3.Connection, table: str, column: str, fids: IntArray, boxes: np.ndarray
) -> None:
    """Write the index of a layer: boxes (m, 4) as xmin, ymin, xmax, ymax of the rows fids."""
    name = index_name(table, column)
    connection.execute(
        f"CREATE VIRTUAL TABLE {quoted(name)} USING rtree(id, minx, maxx, miny, maxy)"
    )
    cells = np.empty(len(fids), dtype=_CELL)
    order = morton_order((boxes[:, :2] + boxes[:, 2:]) / 2) if len(fids) else slice(0)
    cells["id"], cells["box"] = fids[order], _outward(boxes[order])[:, [0, 2, 1, 3]]
    connection.execute(f"DELETE FROM {quoted(name + '_node')}")  # noqa: S608
    _write_pages(connection, name, cells)


def _write_pages(connection: sqlite3.Connection, name: str, cells: np.ndarray) -> None:
    """Write the pages from the lowest level up; the uppermost is one page, the root."""
    owners, depth, free = "_rowid", 0, _ROOT + 1
    while True:
        count = max(1, -(-len(cells) // _CELLS))
        numbers = np.arange(free, free + count) if count > 1 else np.array([_ROOT])
        free += count
        pages = _pages(cells, count, depth if count == 1 else 0)
        _insert(connection, name + "_node", numbers, pages)
        _insert(connection, name + owners, cells["id"], np.repeat(numbers, _CELLS).tolist())
        if count == 1:
            return
        cells = _around(cells, numbers)
        owners, depth = "_parent", depth + 1


def _insert(
    connection: sqlite3.Connection, table: str, keys: np.ndarray, values: Sequence[object]
) -> None:
    pairs = zip(keys.tolist(), values, strict=False)
    connection.executemany(f"INSERT INTO {quoted(table)} VALUES (?, ?)", pairs)  # noqa: S608


def _pages(cells: np.ndarray, count: int, depth: int) -> list[bytes]:
    """Return the pages that hold the cells, each of the same size."""
    body = np.zeros((count, _CELLS), dtype=_CELL)
    body.reshape(-1)[: len(cells)] = cells
    filled = [min(_CELLS, len(cells) - start) for start in range(0, count * _CELLS, _CELLS)]
    return [
        depth.to_bytes(2, "big") + number.to_bytes(2, "big") + page.tobytes()
        for number, page in zip(filled, body, strict=True)
    ]


def _around(cells: np.ndarray, numbers: np.ndarray) -> np.ndarray:
    """Return one cell for each page: its number, and the box around all of its cells."""
    starts = np.arange(0, len(cells), _CELLS)
    result = np.empty(len(numbers), dtype=_CELL)
    result["id"] = numbers
    for corner in range(4):
        around = np.maximum if corner % 2 else np.minimum
        result["box"][:, corner] = around.reduceat(cells["box"][:, corner], starts)
    return result


def _outward(boxes: np.ndarray) -> np.ndarray:
    """Return boxes (m, 4) in 32 bits that hold the boxes."""
    rounded = boxes.astype(np.float32)
    inside = rounded > boxes
    inside[:, 2:] = rounded[:, 2:] < boxes[:, 2:]
    away = np.where(np.arange(4) < 2, -np.inf, np.inf).astype(np.float32)
    return np.where(inside, np.nextafter(rounded, away), rounded)
