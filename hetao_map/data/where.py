"""Where a layer would lie in one reference system or another."""

from __future__ import annotations

import numpy as np

from hetao_map.data.reference_systems import NEARBY, WORLD, can_be_in
from hetao_map.geometry.columns import FloatArray
from hetao_map.geometry.projection import transformer
from hetao_map.model.dataset import Dataset
from hetao_map.model.layer import Layer

_SAMPLE = 3000


def own_coordinates(dataset: Dataset, layer: Layer, crs: str) -> FloatArray:
    """Return up to 3000 vertices (n, 2) of a layer as its file has them, read as those of crs."""
    xy = _sample(layer.unshifted or layer)
    xy = xy[np.isfinite(xy).all(axis=1)]
    if not len(xy) or crs == f"EPSG:{dataset.map_epsg}":
        return xy
    back = transformer(f"EPSG:{dataset.map_epsg}", crs)
    return np.column_stack(back.transform(xy[:, 0], xy[:, 1]))


def _sample(layer: Layer) -> FloatArray:
    boxes = layer.boxes_by_fid()
    if boxes is not None:
        xy = (boxes[1][:, :2] + boxes[1][:, 2:]).astype(float) / 2
    else:
        columns = [column.xy for column in layer.geometries.columns]
        xy = np.concatenate(columns) if columns else np.empty((0, 2))
    return xy[:: max(len(xy) // _SAMPLE, 1)][:_SAMPLE]


def likely_systems(own: FloatArray) -> tuple[str, ...]:
    """Return the usual reference systems of this region in which coordinates have a place."""
    boxes = np.hstack([own, own])
    return tuple(crs for crs in (*NEARBY, WORLD) if can_be_in(crs, boxes))


def degrees_in(own: FloatArray, crs: str) -> FloatArray:
    """Return (m, 2) longitude and latitude of the coordinates that have a place in a CRS."""
    if not len(own):
        return own
    lonlat = np.column_stack(transformer(crs, "EPSG:4326").transform(own[:, 0], own[:, 1]))
    there = np.isfinite(lonlat).all(axis=1)
    there &= (np.abs(lonlat) <= (360, 90)).all(axis=1)
    found: FloatArray = lonlat[there]
    return found
