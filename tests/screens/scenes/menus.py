"""All menus and lists that drop down."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import (
    QMenu,
    QMenuBar,
    QToolButton,
)

from hetao_map.text.language import Language
from hetao_map.ui.card_view import CardView
from hetao_map.ui.layer_head import PresetBox
from hetao_map.ui.layer_tree import LayerTree
from hetao_map.ui.read_out import ReadOut
from hetao_map.ui.scale_box import ScaleBox
from tests.screens.scenes.acting import at_port, click_port, each, scene
from tests.screens.stage import Stage, Wait


def bar_menu(stage: Stage, number: int, inner: int = -1) -> Iterator[Wait]:
    bar: QMenuBar = stage.find(QMenuBar)
    action = [one for one in bar.actions() if one.menu()][number]
    menu: QMenu = action.menu()  # type: ignore[assignment]
    menu.popup(bar.mapToGlobal(bar.actionGeometry(action).bottomLeft()))
    yield menu.isVisible
    below = [one for one in menu.actions() if one.menu()]
    if inner >= 0:
        menu.setActiveAction(below[inner])
        lower: QMenu = below[inner].menu()  # type: ignore[assignment]
        lower.popup(menu.mapToGlobal(menu.actionGeometry(below[inner]).topRight()))
        yield lower.isVisible


for number, name in enumerate(("file", "edit", "view", "layers", "go", "tools", "help")):
    each(f"menu_{name}", bar_menu, number)
for number, name in enumerate(("theme", "text_size", "language", "second_language")):
    each(f"menu_view_{name}", bar_menu, 2, number)


@scene
def menu_of_layer(stage: Stage) -> Iterator[Wait]:
    tree: LayerTree = stage.find(LayerTree)
    tree.menu_wanted.emit("ports", tree.viewport().mapToGlobal(QPoint(60, 90)))
    yield stage.shows(QMenu)


@scene
def menu_of_map(stage: Stage) -> Iterator[Wait]:
    click_port(stage)
    yield stage.still
    canvas = stage.window.canvas
    canvas.customContextMenuRequested.emit(canvas.rect().center())
    yield stage.shows(QMenu)
    menu: QMenu = stage.dialog(QMenu)
    below = next(one for one in menu.actions() if one.menu())
    menu.setActiveAction(below)
    lower: QMenu = below.menu()  # type: ignore[assignment]
    lower.popup(menu.mapToGlobal(menu.actionGeometry(below).topRight()))
    yield lower.isVisible


@scene
def menu_of_card(stage: Stage) -> Iterator[Wait]:
    at_port(stage)
    yield stage.still
    card: CardView = stage.find(CardView)
    menu = card.createStandardContextMenu()
    menu.popup(card.mapToGlobal(QPoint(30, 60)))
    stage.closing.append(menu.deleteLater)
    yield stage.shows(QMenu)


@scene
def menu_of_search(stage: Stage) -> Iterator[Wait]:
    menu = stage.window.search.createStandardContextMenu()
    menu.popup(stage.window.search.mapToGlobal(QPoint(30, 20)))
    stage.closing.append(menu.deleteLater)
    yield stage.shows(QMenu)


@scene
def menu_of_coordinates(stage: Stage) -> Iterator[Wait]:
    button: ReadOut = stage.find(ReadOut)
    stage.later(button.showMenu)
    yield stage.shows(QMenu)


@scene
def menu_of_language(stage: Stage) -> Iterator[Wait]:
    stage.later(button_with_menu(stage).showMenu)
    yield stage.shows(QMenu)


def button_with_menu(stage: Stage) -> QToolButton:
    words = {language.own_name for language in Language}
    return next(b for b in stage.window.findChildren(QToolButton) if b.text() in words)


@scene
def list_of_scales(stage: Stage) -> Iterator[Wait]:
    stage.find(ScaleBox).showPopup()
    yield stage.shows()


@scene
def list_of_presets(stage: Stage) -> Iterator[Wait]:
    stage.find(PresetBox).showPopup()
    yield stage.shows()
