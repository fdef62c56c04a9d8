"""The page of the export on paper; without a printer, a sentence."""

from pathlib import Path

import pytest
from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hetao_map.geometry.projection import to_map
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.dataset import Catalog
from hetao_map.model.errors import NotFoundError
from hetao_map.model.state import MapState
from hetao_map.render.theme import LIGHT
from hetao_map.ui.map_sheet import SheetChoice
from hetao_map.ui.printing import paint_on, print_map
from tests.unit.render.outputs import read_by

CHOICE = SheetChoice(page="A4-landscape", title="On paper")


@pytest.fixture
def state(qapp, shipped: Catalog) -> MapState:
    view = Viewport(to_map((114.063, 22.515), 2326), 8, (700, 500))
    visible = frozenset(layer.id for layer in shipped.layers if layer.spec.visible)
    return MapState(catalog=shipped, visible=visible, viewport=view)


def test_the_page_fills_the_paper(state: MapState, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    paint_on(printer, state, CHOICE, LIGHT)
    said = read_by("pdftotext", tmp_path / "paper.pdf", "-")
    assert "On paper" in said
    assert "Legend" in said
    assert "Pages:           1\n" in read_by("pdfinfo", tmp_path / "paper.pdf")


@pytest.mark.parametrize(
    ("page", "millimetres"), [("A4-landscape", (297, 210)), ("A3-portrait", (297, 420))]
)
def test_the_printer_is_offered_the_page_of_the_preview(
    qtbot: QtBot,
    state: MapState,
    monkeypatch: pytest.MonkeyPatch,
    page: str,
    millimetres: tuple[int, int],
) -> None:
    offered = []

    def left(dialog: QPrintDialog) -> int:
        paper = dialog.printer().pageLayout().fullRect(QPageLayout.Unit.Millimeter)
        offered.append((round(paper.width()), round(paper.height())))
        return 0

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Office"])
    monkeypatch.setattr(QPrintDialog, "exec", left)
    parent = QWidget()
    qtbot.addWidget(parent)
    assert not print_map(parent, state, SheetChoice(page=page), LIGHT)
    assert offered == [millimetres]


def test_without_a_printer_a_pdf_is_advised(
    qtbot: QtBot, state: MapState, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    parent = QWidget()
    qtbot.addWidget(parent)
    with pytest.raises(NotFoundError, match="export a PDF"):
        print_map(parent, state, CHOICE, LIGHT)
