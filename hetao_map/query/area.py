"""What lies in an area, and what a briefing is about: areas drawn, boxes, features chosen."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely

from hetao_map.geometry.columns import Kind
from hetao_map.geometry.extent import Extent, Xy, union
from hetao_map.geometry.projection import projected
from hetao_map.model.briefing import Ring, Subject
from hetao_map.model.dataset import Catalog
from hetao_map.model.errors import UsageError
from hetao_map.model.feature import Feature, FeatureRef
from hetao_map.model.knowledge import Knowledge
from hetao_map.model.layer import Layer
from hetao_map.model.rules import drawn_rows
from hetao_map.text import briefings as words
from hetao_map.text import messages

MOST_FEATURES = 300
MOST_ROWS = 5_000
# A feature that only touches the edge of an area does not lie in it.
_EDGE_M = 1.0
_HALF = 0.5
_BASE = "base"
# So close do points lie on the edge of a box given in degrees.
_PER_SIDE = 16


@dataclass(frozen=True, slots=True)
class Found:
    """Features of an area, those of the upper layers and the important ones first.

    more is how many were left out, large names layers with too many features to be listed.
    """

    refs: tuple[FeatureRef, ...] = ()
    more: int = 0
    large: tuple[str, ...] = ()


def subject_of_area(catalog: Catalog, rings: Sequence[Ring]) -> tuple[Subject, Found]:
    """Return what lies within closed rings of map metres; holes are rings within others.

    Raises UsageError where a ring crosses itself.
    """
    area = shape_of(rings)
    found = features_in(catalog, area)
    return Subject(rings=tuple(rings), refs=found.refs), found


def subject_of_features(catalog: Catalog, named: Iterable[FeatureRef]) -> tuple[Subject, Found]:
    """Return the features chosen and, where they are areas, what lies within these.

    Of another area or line more than half has to.
    """
    chosen = tuple(dict.fromkeys(named))
    areas = [shape for ref in chosen for shape in shapes_of(catalog, ref, Kind.POLYGON)]
    found = features_in(catalog, shapely.union_all(areas), mostly=True) if areas else Found()
    refs = tuple(dict.fromkeys((*chosen, *found.refs)))
    return Subject(named=chosen, refs=refs), found


def features_in(catalog: Catalog, area: Any, *, mostly: bool = False) -> Found:
    """Return the features that lie in an area of map metres, also in part.

    mostly: only those of which more than half does.
    """
    inner = area.buffer(-_EDGE_M)
    inner = area if inner.is_empty else inner
    extent = Extent(*(float(side) for side in inner.bounds))
    shapely.prepare(inner)
    found: list[tuple[int, float, FeatureRef]] = []
    large = []
    for depth, layer in enumerate(reversed(catalog.layers)):
        whole = layer.extent()
        if whole is None or not whole.intersects(extent):
            continue
        if layer.rows > MOST_ROWS:
            large.append(layer.id)
            continue
        inside = _in(layer, inner, extent, mostly=mostly)
        told = (feature for feature in inside if _worth_telling(catalog, layer, feature.ref))
        found += ((depth, -feature.importance, feature.ref) for feature in told)
    found.sort(key=lambda entry: entry[:2])
    refs = tuple(dict.fromkeys(ref for _, _, ref in found))
    return Found(refs[:MOST_FEATURES], max(len(refs) - MOST_FEATURES, 0), tuple(large))


def _in(layer: Layer, area: Any, extent: Extent, *, mostly: bool) -> Iterator[Feature]:
    """Yield the features of a layer that its style draws and that lie in an area.

    Where a layer names its features, those without a name are no thing for people.
    """
    drawn, seen, named = drawn_rows(layer), set(), _names(layer)
    for column in layer.window(extent, 0.0).geometries.columns:
        positions = column.intersecting(extent)
        shapes = shapely.make_valid(column.shapes(positions)) if len(positions) else []
        meets = shapely.intersects(area, shapes)
        if mostly:
            meets &= _share(shapes, area, column.kind) > _HALF
        for position in positions[meets].tolist():
            row = int(column.rows[position])
            if drawn[row] and row not in seen and (not named or layer.name(row)):
                seen.add(row)
                yield layer.feature(row)


def _worth_telling(catalog: Catalog, layer: Layer, ref: FeatureRef) -> bool:
    """Tell whether a feature is more than ground: of a base map only what the file speaks of."""
    if layer.spec.group.id != _BASE:
        return True
    dataset = catalog.dataset_of(layer.id)
    known = dataset.knowledge if dataset else Knowledge()
    return any(ref in table for table in (known.facts, known.events, known.series))


def _names(layer: Layer) -> bool:
    return any(layer.name(row) for row in layer.positions_of_row)


def _share(shapes: Any, area: Any, kind: Kind) -> Any:
    """Return (n,) the share of each shape that lies in an area; points lie in it or not."""
    if kind is Kind.POINT:
        return shapely.intersects(area, shapes).astype(float)
    size = shapely.length if kind is Kind.LINE else shapely.area
    return size(shapely.intersection(shapes, area)) / np.maximum(size(shapes), 1e-9)


def shapes_of(catalog: Catalog, ref: FeatureRef, kind: Kind | None = None) -> list[Any]:
    """Return the geometries of a feature in map metres, as shapely has them."""
    layer = catalog.layer(ref.layer)
    row = layer.row_of(ref.id) if layer else None
    if layer is None or row is None:
        return []
    return [
        shapely.make_valid(column.shapes(np.array([position]))[0])
        for column, position in layer.pieces(row)
        if kind in (None, column.kind)
    ]


def shape_of(rings: Sequence[Ring]) -> Any:
    """Return the area that closed rings of map metres enclose. Raises UsageError for a knot."""
    polygons = [shapely.Polygon(ring) for ring in rings]
    if not all(polygon.is_valid and polygon.area for polygon in polygons):
        raise UsageError(words.AREA_CROSSES)
    area = polygons[0]
    for polygon in polygons[1:]:
        area = area.symmetric_difference(polygon)
    return area


def rings_of(area: Any, map_epsg: int) -> tuple[Ring, ...]:
    """Return the closed rings, in map metres, of a shapely area in WGS84 degrees.

    Raises UsageError where the map's grid does not reach so far: there it folds over itself.
    """
    found = []
    for polygon in shapely.get_parts(area):
        for ring in (polygon.exterior, *polygon.interiors):
            xy = projected(shapely.get_coordinates(ring), "EPSG:4326", map_epsg)
            if not np.isfinite(xy).all() or not shapely.Polygon(xy).is_valid:
                raise UsageError(messages.OFF_THE_MAP)
            found.append(tuple((float(x), float(y)) for x, y in xy.tolist()))
    return tuple(found)


def ring_of_box(west: float, south: float, east: float, north: float) -> Any:
    """Return the box of degrees as a shapely polygon whose sides bend with the map."""
    box = shapely.box(west, south, east, north)
    side = max(east - west, north - south) / _PER_SIDE
    return shapely.segmentize(box, side)


def extent_of(catalog: Catalog, subject: Subject) -> Extent:
    """Return what the map of a subject has to show, in map metres."""
    extents = [_around(ring) for ring in subject.rings]
    if not extents:
        chosen = subject.named or subject.refs
        extents = [feature.extent for ref in chosen if (feature := catalog.find(ref))]
    found = union(extents)
    return found or Extent(0, 0, 1, 1)


def _around(ring: Iterable[Xy]) -> Extent:
    xs, ys = zip(*ring, strict=True)
    return Extent(min(xs), min(ys), max(xs), max(ys))


def ground_area(catalog: Catalog, subject: Subject) -> tuple[float, float] | None:
    """Return (square metres, metres around) on the ground; None for features without an area."""
    from hetao_map.geometry.measuring import geodesic_area

    shapes = (
        [shape_of(subject.rings)]
        if subject.rings
        else [shape for ref in subject.named for shape in shapes_of(catalog, ref, Kind.POLYGON)]
    )
    if not shapes:
        return None
    area, around = geodesic_area(shapely.union_all(shapes), catalog.map_epsg)
    return (area, around) if math.isfinite(area) and area else None
