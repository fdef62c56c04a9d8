import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QPainterPath
from shapely import LineString, MultiPolygon, Point, Polygon, box

from hetao_map.geometry.columns import Kind
from hetao_map.geometry.viewport import Viewport
from hetao_map.render.paths import SINGLE_UP_TO, painter_paths, pixel_rings
from tests.layers import VIEW, columns_of

MOVE, LINE = QPainterPath.ElementType.MoveToElement, QPainterPath.ElementType.LineToElement


def elements(path: QPainterPath) -> list[tuple[QPainterPath.ElementType, float, float]]:
    found = (path.elementAt(number) for number in range(path.elementCount()))
    return [(element.type, element.x, element.y) for element in found]


def paths_of(*shapes, viewport: Viewport = VIEW, per_path: int | None = None) -> list[QPainterPath]:
    (column,) = columns_of(*shapes).columns
    rings = pixel_rings(column, np.arange(len(column)), viewport)
    return list(painter_paths(rings, per_path))


def test_a_line_becomes_a_move_and_lines_with_y_downwards() -> None:
    (path,) = paths_of(LineString([(0, 0), (10, 0), (10, 30)]))
    assert elements(path) == [(MOVE, 0, 100), (LINE, 10, 100), (LINE, 10, 70)]


def test_each_ring_begins_anew() -> None:
    shape = MultiPolygon(
        [Polygon(box(0, 0, 9, 9).exterior, [box(2, 2, 4, 4).exterior]), box(20, 20, 30, 30)]
    )
    (path,) = paths_of(shape)
    starts = [(x, y) for kind, x, y in elements(path) if kind == MOVE]
    rings = [*(ring for part in shape.geoms for ring in (part.exterior, *part.interiors))]
    assert starts == [(ring.coords[0][0], 100 - ring.coords[0][1]) for ring in rings]
    assert path.elementCount() == 15


def test_a_hole_stays_open() -> None:
    (path,) = paths_of(Polygon(box(0, 0, 90, 90).exterior, [box(20, 20, 40, 40).exterior]))
    from PySide6.QtCore import QPointF, Qt

    assert path.fillRule() == Qt.FillRule.OddEvenFill
    assert path.contains(QPointF(5, 95))
    assert not path.contains(QPointF(30, 70))


coordinate = st.integers(-50, 150)
lines = st.lists(
    st.lists(st.tuples(coordinate, coordinate), min_size=2, max_size=6), min_size=1, max_size=30
)


@given(lines, st.integers(1, 10))
def test_the_paths_hold_every_vertex_once_in_order(
    coordinates: list[list[tuple[int, int]]], per_path: int
) -> None:
    paths = paths_of(*map(LineString, coordinates), per_path=per_path)
    found = [element for path in paths for element in elements(path)]
    expected = [
        (MOVE if number == 0 else LINE, x, 100 - y)
        for line in coordinates
        for number, (x, y) in enumerate(line)
    ]
    assert found == expected
    assert len(paths) == -(-len(coordinates) // per_path)


def test_many_features_share_paths() -> None:
    column = columns_of(
        *[LineString([(n / 50, 0), (n / 50, 9)]) for n in range(SINGLE_UP_TO + 1)]
    ).columns[0]
    paths = list(painter_paths(pixel_rings(column, np.arange(len(column)), VIEW)))
    assert len(paths) < SINGLE_UP_TO / 8
    assert sum(path.elementCount() for path in paths) == 2 * (SINGLE_UP_TO + 1)


def test_no_features_give_no_paths() -> None:
    column = columns_of(LineString([(0, 0), (1, 1)])).columns[0]
    assert list(painter_paths(pixel_rings(column, np.array([], dtype=int), VIEW))) == []


def test_what_reaches_far_beyond_the_view_is_cut_around_it() -> None:
    huge = LineString([(-1e7, 50), (1e7, 50)])
    (path,) = paths_of(huge)
    box_ = path.boundingRect()
    assert box_.left() < 0
    assert box_.right() > 100
    assert box_.width() < 1000


def test_features_keep_their_numbers_when_some_are_cut() -> None:
    column = columns_of(box(-1e6, -1e6, 1e6, 1e6), box(10, 10, 20, 20)).columns[0]
    rings = pixel_rings(column, np.arange(2), VIEW)
    areas = {
        int(owner): float(np.ptp(rings.xy[start:end, 0]))
        for owner, start, end in zip(
            rings.owner, rings.offsets[:-1], rings.offsets[1:], strict=True
        )
    }
    assert areas[1] == 10
    assert areas[0] > 100


def test_what_only_its_box_brings_into_the_window_is_left_out() -> None:
    around = LineString([(-5e5, -5e5), (-5e5, 5e5), (5e5, 5e5)])
    column = columns_of(around, LineString([(0, 0), (5, 5)])).columns[0]
    rings = pixel_rings(column, np.arange(2), VIEW)
    assert set(rings.owner.tolist()) == {1}


def test_thinning_keeps_the_ends_and_stays_within_half_a_pixel() -> None:
    angle = np.linspace(0, 2 * np.pi, 20_000)
    circle = np.column_stack([50 + 40 * np.cos(angle), 50 + 40 * np.sin(angle)])
    column = columns_of(LineString(circle)).columns[0]
    rings = pixel_rings(column, np.array([0]), VIEW)
    assert 100 < len(rings.xy) < 2000
    assert rings.xy[0] == pytest.approx((90, 50))
    assert rings.xy[-1] == pytest.approx((90, 50))
    assert np.hypot(*np.diff(rings.xy, axis=0).T).max() < 1.5


def test_points_lie_where_the_view_puts_them() -> None:
    column = columns_of(Point(0, 0), Point(100, 100)).columns[0]
    rings = pixel_rings(column, np.arange(2), VIEW)
    assert column.kind is Kind.POINT
    assert rings.xy.tolist() == [[0, 100], [100, 0]]


def test_what_crosses_the_window_without_end_is_not_cut() -> None:
    teeth = 6000
    x = np.repeat(np.arange(teeth), 2) / teeth * 100
    comb = Polygon(np.column_stack([x, np.tile([-5000.0, 5000.0], teeth)]))
    column = columns_of(comb).of(Kind.POLYGON)
    assert column is not None
    rings = pixel_rings(column, np.array([0]), VIEW)
    assert rings.xy[:, 1].min() < -1000
    assert rings.xy[:, 1].max() > 1000
