import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter

from hetao_map.render.lettering import painting
from hetao_map.render.pieces import SIDE_PX, cut

WIDTH, HEIGHT = 9 * SIDE_PX + 17, 7 * SIDE_PX + 5
WHOLE = QRectF(0, 0, WIDTH, HEIGHT)


def drawing(*rects: tuple[QRectF, QColor]) -> QImage:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    with painting(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for rect, color in rects:
            painter.fillRect(rect, color)
    return image


def over_ground(paint) -> QImage:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor(233, 229, 217))
    with painting(image) as painter:
        paint(painter)
    return image


TINT, INK = QColor(213, 94, 0, 46), QColor(31, 41, 51)
DRAWINGS = {
    "a tinted area to the edge": [(QRectF(100.5, 70.3, WIDTH, HEIGHT), TINT)],
    "a line": [(QRectF(3, 200.5, 560, 2.2), INK)],
    "both": [(QRectF(40, 40, 400, 300), TINT), (QRectF(3, 200.5, 560, 2.2), INK)],
    "all of one colour": [(WHOLE, INK)],
}


@pytest.mark.parametrize("name", DRAWINGS)
def test_pieces_are_painted_as_the_whole_is(name: str) -> None:
    image = drawing(*DRAWINGS[name])
    pieces = cut(image)
    assert over_ground(lambda p: pieces.paint(p, WHOLE)) == over_ground(
        lambda p: p.drawImage(0, 0, image)
    )


def test_what_is_empty_or_of_one_colour_takes_no_memory() -> None:
    assert cut(drawing()).pixels == 0
    assert cut(drawing((WHOLE, TINT))).pixels == 0
    assert 0 < cut(drawing(*DRAWINGS["a line"])).pixels <= 10 * SIDE_PX**2


def test_a_small_picture_stays_whole() -> None:
    image = drawing(*DRAWINGS["both"]).copy(0, 0, 90, 60)
    pieces = cut(image)
    assert pieces.pixels == 90 * 60
    assert pieces.size == image.size()


def test_pieces_do_not_change_with_the_image_they_are_from() -> None:
    image = drawing(*DRAWINGS["both"])
    pieces, before = cut(image), over_ground(lambda p: p.drawImage(0, 0, image.copy()))
    image.fill(QColor("red"))
    assert over_ground(lambda p: pieces.paint(p, WHOLE)) == before


def test_a_scaled_picture_has_its_pieces_side_by_side() -> None:
    pieces = cut(drawing((WHOLE, TINT), (QRectF(3, 200.5, 560, 2.2), INK)))
    target = QRectF(QPointF(0.3, -0.7), QSizeF(WIDTH * 1.37, HEIGHT * 1.37))
    image = over_ground(lambda p: pieces.paint(p, target))
    pixels = np.frombuffer(image.constBits(), np.uint32).reshape(HEIGHT, -1)
    # Beside the line there is the tint alone: no seam where pieces meet.
    assert len(np.unique(pixels[10:200])) == 1


@given(st.integers(1, 255), st.lists(st.floats(0, 1), min_size=3, max_size=3))
def test_a_colour_is_painted_as_its_pixels_are(alpha: int, parts: list[float]) -> None:
    red, green, blue = (round(part * alpha) for part in parts)
    value = (alpha << 24) | (red << 16) | (green << 8) | blue
    image = QImage(4 * SIDE_PX, 4 * SIDE_PX, QImage.Format.Format_ARGB32_Premultiplied)
    np.frombuffer(image.bits(), np.uint32)[:] = value
    pieces, whole = cut(image), QRectF(image.rect())
    assert pieces.fills
    assert over_ground(lambda p: pieces.paint(p, whole)) == over_ground(
        lambda p: p.drawImage(0, 0, image)
    )
