import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF

from hetao_map.ui.captions import Captions

VIEW = QRectF(0, 0, 300, 200)
SIZE = QSizeF(60, 20)


@pytest.mark.parametrize(
    ("x", "y", "right", "above"),
    [(150, 100, True, True), (290, 100, False, True), (10, 5, True, False), (290, 5, False, False)],
)
def test_words_stand_where_the_view_has_room(x: int, y: int, right: bool, above: bool) -> None:
    box = Captions(VIEW).beside(QPointF(x, y), SIZE)
    assert box is not None
    assert VIEW.contains(box)
    assert (box.left() > x, box.bottom() < y) == (right, above)


def test_no_words_lie_over_others() -> None:
    captions = Captions(VIEW)
    found = [captions.beside(QPointF(150, 100), SIZE) for _ in range(5)]
    boxes = [box for box in found if box is not None]
    assert len(boxes) == 4
    assert not any(a.intersects(b) for n, a in enumerate(boxes) for b in boxes[:n])


def test_the_title_of_a_pin_at_the_edge_stands_on_its_inner_side() -> None:
    assert Captions(VIEW).level(QPointF(150, 100), SIZE, 13).left() == 163
    assert Captions(VIEW).level(QPointF(290, 100), SIZE, 13).right() == 277


def test_titles_of_pins_at_one_place_stand_apart_in_the_view() -> None:
    captions = Captions(VIEW)
    boxes = [captions.level(QPointF(290, 100), SIZE, 13) for _ in range(5)]
    assert all(VIEW.contains(box) for box in boxes)
    assert not any(a.intersects(b) for n, a in enumerate(boxes) for b in boxes[:n])


def test_a_title_without_room_lies_over_others_and_in_the_view() -> None:
    captions = Captions(VIEW)
    boxes = [captions.level(QPointF(290, 100), SIZE, 13) for _ in range(6)]
    assert VIEW.contains(boxes[-1])
    assert boxes[-1] == boxes[0]
