"""The layer panel."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
)

from hetao_map.text.language import Language
from hetao_map.ui.layer_head import FilterBox
from hetao_map.ui.layer_tree import LayerTree
from tests.screens.scenes.acting import scene
from tests.screens.stage import Stage, Wait


@scene
def layers_filtered(stage: Stage) -> Iterator[Wait]:
    words = {Language.EN: "po", Language.ZH_HANS: "口岸", Language.ZH_HANT: "口岸"}
    box: FilterBox = stage.find(FilterBox)
    box.setFocus()
    box.setText(words[stage.state.language])
    stage.closing.append(box.clear)
    yield stage.still


@scene
def layers_filtered_away(stage: Stage) -> Iterator[Wait]:
    box: FilterBox = stage.find(FilterBox)
    box.setText("zzzz")
    stage.closing.append(box.clear)
    yield stage.still


@scene
def layer_opacity(stage: Stage) -> Iterator[Wait]:
    tree: LayerTree = stage.find(LayerTree)
    tree.setFocus(Qt.FocusReason.TabFocusReason)
    stage.layer_row("ecological_reserves")
    stage.program._actions.layers.fade("ecological_reserves", 0.3)
    yield stage.still


@scene
def layer_about(stage: Stage) -> Iterator[Wait]:
    menu_action(stage, 2)
    yield stage.shows(QDialog)


@scene
def layer_style_notes(stage: Stage) -> Iterator[Wait]:
    menu_action(stage, 1)
    yield stage.shows(QDialog)


def menu_action(stage: Stage, from_own_end: int) -> None:
    """Choose of a layer's menu the entry so far from the end of its own ones."""
    from hetao_map.ui.layer_panel import LayerPanel

    panel: Any = stage.find(LayerPanel)
    shown = {1: panel._show_notes, 2: panel._show_about}[from_own_end]
    stage.later(partial(shown, "ecological_reserves"))
