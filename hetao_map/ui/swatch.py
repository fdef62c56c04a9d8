"""A small sample of how a layer is drawn, for the tree of layers."""

from __future__ import annotations

from PySide6.QtGui import QPixmap

from hetao_map.model.layer import Layer
from hetao_map.render.swatch import layer_row, swatch_image
from hetao_map.ui.look import theme_of


def swatch(layer: Layer, theme_name: str) -> QPixmap:
    """Return a sample of the layer's first rule that draws something."""
    return QPixmap.fromImage(swatch_image(layer_row(layer), theme_of(theme_name)))
