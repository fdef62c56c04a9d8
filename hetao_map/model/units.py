"""Sizes on the ground as pixels of a view, and sizes kept within what can be painted."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar, cast

from hetao_map.model.style import (
    Hatch,
    LineSymbolizer,
    MarkFill,
    PointSymbolizer,
    PolygonSymbolizer,
    Stroke,
    TextSymbolizer,
)

MAX_PX = 500.0
_Pair = tuple[float, float]
_Sized = PolygonSymbolizer | LineSymbolizer | PointSymbolizer | TextSymbolizer
_S = TypeVar("_S", LineSymbolizer, PointSymbolizer, PolygonSymbolizer, TextSymbolizer)


def in_pixels(symbolizer: _S, metres_per_px: float) -> _S:
    """Return a symbolizer whose sizes are all in logical pixels of a view."""
    if not symbolizer.unit_m:
        return symbolizer
    factor = symbolizer.unit_m / metres_per_px
    return cast(_S, replace(_scaled(symbolizer, factor), unit_m=0.0))


def _scaled(symbolizer: _Sized, k: float) -> _Sized:
    match symbolizer:
        case PolygonSymbolizer(stroke=stroke, pattern=pattern, offset=offset, displacement=shift):
            return replace(
                symbolizer,
                stroke=_stroke(stroke, k),
                pattern=_pattern(pattern, k),
                offset=_px(offset * k),
                displacement=_pair(shift, k),
            )
        case LineSymbolizer(stroke=stroke, offset=offset):
            return LineSymbolizer(_pen(stroke, k), _px(offset * k))
        case PointSymbolizer():
            return _mark(symbolizer, k)
    return replace(
        symbolizer,
        size=_px(symbolizer.size * k),
        halo_radius=_px(symbolizer.halo_radius * k),
        displacement=_pair(symbolizer.displacement, k),
        line_offset=_px(symbolizer.line_offset * k),
        max_displacement=_px(symbolizer.max_displacement * k),
        wrap=_px(symbolizer.wrap * k),
    )


def _px(size: float) -> float:
    return min(max(size, -MAX_PX), MAX_PX)


def _pair(pair: _Pair, k: float) -> _Pair:
    return _px(pair[0] * k), _px(pair[1] * k)


def _pen(stroke: Stroke, k: float) -> Stroke:
    dash = tuple(part * k for part in stroke.dash)
    return replace(
        stroke, width=_px(stroke.width * k), dash=dash, dash_offset=stroke.dash_offset * k
    )


def _stroke(stroke: Stroke | None, k: float) -> Stroke | None:
    return None if stroke is None else _pen(stroke, k)


def _mark(mark: PointSymbolizer, k: float) -> PointSymbolizer:
    return replace(
        mark,
        size=_px(mark.size * k),
        stroke=_stroke(mark.stroke, k),
        displacement=_pair(mark.displacement, k),
    )


def _pattern(pattern: Hatch | MarkFill | None, k: float) -> Hatch | MarkFill | None:
    if isinstance(pattern, Hatch):
        return replace(pattern, spacing=_px(pattern.spacing * k), width=_px(pattern.width * k))
    if isinstance(pattern, MarkFill):
        return MarkFill(_mark(pattern.mark, k), _pair(pattern.spacing, k))
    return None
