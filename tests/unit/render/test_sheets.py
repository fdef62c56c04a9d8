from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage

from hetao_map.render.sheets import Sheets, image_on

LARGE, SMALL = QSize(200, 100), QSize(150, 90)
RGB = QImage.Format.Format_RGB32


def test_a_block_that_was_given_back_serves_again() -> None:
    sheets = Sheets()
    first = sheets.take(LARGE)
    sheets.give_back(first)
    assert sheets.take(SMALL) is first


def test_two_that_are_out_are_not_the_same() -> None:
    sheets = Sheets()
    first, second = sheets.take(LARGE), sheets.take(LARGE)
    image_on(first, LARGE, 1.0, RGB).fill(QColor("red"))
    image = image_on(second, LARGE, 1.0, RGB)
    image.fill(QColor("blue"))
    assert image_on(first, LARGE, 1.0, RGB).pixelColor(5, 5) == QColor("red")
    assert image.pixelColor(5, 5) == QColor("blue")


def test_a_block_that_is_too_small_or_far_too_large_is_let_go() -> None:
    sheets = Sheets()
    sheets.give_back(sheets.take(SMALL))
    assert len(sheets.take(LARGE)) == 200 * 100
    sheets.give_back(sheets.take(LARGE))
    assert len(sheets.take(QSize(10, 10))) == 100


def test_a_lent_image_is_empty_and_its_block_comes_back() -> None:
    sheets = Sheets()
    for _ in range(2):
        with sheets.lending() as new:
            image = new(QRectF(0, 0, 75, 40), 2.0)
            assert (image.width(), image.height(), image.devicePixelRatio()) == (150, 80, 2.0)
            assert image.pixelColor(70, 70).alpha() == 0
            image.fill(QColor("red"))
    assert sheets.take(QSize(150, 80))[0] == 0xFFFF0000
