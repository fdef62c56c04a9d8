import pytest
from PySide6.QtCore import Qt

from hetao_map.model.style import PolygonSymbolizer, Stroke
from hetao_map.render.symbols import area_brush, brush, mark_path, pen
from hetao_map.render.theme import LIGHT

RED = (255, 0, 0, 128)


@pytest.mark.parametrize(
    "name", ["square", "circle", "triangle", "star", "cross", "x", "diamond", "pentagon"]
)
def test_a_mark_is_around_its_place_and_no_larger_than_its_size(name: str) -> None:
    box = mark_path(name, 20).boundingRect()
    assert -10.01 <= box.left() <= -4
    assert 4 <= box.right() <= 10.01
    assert -10.01 <= box.top() <= -4
    assert 4 <= box.bottom() <= 10.01


def test_marks_differ() -> None:
    names = ["square", "circle", "triangle", "star", "cross", "x", "diamond", "pentagon"]
    assert len({mark_path(name, 20).elementCount() for name in names}) >= 5


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


def test_areas_are_filled_hatched_or_hollow() -> None:
    assert brush(None, LIGHT).style() == Qt.BrushStyle.NoBrush
    assert area_brush(PolygonSymbolizer(RED), LIGHT).style() == Qt.BrushStyle.SolidPattern
    hatched = area_brush(PolygonSymbolizer(RED, hatch="slash"), LIGHT)
    assert hatched.style() == Qt.BrushStyle.BDiagPattern
    assert area_brush(PolygonSymbolizer(hatch="slash"), LIGHT).style() == Qt.BrushStyle.NoBrush
