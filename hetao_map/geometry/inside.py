"""A point on a shape, for its label and its card."""

from __future__ import annotations

import numpy as np
import shapely

from hetao_map.geometry.columns import FloatArray, GeometryColumn, IntArray, Kind, Shapes

# Mending an area whose sides cross takes time and memory with the square of its vertices.
_MENDED_UP_TO = 1_000


def points_on(shapes: Shapes) -> Shapes:
    """Return (m,) a point on each shape, an empty one for an empty shape, None for None.

    Of an area that crosses itself the point lies in a part of it, unless it is a large one: there
    it lies where a horizontal line is longest within its sides.
    """
    sound = shapes.copy()
    small = shapely.get_num_coordinates(shapes) <= _MENDED_UP_TO
    sound[small] = shapely.make_valid(shapes[small])
    found: Shapes = np.asarray(shapely.point_on_surface(sound), dtype=object)
    return found


def middles_of(column: GeometryColumn, positions: IntArray) -> FloatArray:
    """Return (n, 2) the centroids of areas and the middles along lines, in the column's CRS.

    Of several lines in one feature it is the middle of all of them, one after the other. What is
    empty has no middle: not a number.
    """
    shapes = column.shapes(positions)
    if column.kind is Kind.LINE:
        found = shapely.line_interpolate_point(shapes, 0.5, normalized=True)
    else:
        found = shapely.centroid(shapes)
    return np.column_stack([shapely.get_x(found), shapely.get_y(found)])
