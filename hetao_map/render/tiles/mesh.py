"""Where the pixels of a block of the map lie among the pixels of a zoom level.

The map is cut into triangles, in each of which the one is a linear function of the other. Their
size is such that no pixel of the level is off by more than MOST_ERROR_PX.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from hetao_map.geometry.projection import between
from hetao_map.model.tiles import TileGrid, TileLevel

MOST_ERROR_PX = 0.2
# The finest mesh has so many cells a side; short pieces of work let the window breathe.
_FINEST, _COARSEST = 16, 4

Points = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Ground:
    """Where an image lies on the map: its upper left corner, and metres for each device pixel."""

    corner: tuple[float, float]
    metres_per_px: float
    map_epsg: int


@dataclass(frozen=True, slots=True)
class Block:
    """A part of an image in device pixels: left, top, width, height."""

    left: int
    top: int
    width: int
    height: int

    def quartered(self) -> tuple[Block, ...]:
        """Return the four parts of the block."""
        w, h = self.width // 2, self.height // 2
        rest_w, rest_h = self.width - w, self.height - h
        return (
            Block(self.left, self.top, w, h),
            Block(self.left + w, self.top, rest_w, h),
            Block(self.left, self.top + h, w, rest_h),
            Block(self.left + w, self.top + h, rest_w, rest_h),
        )


@dataclass(frozen=True, eq=False)
class Mesh:
    """(k, k, 2) corners of its cells: target in device pixels of the image, source in pixels of
    the level, from its upper left corner. error is by how many of these it is off at most.
    """

    target: Points
    source: Points
    error: float


def mesh_of(block: Block, ground: Ground, grid: TileGrid, level: TileLevel) -> Mesh:
    """Return the coarsest mesh of a block that is exact enough, or the finest there is."""
    x = block.left + np.linspace(0, block.width, _FINEST + 1)
    y = block.top + np.linspace(0, block.height, _FINEST + 1)
    target = np.stack(np.meshgrid(x, y), axis=-1)
    source = source_of(target.reshape(-1, 2), ground, grid, level).reshape(target.shape)
    cells, error = _COARSEST, np.inf
    while cells <= _FINEST:
        step = _FINEST // cells
        error = _error(source, step)
        if error <= MOST_ERROR_PX or cells == _FINEST:
            break
        cells *= 2
    return Mesh(target[::step, ::step], source[::step, ::step], error)


def source_of(target: Points, ground: Ground, grid: TileGrid, level: TileLevel) -> Points:
    """Return (n, 2) device pixels of the image as pixels of the level; infinite for nowhere."""
    left, top = ground.corner
    metres = ground.metres_per_px
    on_map = np.column_stack([left + target[:, 0] * metres, top - target[:, 1] * metres])
    placed = between(on_map, f"EPSG:{ground.map_epsg}", grid.crs)
    return np.column_stack(
        [
            (placed[:, 0] - grid.corner[0]) / level.pixel[0],
            (grid.corner[1] - placed[:, 1]) / level.pixel[1],
        ]
    )


def _error(source: Points, step: int) -> float:
    """Return the longest way between points and where triangles of every step-th put them."""
    if step == 1 or not np.isfinite(source).all():
        return 0.0 if step == 1 else float("inf")
    part = np.arange(step + 1) / step
    s, t = np.meshgrid(part, part)
    pieces = (
        source[row : row + step + 1, column : column + step + 1]
        for row in range(0, len(source) - 1, step)
        for column in range(0, len(source) - 1, step)
    )
    return max(_bend(piece, s[..., None], t[..., None]) for piece in pieces)


def _bend(piece: Points, s: Points, t: Points) -> float:
    """Return how far the points of a cell are off its two triangles; s and t run over it."""
    p00, p10, p01, p11 = piece[0, 0], piece[0, -1], piece[-1, 0], piece[-1, -1]
    upper = p00 + s * (p10 - p00) + t * (p01 - p00)
    lower = p11 + (1 - s) * (p01 - p11) + (1 - t) * (p10 - p11)
    off = piece - np.where(s + t <= 1, upper, lower)
    return float(np.hypot(off[..., 0], off[..., 1]).max())
