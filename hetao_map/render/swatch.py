"""A small sample of how features are drawn, painted by the painter of the map itself."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import shapely
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from hetao_map.geometry.columns import KINDS, Geometries, Kind, from_shapely
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.layer import Layer, LayerGroup, LayerSpec
from hetao_map.model.rules import rule_masks
from hetao_map.model.style import (
    PointSymbolizer,
    RasterSymbolizer,
    Rule,
    Style,
    Symbolizer,
    TextSymbolizer,
)
from hetao_map.model.surround import LegendRow
from hetao_map.render.direct import paint_directly
from hetao_map.render.lettering import painting
from hetao_map.render.request import RenderRequest
from hetao_map.render.theme import Theme
from hetao_map.text.localized import LocalizedText

SWATCH_PX = (26.0, 16.0)
_NONE = LayerGroup("", LocalizedText())


def paint_swatch(
    painter: QPainter, box: QRectF, row: LegendRow, theme: Theme, metres_per_px: float = 1.0
) -> None:
    """Paint the sample of a legend row into a box in logical pixels.

    It is not clipped: QSvgGenerator loses what is painted after a clip.
    """
    if any(isinstance(symbolizer, RasterSymbolizer) for symbolizer in row.symbolizers):
        _paint_picture_sample(painter, box, theme)
        return
    width, height = round(box.width()), round(box.height())
    viewport = Viewport((0.0, 0.0), metres_per_px, (width, height))
    sample = _sample(row, viewport)
    painter.save()
    painter.translate(box.topLeft())
    paint_directly(painter, RenderRequest(viewport, sample, theme))
    painter.restore()


def _paint_picture_sample(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """Paint four tiles side by side in the theme's own greys, for pictures have no one look."""
    ink = QColor(*theme.ink)
    tiles = QRectF(0, 0, box.height() * 1.4, box.height() - 3)
    tiles.moveCenter(box.center())
    width, height = tiles.width() / 2, tiles.height() / 2
    painter.save()
    for number, alpha in enumerate((45, 95, 125, 70)):
        ink.setAlpha(alpha)
        x = tiles.left() + number % 2 * width
        y = tiles.top() + number // 2 * height
        painter.fillRect(QRectF(x + 0.5, y + 0.5, width - 1, height - 1), ink)
    painter.restore()


def swatch_image(row: LegendRow, theme: Theme, ratio: float = 2.0) -> QImage:
    """Return the sample as an image of SWATCH_PX and a pixel around it."""
    width, height = SWATCH_PX[0], SWATCH_PX[1] + 2
    image = QImage(
        round(width * ratio), round(height * ratio), QImage.Format.Format_ARGB32_Premultiplied
    )
    image.setDevicePixelRatio(ratio)
    image.fill(0)
    with painting(image) as painter:
        paint_swatch(painter, QRectF(0, 0, width, height), row, theme)
    return image


def layer_row(layer: Layer) -> LegendRow:
    """Return what stands for a whole layer: its first rule that fills a close view, else draws."""
    kinds = frozenset(column.kind for column in layer.geometries.columns)
    if not kinds and layer.spec.geometry in KINDS:
        # The geometries of a large layer stay in its file.
        kinds = frozenset({KINDS[layer.spec.geometry]})
    return _row(layer, [rule for rule in layer.spec.style.rules if rule.draws], kinds)


def feature_row(layer: Layer, row: int) -> LegendRow:
    """Return what stands for one feature, by the rules that draw it."""
    rules = [rule for rule, mask in rule_masks(layer) if rule.draws and mask[row]]
    return _row(layer, rules, frozenset(column.kind for column, _ in layer.pieces(row)))


def _row(layer: Layer, rules: list[Rule], kinds: frozenset[Kind]) -> LegendRow:
    filled = [rule for rule in rules if any(getattr(s, "fill", None) for s in rule.symbolizers)]
    # The closer view shows more of what a layer is.
    chosen = min(filled or rules, key=lambda rule: rule.min_scale, default=Rule())
    symbolizers = tuple(s for s in chosen.symbolizers if not isinstance(s, TextSymbolizer))
    return LegendRow(layer.id, "", symbolizers, kinds or frozenset({Kind.POLYGON}))


def _sample(row: LegendRow, viewport: Viewport) -> Layer:
    """Return a layer of one feature of each kind that fills the viewport."""
    rule = Rule(symbolizers=_fitting(row.symbolizers, viewport.size_px[1] - 1))
    spec = LayerSpec("", LocalizedText(), _NONE, "", 0, True, Style((rule,)))
    geometries = _geometries(row.kinds, viewport)
    rows = tuple(range(len(Kind)))
    return Layer(spec, geometries, {"fid": rows}, len(rows))


def _geometries(kinds: frozenset[Kind], viewport: Viewport) -> Geometries:
    area = viewport.extent
    unit = viewport.metres_per_px
    core = area.padded(-5 * unit)
    square = shapely.box(core.xmin, core.ymin, core.xmax, core.ymax)
    shapes = {
        Kind.POLYGON: square.buffer(2 * unit, quad_segs=4),
        Kind.LINE: shapely.linestrings([(area.xmin + unit, 0.0), (area.xmax - unit, 0.0)]),
        Kind.POINT: shapely.Point(0, 0),
    }
    chosen = [shapes[kind] for kind in sorted(kinds, key=lambda kind: -kind.value)]
    return from_shapely(np.array(chosen, dtype=object), np.arange(len(chosen)))


def _fitting(symbolizers: tuple[Symbolizer, ...], most_px: float) -> tuple[Symbolizer, ...]:
    """Return the symbolizers with marks that fit, all made smaller by one factor."""
    sizes = [s.size for s in symbolizers if isinstance(s, PointSymbolizer) and not s.unit_m]
    factor = min(1.0, most_px / max(sizes, default=most_px))
    return tuple(
        replace(s, size=s.size * factor) if isinstance(s, PointSymbolizer) and not s.unit_m else s
        for s in symbolizers
    )
