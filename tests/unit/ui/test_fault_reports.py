from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hetao_map.data.open import open_files
from hetao_map.model.state import MapState
from hetao_map.session.store import Store
from hetao_map.text.localized import LocalizedText, same
from hetao_map.ui.error_window import ErrorWindow
from hetao_map.ui.fault_reports import FaultReports
from hetao_map.ui.notice import Notice
from tests.files import points, write_geopackage


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    return window


@pytest.fixture
def store() -> Store:
    return Store(MapState())


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[LocalizedText]:
    said: list[LocalizedText] = []
    monkeypatch.setattr(Notice, "add", lambda _self, sentence: said.append(sentence))
    return said


def test_why_a_file_is_refused_is_said_once_until_other_files_are_open(
    window: QWidget, store: Store, said: list[LocalizedText], tmp_path: Path
) -> None:
    reports = FaultReports(window, store, Notice(window, store), list)
    for _ in range(3):
        reports.refuse(same("gone"))
    reports.refuse(same("locked"))
    assert said == [same("gone"), same("locked")]
    path = write_geopackage(tmp_path / "a.gpkg", places=points(2))
    store.update(catalog=open_files([path]))
    reports.refuse(same("gone"))
    assert said[-1] == same("gone")
    assert len(said) == 3


def test_faults_join_in_one_window_and_in_one_report(window: QWidget, store: Store) -> None:
    reports = FaultReports(window, store, Notice(window, store), lambda: ["last line of the log"])
    for number in range(8):
        reports.show_fault(f"Fault {number}\n<b>not bold</b>\u202e")
    (dialog,) = window.findChildren(ErrorWindow)
    text = dialog.findChild(QPlainTextEdit).toPlainText()
    assert "Fault 4\n<b>not bold</b>" in text
    assert "Fault 5" not in text
    assert text.endswith("…")
    assert "\u202e" not in text
    copy, _close = dialog.findChildren(QPushButton)
    copy.click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Fault 0\n")
    assert "last line of the log" in copied
    assert "Hetao Map:" in copied


def test_a_report_is_there_even_where_nothing_else_can_be_told(
    window: QWidget, store: Store
) -> None:
    def no_log() -> list[str]:
        raise OSError("the log is gone")

    reports = FaultReports(window, store, Notice(window, store), no_log)
    reports.show_fault("Fault")
    (dialog,) = window.findChildren(ErrorWindow)
    dialog.findChildren(QPushButton)[0].click()
    assert QGuiApplication.clipboard().text() == "Fault"


def test_a_window_that_is_opened_again_shows_the_new_fault_alone(
    window: QWidget, store: Store
) -> None:
    reports = FaultReports(window, store, Notice(window, store), list)
    reports.show_fault("First")
    (dialog,) = window.findChildren(ErrorWindow)
    dialog.reject()
    reports.show_fault("Second")
    assert dialog.findChild(QPlainTextEdit).toPlainText() == "Second"
