import numpy as np
import pytest
import shapely
from shapely import LineString, Point, Polygon, box

from hetao_map.geometry.inside import points_on


def on(shape: object) -> object:
    return points_on(np.array([shape], dtype=object))[0]


@pytest.mark.parametrize(
    "shape",
    [Point(1, 2), LineString([(0, 0), (2, 2)]), box(0, 0, 2, 1), Point(0, 0).buffer(5, 2000)],
    ids=["point", "line", "area", "large area"],
)
def test_the_point_lies_on_the_shape(shape: shapely.Geometry) -> None:
    assert shape.distance(on(shape)) < 1e-9


def test_of_two_triangles_that_meet_in_a_crossing_one_has_it() -> None:
    bow = Polygon([(0, 0), (2, 2), (2, 0), (0, 2)])
    assert shapely.make_valid(bow).contains(on(bow))


def test_a_large_star_that_crosses_itself_everywhere_has_one_too() -> None:
    turn = np.arange(20_001) * np.pi * (1 - 1 / 20_001)
    star = Polygon(np.column_stack([np.cos(turn), np.sin(turn)]))
    point = on(star)
    assert np.hypot(point.x, point.y) <= 1


def test_without_a_shape_there_is_none() -> None:
    assert on(None) is None
    assert on(Polygon()).is_empty
