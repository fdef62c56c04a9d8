"""Finds what is wrong in the geometries of a layer."""

from collections import Counter
from collections.abc import Iterator

import shapely
from shapely.geometry.base import BaseGeometry

from geodata.contract import Layer
from geodata.sources import GeometryEntry, LayerSource

AREA = (113.5, 22.1, 114.6, 22.9)  # west, south, east, north: Shenzhen and Hong Kong
_ALLOWED = {
    "POINT": {"Point"},
    "MULTILINESTRING": {"LineString", "MultiLineString"},
    "MULTIPOLYGON": {"Polygon", "MultiPolygon"},
    "GEOMETRY": {"Point", "LineString", "MultiLineString", "Polygon", "MultiPolygon"},
}


def check_geometries(layer: Layer, source: LayerSource) -> Iterator[str]:
    """Yield one sentence for each geometry that is wrong, or that is missing."""
    for geometry in source.geometries:
        yield from _check_owner(geometry, source)
        yield from _check_shape(geometry.place, geometry.shape, layer)
    ids = Counter(geometry.id for geometry in source.geometries)
    for feature in source.features:
        count = ids[feature.get("id")]
        if count != 1:
            yield f"{layer.name}/{feature.get('id')} has {count} geometries, not one."
    yield from _check_templates(layer.name, source)


def _check_owner(geometry: GeometryEntry, source: LayerSource) -> Iterator[str]:
    if geometry.id is not None:
        if all(feature.get("id") != geometry.id for feature in source.features):
            yield f"{geometry.place}: there is no feature '{geometry.id}' for this geometry."
    elif all(template.get("kind") != geometry.kind for template in source.templates):
        yield f"{geometry.place}: there is no template of the kind '{geometry.kind}'."


def _check_shape(place: str, shape: BaseGeometry, layer: Layer) -> Iterator[str]:
    if shape is None or shape.is_empty:
        yield f"{place}: the geometry is empty."
        return
    if shape.geom_type not in _ALLOWED[layer.geometry_type]:
        yield f"{place}: a {shape.geom_type} does not fit into a layer of {layer.geometry_type}."
    if not shape.is_valid:
        yield f"{place}: the geometry is not valid: {shapely.is_valid_reason(shape)}."
    if not shapely.box(*AREA).contains(shape):
        yield f"{place}: the geometry lies outside Shenzhen and Hong Kong."


def _check_templates(layer: str, source: LayerSource) -> Iterator[str]:
    kinds = {geometry.kind for geometry in source.geometries if geometry.id is None}
    ids = {str(feature.get("id")) for feature in source.features}
    for template in source.templates:
        kind, prefix = template.get("kind"), template.get("prefix")
        if kind not in kinds:
            yield f"{layer}, template {kind} serves no geometry."
        if any(feature_id.rpartition("_")[0] == prefix for feature_id in ids):
            yield f"{layer}, template {kind}: a feature's id begins with the prefix {prefix}_ too."
