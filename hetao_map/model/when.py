"""What was there on a day: features by valid_from and valid_to."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import numpy as np

from hetao_map.geometry.columns import Geometries, GeometryColumn, from_shapely
from hetao_map.model.dataset import Catalog, Dataset
from hetao_map.model.layer import Layer


@lru_cache(maxsize=4)
def catalog_at(catalog: Catalog, date: str) -> Catalog:
    """Return the catalog with only the features valid on date (YYYY-MM-DD).

    Layers whose features are the same as on a day asked for before are the same objects, so
    that nobody need paint them again.
    """
    return Catalog(tuple(_dataset_at(dataset, date) for dataset in catalog.datasets))


def _dataset_at(dataset: Dataset, date: str) -> Dataset:
    return replace(dataset, layers=tuple(_layer_at(layer, date) for layer in dataset.layers))


def _layer_at(layer: Layer, date: str) -> Layer:
    if not {"valid_from", "valid_to"} & layer.attributes.keys():
        return layer
    none = (None,) * layer.rows
    starts = layer.attributes.get("valid_from", none)
    ends = layer.attributes.get("valid_to", none)
    there = [valid_on(first, last, date) for first, last in zip(starts, ends, strict=True)]
    if all(there):
        return layer
    return _with_rows(layer, tuple(there))


@lru_cache(maxsize=64)
def _with_rows(layer: Layer, there: tuple[bool, ...]) -> Layer:
    kept = np.array(there)
    columns = tuple(
        column for found in layer.geometries.columns for column in _only(found, kept).columns
    )
    return replace(layer, geometries=Geometries(columns), _points={}, _masks={})


def valid_on(first: object, last: object, date: str) -> bool:
    """Tell whether date lies in a period; an end that is not known does not limit it.

    A year or a month stands for the whole of it: 2007 begins on its first day, ends on its last.
    """
    begins = str(first) if first else ""
    ends = str(last) if last else ""
    return begins <= date and (not ends or date[: len(ends)] <= ends)


def _only(column: GeometryColumn, kept: np.ndarray) -> Geometries:
    positions = np.flatnonzero(kept[column.rows])
    return from_shapely(column.shapes(positions), column.rows[positions])
