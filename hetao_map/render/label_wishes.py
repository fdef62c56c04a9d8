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
from hetao_map.model.filters import ALL, Mask
from hetao_map.model.layer import Layer
from hetao_map.model.rules import drawn_rows, rule_masks
from hetao_map.model.style import Rule, TextSymbolizer
from hetao_map.model.units import in_pixels
from hetao_map.render.label_spots import beside_mark
from hetao_map.render.label_text import Caption, captions
from hetao_map.render.placed_marks import mark_reaches
from hetao_map.render.request import LabelKey, LabelRequest


@dataclass(frozen=True, eq=False)
class Wish:
    """A label that wants a place.

    captions are what it may say, the best first; spot is the pixel it belongs to; stood tells
    whether it was there before. inside is how far the feature's own mark reaches from the spot,
    in pixels, where the label may lie on it, else 0.
    """

    key: LabelKey
    captions: tuple[Caption, ...]
    symbolizer: TextSymbolizer
    priority: float
    column: GeometryColumn
    position: int
    spot: Xy
    inside: float = 0.0
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
    viewport = request.viewport
    for depth, layer in enumerate(request.layers):
        labels = [
            (in_pixels(symbolizer, viewport.metres_per_px), mask)
            for rule, mask in _labelled(layer, viewport.scale_denominator)
            for symbolizer in rule.symbolizers
            if isinstance(symbolizer, TextSymbolizer)
        ]
        reaches = mark_reaches(layer, viewport) if labels else np.zeros(0)
        for number, (label, mask) in enumerate(labels):
            yield from _of_layer(request, layer, label, mask, reaches, (number, depth))


def _labelled(layer: Layer, denominator: float) -> Iterator[tuple[Rule, Mask]]:
    """Yield the rules and which rows they label.

    QGIS labels a layer by a rule of its own, which says of all features what is meant of those
    that are drawn.
    """
    draws = any(rule.draws for rule in layer.spec.style.rules)
    for rule, mask in rule_masks(layer, denominator):
        of_all = rule.part < 0 and rule.filter == ALL and not rule.is_else
        yield rule, mask & drawn_rows(layer, denominator) if draws and of_all else mask


def _of_layer(
    request: LabelRequest,
    layer: Layer,
    symbolizer: TextSymbolizer,
    mask: np.ndarray,
    reaches: np.ndarray,
    place: tuple[int, int],
) -> Iterator[Wish]:
    """Yield the wishes of one symbolizer; place is its number and the depth of its layer.

    reaches (rows,) is how far the mark of each feature reaches, in pixels.
    """
    viewport, (number, depth) = request.viewport, place
    view = QRectF(0, 0, *viewport.size_px)
    ranks = layer.attributes.get(symbolizer.priority_column, ())
    centred = symbolizer.anchor == (0.5, 0.5) and symbolizer.displacement == (0.0, 0.0)
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
                mark = float(reaches[row]) if column.kind is Kind.POINT else 0.0
                look, inside = beside_mark(symbolizer, mark), mark if centred else 0.0
                yield Wish(key, texts, look, priority, column, position, spot, inside, key in stood)


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
