"""Only short thin lines and small polygons in a crowd are told by their boxes."""

import numpy as np

from hetao_map.data.strips import blocks_among, strips_among
from hetao_map.geometry.columns import Kind, Strips
from hetao_map.geometry.extent import Extent

VIEW = Extent(1000.0, 2000.0, 3560.0, 3280.0)
METRES_PER_PX = 2.0


def boxes(count: int, width_px: float, height_px: float, spread_px: float = 32.0) -> np.ndarray:
    rng = np.random.default_rng(1)
    low = rng.uniform(0, spread_px * METRES_PER_PX, (count, 2))
    low += np.array([VIEW.xmin, VIEW.ymin])
    return np.hstack([low, low + np.array([width_px, height_px]) * METRES_PER_PX])


def test_short_thin_lines_in_a_crowd_are_strips() -> None:
    assert strips_among(boxes(400, 9, 1.5), VIEW, METRES_PER_PX).mean() > 0.8
    assert strips_among(boxes(400, 1.5, 9), VIEW, METRES_PER_PX).mean() > 0.8


def test_lines_with_room_around_them_are_not() -> None:
    assert not strips_among(boxes(400, 9, 1.5, 1200), VIEW, METRES_PER_PX).any()


def test_long_or_thick_ones_are_not() -> None:
    assert not strips_among(boxes(400, 30, 1.5), VIEW, METRES_PER_PX).any()
    assert not strips_among(boxes(400, 9, 6), VIEW, METRES_PER_PX).any()
    assert not strips_among(np.empty((0, 4)), VIEW, METRES_PER_PX).any()


def test_a_strip_runs_along_the_middle_of_its_box() -> None:
    bounds = np.array([(0.0, 10.0, 9.0, 12.0), (20.0, 0.0, 21.0, 8.0)])
    column = Strips(bounds, np.array([3, 7])).lines()
    assert column.kind is Kind.LINE
    assert column.rows.tolist() == [3, 7]
    assert column.rings_of(0)[0].tolist() == [[0.0, 11.0], [9.0, 11.0]]
    assert column.rings_of(1)[0].tolist() == [[20.5, 0.0], [20.5, 8.0]]


def test_small_polygons_are_blocks_only_by_the_ten_thousands() -> None:
    small, large = boxes(25_000, 3, 3, 900), boxes(10, 9, 3, 900)
    found = blocks_among(np.concatenate([small, large]), METRES_PER_PX)
    assert found[:25_000].all()
    assert not found[25_000:].any()
    assert not blocks_among(small[:5000], METRES_PER_PX).any()
