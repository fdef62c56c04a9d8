"""The line on the map of a way: along a railway where the file has it, else straight."""

from __future__ import annotations

import numpy as np
import shapely
from shapely.geometry import LineString
from shapely.ops import substring

from hetao_map.geometry.projection import to_lonlat, to_map
from hetao_map.model.dataset import Dataset
from hetao_map.model.route import LonLat

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


def _parts(dataset: Dataset, line: str) -> list[LineString]:
    layer = dataset.layer(RAIL_LINES)
    row = layer.row_of(line) if layer else None
    if layer is None or row is None:
        return []
    shapes = [column.shapes(np.array([at]))[0] for column, at in layer.pieces(row)]
    merged = shapely.line_merge(shapely.union_all(shapes))
    return [part for part in shapely.get_parts(merged) if isinstance(part, LineString)]
