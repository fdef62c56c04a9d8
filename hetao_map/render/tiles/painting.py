"""A layer of tiles as a picture of the map."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPolygonF, QTransform

from hetao_map.geometry.extent import Extent
from hetao_map.model.layer import Stale
from hetao_map.model.tiles import TileLayer
from hetao_map.render.lettering import painting
from hetao_map.render.request import RenderRequest, RenderResult, image_area, never_stale, new_image
from hetao_map.render.sheets import NewImage
from hetao_map.render.theme import Theme
from hetao_map.render.tiles.levels import Choice, choice_for
from hetao_map.render.tiles.mesh import Block, Ground, Mesh, Points, mesh_of
from hetao_map.render.tiles.mosaic import Mosaic, Window, mosaic_of

BLOCK_PX = 1024
# Where a block would need more of a level than this, it is cut into four; a block that is
# smaller than _LEAST_PX and still does lies where the projections tear.
_MOST_SOURCE_PX = 24 * 1024 * 1024
_LEAST_PX = 32
# Pixels of the level around what a block needs, for the smoothing.
_MARGIN_PX = 3
# How much of the dark theme's ground lies over a dimmed picture, 0 to 255.
_DIMMED = 158
_DARKEST, _LIGHT_RANGE = 0.12, 0.82
_ROWS_AT_ONCE = 64


@dataclass(frozen=True, eq=False)
class _Canvas:
    """What is painted: the layer's level onto the image, and what was found so far."""

    layer: TileLayer
    choice: Choice
    ground: Ground
    image: QImage


def render_tiles(
    request: RenderRequest,
    layer: TileLayer,
    stale: Stale = never_stale,
    new: NewImage = new_image,
) -> RenderResult:
    """Paint the tiles of a view. Any thread. Touches a new image, and what the layer notes."""
    viewport, ratio = request.viewport, request.viewport.device_pixel_ratio
    area = image_area(viewport, layer.reach, 0.0)
    if area.isEmpty() or stale():
        return RenderResult(viewport, complete=not stale())
    metres = viewport.metres_per_px / ratio
    left, top = viewport.to_map((area.left(), area.top()))
    right, bottom = viewport.to_map((area.right(), area.bottom()))
    seen = Extent(left, bottom, right, top)
    choice = choice_for(layer.grid, seen, metres, layer.map_epsg)
    if choice is None:
        return RenderResult(viewport)
    image = new(area, ratio)
    image.setDevicePixelRatio(1.0)
    canvas = _Canvas(layer, choice, Ground((left, top), metres, layer.map_epsg), image)
    count = 0
    for block in _blocks(image):
        painted = _paint_block(canvas, block, stale)
        if painted is None:
            return RenderResult(viewport, complete=False)
        count += painted
    image = dressed(image, request.theme, request.dark_look)
    image.setDevicePixelRatio(ratio)
    origin = (int(area.left()), int(area.top()))
    return RenderResult(viewport, image if count else None, origin, features=count)


def _blocks(image: QImage) -> Iterator[Block]:
    for top in range(0, image.height(), BLOCK_PX):
        for left in range(0, image.width(), BLOCK_PX):
            width = min(BLOCK_PX, image.width() - left)
            yield Block(left, top, width, min(BLOCK_PX, image.height() - top))


def _paint_block(canvas: _Canvas, block: Block, stale: Stale) -> int | None:
    """Paint a block and return how many tiles it took, None once it is stale."""
    if stale():
        return None
    mesh = mesh_of(block, canvas.ground, canvas.layer.grid, canvas.choice.level)
    window = _window(mesh, canvas.choice.shrink)
    if window is None or _pixels(window, canvas.choice.shrink) > _MOST_SOURCE_PX:
        return _paint_parts(canvas, block, stale)
    mosaic = mosaic_of(canvas.layer, canvas.choice, window, stale)
    if mosaic is None or not (mosaic.tiles == 0 or _paint_mesh(canvas.image, mesh, mosaic, stale)):
        return None
    return mosaic.tiles


def _paint_parts(canvas: _Canvas, block: Block, stale: Stale) -> int | None:
    if min(block.width, block.height) < _LEAST_PX:
        return 0
    count = 0
    for part in block.quartered():
        painted = _paint_block(canvas, part, stale)
        if painted is None:
            return None
        count += painted
    return count


def _window(mesh: Mesh, shrink: int) -> Window | None:
    """Return the part of the level under a mesh, None where some of it lies nowhere."""
    points = mesh.source.reshape(-1, 2)
    if not np.isfinite(points).all():
        return None
    margin = _MARGIN_PX * shrink
    low = np.floor((points.min(axis=0) - margin) / shrink).astype(np.int64) * shrink
    high = np.ceil((points.max(axis=0) + margin) / shrink).astype(np.int64) * shrink
    return Window(int(low[0]), int(low[1]), int(high[0]), int(high[1]))


def _pixels(window: Window, shrink: int) -> float:
    return (window.right - window.left) * (window.bottom - window.top) / shrink**2


def _paint_mesh(image: QImage, mesh: Mesh, mosaic: Mosaic, stale: Stale) -> bool:
    """Paint the triangles of a mesh; returns False when it was stopped half-way."""
    corner = np.array([mosaic.window.left, mosaic.window.top])
    source, target = (mesh.source - corner) / mosaic.shrink, mesh.target
    brush = QBrush(mosaic.image)
    with painting(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(Qt.PenStyle.NoPen)
        for row in range(len(target) - 1):
            if stale():
                return False
            for column in range(len(target) - 1):
                for corners in _triangles(row, column):
                    _paint_triangle(painter, brush, source[corners], target[corners])
    return True


def _triangles(row: int, column: int) -> tuple[tuple[list[int], list[int]], ...]:
    """Return the rows and columns of the corners of the two triangles of a cell."""
    below, beside = row + 1, column + 1
    return (
        ([row, row, below], [column, beside, column]),
        ([below, below, row], [beside, column, beside]),
    )


def _paint_triangle(painter: QPainter, brush: QBrush, source: Points, target: Points) -> None:
    (s0, s1, s2), (t0, t1, t2) = source, target
    edges = np.column_stack([s1 - s0, s2 - s0])
    if abs(np.linalg.det(edges)) < 1e-12:
        return
    turn = np.column_stack([t1 - t0, t2 - t0]) @ np.linalg.inv(edges)
    moved = t0 - turn @ s0
    brush.setTransform(
        QTransform(turn[0, 0], turn[1, 0], turn[0, 1], turn[1, 1], moved[0], moved[1])
    )
    painter.setBrush(brush)
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in target.tolist()]))


def dressed(image: QImage, theme: Theme, look: str) -> QImage:
    """Return the picture as it looks in a theme; look is one of DARK_LOOKS."""
    if not theme.dark or look == "plain":
        return image
    if look == "turned":
        return _turned(image)
    with painting(image) as painter:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceAtop)
        painter.fillRect(image.rect(), QColor(*theme.beyond, _DIMMED))
    return image


def _turned(image: QImage) -> QImage:
    """Return the picture with its lightness mirrored; hues stay.

    In HSL, as the colours of others' styles are turned: red, green and blue all move by what
    brings the lightest of them to where the darkest was.
    """
    image = image.convertToFormat(QImage.Format.Format_ARGB32)
    pixels = np.frombuffer(image.bits(), np.uint8).reshape(image.height(), -1, 4)
    least, step = round(255 * 256 * _DARKEST), round(256 * _LIGHT_RANGE)
    for start in range(0, len(pixels), _ROWS_AT_ONCE):
        part = pixels[start : start + _ROWS_AT_ONCE, : image.width()]
        blue, green, red = (part[..., channel] for channel in range(3))
        lightest = np.maximum(np.maximum(blue, green), red)
        darkest = np.minimum(np.minimum(blue, green), red)
        # What wraps around here does so once more below.
        way = np.uint16(255) - lightest - darkest
        for colour in (blue, green, red):
            colour[:] = ((colour + way) * np.uint16(step) + np.uint16(least)) >> 8
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
