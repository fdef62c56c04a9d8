"""The legend of a view: what is drawn in it, and how it is called."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import shapely

from hetao_map.geometry.columns import GeometryColumn, IntArray, Kind, Window
from hetao_map.geometry.extent import Extent
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.filters import Mask
from hetao_map.model.layer import Layer
from hetao_map.model.rules import rule_masks
from hetao_map.model.style import Rule, Symbolizer, TextSymbolizer
from hetao_map.model.surround import LegendRow
from hetao_map.text.language import Language
from hetao_map.text.plain import plain

# Beyond so many candidates, boxes are taken for shapes.
_EXACT_UP_TO = 2000


def legend_rows(
    layers: Iterable[Layer], viewport: Viewport, language: Language, *, reading: bool = True
) -> tuple[LegendRow, ...]:
    """Return the rows of what is drawn in the view at its scale, the uppermost layer first.

    layers: those that are shown, from the bottom up. Rules without a title stand for their
    layer where none has a title, else they only add to the others. Labels have no rows. Classes
    that a style names as a GIS does ("1", "other") stand below the name of their layer. Without
    reading, a layer that is read by its index has all rows that its scale shows.
    """
    result: list[LegendRow] = []
    for layer in reversed(tuple(layers)):
        if reading or _reaches(layer, viewport):
            found = _rows if reading or layer.geometries.columns else _unread_rows
            result += _headed(layer, found(layer, viewport, language), language)
    return tuple(result)


def _headed(layer: Layer, rows: list[LegendRow], language: Language) -> list[LegendRow]:
    """Return the rows below the name of their layer, where theirs do not stand for themselves.

    The titles of the map's own styles do: they are written for its legend, in each language.
    """
    title = plain(layer.spec.title.in_(language))
    named = any(rule.title and not rule.title.zh_hans for rule in layer.spec.style.rules)
    if not rows or not named or [row.title for row in rows] == [title]:
        return rows
    return [LegendRow(layer.id, title, (), frozenset(), is_heading=True), *rows]


def layer_legend(layer: Layer, viewport: Viewport, language: Language) -> tuple[LegendRow, ...]:
    """Return the rows of one layer, as legend_rows does; empty where only the layer is named.

    Of a layer that is read by its index, all that its scale shows: nothing is read for it.
    """
    found = _rows if layer.geometries.columns else _unread_rows
    rows = found(layer, viewport, language)
    own = plain(layer.spec.title.in_(language))
    return () if [row.title for row in rows] == [own] else tuple(rows)


def _reaches(layer: Layer, viewport: Viewport) -> bool:
    extent = layer.extent()
    return extent is not None and extent.intersects(viewport.extent)


def _unread_rows(layer: Layer, viewport: Viewport, language: Language) -> list[LegendRow]:
    kinds = frozenset({Kind.POLYGON})
    active = (r for r in layer.spec.style.rules if r.shown_at(viewport.scale_denominator))
    drawn = [rule for rule in active if rule.draws]
    return _merged(
        LegendRow(layer.id, plain(title.in_(language)), _drawing(rule), kinds)
        for rule in ([rule for rule in drawn if rule.title] or drawn)
        if (title := rule.title or layer.spec.title)
    )


def _rows(layer: Layer, viewport: Viewport, language: Language) -> list[LegendRow]:
    active = [pair for pair in rule_masks(layer, viewport.scale_denominator) if pair[0].draws]
    if not active:
        return []
    if layer.spec.is_raster:
        return _unread_rows(layer, viewport, language)
    window = layer.window(viewport.extent, viewport.metres_per_px)
    seen = [(rule, _kinds(window, mask, viewport.extent)) for rule, mask in active]
    seen = [(rule, kinds) for rule, kinds in seen if kinds]
    chosen = [pair for pair in seen if pair[0].title] or seen
    rows = (
        LegendRow(layer.id, plain(title.in_(language)), _drawing(rule), kinds)
        for rule, kinds in chosen
        if (title := rule.title or layer.spec.title)
    )
    return _merged(rows)


def _drawing(rule: Rule) -> tuple[Symbolizer, ...]:
    return tuple(s for s in rule.symbolizers if not isinstance(s, TextSymbolizer))


def _merged(found: Iterable[LegendRow]) -> list[LegendRow]:
    """Join rows of one title, such as a line's casing and its core."""
    rows: dict[str, LegendRow] = {}
    for row in found:
        if row.title in rows:
            before = rows[row.title]
            joined = before.symbolizers + row.symbolizers
            row = replace(row, symbolizers=joined, kinds=before.kinds | row.kinds)  # noqa: PLW2901
        rows[row.title] = row
    return list(rows.values())


def _kinds(window: Window, mask: Mask, extent: Extent) -> frozenset[Kind]:
    """Return the kinds of geometry of the rows that can be seen."""
    shapes = {c.kind for c in window.geometries.columns if _touches(c, mask, extent)}
    dots = {d.kind for d in window.dots if bool(mask[d.rows].any())}
    strips = {Kind.LINE for s in window.strips if bool(mask[s.rows].any())}
    blocks = {Kind.POLYGON for b in window.blocks if bool(mask[b.rows].any())}
    return frozenset(shapes | dots | strips | blocks)


def _touches(column: GeometryColumn, mask: Mask, extent: Extent) -> bool:
    near = column.intersecting(extent)
    near = near[mask[column.rows[near]]]
    if not len(near):
        return False
    if _any_inside(column, near, extent) or len(near) > _EXACT_UP_TO:
        return True
    view = shapely.box(extent.xmin, extent.ymin, extent.xmax, extent.ymax)
    try:
        return bool(shapely.intersects(column.shapes(near), view).any())
    except shapely.errors.GEOSException:
        return True


def _any_inside(column: GeometryColumn, positions: IntArray, extent: Extent) -> bool:
    b = column.bounds[positions]
    inside = (b[:, 0] >= extent.xmin) & (b[:, 1] >= extent.ymin)
    inside &= (b[:, 2] <= extent.xmax) & (b[:, 3] <= extent.ymax)
    return bool(inside.any())
