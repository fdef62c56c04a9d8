"""What lies at a point: all features of all visible layers, the most telling first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from hetao_map.geometry.columns import GeometryColumn, Kind
from hetao_map.geometry.distance import area_of, near
from hetao_map.geometry.extent import Extent, Xy
from hetao_map.model.feature import FeatureRef
from hetao_map.model.layer import Layer
from hetao_map.model.rules import drawn_rows


@dataclass(frozen=True, slots=True)
class Hit:
    """A feature near a point, and its distance in map metres (0 inside an area)."""

    ref: FeatureRef
    row: int
    distance: float


def identify(layers: Iterable[Layer], point: Xy, tolerance: float) -> list[Hit]:
    """Return the features within tolerance of a map point, best first.

    Points come before lines and lines before areas; among points and lines the nearer comes
    first, among areas the smaller, because it lies on top of the larger. Only what a layer's
    style draws by more than a label can be hit. A feature is listed once.
    """
    ranked: list[tuple[tuple[float, ...], Hit]] = []
    for depth, layer in enumerate(layers):
        drawn = drawn_rows(layer)
        window = layer.window(Extent(*point, *point).padded(tolerance), 0.0)
        for column in window.geometries.columns:
            for position, distance in near(column, point, tolerance):
                row = int(column.rows[position])
                if drawn[row]:
                    hit = Hit(FeatureRef(layer.id, layer.id_of(row)), row, distance)
                    ranked.append((_rank(column, position, distance, depth), hit))
    ranked.sort(key=lambda pair: pair[0])
    return list({hit.ref: hit for _, hit in reversed(ranked)}.values())[::-1]


def _rank(column: GeometryColumn, position: int, distance: float, depth: int) -> tuple[float, ...]:
    """Return what sorts a hit: dimension, then distance or area, then the upper layer."""
    if column.kind is Kind.POLYGON:
        return column.kind.value, distance, area_of(column, position), -depth
    return column.kind.value, distance, -depth
