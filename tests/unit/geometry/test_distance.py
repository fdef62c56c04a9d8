import math

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely import LineString, MultiPoint, MultiPolygon, Point, Polygon, box
from shapely.geometry.base import BaseGeometry

from hetao_map.geometry.distance import area_of, distance_to, near
from tests.layers import columns_of

HOLED = Polygon(box(0, 0, 30, 30).exterior, [box(10, 10, 20, 20).exterior])
SHAPES = [
    Point(3, 4),
    MultiPoint([(0, 0), (40, 0)]),
    LineString([(0, 0), (10, 0), (10, 10)]),
    LineString([(5, 5), (5, 5)]),
    HOLED,
    MultiPolygon([box(0, 0, 1, 1), box(20, 20, 25, 30)]),
]


@given(
    st.sampled_from(SHAPES),
    st.tuples(st.floats(-50, 50), st.floats(-50, 50)).map(lambda p: (round(p[0]), round(p[1]))),
)
def test_the_distance_is_that_of_plane_geometry(
    shape: BaseGeometry, point: tuple[float, float]
) -> None:
    (column,) = columns_of(shape).columns
    expected = shapely.distance(shape, Point(point))
    assert distance_to(column, 0, point) == pytest.approx(expected, abs=1e-9)


def test_a_hole_is_not_inside() -> None:
    (column,) = columns_of(HOLED).columns
    assert distance_to(column, 0, (15, 15)) == 5
    assert distance_to(column, 0, (5, 5)) == 0


def test_near_leaves_out_what_is_beyond_the_tolerance() -> None:
    (column,) = columns_of(Point(0, 0), Point(3, 4), Point(0, 9)).columns
    assert near(column, (0, 0), 5) == [(0, 0.0), (1, 5.0)]


def test_a_corner_of_the_window_is_not_within_the_tolerance() -> None:
    (column,) = columns_of(Point(4, 4)).columns
    assert near(column, (0, 0), 5) == []
    assert near(column, (0, 0), math.hypot(4, 4) + 0.01) != []


@given(st.integers(-1000, 1000), st.integers(1, 500), st.integers(1, 500))
def test_the_area_takes_holes_off(corner: int, width: int, height: int) -> None:
    shape = Polygon(
        box(corner, corner, corner + 4 * width, corner + 4 * height).exterior,
        [box(corner + width, corner + height, corner + 2 * width, corner + 2 * height).exterior],
    )
    (column,) = columns_of(shape).columns
    assert area_of(column, 0) == pytest.approx(shape.area)


def test_lines_have_no_area() -> None:
    (column,) = columns_of(LineString([(0, 0), (1, 1)])).columns
    assert area_of(column, 0) == 0
    assert np.isfinite(distance_to(column, 0, (9, 9)))
