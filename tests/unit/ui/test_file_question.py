from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from hetao_map.ui.file_question import ask_for_file, file_name, with_ending

KINDS = {".csv": "Table", ".gpkg": "GeoPackage"}


@pytest.mark.parametrize(
    ("typed", "written"),
    [("map", "map.csv"), ("map.gpkg", "map.gpkg"), ("map.CSV", "map.CSV"), ("a.v2", "a.v2.csv")],
)
def test_a_chosen_name_gets_the_ending_of_its_kind(typed: str, written: str) -> None:
    assert with_ending(Path("folder") / typed, ".csv", KINDS) == Path("folder") / written


@pytest.mark.parametrize(
    ("text", "name"),
    [("ports@a/b", "ports_a_b"), ("口岸", "口岸"), ("../..", "_____"), ("", "hetao-map")],
)
def test_any_text_makes_a_harmless_name(text: str, name: str) -> None:
    assert file_name(text) == name


def answer(qtbot: QtBot, *answers: Path | None) -> None:
    """Type paths into the question when it is open, one after the other; None leaves it."""
    left = list(answers)

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QFileDialog) and left:
            path = left.pop(0)
            if path is None:
                dialog.reject()
            else:
                dialog.findChild(QLineEdit).setText(str(path))
                dialog.done(QDialog.DialogCode.Accepted)
        if left:
            QTimer.singleShot(10, look)

    QTimer.singleShot(0, look)


def test_the_answer_is_a_path_with_an_ending(qtbot: QtBot, tmp_path: Path) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    answer(qtbot, tmp_path / "a.v2")
    assert ask_for_file(parent, "Export", "a", KINDS, ".gpkg") == tmp_path / "a.v2.gpkg"
    answer(qtbot, None)
    assert ask_for_file(parent, "Export", "a", KINDS) is None


def test_a_file_that_the_ending_leads_to_is_asked_for_again(qtbot: QtBot, tmp_path: Path) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    (tmp_path / "a.v2.csv").touch()
    answer(qtbot, tmp_path / "a.v2", tmp_path / "b.csv")
    assert ask_for_file(parent, "Export", "a", KINDS) == tmp_path / "b.csv"
