"""Which zoom level suits a view."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor, isfinite, log2, sqrt

import numpy as np

from hetao_map.geometry.extent import Extent
from hetao_map.geometry.projection import between, extent_between
from hetao_map.model.tiles import TileGrid, TileLevel

# A tile's pixel may become so many of the screen before a finer level is taken.
_WIDEST = 1.25
# Where a finer level would need more tiles than this, a coarser one is taken.
MOST_TILES = 800


@dataclass(frozen=True, slots=True)
class Choice:
    """A level, and by which power of two its tiles are made smaller before they are painted."""

    level: TileLevel
    shrink: int = 1


def choice_for(
    grid: TileGrid, extent: Extent, metres_per_px: float, map_epsg: int
) -> Choice | None:
    """Return the level for a map extent at map metres per device pixel, None where none can be."""
    wanted = _units_per_px(grid, extent, metres_per_px, map_epsg)
    if not isfinite(wanted) or wanted <= 0:
        return None
    finer = [level for level in grid.levels if _pixel(level) <= wanted * _WIDEST]
    coarser = [level for level in grid.levels if _pixel(level) > wanted * _WIDEST]
    if not finer:
        return Choice(coarser[-1])
    level = finer[0]
    if coarser and _tiles_in(level, grid, extent, map_epsg) > MOST_TILES:
        return Choice(coarser[-1])
    most = log2(min(level.tile_px))
    return Choice(level, 2 ** floor(min(log2(max(wanted / _pixel(level), 1.0)), most)))


def _pixel(level: TileLevel) -> float:
    return sqrt(level.pixel[0] * level.pixel[1])


def _units_per_px(grid: TileGrid, extent: Extent, metres_per_px: float, map_epsg: int) -> float:
    """Return the side of a device pixel in the middle of an extent, in units of the grid's CRS."""
    x, y = extent.center
    step = 16 * metres_per_px
    corners = np.array([(x, y), (x + step, y), (x, y + step)])
    here, beside, above = between(corners, f"EPSG:{map_epsg}", grid.crs)
    across, up = (beside - here) / 16, (above - here) / 16
    return sqrt(abs(across[0] * up[1] - across[1] * up[0]))


def _tiles_in(level: TileLevel, grid: TileGrid, extent: Extent, map_epsg: int) -> float:
    box = extent_between(extent, f"EPSG:{map_epsg}", grid.crs)
    if box is None:
        return float("inf")
    width = box.width / (level.pixel[0] * level.tile_px[0])
    height = box.height / (level.pixel[1] * level.tile_px[1])
    return min(width + 1, level.columns) * min(height + 1, level.rows)
