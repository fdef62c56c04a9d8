"""What lies around a feature: the nearest named ones, how far and in which direction."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import dist

from hetao_map.geometry.columns import GeometryColumn
from hetao_map.geometry.distance import nearest_point
from hetao_map.geometry.extent import Xy
from hetao_map.geometry.measuring import azimuth
from hetao_map.geometry.projection import ground_metres, to_lonlat
from hetao_map.model.card import Neighbour
from hetao_map.model.dataset import Catalog
from hetao_map.model.feature import Feature
from hetao_map.model.layer import Layer
from hetao_map.model.rules import drawn_rows
from hetao_map.query.wording import word_of
from hetao_map.text import numbers, words
from hetao_map.text.language import Language

RADIUS_M = 4_000.0
_MOST = 8
# In a layer of more rows "near" is no news, and asking for it takes time.
_MOST_ROWS = 5_000
_THEME = "theme"


def around(catalog: Catalog, feature: Feature, language: Language) -> tuple[Neighbour, ...]:
    """Return up to eight named features within RADIUS_M of a feature, nearest first.

    The layers of the theme are asked, in a file without themes all of moderate size. The
    distance is the shorter of those from either's point to the other's edge, 0 inside an area;
    in words it is rounded as positions are known. Directions are from true north.
    """
    found: dict[str, tuple[_Way, Feature]] = {}
    for way, other in _near(catalog, feature):
        name = other.name.in_(language)
        if name and (name not in found or way.metres < found[name][0].metres):
            found[name] = way, other
    nearest = sorted(found.items(), key=lambda item: (item[1][0].metres, item[0]))[:_MOST]
    return tuple(
        Neighbour(
            other.ref,
            name,
            word_of(words.KIND, other.kind, language),
            way.metres,
            _in_words(way, catalog.map_epsg, language),
        )
        for name, (way, other) in nearest
    )


@dataclass(frozen=True, slots=True)
class _Way:
    """From a place of one feature to a place of another, in map metres."""

    start: Xy
    end: Xy
    metres: float


def _near(catalog: Catalog, feature: Feature) -> Iterator[tuple[_Way, Feature]]:
    """Yield the way to each feature that is drawn near a feature."""
    own = _geometry(catalog, feature)
    ground = ground_metres(feature.point, catalog.map_epsg)
    window = feature.extent.padded(RADIUS_M / ground)
    for layer in _asked(catalog):
        drawn = drawn_rows(layer)
        for column in layer.window(window, 0.0).geometries.columns:
            for position in column.intersecting(window).tolist():
                row = int(column.rows[position])
                other = layer.feature(row) if drawn[row] else None
                if other is None or other.ref == feature.ref:
                    continue
                ways = [(feature.point, nearest_point(column, position, feature.point))]
                ways += [(nearest_point(*each, other.point), other.point) for each in own]
                start, end = min(ways, key=lambda way: dist(*way))
                metres = dist(start, end) * ground
                if metres <= RADIUS_M:
                    yield _Way(start, end, metres), other


def _geometry(catalog: Catalog, feature: Feature) -> list[tuple[GeometryColumn, int]]:
    """Return where the feature's own geometry stands."""
    layer = catalog.layer(feature.ref.layer)
    if layer is None:
        return []
    return [
        (column, position)
        for column in layer.window(feature.extent, 0.0).geometries.columns
        for position in column.intersecting(feature.extent).tolist()
        if layer.id_of(int(column.rows[position])) == feature.ref.id
    ]


def _asked(catalog: Catalog) -> list[Layer]:
    layers = [layer for layer in catalog.layers if layer.rows <= _MOST_ROWS]
    return [layer for layer in layers if layer.spec.group.id == _THEME] or layers


def _in_words(way: _Way, map_epsg: int, language: Language) -> str:
    if way.metres < 1:
        return words.HERE.in_(language)
    return way_in_words(way.start, way.end, way.metres, map_epsg, language)


def way_in_words(start_xy: Xy, end_xy: Xy, metres: float, map_epsg: int, language: Language) -> str:
    """Return how far and in which direction a map point lies from another."""
    start, end = to_lonlat(start_xy, map_epsg), to_lonlat(end_xy, map_epsg)
    octant = round(azimuth(start, end) / 45) % 8
    rounded = round(metres, -1 if metres < 1000 else -2)
    return words.DISTANCE_IN_DIRECTION.in_(language).format(
        direction=words.DIRECTIONS[octant].in_(language),
        distance=numbers.metres(rounded, language),
    )
