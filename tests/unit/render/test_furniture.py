from collections.abc import Iterable
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from hetao_map.geometry.columns import Kind
from hetao_map.geometry.projection import to_map
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.style import PointSymbolizer
from hetao_map.model.surround import LegendRow, Surround
from hetao_map.render.furniture import furniture_of, paint_furniture
from hetao_map.render.lettering import painting
from hetao_map.render.theme import LIGHT
from hetao_map.text.language import Language

VIEW = Viewport(to_map((114.06, 22.51), 2326), 5, (800, 400))
ROW = LegendRow("a", "Ports", (PointSymbolizer(fill=(0, 0, 0, 255)),), frozenset({Kind.POINT}))
FULL = Surround(attribution="© Somebody (ODbL)", dated="As on 1 May 2024", legend=(ROW,))


@pytest.fixture(autouse=True)
def _qt(qapp) -> None:
    pass


def painted(view: Viewport, surround: Surround, language: Language = Language.EN) -> QImage:
    image = QImage(*view.size_px, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_furniture(painter, furniture_of(view, language, surround), LIGHT)
    painter.end()
    return image


def dark_pixels(image: QImage) -> list[tuple[int, int]]:
    return [
        (x, y)
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
        if image.pixelColor(x, y).lightness() < 128
    ]


def apart(boxes: Iterable[QRectF]) -> bool:
    boxes = list(boxes)
    return not any(a.intersects(b) for n, a in enumerate(boxes) for b in boxes[:n])


@pytest.mark.parametrize("grid", [0, 2326])
@pytest.mark.parametrize("language", list(Language))
def test_furniture_is_painted_within_its_boxes(language: Language, grid: int) -> None:
    surround = replace(FULL, grid=grid)
    boxes = [b.toAlignedRect() for b in furniture_of(VIEW, language, surround).boxes]
    dark = dark_pixels(painted(VIEW, surround, language))
    assert dark
    assert [p for p in dark if not any(box.contains(*p) for box in boxes)] == []
    assert all(any(box.contains(*p) for p in dark) for box in boxes)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("size", [(1600, 1000), (800, 400), (500, 300)])
def test_no_part_lies_on_another(language: Language, size: tuple[int, int]) -> None:
    surround = replace(FULL, grid=2326, legend=(ROW,) * 4)
    view = replace(VIEW, size_px=size)
    furniture = furniture_of(view, language, surround)
    parts = [b.adjusted(3, 3, -3, -3) for b in furniture.boxes[: -len(furniture.figures)]]
    assert len(furniture.figures) > 1
    lines = [box for _, box in furniture.credits]
    assert apart(b for b in parts if b not in lines)
    assert apart(box for box, _ in ((figure.box, 0) for figure in furniture.figures))


def test_no_figure_of_the_grid_lies_where_others_are() -> None:
    surround = replace(FULL, grid=2326)
    figures = furniture_of(VIEW, Language.EN, surround).figures
    taken = figures[0].box
    left = furniture_of(VIEW, Language.EN, surround, taken=[taken]).figures
    assert left
    assert not any(figure.box.intersects(taken) for figure in left)


def test_what_is_not_asked_for_is_not_there() -> None:
    bare = furniture_of(VIEW, Language.EN, Surround())
    assert (bare.legend, bare.credits, bare.grid, bare.figures) == (None, (), (), ())
    assert len(bare.boxes) == 2


def test_the_date_stands_above_who_is_named() -> None:
    lines = furniture_of(VIEW, Language.EN, FULL).credits
    assert [text for text, _ in lines] == ["© Somebody (ODbL)", "As on 1 May 2024"]
    assert lines[0][1].top() >= lines[1][1].bottom() - 0.01


def test_the_arrow_turns_to_true_north() -> None:
    def tip(north: float) -> float:
        image = painted(VIEW, Surround(north=north))
        top = min(y for x, y in dark_pixels(image) if x > 700)
        return min(x for x, y in dark_pixels(image) if y == top and x > 700)

    assert tip(-30) < tip(0) < tip(30)


def test_legend_and_scale_bar_leave_marks_free() -> None:
    plain = furniture_of(VIEW, Language.EN, FULL)
    marks = np.array([[40.0, 40.0, 18.0], [30.0, 380.0, 18.0]])
    moved = furniture_of(VIEW, Language.EN, FULL, marks)
    covered = [any(box.contains(x, y) for box in plain.boxes) for x, y, _ in marks]
    still = [any(box.contains(x, y) for box in moved.boxes) for x, y, _ in marks]
    assert (covered, still) == ([True, True], [False, False])
    assert apart(box.adjusted(3, 3, -3, -3) for box in moved.boxes)


def test_what_lies_below_the_letters_is_quiet() -> None:
    """A black map below: no letter of the scale bar is lost in it."""
    image = QImage(*VIEW.size_px, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.black)
    furniture = furniture_of(VIEW, Language.EN, replace(FULL, legend=()))
    with painting(image) as painter:
        paint_furniture(painter, furniture, LIGHT)
    for box in furniture.boxes:
        assert image.pixelColor(box.toRect().center().x(), round(box.top() + 2)).lightness() > 190
