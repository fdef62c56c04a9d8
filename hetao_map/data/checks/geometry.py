"""The geometries of a layer: readable, valid, of the declared type and in their place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

from hetao_map.data.checks.blobs import box_fits, read_header, why_unreadable
from hetao_map.data.checks.collector import Collector
from hetao_map.data.checks.plausible import outside
from hetao_map.data.checks.subject import LayerTable, Subject, walk
from hetao_map.data.wkb import read_shapes, strip_header
from hetao_map.data.wkb_reader import is_curved
from hetao_map.text import findings as texts

_BATCH = 500
_SUBTYPES = {
    "SURFACE": {"POLYGON"},
    "CURVEPOLYGON": {"POLYGON"},
    "CURVE": {"LINESTRING"},
    "CIRCULARSTRING": {"LINESTRING"},
    "COMPOUNDCURVE": {"LINESTRING"},
    "MULTICURVE": {"MULTILINESTRING"},
    "MULTISURFACE": {"MULTIPOLYGON"},
    "GEOMETRYCOLLECTION": {"MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON"},
}


@dataclass(frozen=True)
class Placed:
    """The rows that have a geometry: fids (n,), and bounds (n, 4) as minx, miny, maxx, maxy.

    Bounds are in the layer's CRS, not a number for a geometry that cannot be read. empty are
    the fids of the rows without geometry. complete is False when the walk was cut short or
    the table has no fids.
    """

    fids: npt.NDArray[np.int64]
    bounds: npt.NDArray[np.float64]
    empty: npt.NDArray[np.int64]
    complete: bool

    @property
    def readable(self) -> npt.NDArray[np.bool_]:
        """Return (n,) whether the bounds are known."""
        return np.asarray(np.isfinite(self.bounds).all(axis=1), dtype=bool)


@dataclass(frozen=True)
class _Batch:
    fids: list[int | None]
    blobs: list[object]
    shapes: npt.NDArray[Any]
    open_rings: list[int]


def check_geometry(subject: Subject, layer: LayerTable, crs: str, collector: Collector) -> Placed:
    """Find what is wrong with a layer's geometries; return where they are.

    crs is what pyproj reads for the layer's system, empty when it is not known.
    """
    fids: list[int] = []
    empty: list[int] = []
    bounds = [np.empty((0, 4))]
    complete = False
    # Coordinates that are no numbers, or too large ones, are findings here and no surprise.
    quiet = np.errstate(all="ignore")
    with collector.reading(layer.name, is_view=layer.table.is_view), quiet:
        for batch in _batches(subject, layer):
            faults = subject.clock.within(partial(_faults, batch.shapes))
            _check_batch(batch, faults, layer, crs, collector)
            there = [not _is_empty(batch, position) for position in range(len(batch.fids))]
            for fid, has_geometry in zip(batch.fids, there, strict=True):
                (fids if has_geometry else empty).append(fid or 0)
            bounds.append(shapely.bounds(batch.shapes[there]).reshape(-1, 4))
        complete = bool(layer.table.key)
    return Placed(_integers(fids), np.vstack(bounds), _integers(empty), complete)


def _integers(values: list[int]) -> npt.NDArray[np.int64]:
    return np.array(values, dtype=np.int64)


def _batches(subject: Subject, layer: LayerTable) -> Iterator[_Batch]:
    walked = walk(subject.connection, layer.table, [layer.column])
    while chunk := list(islice(walked, _BATCH)):
        blobs = [values[0] for _, values in chunk]
        read = read_shapes(blobs)
        yield _Batch([fid for fid, _ in chunk], blobs, read.shapes, read.mended)


def _is_empty(batch: _Batch, position: int) -> bool:
    """Tell whether a row has no geometry; one that cannot be read counts as geometry."""
    blob, shape = batch.blobs[position], batch.shapes[position]
    if blob is None or (shape is not None and shape.is_empty):
        return True
    header = read_header(blob) if shape is None else None
    return header is not None and header.empty


def _faults(shapes: npt.NDArray[Any]) -> dict[int, str]:
    """Return why shapes are not valid, by their position; a row without shape is left out."""
    with np.errstate(all="ignore"):  # each thread has its own
        invalid = np.flatnonzero(~shapely.is_valid(shapes) & ~shapely.is_missing(shapes))
        reasons = shapely.is_valid_reason(shapes[invalid])
    return dict(zip(invalid.tolist(), map(str, reasons), strict=True))


def _check_batch(
    batch: _Batch, faults: dict[int, str], layer: LayerTable, crs: str, collector: Collector
) -> None:
    astray = outside(shapely.bounds(batch.shapes).reshape(-1, 4), crs)
    for position, (fid, blob) in enumerate(zip(batch.fids, batch.blobs, strict=True)):
        shape = batch.shapes[position]
        if _is_empty(batch, position):
            collector.warning(layer.name, fid, texts.GEOMETRY_EMPTY)
        elif shape is None:
            collector.error(layer.name, fid, why_unreadable(blob))
        else:
            if position in batch.open_rings:
                reason = texts.placed(texts.INVALID_REASONS["Ring not closed"], "")
                collector.error(layer.name, fid, texts.INVALID, reason=reason)
            elif position in faults:
                collector.error(layer.name, fid, texts.INVALID, reason=_reason(faults[position]))
            if astray[position]:
                collector.error(layer.name, fid, texts.OUT_OF_RANGE, at=_corner(shape))
            _check_declared(fid, blob, shape, layer, collector)


def _check_declared(
    fid: int | None, blob: object, shape: Any, layer: LayerTable, collector: Collector
) -> None:
    """Find what the layer or the blob's own header says otherwise than the geometry."""
    found = shape.geom_type.upper()
    declared = layer.geometry_type
    if declared not in ("GEOMETRY", found) and found not in _SUBTYPES.get(declared, ()):
        collector.error(layer.name, fid, texts.WRONG_TYPE, found=found, declared=declared)
    header = read_header(blob)
    if header is None:
        collector.error(layer.name, fid, texts.GEOMETRY_HEADER)
        return
    if header.srs_id != layer.srs_id:
        values = {"found": header.srs_id, "declared": layer.srs_id}
        collector.warning(layer.name, fid, texts.HEADER_SRS, **values)
    # The box of arcs is not that of the short segments in their place.
    arcs = is_curved(strip_header(blob) or b"")
    if header.box and not arcs and not box_fits(header.box, shape.bounds):
        collector.error(layer.name, fid, texts.HEADER_BOX)


def _reason(fault: str) -> object:
    """Return why a geometry is not valid, in three languages where the reason is known."""
    reason, bracket, place = fault.partition("[")
    known = texts.INVALID_REASONS.get(reason)
    return texts.placed(known, bracket + place) if known else reason + bracket + place


def _corner(shape: Any) -> str:
    west, south, _, _ = shape.bounds
    return f"{west:.8g}, {south:.8g}"
