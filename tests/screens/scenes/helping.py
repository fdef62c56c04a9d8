"""Palette, help and the about box."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QTextBrowser,
    QWidget,
)

from tests.screens.scenes.acting import each, scene
from tests.screens.stage import Stage, Wait


@scene
def palette(stage: Stage) -> Iterator[Wait]:
    stage.command("palette")
    yield stage.still


def palette_of(stage: Stage, text: str) -> Iterator[Wait]:
    stage.command("palette")
    yield lambda: stage.find(QWidget, "palette").isVisible()
    box = stage.find(QWidget, "palette")
    stage.closing.append(box.leave)
    stage.find(QLineEdit, within=box).setText(text)


each("palette_found", palette_of, "map")
each("palette_nothing", palette_of, "qqqzzz")


def help_page(stage: Stage, share: float) -> Iterator[Wait]:
    stage.command("help")
    yield stage.shows(QDialog)
    bar = stage.find(QTextBrowser, within=stage.dialog(QDialog)).verticalScrollBar()
    bar.setValue(round(share * bar.maximum()))


for number in range(4):
    each(f"help_{number}", help_page, number / 3)


@scene
def help_nothing(stage: Stage) -> Iterator[Wait]:
    stage.command("help")
    yield stage.shows(QDialog)
    line: QLineEdit = stage.find(QLineEdit, within=stage.dialog(QDialog))
    stage.closing.append(line.clear)
    QTest.keyClicks(line, "zzzz")


@scene
def about(stage: Stage) -> Iterator[Wait]:
    stage.command("about")
    yield stage.shows(QDialog)
