"""Shapes that cross themselves without end are drawn roughly; maps are drawn as ever."""

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPen

from hetao_map.render.dense import draw_areas, draw_lines
from hetao_map.render.endless import endless
from hetao_map.render.lettering import painting
from hetao_map.render.paths import PixelRings
from hetao_map.render.request import never_stale

WIDTH, HEIGHT = 400, 300
RED, INK = QColor(200, 0, 0), QColor(0, 0, 0)


def rings_of(*rings: np.ndarray) -> PixelRings:
    offsets = np.cumsum([0, *map(len, rings)])
    return PixelRings(np.concatenate(rings), offsets, np.arange(len(rings)))


def comb(teeth: int) -> np.ndarray:
    x = 20 + np.repeat(np.arange(teeth), 2) / teeth * 300
    xy = np.column_stack([x, np.tile([40.0, 240.0], teeth)])
    return np.concatenate([xy, xy[:1]])


def coast(vertices: int) -> np.ndarray:
    turn = np.linspace(0, 2 * np.pi, vertices)
    far = 100 + 8 * np.sin(turn * 40)
    xy = np.column_stack([200 + far * np.cos(turn), 150 + far * np.sin(turn)])
    return np.concatenate([xy, xy[:1]])


def drawn(draw, rings: PixelRings, pen: QPen, fill: QColor | None = RED) -> QImage:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    with painting(image) as painter:
        painter.setPen(pen)
        if fill is not None:
            painter.setBrush(fill)
        assert draw(painter, rings, never_stale)
    return image


def test_only_what_crosses_itself_without_end_is_told() -> None:
    rings = rings_of(comb(20_000), coast(20_000), coast(100))
    assert endless(rings, 1.0, WIDTH).tolist() == [True, False, False]


def test_a_comb_without_end_is_filled_and_outlined_near_its_places() -> None:
    image = drawn(draw_areas, rings_of(comb(20_000)), QPen(INK, 3.0))
    inside, outside = image.pixelColor(170, 140), image.pixelColor(380, 140)
    assert inside.alpha() > 100
    assert outside.alpha() == 0


def test_what_lies_beside_it_is_drawn_as_ever() -> None:
    other = coast(2000) * 0.2 + (320, 240)
    alone = drawn(draw_areas, rings_of(other), QPen(INK, 1.5))
    beside = drawn(draw_areas, rings_of(comb(20_000), other), QPen(INK, 1.5))
    part = (345, 255, 40, 40)
    assert beside.copy(*part) == alone.copy(*part)


def test_a_line_without_end_keeps_its_colour() -> None:
    image = drawn(draw_lines, rings_of(comb(20_000)), QPen(RED, 4.0), None)
    assert image.pixelColor(170, 140) == RED


@pytest.mark.parametrize("draw", [draw_areas, draw_lines])
def test_it_can_be_called_off(draw) -> None:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_ARGB32_Premultiplied)
    with painting(image) as painter:
        painter.setPen(QPen(INK, 3.0))
        assert not draw(painter, rings_of(comb(20_000)), lambda: True)
