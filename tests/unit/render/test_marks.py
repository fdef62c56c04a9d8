import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath

from hetao_map.model.style import PointSymbolizer, Stroke
from hetao_map.model.symbols import MARKS
from hetao_map.render.marks import mark_box, mark_path, placed_path

BLACK = (0, 0, 0, 255)


@pytest.mark.parametrize("name", sorted(MARKS))
@pytest.mark.parametrize("filled", [True, False])
def test_a_mark_is_around_its_place_and_about_its_size(name: str, filled: bool) -> None:
    box = mark_path(name, 20, filled).boundingRect()
    assert max(box.width(), box.height()) >= 9
    assert max(map(abs, box.getCoords())) <= 10.9


def outline(path: QPainterPath) -> tuple[tuple[float, float], ...]:
    elements = [path.elementAt(number) for number in range(path.elementCount())]
    return tuple((round(element.x, 3), round(element.y, 3)) for element in elements)


def test_marks_differ() -> None:
    outlines = {outline(mark_path(name, 20)) for name in MARKS}
    # star, filled_arrowhead, circle, line and cross have a second name, x has two more.
    assert len(MARKS) - len(outlines) == 7


def test_a_cross_is_lines_or_a_shape() -> None:
    assert mark_path("cross", 20).boundingRect() == QRectF(-10, -10, 20, 20)
    assert mark_path("cross", 20, filled=True).elementCount() > 10


@pytest.mark.parametrize(
    ("mark", "box"),
    [
        (PointSymbolizer("square", 10, BLACK), (-5, -5, 10, 10)),
        (PointSymbolizer("square", 10, BLACK, displacement=(3, 4)), (-2, -9, 10, 10)),
        (PointSymbolizer("square", 10, BLACK, anchor=(0, 0)), (0, -10, 10, 10)),
        (PointSymbolizer("square", 10, BLACK, anchor=(0.5, 1), rotation=180), (-5, -10, 10, 10)),
    ],
    ids=["on the point", "right and up", "from its lower left", "turned about the point"],
)
def test_a_mark_is_where_the_style_puts_it(
    mark: PointSymbolizer, box: tuple[float, float, float, float]
) -> None:
    assert placed_path(mark).boundingRect().getRect() == pytest.approx(box)
    assert mark_box(mark).getRect() == pytest.approx(box)


def test_the_box_of_a_mark_holds_its_edge() -> None:
    mark = PointSymbolizer("square", 10, BLACK, Stroke(BLACK, 2))
    assert mark_box(mark).getRect() == pytest.approx((-6, -6, 12, 12))
