"""Going to places, and a person's own ones."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QPushButton,
)

from hetao_map.model.places import Bookmark, Pin
from tests.screens.scenes.acting import FUTIAN, LONG, at_port, each, scene
from tests.screens.stage import Stage, Wait


@scene
def go_to(stage: Stage) -> Iterator[Wait]:
    stage.command("go_to")
    yield stage.shows(QDialog)


@scene
def go_to_wrong(stage: Stage) -> Iterator[Wait]:
    stage.command("go_to")
    yield stage.shows(QDialog)
    edit = stage.find(QLineEdit, within=stage.dialog(QDialog))
    edit.setText("95 N, 200 E")
    buttons = stage.dialog(QDialog).findChildren(QPushButton)
    next(button for button in buttons if button.isDefault()).click()


@scene
def bookmark(stage: Stage) -> Iterator[Wait]:
    stage.command("bookmark")
    yield stage.shows(QDialog)


def place_list(stage: Stage, command: str, full: bool) -> Iterator[Wait]:
    if full:
        names = ("Futian", "河套", LONG)
        marks = tuple(Bookmark(name, FUTIAN, 4.0) for name in names)
        pins = tuple(Pin(str(n), FUTIAN, name) for n, name in enumerate(names))
        stage.store.update(bookmarks=marks, pins=pins)
    stage.command(command)
    yield stage.shows(QDialog)


for name in ("bookmarks", "pins"):
    each(name, place_list, name, True)
    each(f"{name}_none", place_list, name, False)


@scene
def pin_too_long(stage: Stage) -> Iterator[Wait]:
    stage.later(lambda: stage.window.places.pin_at(stage.state.viewport.center))
    yield stage.shows(QDialog)
    stage.dialog(QDialog).setTextValue(LONG * 10)


@scene
def pin(stage: Stage) -> Iterator[Wait]:
    stage.later(lambda: stage.window.places.pin_at(stage.state.viewport.center))
    yield stage.shows(QDialog)


@scene
def pins_on_the_map(stage: Stage) -> Iterator[Wait]:
    at_port(stage)
    x, y = FUTIAN
    pins = (Pin("1", (x - 0.005, y), "Meet here"), Pin("2", (x + 0.001, y + 0.003), LONG))
    stage.store.update(pins=pins)
    yield stage.still
