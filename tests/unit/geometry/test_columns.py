from typing import Any

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely import (
    GeometryCollection,
    LineString,
    MultiLineString,
    MultiPoint,
    MultiPolygon,
    Point,
    Polygon,
)
from shapely.geometry.base import BaseGeometry

from hetao_map.geometry.columns import SORT_FROM, Kind, from_shapely
from hetao_map.geometry.extent import Extent
from tests.layers import columns_of

number = st.floats(-1e6, 1e6).map(lambda value: round(value, 3))
xy = st.tuples(number, number)
SQUARE = [(0, 0), (10, 0), (10, 10), (0, 10)]


@st.composite
def polygons(draw: st.DrawFn) -> Polygon:
    x, y = draw(xy)
    size = draw(st.integers(1, 1000))
    shell = [(x + size * a, y + size * b) for a, b in SQUARE]
    hole = [(x + size * (2 + a / 2), y + size * (2 + b / 2)) for a, b in SQUARE]
    return Polygon(shell, [hole] if draw(st.booleans()) else [])


points = xy.map(Point)
lines = st.lists(xy, min_size=2, max_size=5).map(LineString)
single = points | lines | polygons()
many = (
    st.lists(points, max_size=3).map(MultiPoint)
    | st.lists(lines, max_size=3).map(MultiLineString)
    | st.lists(polygons(), max_size=3).map(MultiPolygon)
)
simple = single | many | st.just(Point()) | st.just(Polygon())
shapes = st.recursive(
    simple, lambda part: st.lists(part, max_size=3).map(GeometryCollection), max_leaves=6
)


def simple_parts(shape: BaseGeometry | None) -> list[BaseGeometry]:
    """The points, lines and polygons that a geometry is made of."""
    if shape is None or shape.is_empty:
        return []
    if hasattr(shape, "geoms"):
        return [part for piece in shape.geoms for part in simple_parts(piece)]
    return [shape]


def as_text(parts: list[Any]) -> list[str]:
    return sorted(shapely.to_wkt(part, rounding_precision=6) for part in parts)


@given(st.lists(shapes | st.none(), min_size=1, max_size=8))
def test_every_part_of_every_geometry_comes_back_under_its_row(
    given_shapes: list[BaseGeometry | None],
) -> None:
    geometries = columns_of(*given_shapes)
    back: dict[int, list[BaseGeometry]] = {row: [] for row in range(len(given_shapes))}
    for column in geometries.columns:
        for row, shape in zip(column.rows, column.shapes(np.arange(len(column))), strict=True):
            back[int(row)] += simple_parts(shape)
    for row, shape in enumerate(given_shapes):
        assert as_text(back[row]) == as_text(simple_parts(shape))


@given(st.lists(shapes, min_size=1, max_size=8))
def test_each_feature_has_the_bounds_of_its_vertices(given_shapes: list[BaseGeometry]) -> None:
    for column in columns_of(*given_shapes).columns:
        for position in range(len(column)):
            xy = np.concatenate(column.rings_of(position))
            assert column.bounds[position].tolist() == [*xy.min(axis=0), *xy.max(axis=0)]


@pytest.mark.parametrize(
    "shape",
    [
        shapely.multipoints([Point(), Point(1, 2)]),
        shapely.multilinestrings([LineString(), LineString([(0, 0), (1, 2)])]),
        shapely.multipolygons([Polygon(SQUARE), Polygon()]),
        shapely.multipolygons([Polygon(), Polygon(SQUARE)]),
    ],
    ids=["point", "line", "area, last", "area, first"],
)
def test_empty_parts_are_left_out(shape: BaseGeometry) -> None:
    (column,) = columns_of(shape).columns
    assert as_text(simple_parts(column.shapes(np.array([0]))[0])) == as_text(simple_parts(shape))
    assert [len(ring) > 0 for ring in column.rings_of(0)] == [True]


def test_height_is_dropped() -> None:
    (column,) = columns_of(Point(1, 2, 3)).columns
    assert column.xy.tolist() == [[1, 2]]


def test_no_geometry_gives_no_columns() -> None:
    geometries = columns_of(None, Polygon())
    assert geometries.columns == ()
    assert geometries.extent() is None


def test_the_extent_spans_all_kinds() -> None:
    geometries = columns_of(Point(-5, 0), Polygon(SQUARE))
    assert geometries.extent() == Extent(-5, 0, 10, 10)
    assert geometries.of(Kind.LINE) is None


def test_only_what_meets_the_window_is_found() -> None:
    column = columns_of(Point(0, 0), Point(5, 5), Point(10, 10)).columns[0]
    assert column.intersecting(Extent(4, 4, 10, 10)).tolist() == [1, 2]


def test_many_features_lie_near_their_neighbours_and_keep_their_rows() -> None:
    count = SORT_FROM + 1000
    xy = np.random.default_rng(7).uniform(0, 1000, (count, 2))
    column = from_shapely(shapely.points(xy), np.arange(count)).columns[0]
    assert np.array_equal(column.xy, xy[column.rows])

    def steps(path: np.ndarray) -> float:
        return float(np.hypot(*np.diff(path, axis=0).T).sum())

    assert steps(column.xy) < steps(xy) / 10


def test_few_features_keep_the_order_of_the_file() -> None:
    column = columns_of(*(Point(x, 0) for x in (9, 1, 5))).columns[0]
    assert column.rows.tolist() == [0, 1, 2]
