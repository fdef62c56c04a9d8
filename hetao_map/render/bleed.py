"""How far symbols reach beyond their features."""

from __future__ import annotations

from hetao_map.geometry.extent import Extent
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.layer import Layer
from hetao_map.model.style import (
    LineSymbolizer,
    PointSymbolizer,
    PolygonSymbolizer,
    Stroke,
    Symbolizer,
)
from hetao_map.model.units import in_pixels
from hetao_map.render.marks import mark_box

# Room for antialiasing and for marks that are stamped at whole pixels, and some to spare.
_LEAST_PX = 8.0
# A mitre reaches twice as far as half the pen.
_MITRE = 2.0


def bleed_px(layer: Layer, metres_per_px: float) -> float:
    """Return the most pixels that a symbol of the layer's style reaches beyond its feature."""
    symbolizers = (s for rule in layer.spec.style.rules for s in rule.symbolizers)
    return max((reach_px(s, metres_per_px) for s in symbolizers), default=0.0) + _LEAST_PX


def reach_of(layer: Layer, viewport: Viewport) -> Extent:
    """Return the extent, in map metres, from which symbols of the layer reach into a view."""
    resolution = viewport.metres_per_px
    return viewport.extent.padded(bleed_px(layer, resolution) * resolution)


def reach_px(symbolizer: Symbolizer, metres_per_px: float) -> float:
    """Return the pixels that a symbolizer reaches beyond its feature."""
    match symbolizer:
        case PointSymbolizer():
            box = mark_box(in_pixels(symbolizer, metres_per_px))
            return max(-box.left(), box.right(), -box.top(), box.bottom())
        case LineSymbolizer():
            line = in_pixels(symbolizer, metres_per_px)
            return abs(line.offset) * _MITRE + _pen(line.stroke)
        case PolygonSymbolizer():
            area = in_pixels(symbolizer, metres_per_px)
            moved = max(abs(way) for way in area.displacement)
            return max(area.offset, 0.0) * _MITRE + moved + _pen(area.stroke)
    return 0.0


def _pen(stroke: Stroke | None) -> float:
    return stroke.width * _MITRE / 2 if stroke else 0.0
