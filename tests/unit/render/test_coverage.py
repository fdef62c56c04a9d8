"""Shares of pixels counted for all shapes at once are those that a painter gives them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

from hetao_map.render.coverage import covered, draw_tinted, over_itself, stripped
from hetao_map.render.request import new_image

SIZE = (60, 40)
CORNER = st.floats(1, 38, allow_nan=False, width=32)


def alpha_of(image: QImage) -> np.ndarray:
    raw = np.frombuffer(image.constBits(), dtype=np.uint32)
    return (raw.reshape(image.height(), image.width()) >> 24) / 255


def painted(rings: list[np.ndarray]) -> np.ndarray:
    image = new_image(QRectF(0, 0, *SIZE), 1.0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(0, 0, 0, 0)))
    painter.setBrush(QColor(0, 0, 0))
    for ring in rings:
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in ring.tolist()]))
    painter.end()
    return alpha_of(image)


def shares_of(rings: list[np.ndarray], lines: int = 4) -> np.ndarray:
    offsets = np.concatenate([[0], np.cumsum([len(ring) for ring in rings])])
    return over_itself(covered(np.concatenate(rings), offsets, SIZE, lines), 1.0)


def turned_boxes() -> list[np.ndarray]:
    corners = np.array([(-1, -1), (1, -1), (1, 0.3), (0.2, 0.3), (0.2, 1), (-1, 1), (-1, -1)])
    rings = []
    for number in range(6):
        c, s = np.cos(number), np.sin(number)
        turned = corners @ np.array([[c, s], [-s, c]]) * (2.1 + number / 2)
        corner = np.array([8 + 9 * (number % 3) * 1.7, 9.4 + 18.3 * (number // 3)])
        rings.append(turned + corner)
    return rings


@pytest.mark.parametrize("backwards", [False, True])
def test_areas_cover_what_a_painter_covers(backwards: bool) -> None:
    rings = [ring[::-1] if backwards else ring for ring in turned_boxes()]
    expected = painted(rings)
    found = shares_of(rings)
    assert abs(found - expected).mean() < 0.005
    assert abs(found - expected).max() < 0.2
    assert found.sum() == pytest.approx(expected.sum(), rel=0.01)


@given(CORNER, CORNER, CORNER, CORNER)
def test_an_upright_box_covers_its_area(x0: float, y0: float, x1: float, y1: float) -> None:
    ring = np.array([(x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)], dtype=float)
    shares = shares_of([ring], 16)
    # Along y a line is wholly in the box or not at all.
    assert shares.sum() == pytest.approx(abs((x1 - x0) * (y1 - y0)), abs=abs(x1 - x0) / 16 + 0.01)
    rows, columns = np.nonzero(shares > 1e-3)
    if len(rows):
        assert rows.min() >= int(min(y0, y1))
        assert rows.max() <= max(y0, y1)
        assert columns.min() >= int(min(x0, x1))
        assert columns.max() <= max(x0, x1)


def test_colours_that_let_light_through_add_up_where_areas_overlap() -> None:
    shares = np.array([0.0, 0.5, 1.0, 2.0], dtype=np.float32)
    assert over_itself(shares, 1.0).tolist() == [0.0, 0.5, 1.0, 1.0]
    assert over_itself(-shares, 0.5).tolist() == pytest.approx([0.0, 0.25, 0.5, 0.75])


def test_lines_run_along_the_middles_of_their_boxes() -> None:
    boxes = np.array([(5.0, 9.5, 25.0, 11.5), (40.0, 5.0, 41.0, 35.0)])
    found = stripped(boxes, 1.0, 1.0, SIZE)
    assert found[10, 5:25].min() > 0.99
    assert found[5:35, 40].min() > 0.99
    assert found.sum() == pytest.approx(50, abs=0.5)


def test_lines_upon_each_other_are_as_opaque_as_layers_of_their_colour() -> None:
    boxes = np.array([(5.0, 10.0, 25.0, 11.0)] * 2)
    assert stripped(boxes, 1.0, 0.5, SIZE)[10, 12] == pytest.approx(0.75, abs=1e-3)


@given(st.lists(st.tuples(*[st.floats(-200, 200, width=32)] * 4), max_size=5), st.floats(0.2, 3))
def test_lines_beyond_the_picture_do_no_harm(found: list[tuple[float, ...]], width: float) -> None:
    corners = np.array(found, dtype=float).reshape(-1, 2, 2)
    boxes = np.concatenate([corners.min(axis=1), corners.max(axis=1)], axis=1)
    opacity = stripped(boxes, width, 1.0, SIZE)
    assert opacity.shape == (SIZE[1], SIZE[0])
    assert opacity.min(initial=0) >= 0
    assert opacity.max(initial=0) <= 1


def test_a_tint_is_drawn_where_it_is_opaque() -> None:
    image = new_image(QRectF(0, 0, 4, 2), 1.0)
    painter = QPainter(image)
    opacity = np.array([[0, 1, 0.5, 0]], dtype=np.float32)
    draw_tinted(painter, QPointF(0, 1), opacity, QColor(200, 100, 50), 1.0)
    painter.end()
    assert image.pixelColor(1, 1).getRgb() == (200, 100, 50, 255)
    assert image.pixelColor(2, 1).alpha() == 128
    assert image.pixelColor(0, 1).alpha() == 0
    assert image.pixelColor(1, 0).alpha() == 0
