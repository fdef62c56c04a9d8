import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from hetao_map.geometry.viewport import MAX_METRES_PER_PX, MIN_METRES_PER_PX, Viewport
from hetao_map.render.furniture import furniture_boxes, paint_furniture, round_scale, scale_bar
from hetao_map.render.theme import LIGHT
from hetao_map.text.language import Language


@given(st.floats(MIN_METRES_PER_PX, MAX_METRES_PER_PX), st.floats(0.05, 1))
def test_a_scale_bar_has_a_round_length_that_fits(per_px: float, ground: float) -> None:
    length, pixels = scale_bar(Viewport(metres_per_px=per_px), ground)
    assert pixels * per_px * ground == pytest.approx(length)
    assert 60 <= pixels <= 180
    assert round(length / 10 ** math.floor(math.log10(length) + 1e-9), 6) in (1, 2, 5)


@given(st.floats(1, 1e9))
def test_a_scale_is_rounded_to_three_digits(denominator: float) -> None:
    assert round_scale(denominator) == pytest.approx(denominator, rel=0.006, abs=0.5)


@pytest.mark.parametrize("language", list(Language))
def test_furniture_is_painted_within_its_boxes(qapp, language: Language) -> None:
    viewport = Viewport(size_px=(800, 400), metres_per_px=5)
    image = QImage(800, 400, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_furniture(painter, viewport, LIGHT, language, 1.0, "© Somebody (ODbL)")
    painter.end()
    boxes = [box.toAlignedRect() for box in furniture_boxes(viewport)]
    dark = [
        (x, y)
        for x in range(0, 800, 2)
        for y in range(0, 400, 2)
        if image.pixelColor(x, y).lightness() < 128
    ]
    assert dark
    assert [p for p in dark if not any(box.contains(*p) for box in boxes)] == []
    assert all(any(box.contains(*p) for p in dark) for box in boxes)
