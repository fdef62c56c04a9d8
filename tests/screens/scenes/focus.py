"""The place that the keyboard has is seen."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QPushButton,
    QTabBar,
    QToolButton,
    QWidget,
)

from hetao_map.ui.card_view import CardView
from hetao_map.ui.layer_head import PresetBox
from hetao_map.ui.layer_tree import LayerTree
from hetao_map.ui.map_controls import MapControls
from hetao_map.ui.opacity_row import OpacityRow
from hetao_map.ui.read_out import ReadOut
from hetao_map.ui.scale_box import ScaleBox
from tests.screens.scenes.acting import at_port, each
from tests.screens.stage import Stage, Wait


def focused(stage: Stage, kind: type[QWidget], name: str) -> Iterator[Wait]:
    at_port(stage)
    # The row of a layer: the opacity is one of a layer.
    stage.layer_row("ports")
    widget = stage.find(kind, name)
    if kind is MapControls:
        widget = stage.find(QToolButton, within=widget)
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    yield stage.still


for name, kind in {
    "tree": LayerTree, "card": CardView, "preset": PresetBox, "scale": ScaleBox,
    "opacity": OpacityRow, "read_out": ReadOut,
    "button": QPushButton, "tabs": QTabBar, "zoom": MapControls,
}.items():  # fmt: skip
    each(f"focus_{name}", focused, kind, "")
