"""Where a row that a check has found lies on the map."""

from __future__ import annotations

from hetao_map.model.dataset import Dataset
from hetao_map.model.feature import FeatureRef
from hetao_map.model.layer import Layer


def layer_of(dataset: Dataset, table: str) -> Layer | None:
    """Return the layer that shows a table of a file; None for one that is not on the map.

    A layer whose name stands in several files is called table@file.
    """
    for layer in dataset.layers:
        if layer.id == table or layer.id.startswith(f"{table}@"):
            return layer
    return None


def ref_of(dataset: Dataset, table: str, fid: int | None) -> FeatureRef | None:
    """Return the feature of a table's row, None when the map does not know it."""
    layer = layer_of(dataset, table)
    if layer is None or fid is None:
        return None
    fids = list(layer.attributes["fid"])
    return FeatureRef(layer.id, layer.id_of(fids.index(fid))) if fid in fids else None
