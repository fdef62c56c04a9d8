"""Arcs become lines of short segments that keep to their circles."""

import math

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from hetao_map.data.arcs import stroked

NUMBERS = st.floats(-1e6, 1e6)


def along(*vertices: tuple[float, float], most: int = 100_000) -> np.ndarray:
    return stroked(np.array(vertices, dtype=float), most)


@pytest.mark.parametrize("middle", [(1, 1), (1, -1), (0.3, math.sqrt(1 - 0.49))])
def test_half_a_circle_goes_over_its_middle(middle: tuple[float, float]) -> None:
    line = along((0, 0), middle, (2, 0))
    assert np.hypot(line[:, 0] - 1, line[:, 1]) == pytest.approx(1)
    assert list(middle) in line.tolist()
    assert shapely.LineString(line).length == pytest.approx(math.pi, rel=1e-3)


def test_a_quarter_and_the_three_that_are_left_differ() -> None:
    half = math.sqrt(0.5)
    short, long = along((1, 0), (half, half), (0, 1)), along((1, 0), (-half, -half), (0, 1))
    lengths = [shapely.LineString(line).length for line in (short, long)]
    assert lengths == pytest.approx([math.pi / 2, 1.5 * math.pi], rel=1e-3)


def test_an_arc_that_ends_where_it_began_is_a_circle() -> None:
    circle = shapely.Polygon(along((0, 0), (2, 0), (0, 0)))
    assert circle.area == pytest.approx(math.pi, rel=1e-3)


@pytest.mark.parametrize(
    "vertices",
    [
        [(0, 0), (1, 1), (2, 2)],
        [(0, 0), (0, 0), (0, 0)],
        [(0, 0), (0, 0), (1, 1)],
        [(0, 0), (1, 1), (1, 1)],
        [(-1.7e308, 0), (0, 1.7e308), (1.7e308, 0)],
    ],
)
def test_what_has_no_circle_stays_straight(vertices: list[tuple[float, float]]) -> None:
    assert along(*vertices).tolist() == [list(map(float, vertex)) for vertex in vertices]


def test_arcs_that_follow_each_other_are_those_that_stand_alone() -> None:
    first, second = [(0, 0), (1, 1), (2, 0)], [(2, 0), (3, -2), (4, 0)]
    together = along(*first, *second[1:])
    assert together == pytest.approx(np.concatenate([along(*first), along(*second)[1:]]))


def test_a_line_without_room_keeps_its_points() -> None:
    vertices = [(float(n), float(n % 2)) for n in range(2001)]
    assert along(*vertices, most=0).tolist() == [list(vertex) for vertex in vertices]
    assert len(along(*vertices, most=500)) <= 2001 + 500


@given(st.lists(NUMBERS, min_size=6, max_size=6))
def test_an_arc_goes_through_its_three_points(numbers: list[float]) -> None:
    points = np.array(numbers).reshape(3, 2)
    found = stroked(points, 1000).tolist()
    assert (found[0], found[-1]) == (points[0].tolist(), points[2].tolist())
    assert points[1].tolist() in found
    assert np.isfinite(found).all()
