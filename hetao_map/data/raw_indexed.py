"""A large layer as read by its index, and what becomes of it on the map."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, replace

import numpy as np
import shapely

from hetao_map.data.indexed import IndexedLayer
from hetao_map.data.place import FileColumns, Place
from hetao_map.data.place import sample as sample_of
from hetao_map.data.raw_layer import Placement
from hetao_map.data.reference_systems import lonlat_of
from hetao_map.data.rtree import Boxes, IndexDamagedError, paged, read_boxes
from hetao_map.data.wkb import shapes_of
from hetao_map.geometry.columns import KINDS, Geometries
from hetao_map.geometry.extent import Extent
from hetao_map.geometry.projection import boxes_to_map
from hetao_map.model.layer import Layer, LayerSpec
from hetao_map.text import messages
from hetao_map.text.localized import LocalizedText

_SAMPLE = 200


@dataclass(frozen=True)
class RawIndexed:
    """A large layer as read: its boxes in the file's own CRS, and where its rows are."""

    spec: LayerSpec
    boxes: Boxes
    names: tuple[str, ...]
    place: Place
    placement: Placement

    @property
    def lonlat(self) -> Extent | None:
        """Return the rectangle in degrees around the boxes."""
        b = self.boxes.bounds
        around = np.concatenate([b[:, :2].min(axis=0), b[:, 2:].max(axis=0)])
        return lonlat_of(around.astype(float), self.placement.crs)


def sound_boxes(connection: sqlite3.Connection, place: Place, geometry_type: str) -> Boxes:
    """Return the boxes of a layer's index. Raises IndexDamagedError.

    So it does for an index that a sample of the table contradicts, or when the geometries are
    of another dimension than the table declares: such a layer is read whole.
    """
    boxes = read_boxes(connection, place.table, place.column)
    b = boxes.bounds
    if not (np.isfinite(b).all() and (b[:, :2] <= b[:, 2:]).all()):
        raise IndexDamagedError("it holds boxes that are none")
    rows = np.unique(np.linspace(0, len(boxes.ids) - 1, _SAMPLE).astype(np.int64))
    blobs = sample_of(connection, place, boxes.ids[rows])
    if len(blobs) < len(rows):
        raise IndexDamagedError("it names rows that are not there")
    shapes, _ = shapes_of([blobs[fid] for fid in boxes.ids[rows].tolist()])
    there = ~(shapely.is_missing(shapes) | shapely.is_empty(shapes))
    if (shapely.get_dimensions(shapes[there]) != KINDS[geometry_type].value).any():
        raise IndexDamagedError("the geometries are of another kind")
    if not _alike(shapely.bounds(shapes[there]), boxes.bounds[rows[there]].astype(float)):
        raise IndexDamagedError("its boxes are those of other geometries")
    return boxes


def _alike(true: np.ndarray, said: np.ndarray) -> bool:
    """Tell whether boxes are the same but for the rounding of the index to 32 bits."""
    size = np.abs(true).max(axis=1, keepdims=True, initial=0) * 1e-6 + 1e-9
    return bool((np.abs(true - said) <= size).all())


def finished_indexed(raw: RawIndexed, epsg: int, notes: list[LocalizedText]) -> Layer:
    """Bring a large layer's boxes to the map's CRS; its geometries stay in the file.

    What has no place there is met by no view, and is noted.
    """
    place = replace(raw.place, crs=raw.placement.crs, map_epsg=epsg)
    boxes = raw.boxes
    bounds = boxes_to_map(boxes.bounds, place.crs, epsg)
    if bounds is not boxes.bounds:
        boxes = paged(boxes.ids, bounds, boxes.starts)
    lost = raw.boxes.ids[~np.isfinite(bounds).all(axis=1)].tolist()
    if lost:
        told = {"path": place.path, "layer": raw.spec.id, "n": len(lost)}
        notes.append(messages.ROWS_SKIPPED.with_values(**told))
    return IndexedLayer(
        spec=raw.spec,
        geometries=Geometries(),
        attributes=FileColumns(place, raw.names, raw.boxes.ids),
        rows=len(raw.boxes.ids),
        skipped=tuple(map(str, lost)),
        extent_lonlat=raw.lonlat,
        place=place,
        boxes=boxes,
    )
