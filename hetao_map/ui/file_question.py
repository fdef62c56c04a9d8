"""Asking where a file is to be written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSplitter, QTreeView, QWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog

_SIZE = (760, 480)
_FOLDERS_PX = 150
_KIND, _DATE = 2, 3
"""Columns of a list of files."""
_DATE_PX = 150


def ask_for_file(
    parent: QWidget, title: str, offered: str, kinds: Mapping[str, str], kind: str = ""
) -> Path | None:
    """Return the path to write to, None where the person has thought better of it.

    kinds maps the endings that can be written to their names; kind is the ending that is chosen
    at first. An ending that is typed counts; where none is, that of the chosen kind is added.
    The system asks before an existing file is replaced.
    """
    from PySide6.QtWidgets import QFileDialog

    dialog = QFileDialog(parent, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    filters = {f"{name} (*{ending})": ending for ending, name in kinds.items()}
    dialog.setNameFilters(list(filters))

    def ending() -> str:
        return filters.get(dialog.selectedNameFilter(), next(iter(kinds)))

    def take_filter() -> None:
        dialog.setDefaultSuffix(ending())

    dialog.filterSelected.connect(lambda _name: take_filter())
    dialog.selectNameFilter(next((f for f, e in filters.items() if e == kind), next(iter(filters))))
    take_filter()
    dialog.selectFile(offered)
    give_room(dialog)
    while dialog.exec():
        typed = Path(dialog.selectedFiles()[0])
        path = with_ending(typed, ending(), kinds)
        if path == typed or not path.exists():
            return path
        # The name is another one now, and the system has not asked about that.
        dialog.selectFile(str(path))
    return None


def give_room(dialog: QFileDialog) -> None:
    """Let folders and dates be read in Qt's own dialog; that of a desktop has its own size."""
    dialog.resize(*_SIZE)
    for splitter in dialog.findChildren(QSplitter):
        splitter.setSizes([_FOLDERS_PX, _SIZE[0] - _FOLDERS_PX])
    for files in dialog.findChildren(QTreeView, "treeView"):
        # The choice of kinds says it, and in the window's language.
        files.setColumnHidden(_KIND, True)
        files.setColumnWidth(_DATE, _DATE_PX)


def with_ending(path: Path, ending: str, known: Iterable[str]) -> Path:
    """Return the path as it was typed, with an ending where it lacks one that can be written."""
    return path if path.suffix.lower() in known else path.with_name(path.name + ending)


def file_name(text: str) -> str:
    """Return a text as a name for a file: letters and digits, cut to 80."""
    kept = "".join(c if c.isalnum() or c in "-_" else "_" for c in text)
    return kept[:80] or "hetao-map"
