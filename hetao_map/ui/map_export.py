"""Export and print: from the question to the file or the paper."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QWidget

from hetao_map.files import check_not_opened, replace_file
from hetao_map.model.errors import HetaoError
from hetao_map.model.layer import Stale
from hetao_map.model.state import MapState
from hetao_map.render.theme import Theme
from hetao_map.session.store import Store
from hetao_map.ui.file_question import ask_for_file
from hetao_map.ui.look import theme_of
from hetao_map.ui.map_sheet import SheetChoice, sheet_of
from hetao_map.ui.saving import Progress, Saving

OFFERED_NAME = "hetao-map"


class MapExport(QObject):
    """Writes the map as it is seen. What is chosen is kept until the program ends."""

    def __init__(self, window: QWidget, store: Store, saving: Saving) -> None:
        super().__init__(window)
        self._window, self._store, self._saving = window, store, saving
        self._choice: SheetChoice | None = None
        # Nobody wants a dark ground on paper without having asked for it.
        self._light_paper = True

    def open(self) -> None:
        """Ask how the map is to be written, then where."""
        from hetao_map.ui.export_dialog import ExportDialog

        state = self._store.state
        dialog = ExportDialog(self._window, state, theme_of(state.theme), self.choice())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(partial(self._ask_where, dialog))
        dialog.finished.connect(lambda _code: self._keep(dialog.choice))
        dialog.open()

    def choice(self) -> SheetChoice:
        """Return what was chosen last; at first a page as wide or high as the window's map."""
        return self._choice or for_paper(SheetChoice(), self._store.state)

    def print(self) -> None:
        """Ask how the page is to look, then for a printer."""
        # Printing brings a library of its own, which no start should wait for.
        from hetao_map.ui.export_dialog import ExportDialog
        from hetao_map.ui.printing import check_printer

        state = self._store.state
        try:
            check_printer()
        except HetaoError as error:
            self._saving.failed.emit(error.sentence)
            return
        theme = theme_of(state.theme)
        choice = replace(for_paper(self.choice(), state), light=self._light_paper)
        dialog = ExportDialog(self._window, state, theme, choice, paper=True)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(partial(self._print, dialog))
        dialog.finished.connect(lambda _code: self._keep_page(dialog.choice))
        dialog.open()

    def _print(self, dialog: QDialog, choice: SheetChoice) -> None:
        from hetao_map.ui.printing import print_map

        state = self._store.state
        try:
            if print_map(dialog, state, choice, theme_of(state.theme)):
                dialog.accept()
        except HetaoError as error:
            dialog.reject()
            self._saving.failed.emit(error.sentence)

    def _keep_page(self, choice: SheetChoice) -> None:
        """Keep what was chosen for paper, and what was chosen for files before."""
        before, self._light_paper = self.choice(), choice.light
        self._choice = replace(
            choice, ending=before.ending, dpi=before.dpi, size_px=before.size_px, light=before.light
        )

    def _keep(self, choice: SheetChoice) -> None:
        self._choice = choice

    def _ask_where(self, dialog: QDialog, choice: SheetChoice) -> None:
        kinds = {
            ".pdf": self.tr("PDF page"),
            ".png": self.tr("PNG picture"),
            ".svg": self.tr("SVG drawing"),
        }
        kind = {choice.ending: kinds[choice.ending]}
        path = ask_for_file(dialog, self.tr("Save the map as"), OFFERED_NAME, kind)
        if path is None:
            return
        dialog.accept()
        state = self._store.state
        self._saving.start(path, partial(_write, state, choice, theme_of(state.theme), path))


def for_paper(choice: SheetChoice, state: MapState) -> SheetChoice:
    """Return a choice with a page: its own, else one as wide or high as the window's map."""
    width, height = state.viewport.size_px
    page = choice.page or ("A4-landscape" if width >= height else "A4-portrait")
    return replace(choice, page=page, ending=".pdf")


def _write(
    state: MapState,
    choice: SheetChoice,
    theme: Theme,
    path: Path,
    _progress: Progress,
    stale: Stale,
) -> None:
    """Write the page; runs in the worker."""
    from hetao_map.render.output import sheet_bytes

    check_not_opened(path, [dataset.path for dataset in state.catalog.datasets])
    content = sheet_bytes(sheet_of(state, choice, theme), choice.ending)
    if not stale():
        replace_file(path, content)
