"""What is written down twice: the R-tree, the extent and the number of rows of a table."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from hetao_map.data.checks.collector import Collector
from hetao_map.data.checks.geometry import Placed
from hetao_map.data.checks.subject import LayerTable, Row, Subject, as_text
from hetao_map.data.connection import quoted
from hetao_map.text import findings as texts

_Bounds = npt.NDArray[np.float64]
# An R-tree holds 32-bit numbers, rounded outwards; some programs write such extents too.
_ROUNDING = 5e-7
_COUNTS = "gpkg_ogr_contents"


def check_rtree(subject: Subject, layer: LayerTable, placed: Placed, collector: Collector) -> None:
    """Find rows that the spatial index lacks, has too many or has in another place."""
    name = f"rtree_{layer.name}_{layer.column}"
    if not subject.has(name):
        with collector.reading(name):
            if (layer.name, layer.column) in subject.indexed:
                collector.error(layer.name, None, texts.RTREE_MISSING)
        return
    with collector.reading(name):
        if (layer.name, layer.column) not in subject.indexed:
            collector.warning(layer.name, None, texts.RTREE_UNREGISTERED)
        if not _kept_in_step(subject, name):
            collector.warning(layer.name, None, texts.RTREE_TRIGGERS)
    if not placed.complete:
        return
    with collector.reading(name):
        fids, boxes = _entries(subject, name)
        readable = placed.readable
        for fid in np.setdiff1d(placed.fids[readable], fids).tolist():
            collector.error(layer.name, fid, texts.RTREE_LACKS)
        for fid in np.setdiff1d(fids, [*placed.fids, *placed.empty]).tolist():
            collector.error(layer.name, fid, texts.RTREE_EXTRA)
        for fid in np.intersect1d(fids, placed.empty).tolist():
            collector.warning(layer.name, fid, texts.RTREE_EMPTY)
        _, here, there = np.intersect1d(placed.fids, fids, return_indices=True)
        off = readable[here] & ~_alike(placed.bounds[here], boxes[there])
        for fid in placed.fids[here][off].tolist():
            collector.error(layer.name, fid, texts.RTREE_OFF)


def _kept_in_step(subject: Subject, name: str) -> bool:
    """Tell whether rows that come and go are followed; the names of other triggers have changed
    with the standard's versions.
    """
    wanted = (f"{name}_insert", f"{name}_delete")
    sql = "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND name IN (?, ?)"
    return bool(subject.connection.execute(sql, wanted).fetchone()[0] == len(wanted))


def _entries(subject: Subject, name: str) -> tuple[npt.NDArray[np.int64], _Bounds]:
    """Return fids (n,) and boxes (n, 4) of an R-tree as minx, miny, maxx, maxy."""
    sql = f"SELECT id, minx, miny, maxx, maxy FROM {quoted(name)}"  # noqa: S608
    found = subject.connection.execute(sql).fetchall()
    fids = np.array([row[0] for row in found], dtype=np.int64)
    return fids, np.array([row[1:] for row in found], dtype=np.float64).reshape(-1, 4)


def _alike(first: _Bounds, second: _Bounds) -> npt.NDArray[np.bool_]:
    """Tell of each row whether two rectangles are the same but for rounding."""
    slack = _ROUNDING * np.maximum(np.abs(first), np.abs(second)) + 1e-12
    return np.asarray((np.abs(first - second) <= slack).all(axis=1))


def check_extent(subject: Subject, layer: LayerTable, placed: Placed, collector: Collector) -> None:
    """Find an extent in gpkg_contents that is not that of the geometries."""
    readable = placed.bounds[placed.readable]
    if not placed.complete or not len(readable):
        return
    true = np.hstack([readable[:, :2].min(axis=0), readable[:, 2:].max(axis=0)])[np.newaxis]
    said = _said(subject.content[layer.name])
    if said is None or not _alike(true, said)[0]:
        bounds = ", ".join(f"{value:.8g}" for value in true[0])
        collector.warning(layer.name, None, texts.EXTENT, bounds=bounds)


def _said(row: Row) -> _Bounds | None:
    values = [row.get(name) for name in ("min_x", "min_y", "max_x", "max_y")]
    numbers = [float(value) for value in values if isinstance(value, int | float)]
    return np.array([numbers]) if len(numbers) == 4 else None


def check_counts(subject: Subject, collector: Collector) -> None:
    """Find numbers of rows in gpkg_ogr_contents that are not true."""
    said_rows: list[Row] = []
    with collector.reading(_COUNTS):
        said_rows = subject.rows_of(_COUNTS)
    for row in said_rows:
        name, said = as_text(row.get("table_name")), row.get("feature_count")
        if said is None or subject.kinds.get(name) != "table":
            continue
        with collector.reading(name):
            sql = f"SELECT count(*) FROM {quoted(name)}"  # noqa: S608
            true = subject.connection.execute(sql).fetchone()[0]
            if said != true:
                collector.warning(name, None, texts.COUNT, said=said, true=true)
