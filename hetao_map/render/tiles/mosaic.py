"""The part of a zoom level that a block of the map needs, as one picture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import ceil, floor

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QRegion

from hetao_map.model.errors import InputError
from hetao_map.model.layer import Stale
from hetao_map.model.tiles import Cell, TileLayer, TileLevel
from hetao_map.render.lettering import painting
from hetao_map.render.tiles.cache import DECODED
from hetao_map.render.tiles.decoding import FORMAT, decoded
from hetao_map.render.tiles.levels import Choice

# So many levels up a coarser tile is looked for where a finer one is missing.
_MOST_LEVELS_UP = 8
# Tiles are read this many columns at a time: what is not waited for any more ends sooner.
_AT_ONCE = 64


@dataclass(frozen=True, slots=True)
class Window:
    """A part of a level in its pixels: left, top, right, bottom, whole numbers."""

    left: int
    top: int
    right: int
    bottom: int

    def cells(self, level: TileLevel) -> tuple[range, range]:
        """Return the columns and rows of the tiles that it touches."""
        width, height = level.tile_px
        columns = range(max(self.left // width, 0), min(-(-self.right // width), level.columns))
        rows = range(max(self.top // height, 0), min(-(-self.bottom // height), level.rows))
        return columns, rows


@dataclass(frozen=True, eq=False)
class Mosaic:
    """A picture of a window; a pixel of it stands for shrink pixels of the level a side.

    tiles is how many there are in it, coarser ones that stand in included.
    """

    image: QImage
    window: Window
    shrink: int
    tiles: int


def mosaic_of(layer: TileLayer, choice: Choice, window: Window, stale: Stale) -> Mosaic | None:
    """Return the window of a level as a picture, None once it is stale. Any thread.

    Where a tile is missing or bad, the next coarser one that is there stands in.
    """
    columns, rows = window.cells(choice.level)
    wanted = {(column, row) for column in columns for row in rows}
    found = tiles_of(layer, choice, wanted, stale)
    missing = wanted - found.keys()
    coarser = _stand_ins(layer, choice, missing, stale) if missing else []
    if stale():
        return None
    size = QSize(
        (window.right - window.left) // choice.shrink,
        (window.bottom - window.top) // choice.shrink,
    )
    image = QImage(size, FORMAT)
    image.fill(0)
    with painting(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if coarser:
            painter.setClipRegion(_region(_boxes(missing, choice, window)))
            for scale, other, tiles in reversed(coarser):
                _paint(painter, tiles, other, window, choice.shrink, scale)
            painter.setClipping(False)
        _paint(painter, found, choice.level, window, choice.shrink, (1.0, 1.0))
    count = len(found) + sum(len(tiles) for _, _, tiles in coarser)
    return Mosaic(image, window, choice.shrink, count)


def tiles_of(
    layer: TileLayer, choice: Choice, cells: Iterable[Cell], stale: Stale
) -> dict[Cell, QImage]:
    """Return the tiles of cells that there are, decoded; bad ones are noted in the layer."""
    found: dict[Cell, QImage] = {}
    unread: list[Cell] = []
    for cell in cells:
        image = DECODED.get(layer, choice, cell)
        if image is not None:
            found[cell] = image
        elif (choice.level.zoom, cell) not in layer.bad:
            unread.append(cell)
    for cell, blob in _read(layer, choice.level, unread, stale):
        image = decoded(blob) if blob else None
        if image is None:
            layer.bad.add((choice.level.zoom, cell))
            continue
        found[cell] = image = _shrunk(image, choice)
        DECODED.put(layer, choice, cell, image)
    return found


def _read(
    layer: TileLayer, level: TileLevel, cells: list[Cell], stale: Stale
) -> Iterator[tuple[Cell, bytes | None]]:
    if not cells:
        return
    wanted = set(cells)
    columns, rows = ([cell[axis] for cell in cells] for axis in (0, 1))
    for first in range(min(columns), max(columns) + 1, _AT_ONCE):
        some = range(first, min(first + _AT_ONCE, max(columns) + 1))
        try:
            stored = layer.source.read(level.zoom, some, range(min(rows), max(rows) + 1), stale)
        except InputError as error:
            layer.troubles.add(error.sentence)
            return
        for cell, blob in stored.items():
            if stale():
                return
            if cell in wanted:
                yield cell, blob


def _shrunk(image: QImage, choice: Choice) -> QImage:
    """Return a tile smaller by the choice's power of two; each part averages what it stands for."""
    if choice.shrink == 1:
        return image
    width, height = (max(side // choice.shrink, 1) for side in choice.level.tile_px)
    smooth = Qt.TransformationMode.SmoothTransformation
    return image.scaled(width, height, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)


_StandIns = list[tuple[tuple[float, float], TileLevel, dict[Cell, QImage]]]


def _stand_ins(layer: TileLayer, choice: Choice, missing: set[Cell], stale: Stale) -> _StandIns:
    """Return tiles of coarser levels, the finest first: (their pixels' size, level, tiles)."""
    levels = layer.grid.levels
    above = levels[: levels.index(choice.level)][::-1][:_MOST_LEVELS_UP]
    left, found = set(missing), _StandIns()
    for level in above:
        scale = tuple(a / b for a, b in zip(level.pixel, choice.level.pixel, strict=True))
        under = {cell: _over(cell, choice.level, level, scale) for cell in left}
        tiles = tiles_of(layer, Choice(level), set().union(*under.values()), stale)
        if tiles:
            found.append(((scale[0], scale[1]), level, tiles))
        left = {cell for cell in left if not under[cell] <= tiles.keys()}
        if not left or stale():
            break
    return found


def _over(cell: Cell, level: TileLevel, other: TileLevel, scale: tuple[float, ...]) -> set[Cell]:
    """Return the cells of a coarser level that a cell lies in."""
    spans = []
    for axis in (0, 1):
        side, across = level.tile_px[axis], other.tile_px[axis] * scale[axis]
        first = floor(cell[axis] * side / across + 1e-6)
        last = max(ceil((cell[axis] + 1) * side / across - 1e-6), first + 1)
        spans.append(range(first, min(last, (other.columns, other.rows)[axis])))
    return {(column, row) for column in spans[0] for row in spans[1]}


def _boxes(cells: Iterable[Cell], choice: Choice, window: Window) -> Iterator[QRect]:
    for cell in cells:
        box = _box(cell, choice.level, window, choice.shrink, (1.0, 1.0))
        yield box.toAlignedRect()


def _region(boxes: Iterable[QRect]) -> QRegion:
    region = QRegion()
    for box in boxes:
        region = region.united(QRegion(box))
    return region


def _box(
    cell: Cell, level: TileLevel, window: Window, shrink: int, scale: tuple[float, float]
) -> QRectF:
    """Return where a tile lies in the mosaic; scale is the size of its level's pixels there."""
    width, height = (side * k / shrink for side, k in zip(level.tile_px, scale, strict=True))
    x = cell[0] * width - window.left / shrink
    y = cell[1] * height - window.top / shrink
    return QRectF(x, y, width, height)


def _paint(
    painter: QPainter,
    tiles: dict[Cell, QImage],
    level: TileLevel,
    window: Window,
    shrink: int,
    scale: tuple[float, float],
) -> None:
    for cell, image in sorted(tiles.items()):
        painter.drawImage(_box(cell, level, window, shrink, scale), image)
