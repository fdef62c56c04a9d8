"""How alike two pictures are, forgiving of a pixel and of antialiasing."""

from pathlib import Path

import numpy as np
from PySide6.QtGui import QImage, QPainter

OUT = Path(__file__).resolve().parent.parent / "out"


def pixels(image: QImage) -> np.ndarray:
    """The picture as (height, width, 3) red, green and blue."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return rows[:, : 3 * plain.width()].reshape(plain.height(), plain.width(), 3).astype(np.int16)


def differing(first: QImage, second: QImage, tolerance: int) -> np.ndarray:
    """(height, width) bool: the pixels of either that have no like among the 3x3 of the other.

    Like is a pixel whose channels differ by no more than the tolerance.
    """
    assert first.size() == second.size()
    a, b = pixels(first), pixels(second)
    return _unmatched(a, b, tolerance) | _unmatched(b, a, tolerance)


def _unmatched(wanted: np.ndarray, given: np.ndarray, tolerance: int) -> np.ndarray:
    height, width, _ = wanted.shape
    padded = np.pad(given, ((1, 1), (1, 1), (0, 0)), mode="edge")
    found = np.zeros((height, width), dtype=bool)
    for dy in range(3):
        for dx in range(3):
            near = padded[dy : dy + height, dx : dx + width]
            found |= (np.abs(near - wanted) <= tolerance).all(axis=2)
    return ~found


def save_side_by_side(name: str, first: QImage, second: QImage, mask: np.ndarray) -> Path:
    """Save both pictures and, in red, where they differ, to out/; return where."""
    width, height = first.width(), first.height()
    canvas = QImage(3 * width + 20, height, QImage.Format.Format_RGB32)
    canvas.fill(0xFF808080)
    marked = np.where(mask[..., None], np.uint8([220, 0, 0]), np.uint8([255, 255, 255]))
    data = np.ascontiguousarray(marked)
    red = QImage(data.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888)
    painter = QPainter(canvas)
    for number, image in enumerate((first, second, red)):
        plain = image.copy()
        plain.setDevicePixelRatio(1)
        painter.drawImage(number * (width + 10), 0, plain)
    painter.end()
    OUT.mkdir(exist_ok=True)
    path = OUT / name
    canvas.save(str(path))
    return path
