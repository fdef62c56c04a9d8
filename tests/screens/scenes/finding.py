"""Searching, measuring, and the attribute table."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
)

from hetao_map.model.measurement import Measurement
from hetao_map.ui.attribute_table import AttributeTable
from hetao_map.ui.search_list import SearchList
from tests.screens.scenes.acting import at_port, each, scene
from tests.screens.stage import Stage, Wait


def searched(stage: Stage, text: str) -> Iterator[Wait]:
    stage.window.search.setFocus()
    stage.window.search.setText(text)
    stage.window.search.textEdited.emit(text)
    yield lambda: stage.find(SearchList).isVisible()
    stage.find(SearchList).setCurrentRow(1)


for name, text in {
    "search": "futian", "search_in_chinese": "河套", "search_nothing": "zzzzqqqq",
    "search_coordinates": "22.5176 N, 114.0629 E", "search_figure": "750",
}.items():  # fmt: skip
    each(name, searched, text)


@scene
def search_recent(stage: Stage) -> Iterator[Wait]:
    stage.store.update(searches=("Futian", "河套", "maipo"))
    stage.window.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
    yield lambda: stage.find(SearchList).isVisible()


def measuring(stage: Stage, of_area: bool, count: int) -> Iterator[Wait]:
    stage.store.update(first_steps=False)
    at_port(stage)
    yield stage.still
    stage.program._actions.take("measure", of_area=of_area)
    centre = stage.state.viewport.center
    points = [
        (centre[0] + dx * 90, centre[1] + dy * 90)
        for dx, dy in ((-8, -3), (-2, 4), (3, -2), (7, 3), (9, -4), (4, -6), (0, -5), (-3, -6))
    ]
    # The sides of an area do not cross one another.
    chosen = [points[number] for number in (0, 1, 3, 4, 6)] if of_area else points
    stage.store.update(measured=Measurement(tuple(chosen[:count]), of_area=of_area))
    yield stage.still


each("measure_begins", measuring, False, 0)
each("measure_line", measuring, False, 8)
each("measure_area", measuring, True, 5)


@scene
def table(stage: Stage) -> Iterator[Wait]:
    stage.store.update(first_steps=False)
    at_port(stage)
    stage.window.show_table("ports")
    stage.closing.append(stage.find(AttributeTable).closed.emit)
    yield stage.still


@scene
def table_filter_wrong(stage: Stage) -> Iterator[Wait]:
    stage.window.show_table("ecological_reserves")
    table: AttributeTable = stage.find(AttributeTable)
    stage.closing += [stage.find(QLineEdit, within=table).clear, table.closed.emit]
    stage.find(QLineEdit, within=table).setText("colour:red")
    yield lambda: any(
        label.wordWrap() and label.isVisible() for label in table.findChildren(QLabel)
    )
