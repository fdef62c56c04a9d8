"""Rows as pyogrio hands them over, as plain Python values."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np

from hetao_map.data.formats.batches import Batch, Cells
from hetao_map.data.formats.gdal import without_pandas


def read_batch(source: str | bytes, before: int = 0, **asked: Any) -> Batch:
    """Return rows of a layer that GDAL reads; before is how many rows came before them.

    asked: as of pyogrio.raw.read. Raises RuntimeError.
    """
    without_pandas()
    from pyogrio import raw

    meta, fids, geometry, values = raw.read(
        source, return_fids=True, datetime_as_string=True, **asked
    )
    names = [str(name) for name in meta["fields"]]
    columns = dict(zip(names, map(_cells, values, meta["ogr_types"]), strict=True))
    count = len(fids)
    wkb = [None] * count if geometry is None else geometry.tolist()
    if "id" not in columns and not _is_numbering(fids, before):
        columns = {"id": fids.tolist(), **columns}
    return Batch(columns, wkb)


def _is_numbering(fids: np.ndarray, before: int) -> bool:
    """Tell whether fids only count the rows, and so say nothing of the features."""
    count = np.arange(len(fids))
    return any(np.array_equal(fids, count + start) for start in (0, 1, before, before + 1))


def _cells(values: np.ndarray, ogr_type: str) -> Cells:
    """Return a column with None where there is nothing, whole numbers whole."""
    if values.dtype.kind == "f":
        empty = np.isnan(values)
        cells: list[object] = values.tolist()
        if "Integer" in str(ogr_type):
            cells = [None if gone else int(v) for v, gone in zip(values, empty, strict=True)]
        elif empty.any():
            cells = [None if gone else v for v, gone in zip(cells, empty, strict=True)]
        return cells
    if values.dtype.kind in "iub":
        return values.tolist()  # type: ignore[no-any-return]
    return [_cell(value) for value in values.tolist()]


def _cell(value: object) -> object:
    if isinstance(value, np.ndarray):
        value = value.tolist()
    if isinstance(value, str) or value is None:
        return value
    if isinstance(value, bytes):
        return f"{len(value)} bytes"
    if isinstance(value, Iterable):
        return ", ".join(str(part) for part in value)
    return str(value)
