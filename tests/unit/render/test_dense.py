"""What is drawn fast looks like what is drawn one by one."""

import numpy as np
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from hetao_map.geometry.columns import Kind
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.style import (
    LineSymbolizer,
    PointSymbolizer,
    PolygonSymbolizer,
    Stroke,
    TextSymbolizer,
)
from hetao_map.render.dense import draw_areas, draw_lines, polygon, slimmed, stamp
from hetao_map.render.dots import binned, dot_area, dot_color
from hetao_map.render.paths import PixelRings, painter_paths
from hetao_map.render.request import never_stale, new_image
from hetao_map.render.theme import LIGHT

SIZE = 200


def squares(count: int, *, holes: bool = False) -> PixelRings:
    rng = np.random.default_rng(3)
    rings, owner = [], []
    unit = np.array([(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)], dtype=float)
    for number, corner in enumerate(rng.uniform(5, SIZE - 25, (count, 2))):
        rings.append(unit * 18 + corner)
        owner.append(number)
        if holes and number % 2:
            rings.append(unit[::-1] * 6 + corner + 6)
            owner.append(number)
    offsets = np.concatenate([[0], np.cumsum([len(ring) for ring in rings])])
    return PixelRings(np.concatenate(rings), offsets, np.array(owner))


def painted(draw: object, width: float = 1.0, fill: bool = True) -> np.ndarray:
    image = new_image(QRectF(0, 0, SIZE, SIZE), 1.0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(20, 40, 60), width))
    painter.setBrush(QColor(200, 80, 20, 90) if fill else Qt.BrushStyle.NoBrush)
    draw(painter)
    painter.end()
    return pixels(image)


def pixels(image: QImage) -> np.ndarray:
    raw = np.frombuffer(image.constBits(), dtype=np.uint8)
    return raw.reshape(image.height(), image.width(), 4).astype(int).copy()


def one_by_one(rings: PixelRings) -> object:
    def draw(painter: QPainter) -> None:
        for path in painter_paths(rings, 1):
            painter.drawPath(path)

    return draw


@pytest.mark.parametrize("holes", [False, True])
def test_areas_look_as_drawn_one_by_one(holes: bool) -> None:
    rings = squares(8, holes=holes)
    fast = painted(lambda painter: draw_areas(painter, rings, never_stale))
    slow = painted(one_by_one(rings))
    assert (np.abs(fast - slow).max(axis=2) > 3).mean() < 0.02


@pytest.mark.parametrize("width", [1.0, 3.0])
def test_lines_look_as_drawn_one_by_one(width: float) -> None:
    rings = squares(20)
    fast = painted(lambda p: draw_lines(p, rings, never_stale), width, fill=False)
    slow = painted(one_by_one(rings), width, fill=False)
    assert (np.abs(fast - slow).max(axis=2) > 80).mean() < 0.02
    assert fast[..., 3].sum() == pytest.approx(slow[..., 3].sum(), rel=0.05)


def test_a_hole_stays_empty() -> None:
    rings = squares(2, holes=True)
    start = rings.offsets[2]
    middle = rings.xy[start : start + 4].mean(axis=0).astype(int)
    alone = PixelRings(rings.xy[5:], rings.offsets[1:] - 5, np.zeros(2, dtype=int))
    image = painted(lambda painter: draw_areas(painter, alone, never_stale))
    assert image[middle[1], middle[0], 3] == 0


def test_drawing_stops_when_nobody_waits() -> None:
    rings = squares(20)
    assert not draw_areas_result(rings, lambda: True)
    assert draw_areas_result(rings, never_stale)


def draw_areas_result(rings: PixelRings, stale: object) -> bool:
    result = []
    painted(lambda painter: result.append(draw_areas(painter, rings, stale)))
    return result[0]


def test_a_polygon_holds_the_vertices_given() -> None:
    xy = np.array([(1.5, 2.5), (3.0, 4.0), (-1.0, 0.25)])
    assert [(p.x(), p.y()) for p in polygon(xy)] == [tuple(row) for row in xy.tolist()]
    assert polygon(np.empty((0, 2))).isEmpty()


def test_only_thin_solid_lines_are_slimmed_and_only_where_dense() -> None:
    pen = QPen(QColor("black"), 1.4)
    assert slimmed(pen, 1_000_000).widthF() == 1.0
    assert slimmed(pen, 100).widthF() == 1.4
    assert slimmed(QPen(QColor("black"), 3), 1_000_000).widthF() == 3
    dashed = QPen(QColor("black"), 1.4, Qt.PenStyle.DashLine)
    assert slimmed(dashed, 1_000_000).widthF() == 1.4


def test_stamps_cover_every_place_where_a_mark_belongs() -> None:
    mark = new_image(QRectF(0, 0, 8, 8), 1.0)
    mark.fill(QColor(255, 0, 0))
    spots = np.random.default_rng(5).uniform(10, SIZE - 10, (500, 2))
    image = painted(lambda painter: stamp(painter, mark, spots, never_stale))
    for x, y in spots.astype(int).tolist():
        assert image[y, x, 2] == 255


def inked(xy: list[tuple[float, float]], ink: float, color: QColor) -> np.ndarray:
    viewport = Viewport((0.0, 0.0), 1.0, (20, 10))
    return (binned(np.array(xy), ink, viewport, QRectF(0, 0, 20, 10), color) >> 24).astype(int)


def test_dots_fall_into_their_pixels_and_add_up() -> None:
    dots = [(-9.5, 4.5), (-9.5, 4.5), (9.5, -4.5), (500.0, 0.0)]
    alpha = inked(dots, 1.0, QColor(0, 0, 0, 128))
    assert alpha[0, 0] == pytest.approx(128 * (1 - np.exp(-2)), abs=1)
    assert alpha[9, 19] == pytest.approx(128 * (1 - np.exp(-1)), abs=1)
    assert np.count_nonzero(alpha) == 2


def test_a_dot_between_pixels_is_shared_by_them() -> None:
    alpha = inked([(0.0, 0.25)], 1.0, QColor(0, 0, 0))
    assert alpha[4, 9] == alpha[4, 10] > alpha[5, 9] == alpha[5, 10] > 0
    assert np.count_nonzero(alpha) == 4


def test_a_regular_pattern_of_dots_is_an_even_tone() -> None:
    xy = [(x * 0.93 - 9, y * 0.93 - 4) for x in range(20) for y in range(9)]
    inner = inked(xy, 3.0, QColor(0, 0, 0))[2:8, 3:17]
    assert inner.max() - inner.min() < 40


def test_an_outline_inks_more_than_its_feature() -> None:
    edge = Stroke((1, 2, 3, 255), 2.0)
    assert dot_area(PolygonSymbolizer((9, 9, 9, 255), edge), 10.0, 10.0) == 9.0
    assert dot_area(PolygonSymbolizer((9, 9, 9, 255)), 1.0, 10.0) == 1.0
    assert dot_area(LineSymbolizer(edge), 10.0, 10.0) == 2.0


@pytest.mark.parametrize("width", [0.0, 1.0])
def test_many_small_areas_look_as_drawn_one_by_one(width: float) -> None:
    spots = np.arange(1600)
    corners = np.column_stack([spots % 40, spots // 40]) * 4.9 + 2.3
    unit = np.array([(0, 0), (3.1, 0.4), (2.7, 3.2), (0.3, 2.9), (0, 0)])
    xy = (unit[None] + corners[:, None]).reshape(-1, 2)
    rings = PixelRings(xy, np.arange(1601) * 5, spots)

    def drawn(draw: object) -> np.ndarray:
        def on(painter: QPainter) -> None:
            painter.setBrush(QColor(200, 80, 20))
            if not width:
                painter.setPen(Qt.PenStyle.NoPen)
            draw(painter)

        return painted(on)

    fast = drawn(lambda painter: draw_areas(painter, rings, never_stale))
    slow = drawn(one_by_one(rings))
    assert np.abs(fast - slow).mean() < 4
    assert fast.mean() == pytest.approx(slow.mean(), rel=0.01)


def test_a_dot_has_the_colour_that_is_seen_of_a_small_feature() -> None:
    edge = Stroke((1, 2, 3, 255))
    area = PolygonSymbolizer((200, 0, 0, 255), edge)
    assert dot_color(area, Kind.POLYGON, LIGHT).getRgb()[:3] == (1, 2, 3)
    assert dot_color(area, Kind.LINE, LIGHT) is None
    assert dot_color(LineSymbolizer(edge), Kind.LINE, LIGHT).getRgb()[:3] == (1, 2, 3)
    assert dot_color(PointSymbolizer(fill=(9, 8, 7, 255)), Kind.POLYGON, LIGHT) is None
    assert dot_color(TextSymbolizer(()), Kind.POINT, LIGHT) is None
