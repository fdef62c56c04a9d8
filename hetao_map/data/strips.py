"""Which features of a crowd are seen well enough from their boxes alone.

Where lines lie so close that they cover the ground between them, nobody can follow a single
one: a short line with a thin box is then the strip along the middle of its box. It is never
drawn further from its place than half the box's thickness. Among tens of thousands of polygons
a few pixels across nobody can tell the shape of one: it is a block as large as a polygon is on
the average within its box.
"""

from __future__ import annotations

import numpy as np

from hetao_map.geometry.columns import BoolArray, IntArray
from hetao_map.geometry.extent import Extent

_LONGEST_PX = 16.0
_THICKEST_PX = 4.0
# A crowd: lines as long as half the pixels of a cell, in a cell of so many pixels.
_CELL_PX = 32
_CROWD = 0.5
_BLOCK_PX = 4.0
_BLOCKS_FROM = 20_000


def blocks_among(bounds: np.ndarray, metres_per_px: float) -> BoolArray:
    """Tell of each box (xmin, ymin, xmax, ymax) of a polygon whether the polygon is a block."""
    block: BoolArray = bounds[:, 2] - bounds[:, 0] <= _BLOCK_PX * metres_per_px
    block &= bounds[:, 3] - bounds[:, 1] <= _BLOCK_PX * metres_per_px
    if np.count_nonzero(block) < _BLOCKS_FROM:
        block[:] = False
    return block


def strips_among(bounds: np.ndarray, extent: Extent, metres_per_px: float) -> BoolArray:
    """Tell of each box (xmin, ymin, xmax, ymax) of a line whether its line is a strip."""
    width, height = bounds[:, 2] - bounds[:, 0], bounds[:, 3] - bounds[:, 1]
    length = np.maximum(width, height)
    strip: BoolArray = length <= _LONGEST_PX * metres_per_px
    strip &= np.minimum(width, height) <= _THICKEST_PX * metres_per_px
    if not strip.any():
        return strip
    cell = _cells(bounds, extent, _CELL_PX * metres_per_px)
    inked = np.bincount(cell, weights=length) / (metres_per_px * _CELL_PX**2)
    strip &= (inked >= _CROWD)[cell]
    return strip


def _cells(bounds: np.ndarray, extent: Extent, size: float) -> IntArray:
    """Return the number of the square cell that each box's middle lies in."""
    columns = int(extent.width / size) + 1
    x = ((bounds[:, 0] + bounds[:, 2]) / 2 - extent.xmin) / size
    y = ((bounds[:, 1] + bounds[:, 3]) / 2 - extent.ymin) / size
    row = np.clip(y, 0, extent.height / size).astype(np.int64)
    cell: IntArray = row * columns + np.clip(x, 0, columns - 1).astype(np.int64)
    return cell
