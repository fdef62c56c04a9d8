import pytest
from PySide6.QtCore import Qt

from hetao_map.model.style import Hatch, MarkFill, PointSymbolizer, Stroke
from hetao_map.render.symbols import brush, pen, seen_from_afar
from hetao_map.render.theme import LIGHT

RED = (255, 0, 0, 128)


@pytest.mark.parametrize("stroke", [None, Stroke(RED, 0)])
def test_no_stroke_is_no_pen(stroke: Stroke | None) -> None:
    assert pen(stroke, LIGHT).style() == Qt.PenStyle.NoPen


def test_dashes_count_in_pixels() -> None:
    found = pen(Stroke(RED, 2, (8, 4)), LIGHT)
    assert found.dashPattern() == [4, 2]
    assert pen(Stroke(RED, 2, (8,)), LIGHT).dashPattern() == [4, 4]


def test_a_pen_has_the_ends_of_the_style() -> None:
    found = pen(Stroke(RED, 2, cap="round", join="bevel"), LIGHT)
    assert found.capStyle() == Qt.PenCapStyle.RoundCap
    assert found.joinStyle() == Qt.PenJoinStyle.BevelJoin
    assert found.color().getRgb() == RED


def test_a_fill_is_solid_or_none() -> None:
    assert brush(None, LIGHT).style() == Qt.BrushStyle.NoBrush
    assert brush(RED, LIGHT).style() == Qt.BrushStyle.SolidPattern


def test_a_pattern_is_a_tint_from_afar() -> None:
    assert seen_from_afar(Hatch(RED, (45.0,), spacing=8, width=2)) == (255, 0, 0, 32)
    dots = MarkFill(PointSymbolizer("circle", 4, RED), (8, 8))
    assert seen_from_afar(dots) == (255, 0, 0, 32)


def test_dashes_too_short_to_see_are_an_even_line() -> None:
    assert pen(Stroke(RED, 2, (0.0001, 0.0001)), LIGHT).style() == Qt.PenStyle.SolidLine


def test_a_dash_pattern_can_begin_later() -> None:
    assert pen(Stroke(RED, 2, (8, 4), dash_offset=6), LIGHT).dashOffset() == 3
