"""A file that has been read, brought to another grid of the map."""

from __future__ import annotations

import threading
from dataclasses import replace

from hetao_map.data.indexed import IndexedLayer
from hetao_map.data.rtree import paged
from hetao_map.data.tiles.raw import on_map
from hetao_map.geometry.projection import boxes_to_map, reprojected
from hetao_map.model.dataset import Dataset
from hetao_map.model.layer import Layer
from hetao_map.model.tiles import TileLayer


def in_grid(dataset: Dataset, epsg: int) -> Dataset:
    """Return a file in the grid of the map with an EPSG code. Any thread.

    To the whole world's grid nothing is lost; the other way is for pictures only, which have no
    vertices. Those that the grid cannot show are left out.
    """
    if dataset.map_epsg == epsg:
        return dataset
    source = f"EPSG:{dataset.map_epsg}"
    layers = (_moved(layer, source, epsg) for layer in dataset.layers)
    kept = tuple(layer for layer in layers if layer is not None)
    return replace(dataset, layers=kept, map_epsg=epsg)


def _moved(layer: Layer, source: str, epsg: int) -> Layer | None:
    if isinstance(layer, TileLayer):
        span, reach = (on_map(extent, source, epsg) for extent in (layer.span, layer.reach))
        if span is None or reach is None:
            return None
        return replace(layer, span=span, reach=reach, map_epsg=epsg)
    if isinstance(layer, IndexedLayer):
        boxes = layer.boxes
        bounds = boxes_to_map(boxes.bounds, source, epsg)
        # What has been read for a window belongs to the former grid.
        return replace(
            layer,
            place=replace(layer.place, map_epsg=epsg),
            boxes=paged(boxes.ids, bounds, boxes.starts),
            _points={},
            _last=[],
            _piece={},
            _lock=threading.Lock(),
        )
    # What was shifted from the datum of a web map is so anew, in the other grid.
    layer = layer.unshifted or layer
    return replace(layer, geometries=reprojected(layer.geometries, source, epsg), _points={})
