"""The line on the map of a way: along a railway where the file has it, else straight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import shapely
from shapely.geometry import LineString
from shapely.ops import substring

from hetao_map.geometry.projection import to_lonlat, to_map
from hetao_map.model.dataset import Dataset
from hetao_map.model.route import Leg, LonLat

RAIL_LINES = "rail_lines"
_BESIDE_M = 600.0


def line_between(dataset: Dataset, line: str, start: LonLat, end: LonLat) -> tuple[LonLat, ...]:
    """Return the way from start to end in WGS84 degrees, both ends included.

    It follows the railway of that id when both ends lie within 600 m of one part of it.
    """
    ends = shapely.points([to_map(lonlat, dataset.map_epsg) for lonlat in (start, end)])
    beside = [
        (max(distances), part)
        for part in _parts(dataset, line)
        if max(distances := shapely.distance(part, ends)) < _BESIDE_M
    ]
    if not beside:
        return start, end
    part = min(beside, key=lambda pair: pair[0])[1]
    cut = substring(part, *(part.project(point) for point in ends))
    if not isinstance(cut, LineString):
        return start, end
    along = [to_lonlat((x, y), dataset.map_epsg) for x, y in shapely.get_coordinates(cut)]
    return start, *along, end


def joined(legs: Sequence[Leg]) -> tuple[Leg, ...]:
    """Return the legs, with straight lines from placed stop to placed stop across those that
    are not placed.

    The legs in between share such a line evenly. A part at an end of the way stays undrawn.
    """
    found: list[Leg] = []
    across: list[Leg] = []
    for leg in legs:
        across.append(leg)
        if leg.end.lonlat is not None:
            found += _across(across)
            across = []
    return (*found, *across)


def _across(legs: list[Leg]) -> list[Leg]:
    """Return legs with a line each, where they have none and both ends of them all are placed."""
    start, end = legs[0].start.lonlat, legs[-1].end.lonlat
    if any(leg.path for leg in legs) or start is None or end is None:
        return legs
    return [
        replace(leg, path=_share(start, end, number, len(legs)), schematic=True)
        for number, leg in enumerate(legs)
    ]


def _share(start: LonLat, end: LonLat, number: int, of: int) -> tuple[LonLat, LonLat]:
    """Return one of so many equal parts of a straight line."""

    def at(share: float) -> LonLat:
        return start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])

    return at(number / of), at((number + 1) / of)


def _parts(dataset: Dataset, line: str) -> list[LineString]:
    layer = dataset.layer(RAIL_LINES)
    row = layer.row_of(line) if layer else None
    if layer is None or row is None:
        return []
    shapes = [column.shapes(np.array([at]))[0] for column, at in layer.pieces(row)]
    merged = shapely.line_merge(shapely.union_all(shapes))
    return [part for part in shapely.get_parts(merged) if isinstance(part, LineString)]
