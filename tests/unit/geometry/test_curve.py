import numpy as np
import pytest

from hetao_map.geometry.curve import morton_order


def test_quarters_come_one_after_another() -> None:
    points = np.array([(9, 9), (0, 0), (9, 0), (0, 9), (1, 1), (8, 8)], dtype=float)
    order = morton_order(points).tolist()
    assert order == [1, 4, 2, 3, 5, 0]


@pytest.mark.parametrize("points", [np.zeros((3, 2)), np.array([[5.0, 1e7]])])
def test_points_in_one_place_keep_their_order(points: np.ndarray) -> None:
    assert morton_order(points).tolist() == list(range(len(points)))
