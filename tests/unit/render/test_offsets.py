import numpy as np
import pytest

from hetao_map.geometry.columns import Kind
from hetao_map.render.offsets import offset_rings
from hetao_map.render.paths import PixelRings


def rings(*lines: list[tuple[float, float]], owner: list[int] | None = None) -> PixelRings:
    offsets = np.cumsum([0] + [len(line) for line in lines])
    owners = np.array(owner or range(len(lines)), dtype=np.int64)
    return PixelRings(np.array([p for line in lines for p in line], dtype=float), offsets, owners)


def square(low: float, high: float) -> list[tuple[float, float]]:
    return [(low, low), (high, low), (high, high), (low, high), (low, low)]


@pytest.mark.parametrize(("distance", "y"), [(5, 15), (-5, 25)])
def test_a_line_moves_to_its_left(distance: float, y: float) -> None:
    """From left to right, its left is up, and up is a smaller y."""
    moved = offset_rings(rings([(0, 20), (100, 20)]), Kind.LINE, distance)
    assert moved.xy[:, 1].tolist() == [y, y]
    assert moved.xy[0, 0] < moved.xy[-1, 0]


def test_each_line_keeps_its_feature() -> None:
    moved = offset_rings(rings([(0, 0), (9, 0)], [(1, 1)], [(0, 9), (9, 9)]), Kind.LINE, 2)
    assert moved.owner.tolist() == [0, 2]
    assert len(moved.offsets) == 3


def test_an_area_widens_and_its_hole_narrows() -> None:
    moved = offset_rings(rings(square(10, 90), square(40, 60), owner=[0, 0]), Kind.POLYGON, 4)
    assert moved.owner.tolist() == [0, 0]
    sizes = [np.ptp(ring[:, 0]) for ring in np.split(moved.xy, moved.offsets[1:-1])]
    assert sorted(sizes) == [12, 88]


def test_what_vanishes_is_left_out() -> None:
    moved = offset_rings(rings(square(10, 20), square(0, 90)), Kind.POLYGON, -6)
    assert moved.owner.tolist() == [1]


def test_no_distance_changes_nothing() -> None:
    given = rings(square(0, 9))
    assert offset_rings(given, Kind.POLYGON, 0) is given
