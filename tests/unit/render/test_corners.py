import numpy as np
from PySide6.QtCore import QRectF

from hetao_map.render.corners import NO_MARKS, best_corner

VIEW = QRectF(0, 0, 100, 100)
LEFT, RIGHT, OUTSIDE = QRectF(5, 5, 20, 20), QRectF(70, 5, 20, 20), QRectF(90, 5, 20, 20)


def test_the_first_corner_is_the_best_where_no_mark_lies() -> None:
    assert best_corner([LEFT, RIGHT], VIEW, [], NO_MARKS) == LEFT


def test_a_corner_with_fewer_marks_is_better() -> None:
    marks = np.array([[10.0, 10, 8], [20, 10, 8], [80, 10, 8]])
    assert best_corner([LEFT, RIGHT], VIEW, [], marks) == RIGHT


def test_a_large_mark_counts_for_more_than_two_small_ones() -> None:
    marks = np.array([[10.0, 10, 18], [75, 10, 6], [85, 10, 6]])
    assert best_corner([LEFT, RIGHT], VIEW, [], marks) == RIGHT


def test_a_mark_is_covered_by_its_rim_as_well() -> None:
    assert best_corner([LEFT, RIGHT], VIEW, [], np.array([[2.0, 10, 8]])) == RIGHT


def test_a_corner_that_is_taken_or_outside_serves_only_where_there_is_no_other() -> None:
    marks = np.array([[80.0, 10, 8]])
    assert best_corner([LEFT, OUTSIDE, RIGHT], VIEW, [LEFT], marks) == RIGHT
    assert best_corner([OUTSIDE], VIEW, [], NO_MARKS) == OUTSIDE
