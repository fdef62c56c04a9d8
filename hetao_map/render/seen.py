"""What of a layer is to be painted in a view."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from hetao_map.geometry.columns import Blocks, Dots, GeometryColumn, IntArray, Strips
from hetao_map.geometry.extent import Extent, union
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.layer import Layer, Stale
from hetao_map.render.bleed import reach_of
from hetao_map.render.request import never_stale

# Columns of a layer, each with the positions of the features that are to be painted.
Drawing = list[tuple[GeometryColumn, IntArray]]


@dataclass(frozen=True, eq=False)
class Seen:
    """Features one by one; and the crowd: dots, lines and polygons told by their boxes."""

    drawing: Drawing
    dots: tuple[Dots, ...] = ()
    strips: tuple[Strips, ...] = ()
    blocks: tuple[Blocks, ...] = ()

    @property
    def count(self) -> int:
        """Return how many features these are."""
        rows = [group.rows for group in self.dots] + [group.rows for group in self.strips]
        rows += [group.rows for group in self.blocks]
        rows += [positions for _, positions in self.drawing]
        return sum(map(len, rows))

    def extent(self) -> Extent | None:
        """Return the map rectangle around all, None for nothing."""
        boxes = [
            column.bounds if len(positions) == len(column) else column.bounds[positions]
            for column, positions in self.drawing
        ]
        boxes += [group.bounds for group in self.strips]
        boxes += [group.bounds for group in self.blocks]
        corners = [(box[:, :2], box[:, 2:]) for box in boxes]
        corners += [(group.xy, group.xy) for group in self.dots]
        return union(_around(low, high) for low, high in corners if len(low))

    def by_geometry(self) -> Seen:
        """Return the same with each line and polygon of the crowd as a geometry, for paper."""
        columns = [s.lines() for s in self.strips] + [b.areas() for b in self.blocks]
        crowd = [(column, np.arange(len(column))) for column in columns]
        return Seen([*crowd, *self.drawing], self.dots)


def _around(low: np.ndarray, high: np.ndarray) -> Extent:
    """Return the rectangle from the least of (m, 2) to the greatest of (m, 2)."""
    least = [float(low[:, axis].min()) for axis in (0, 1)]
    return Extent(*least, *(float(high[:, axis].max()) for axis in (0, 1)))


def seen_of(layer: Layer, viewport: Viewport, stale: Stale = never_stale) -> Seen:
    """Return what of a layer can be seen in a view: features of each column, and the crowd."""
    reach = reach_of(layer, viewport)
    window = layer.window(reach, viewport.metres_per_px, stale)
    drawing = [(column, column.intersecting(reach)) for column in window.geometries.columns]
    return Seen(drawing, window.dots, window.strips, window.blocks)
