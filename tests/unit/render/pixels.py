"""Reading colours out of pictures."""

from PySide6.QtGui import QImage

from hetao_map.render.request import RenderResult


def colour(image: QImage, x: float, y: float) -> tuple[int, int, int, int]:
    """The colour at a logical pixel."""
    ratio = image.devicePixelRatio()
    return image.pixelColor(int(x * ratio), int(y * ratio)).getRgb()


def at(result: RenderResult, x: float, y: float) -> tuple[int, int, int, int]:
    """The colour at a logical pixel of the view, transparent outside the picture."""
    if result.image is None:
        return (0, 0, 0, 0)
    px, py = x - result.origin[0], y - result.origin[1]
    size = result.image.deviceIndependentSize()
    inside = 0 <= px < size.width() and 0 <= py < size.height()
    return colour(result.image, px, py) if inside else (0, 0, 0, 0)
