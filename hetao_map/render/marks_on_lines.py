"""Marks on the line of a highlight: it runs below them, for a symbol cut in half tells nothing."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely
from PySide6.QtGui import QPainter

from hetao_map.geometry.columns import Kind
from hetao_map.geometry.extent import Extent
from hetao_map.model.dataset import Catalog
from hetao_map.model.feature import FeatureRef
from hetao_map.render.bleed import bleed_px
from hetao_map.render.layer import paint_layer
from hetao_map.render.paths import PixelRings, pixel_points, pixel_rings
from hetao_map.render.request import RenderRequest

# A highlight is so wide to either side.
_HALF_PX = 2.5
# More marks than these lie in a crowd, where none is read by itself.
_MOST = 1000

Look = tuple[RenderRequest, float]
"""A layer as it is painted, and its opacity."""


def paint_marks_on_line(
    painter: QPainter, catalog: Catalog, ref: FeatureRef | None, looks: Sequence[Look]
) -> None:
    """Paint the marks that lie on the outline of a feature, with a painter in logical pixels."""
    if not looks:
        return
    viewport = looks[0][0].viewport
    layer = catalog.layer(ref.layer) if ref else None
    row = layer.row_of(ref.id) if layer and ref else None
    outlines: list[shapely.Geometry] = []
    for column, position in layer.pieces(row) if layer and row is not None else ():
        if column.kind is not Kind.POINT:
            outlines += _lines(pixel_rings(column, np.array([position]), viewport))
    if outlines:
        outline = shapely.multilinestrings(outlines)
        shapely.prepare(outline)
        for request, opacity in looks:
            painter.setOpacity(opacity)
            _paint_touching(painter, request, outline)
        painter.setOpacity(1.0)


def _lines(rings: PixelRings) -> list[shapely.Geometry]:
    pieces = np.split(rings.xy, rings.offsets[1:-1])
    return [shapely.linestrings(piece) for piece in pieces if len(piece) > 1]


def _paint_touching(painter: QPainter, request: RenderRequest, outline: shapely.Geometry) -> None:
    layer, viewport = request.layer, request.viewport
    column = layer.geometries.of(Kind.POINT)
    if column is None:
        return
    reach = bleed_px(layer, viewport.metres_per_px) + _HALF_PX
    left, top, right, bottom = shapely.bounds(outline)
    west, south = viewport.to_map((left - reach, bottom + reach))
    east, north = viewport.to_map((right + reach, top - reach))
    positions = column.intersecting(Extent(west, south, east, north))
    if len(positions) <= _MOST:
        points = shapely.points(pixel_points(column, positions, viewport))
        chosen = positions[shapely.dwithin(outline, points, reach)]
        paint_layer(painter, request, [(column, chosen)])
