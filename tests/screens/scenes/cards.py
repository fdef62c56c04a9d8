"""The window at its start, and cards."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QCursor
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QScrollBar,
    QWidget,
)

from hetao_map.model.feature import FeatureRef
from hetao_map.ui.card_view import CardView
from hetao_map.ui.hit_list import HitList
from hetao_map.ui.layer_tree import LayerTree
from tests.screens.scenes.acting import CARDS, at_port, click_port, each, scene
from tests.screens.stage import Stage, Wait


@scene
def start(stage: Stage) -> Iterator[Wait]:
    yield stage.still


@scene
def port(stage: Stage) -> Iterator[Wait]:
    stage.store.update(first_steps=False)
    click_port(stage)
    yield stage.still


@scene
def card_none(stage: Stage) -> Iterator[Wait]:
    stage.program._actions.select(())
    yield stage.still


@scene
def hits(stage: Stage) -> Iterator[Wait]:
    click_port(stage)
    yield stage.still
    stage.find(QComboBox, within=stage.find(HitList)).showPopup()
    yield stage.shows()


def card(stage: Stage, ref: FeatureRef, share: float) -> Iterator[Wait]:
    stage.store.update(first_steps=False)
    stage.program._actions.go_to(ref)
    yield stage.still
    bar: QScrollBar = stage.find(CardView).verticalScrollBar()
    bar.setValue(round(share * bar.maximum()))


for name, ref in CARDS.items():
    each(f"card_{name}", card, ref, 0.0)
    each(f"card_{name}_middle", card, ref, 0.5)
    each(f"card_{name}_later", card, ref, 0.8)
    each(f"card_{name}_end", card, ref, 1.0)


@scene
def source(stage: Stage) -> Iterator[Wait]:
    at_port(stage)
    yield stage.still
    sources = stage.state.catalog.datasets[0].knowledge.sources
    stage.find(CardView).source_asked.emit(next(iter(sources.values())))
    yield stage.shows(QDialog)


@scene
def hover(stage: Stage) -> Iterator[Wait]:
    at_port(stage)
    yield stage.still
    canvas = stage.window.canvas
    QCursor.setPos(canvas.mapToGlobal(canvas.rect().center()))
    yield lambda: any(h.isVisible() for h in canvas.findChildren(QWidget, "hint"))


@scene
def scaled_away(stage: Stage) -> Iterator[Wait]:
    """Layers that the scale hides, in grey, and legends unfolded."""
    stage.store.update(viewport=stage.state.viewport.at_scale(400_000))
    stage.find(LayerTree).expandAll()
    yield stage.still
