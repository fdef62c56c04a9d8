"""Other people's files: opened, asked about, checked, changed by others, briefed on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog

from hetao_map.ui.check_panel import CheckPanel
from hetao_map.ui.drop_hint import DropHint
from hetao_map.ui.file_commands import FileCommands
from hetao_map.ui.opening import Opening
from tests.screens.scenes.acting import at_port, click_port, each, scene
from tests.screens.stage import Stage, Wait


def written(stage: Stage, height: int, *more: tuple[float, float]) -> Path:
    """Write a file as somebody else would, with a value that can change and further points."""
    points = [(114.06, 22.515), (114.066, 22.519), *more]
    features = [
        {
            "type": "Feature",
            "properties": {"name": f"Borehole {number}", "height": height},
            "geometry": {"type": "Point", "coordinates": point},
        }
        for number, point in enumerate(points, 1)
    ]
    path = stage.folder / "boreholes.geojson"
    content = {"type": "FeatureCollection", "features": features}
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def opened(stage: Stage) -> Iterator[Wait]:
    """Open the file, and close it behind the scene."""
    path, before = written(stage, 12), stage.state.catalog
    opening: Opening = stage.find(Opening)
    opening.open([path])
    yield lambda: len(stage.state.catalog.datasets) == len(before.datasets) + 1
    stage.closing.append(lambda: opening.close_file(path))


@scene
def open_dialog(stage: Stage) -> Iterator[Wait]:
    stage.command("open")
    yield stage.shows(QFileDialog)


@scene
def opened_file(stage: Stage) -> Iterator[Wait]:
    stage.store.update(first_steps=False)
    at_port(stage)
    yield from opened(stage)
    at_port(stage)


@scene
def opened_broken(stage: Stage) -> Iterator[Wait]:
    stage.store.update(first_steps=False)
    path = stage.folder / "broken.gpkg"
    path.write_bytes(b"SQLite format 3\0" + b"no more than this" * 9)
    stage.find(Opening).open([path])
    yield stage.window.notice.isVisible


@scene
def changed_file(stage: Stage) -> Iterator[Wait]:
    """The file is saved by somebody else while it is open."""
    stage.store.update(first_steps=False)
    at_port(stage)
    yield from opened(stage)
    written(stage, 15, (114.062, 22.52))
    yield lambda: stage.state.news


@scene
def changes_dialog(stage: Stage) -> Iterator[Wait]:
    yield from changed_file(stage)
    stage.command("changes")
    yield stage.shows(QDialog)


@scene
def crs_question(stage: Stage) -> Iterator[Wait]:
    stage.later(lambda: stage.find(FileCommands)._ask_crs("ports"))
    yield stage.shows(QDialog)


@scene
def drop_hint(stage: Stage) -> Iterator[Wait]:
    hint: DropHint = stage.find(DropHint)
    hint._names = ["boreholes.geojson", "2026 河套.gpkg"]
    hint.setGeometry(stage.window.rect())
    hint.show()
    hint.raise_()
    stage.closing.append(hint.hide)
    yield hint.isVisible


@scene
def reading_bar(stage: Stage) -> Iterator[Wait]:
    stage.store.update(reading="boreholes.geojson")
    yield stage.still


@scene
def check_panel(stage: Stage) -> Iterator[Wait]:
    stage.command("check")
    yield lambda: stage.state.panel == "check"
    panel: CheckPanel = stage.find(CheckPanel)
    yield lambda: panel._report is not None


def briefing(stage: Stage, hits: bool) -> Iterator[Wait]:
    (click_port if hits else at_port)(stage)
    yield stage.still
    stage.command("briefing")
    yield stage.shows(QDialog)
    about = stage.dialog(QDialog).findChildren(QComboBox)[0]
    about.setCurrentIndex(1 if hits else 0)


each("briefing", briefing, False)
each("briefing_of_hits", briefing, True)
