"""Small samples of how a layer and its classes are drawn, for the tree of layers."""

from __future__ import annotations

import functools

from PySide6.QtGui import QIcon, QPixmap

from hetao_map.geometry.columns import Kind
from hetao_map.model.layer import Layer
from hetao_map.model.style import Symbolizer
from hetao_map.model.surround import LegendRow
from hetao_map.render.swatch import layer_row, swatch_image
from hetao_map.render.theme import Theme


def layer_icon(layer: Layer, theme: Theme, ratio: float) -> QIcon:
    """Return a sample of a layer for a screen of so many device pixels a pixel."""
    return row_icon(layer_row(layer), theme, ratio)


def row_icon(row: LegendRow, theme: Theme, ratio: float) -> QIcon:
    """Return a sample of a class; what has been painted once is kept."""
    return _icon(row.symbolizers, row.kinds, theme, ratio)


@functools.lru_cache(maxsize=1024)
def _icon(
    symbolizers: tuple[Symbolizer, ...], kinds: frozenset[Kind], theme: Theme, ratio: float
) -> QIcon:
    image = swatch_image(LegendRow("", "", symbolizers, kinds), theme, ratio)
    pixmap = QPixmap.fromImage(image)
    icon = QIcon(pixmap)
    # A selected row keeps the colours of the map.
    icon.addPixmap(pixmap, QIcon.Mode.Selected)
    return icon
