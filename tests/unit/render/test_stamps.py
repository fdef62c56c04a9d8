"""Marks stamped all at once are those that are drawn one after the other."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from hetao_map.render.request import new_image
from hetao_map.render.stamps import can_be_stamped, pixels_of, stamped

SIZE = (70, 50)


def mark(color: QColor) -> QImage:
    image = new_image(QRectF(0, 0, 10, 10), 1.0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(60, 60, 60))
    painter.setBrush(color)
    painter.drawEllipse(QPointF(5, 5), 3.5, 3.5)
    painter.end()
    return image


def one_by_one(image: QImage, centers: np.ndarray) -> np.ndarray:
    whole = new_image(QRectF(0, 0, *SIZE), 1.0)
    painter = QPainter(whole)
    for x, y in centers.tolist():
        painter.drawImage(QPointF(x - 5, y - 5), image)
    painter.end()
    return channels(pixels_of(whole))


def channels(pixels: np.ndarray) -> np.ndarray:
    return np.ascontiguousarray(pixels).view(np.uint8).reshape(*pixels.shape, 4).astype(int)


def test_single_marks_are_the_same_pixel_by_pixel() -> None:
    image = mark(QColor(80, 150, 80))
    centers = np.array([(8, 8), (30, 9), (0, 25), (69, 49), (45, 47), (-3, 3), (90, 90)])
    found = channels(stamped(pixels_of(image), centers, SIZE, lambda: False))
    assert abs(found - one_by_one(image, centers)).max() <= 1


def test_later_marks_lie_above_earlier_ones() -> None:
    image = mark(QColor(80, 150, 80))
    centers = np.random.default_rng(5).integers(0, 50, (400, 2))
    found = channels(stamped(pixels_of(image), centers, SIZE, lambda: False))
    difference = abs(found - one_by_one(image, centers))
    assert difference.mean() < 2
    # Only where several rims that let light through lie on each other.
    assert (difference.max(axis=2) > 40).mean() < 0.02


def test_only_small_solid_marks_are_stamped_at_once() -> None:
    assert can_be_stamped(pixels_of(mark(QColor(80, 150, 80))))
    assert not can_be_stamped(pixels_of(mark(QColor(80, 150, 80, 90))))
    assert not can_be_stamped(np.full((40, 40), 0xFF0000FF, dtype=np.uint32))
    assert not can_be_stamped(np.zeros((9, 9), dtype=np.uint32))


def test_a_stale_picture_is_not_finished() -> None:
    image = pixels_of(mark(QColor(80, 150, 80)))
    assert not stamped(image, np.array([(20, 20)]), SIZE, lambda: True).any()
