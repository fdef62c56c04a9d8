"""A file is written while the window goes on; the answer is a name or a sentence."""

import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QProgressDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hetao_map.files import replace_file
from hetao_map.text.localized import LocalizedText
from hetao_map.ui.saving import Saving


@pytest.fixture
def saving(qtbot: QtBot) -> Saving:
    window = QWidget()
    qtbot.addWidget(window)
    made = Saving(window)
    made.window = window
    yield made
    made.close()


def test_a_written_file_is_told_of(qtbot: QtBot, saving: Saving, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with qtbot.waitSignal(saving.saved) as told:
        saving.start(path, lambda _progress, _stale: replace_file(path, b"x"))
    assert told.args == ["a.txt"]
    assert path.read_bytes() == b"x"


def test_what_goes_wrong_is_a_sentence(qtbot: QtBot, saving: Saving, tmp_path: Path) -> None:
    path = tmp_path / "none" / "a.txt"
    with qtbot.waitSignal(saving.failed) as told:
        saving.start(path, lambda _progress, _stale: replace_file(path, b"x"))
    assert "cannot be written" in told.args[0].en
    with qtbot.waitSignal(saving.failed) as told:
        saving.start(path, lambda _progress, _stale: 1 // 0)
    assert isinstance(told.args[0], LocalizedText)


def test_a_long_writing_shows_how_far_it_is_and_can_be_cancelled(
    qtbot: QtBot, saving: Saving, tmp_path: Path
) -> None:
    saving.window.show()
    go_on, ended = threading.Event(), threading.Event()

    def write(progress, stale) -> None:
        progress(1, 3)
        while not stale():
            go_on.wait(0.01)
        ended.set()

    said: list[object] = []
    saving.saved.connect(said.append)
    saving.failed.connect(said.append)
    saving.start(tmp_path / "a.txt", write)
    dialog = saving.window.findChild(QProgressDialog)
    qtbot.waitUntil(dialog.isVisible)
    assert (dialog.value(), dialog.maximum()) == (1, 3)
    dialog.findChild(QPushButton).click()
    qtbot.waitUntil(ended.is_set)
    with qtbot.waitSignal(saving.saved):
        saving.start(tmp_path / "b.txt", lambda _progress, _stale: None)
    assert said == ["b.txt"]
    go_on.set()
