"""What a warped picture should be: each pixel asked of pyproj by itself."""

import numpy as np
from PySide6.QtGui import QImage

from hetao_map.geometry.projection import between
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.tiles import TileLayer, TileLevel


def pixels(image: QImage) -> np.ndarray:
    """Blue, green, red and alpha, (height, width, 4)."""
    image = image.convertToFormat(QImage.Format.Format_ARGB32)
    found = np.frombuffer(image.bits(), np.uint8).reshape(image.height(), -1, 4)
    return found[:, : image.width()].astype(float)


def warped(board: QImage, layer: TileLayer, level: TileLevel, view: Viewport) -> np.ndarray:
    """The view of a level all of whose tiles are the same, by bilinear sampling."""
    width, height = view.size_px
    ratio = view.device_pixel_ratio
    columns, rows = round(width * ratio), round(height * ratio)
    x, y = np.meshgrid(np.arange(columns) + 0.5, np.arange(rows) + 0.5)
    metres = view.metres_per_px / ratio
    corner = view.extent
    on_map = np.column_stack([corner.xmin + x.ravel() * metres, corner.ymax - y.ravel() * metres])
    placed = between(on_map, f"EPSG:{layer.map_epsg}", layer.grid.crs)
    u = (placed[:, 0] - layer.grid.corner[0]) / level.pixel[0] - 0.5
    v = (layer.grid.corner[1] - placed[:, 1]) / level.pixel[1] - 0.5
    left, top = np.floor(u).astype(int), np.floor(v).astype(int)
    part_u, part_v = (u - left)[:, None], (v - top)[:, None]
    colours = pixels(board)

    def at(dx: int, dy: int) -> np.ndarray:
        return colours[(top + dy) % board.height(), (left + dx) % board.width()]

    upper = at(0, 0) * (1 - part_u) + at(1, 0) * part_u
    lower = at(0, 1) * (1 - part_u) + at(1, 1) * part_u
    return (upper * (1 - part_v) + lower * part_v).reshape(rows, columns, 4)
