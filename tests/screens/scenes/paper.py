"""Files and paper."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6 import QtPrintSupport
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QPushButton,
)

from hetao_map.ui.saving import Saving
from tests.screens.scenes.acting import at_port, each, scene
from tests.screens.stage import Stage, Wait


@scene
def export(stage: Stage) -> Iterator[Wait]:
    at_port(stage)
    yield stage.still
    stage.command("export")
    yield lambda: painted(stage)


def painted(stage: Stage) -> bool:
    """Whether the preview of the export is there."""
    dialog = stage.dialog(QDialog)
    return dialog is not None and not dialog.preview.image.isNull()


@scene
def export_picture(stage: Stage) -> Iterator[Wait]:
    at_port(stage)
    yield stage.still
    stage.command("export")
    yield lambda: painted(stage)
    boxes = stage.dialog(QDialog).findChildren(QComboBox)
    boxes[0].setCurrentIndex(1)
    boxes[1].setCurrentIndex(boxes[1].count() - 1)
    page = stage.dialog(QDialog).preview.image
    yield lambda: stage.dialog(QDialog).preview.image is not page


@scene
def export_features(stage: Stage) -> Iterator[Wait]:
    stage.command("export_features")
    yield stage.shows(QDialog)


@scene
def save_as(stage: Stage) -> Iterator[Wait]:
    in_folder(stage)
    stage.later(partial(stage.window.feature_export.ask, "ports"))
    yield stage.shows(QFileDialog)


@scene
def save_over(stage: Stage) -> Iterator[Wait]:
    in_folder(stage)
    stage.later(partial(stage.window.feature_export.ask, "ports"))
    yield stage.shows(QFileDialog)
    dialog: QFileDialog = stage.dialog(QFileDialog)
    dialog.selectFile("ports.csv")
    stage.later(dialog.accept)
    yield lambda: stage.dialog() is not dialog
    stage.closing.append(dialog.reject)


def in_folder(stage: Stage) -> None:
    for name in ("ports.csv", "2026 report.pdf", "河套.geojson"):
        (stage.folder / name).write_text("x", encoding="utf-8")
    (stage.folder / "Maps").mkdir(exist_ok=True)
    dialog = QFileDialog()
    dialog.setDirectory(str(stage.folder))
    dialog.selectFile("x")
    dialog.deleteLater()


@scene
def progress(stage: Stage) -> Iterator[Wait]:
    """An export that takes its time."""
    enough = threading.Event()

    def write(tell: Callable[[int, int], None], _stale: object) -> None:
        tell(400, 1000)
        enough.wait(60)

    stage.closing.append(enough.set)
    stage.find(Saving).start(Path(stage.folder) / "crossing_channels.gpkg", write)
    yield stage.shows(QDialog)


@scene
def no_printer(stage: Stage) -> Iterator[Wait]:
    stage.store.update(first_steps=False)
    stage.command("print")
    yield stage.window.notice.isVisible


def printing(stage: Stage, to_the_end: bool) -> Iterator[Wait]:
    """The page for paper, and the printers."""
    before = QtPrintSupport.QPrinterInfo

    class OnePrinter:
        @staticmethod
        def availablePrinterNames() -> list[str]:
            return ["Office"]

    QtPrintSupport.QPrinterInfo = OnePrinter  # type: ignore[assignment,misc]
    stage.closing.append(lambda: setattr(QtPrintSupport, "QPrinterInfo", before))
    stage.command("print")
    yield lambda: painted(stage)
    if to_the_end:
        page = stage.dialog(QDialog)
        buttons = page.findChildren(QPushButton)
        stage.later(next(button for button in buttons if button.isDefault()).click)
        yield lambda: stage.dialog(QDialog) is not page
        stage.closing.append(stage.dialog(QDialog).reject)


each("print_page", printing, False)
each("print_printer", printing, True)
