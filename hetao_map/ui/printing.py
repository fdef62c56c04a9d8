"""The map on paper: the page of the export, of the size of the printer's sheet."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtWidgets import QWidget

from hetao_map.geometry.paper import PX_PER_MM
from hetao_map.model.errors import NotFoundError, OutputError
from hetao_map.model.state import MapState
from hetao_map.render.lettering import painting
from hetao_map.render.output import title_of
from hetao_map.render.sheet_painting import paint_sheet
from hetao_map.render.theme import Theme
from hetao_map.text import messages
from hetao_map.ui.map_sheet import SCREEN_DPI, SheetChoice, sheet_of

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_FINE = 300 / SCREEN_DPI
_SIZES = {name: getattr(QPageSize.PageSizeId, name) for name in ("A4", "A3", "A2")}


def print_map(parent: QWidget, state: MapState, choice: SheetChoice, theme: Theme) -> bool:
    """Ask for a printer and print the page of a choice; return whether it was printed.

    Raises NotFoundError where there is no printer, OutputError when it does not take the page.
    """
    # Looking for printers takes a moment, which no start should wait for.
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    check_printer()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    size, _, way = choice.page.partition("-")
    printer.setPageSize(QPageSize(_SIZES.get(size, QPageSize.PageSizeId.A4)))
    lying = way == "landscape"
    printer.setPageOrientation(
        QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
    )
    dialog = QPrintDialog(printer, parent)
    if dialog.exec() != QPrintDialog.DialogCode.Accepted:
        return False
    paint_on(printer, state, choice, theme)
    return True


def check_printer() -> None:
    """Raise NotFoundError where there is no printer."""
    from PySide6.QtPrintSupport import QPrinterInfo

    if not QPrinterInfo.availablePrinterNames():
        raise NotFoundError(messages.NO_PRINTER)


def paint_on(printer: QPrinter, state: MapState, choice: SheetChoice, theme: Theme) -> None:
    """Print the page of a choice on the printer's paper. Raises OutputError when it fails."""
    printer.setFullPage(True)
    if sys.platform not in ("win32", "darwin"):
        # CUPS is handed a PDF: with logical pixels as its unit, patterns keep their size.
        printer.setResolution(SCREEN_DPI)
    paper = printer.pageLayout().fullRect(QPageLayout.Unit.Millimeter)
    size = (paper.width() * PX_PER_MM, paper.height() * PX_PER_MM)
    sheet = sheet_of(state, choice, theme, _FINE, size)
    printer.setDocName(title_of(sheet))
    with painting(printer) as painter:
        if not painter.isActive():
            raise OutputError(messages.NO_PRINTER)
        dots = printer.resolution() / SCREEN_DPI
        painter.scale(dots, dots)
        paint_sheet(painter, sheet)
