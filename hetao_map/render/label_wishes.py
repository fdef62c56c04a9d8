"""The labels of a view that want a place, with what decides who comes first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import shapely
from PySide6.QtCore import QPointF, QRectF

from hetao_map.geometry.columns import GeometryColumn, Kind
from hetao_map.geometry.extent import Xy
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.layer import Layer
from hetao_map.model.rules import rule_masks
from hetao_map.model.style import TextSymbolizer
from hetao_map.model.units import in_pixels
from hetao_map.render.label_text import Caption, captions
from hetao_map.render.request import LabelKey, LabelRequest


@dataclass(frozen=True, eq=False)
class Wish:
    """A label that wants a place.

    captions are what it may say, the best first; spot is the pixel it belongs to; stood tells
    whether it was there before.
    """

    key: LabelKey
    captions: tuple[Caption, ...]
    symbolizer: TextSymbolizer
    priority: float
    column: GeometryColumn
    position: int
    spot: Xy
    stood: bool = False

    @property
    def name(self) -> tuple[str, int, str]:
        """Return what makes two wishes one for a person: whose label it is, and what it says."""
        return self.key[0], self.key[1], self.captions[-1].text


def wishes(request: LabelRequest) -> list[Wish]:
    """Return the labels of a view, the most important first.

    Of equally important ones those that stood before come first, so that they stay.
    """
    return sorted(_all(request), key=lambda wish: (-wish.priority, not wish.stood))


def _all(request: LabelRequest) -> Iterator[Wish]:
    for depth, layer in enumerate(request.layers):
        number = 0
        for rule, mask in rule_masks(layer, request.viewport.scale_denominator):
            for symbolizer in rule.symbolizers:
                if isinstance(symbolizer, TextSymbolizer):
                    label = in_pixels(symbolizer, request.viewport.metres_per_px)
                    yield from _of_layer(request, layer, label, mask, (number, depth))
                    number += 1


def _of_layer(
    request: LabelRequest,
    layer: Layer,
    symbolizer: TextSymbolizer,
    mask: np.ndarray,
    place: tuple[int, int],
) -> Iterator[Wish]:
    """Yield the wishes of one symbolizer; place is its number and the depth of its layer."""
    viewport, (number, depth) = request.viewport, place
    view = QRectF(0, 0, *viewport.size_px)
    ranks = layer.attributes.get(symbolizer.priority_column, ())
    window = layer.window(viewport.extent, viewport.metres_per_px)
    stood = request.stood
    for column in window.geometries.columns:
        positions = column.intersecting(viewport.extent)
        for position in positions[mask[column.rows[positions]]].tolist():
            row = int(column.rows[position])
            texts = captions(symbolizer, layer, row, request.language, request.second_language)
            spot = _spot(layer, column, position, viewport)
            if texts and (column.kind is Kind.LINE or view.contains(QPointF(*spot))):
                rank = ranks[row] if ranks else None
                extra = float(rank) if isinstance(rank, int | float) else 0.0
                priority = symbolizer.priority + extra + depth / 1000
                key = (layer.id, row, column.kind.value, number)
                yield Wish(key, texts, symbolizer, priority, column, position, spot, key in stood)


def _spot(layer: Layer, column: GeometryColumn, position: int, viewport: Viewport) -> Xy:
    """Return the pixel a label belongs to: on the part of an area that is in view."""
    point = layer.point_on(int(column.rows[position]))
    if column.kind is Kind.POLYGON and not viewport.extent.contains(point):
        point = _point_in_view(column, position, viewport) or point
    return viewport.to_px(point)


def _point_in_view(column: GeometryColumn, position: int, viewport: Viewport) -> Xy | None:
    window = viewport.extent
    edges = (window.xmin, window.ymin, window.xmax, window.ymax)
    try:
        shape = shapely.clip_by_rect(column.shapes(np.array([position]))[0], *edges)
        spot = shapely.point_on_surface(shape)
    except shapely.errors.GEOSException:
        return None
    return None if spot.is_empty else (float(spot.x), float(spot.y))
