"""Layers whose coordinates come from a web map of the Mainland, put where they belong."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from hetao_map.geometry.bd09 import all_from_bd09
from hetao_map.geometry.columns import FloatArray, Geometries
from hetao_map.geometry.extent import Extent
from hetao_map.geometry.gcj02 import all_from_gcj02
from hetao_map.geometry.mainland import in_mainland
from hetao_map.geometry.projection import projected
from hetao_map.model.dataset import Catalog, Dataset
from hetao_map.model.layer import Layer
from hetao_map.resources import shipped_geopackage
from hetao_map.text import messages, words
from hetao_map.text.localized import LocalizedText

_BACK: dict[str, Callable[[FloatArray], FloatArray]] = {
    "gcj02": all_from_gcj02,
    "bd09": all_from_bd09,
}
DATUMS = tuple(_BACK)
"""Amap's and Tencent's, and Baidu's."""

# So many vertices are shifted within a second or so; the window waits for it.
MOST_VERTICES = 2_000_000


@dataclass(frozen=True, slots=True)
class Shift:
    """How many vertices of a layer were shifted, of how many, and by how many metres at most."""

    shifted: int
    vertices: int
    metres: float


def can_be_shifted(layer: Layer) -> bool:
    """Tell whether the coordinates of a layer can be taken for those of a web map.

    Not those of pictures, of a layer that is read by its index, or of very many vertices.
    """
    columns = layer.geometries.columns
    return bool(columns) and sum(len(column.xy) for column in columns) <= MOST_VERTICES


def in_datums(catalog: Catalog, datums: Mapping[str, str]) -> Catalog:
    """Return the catalog with its layers where these datums put them; itself where they are.

    Layers that are shifted anew are new objects, all others the same.
    """
    wrong = {la.id for la in catalog.layers if la.datum != _wanted(la, datums)}
    if not wrong:
        return catalog
    return Catalog(tuple(_dataset(dataset, datums, wrong) for dataset in catalog.datasets))


def foreign_layers(catalog: Catalog) -> tuple[Layer, ...]:
    """Return the feature layers that are not of the map that ships, whose coordinates are known."""
    ours = shipped_geopackage().resolve()
    foreign = (dataset for dataset in catalog.datasets if dataset.path.resolve() != ours)
    return tuple(la for dataset in foreign for la in dataset.layers if not la.spec.is_raster)


def shifted_catalog(catalog: Catalog, datum: str) -> Catalog:
    """Return the catalog with all layers of other people shifted; notes name those that are not."""
    foreign = {layer.id for layer in foreign_layers(catalog)}
    catalog = in_datums(catalog, dict.fromkeys(foreign, datum))
    return Catalog(tuple(_noted(dataset, foreign, datum) for dataset in catalog.datasets))


def _noted(dataset: Dataset, foreign: set[str], datum: str) -> Dataset:
    left = [la.id for la in dataset.layers if la.id in foreign and la.count and not la.datum]
    values = {"path": dataset.path, "datum": words.DATUM_NAME[datum]}
    notes = tuple(messages.NOT_SHIFTED.with_values(layer=name, **values) for name in left)
    return replace(dataset, notes=(*dataset.notes, *notes)) if notes else dataset


def _wanted(layer: Layer, datums: Mapping[str, str]) -> str:
    datum = datums.get(layer.id, "")
    return datum if datum and can_be_shifted(layer) else ""


def _dataset(dataset: Dataset, datums: Mapping[str, str], wrong: set[str]) -> Dataset:
    if not wrong & {layer.id for layer in dataset.layers}:
        return dataset
    layers = tuple(
        shifted_layer(la.unshifted or la, _wanted(la, datums), dataset.map_epsg)
        if la.id in wrong
        else la
        for la in dataset.layers
    )
    return replace(dataset, layers=layers)


@lru_cache(maxsize=4)
def shifted_layer(layer: Layer, datum: str, map_epsg: int) -> Layer:
    """Return a layer, read from degrees of a datum as if they were WGS84, where it belongs.

    Only vertices in the Mainland are shifted. The answer is approximate: nobody has published
    how web maps shift.
    """
    if not datum:
        return layer
    columns = tuple(
        column.moved(_back(column.xy, datum, map_epsg)) for column in layer.geometries.columns
    )
    moved = replace(layer, geometries=Geometries(columns), datum=datum, unshifted=layer, _points={})
    return replace(moved, extent_lonlat=_lonlat(moved, map_epsg))


def as_read(dataset: Dataset) -> Dataset:
    """Return a file with its layers where it says that they are."""
    layers = tuple(layer.unshifted or layer for layer in dataset.layers)
    return replace(dataset, layers=layers) if layers != dataset.layers else dataset


def shift_note(layer: Layer) -> LocalizedText:
    """Return the words that a layer was shifted, and from what; empty for one that was not."""
    if not layer.datum:
        return LocalizedText()
    return words.SHIFTED_FROM.with_values(datum=words.DATUM_NAME[layer.datum])


def shift_of(layer: Layer) -> Shift:
    """Return what has been shifted of a layer."""
    if layer.unshifted is None:
        return Shift(0, 0, 0.0)
    after, before = (_vertices(one) for one in (layer, layer.unshifted))
    moved = (after != before).any(axis=1)
    way = np.hypot(*(after[moved] - before[moved]).T)
    return Shift(len(way), len(after), float(way.max(initial=0.0)))


def _vertices(layer: Layer) -> FloatArray:
    return np.concatenate([column.xy for column in layer.geometries.columns])


def _back(xy: FloatArray, datum: str, map_epsg: int) -> FloatArray:
    """Return map points shifted back; where a place is, is asked of the answer."""
    finite = np.isfinite(xy).all(axis=1)
    said = projected(xy[finite], f"EPSG:{map_epsg}", 4326)
    true = _BACK[datum](said)
    there = in_mainland(true)
    moved = xy.copy()
    places = np.flatnonzero(finite)[there]
    moved[places] = projected(true[there], "EPSG:4326", map_epsg)
    return moved


def _lonlat(layer: Layer, map_epsg: int) -> Extent | None:
    xy = _vertices(layer)
    xy = projected(xy[np.isfinite(xy).all(axis=1)], f"EPSG:{map_epsg}", 4326)
    if not len(xy):
        return None
    low, high = xy.min(axis=0).tolist(), xy.max(axis=0).tolist()
    return Extent(*low, *high)
