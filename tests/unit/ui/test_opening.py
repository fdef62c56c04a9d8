"""Files are opened beside those that are open; what goes wrong costs one file and one sentence."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QListWidget,
    QMainWindow,
    QMenu,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shapely import Point

from hetao_map.model.dataset import Catalog
from hetao_map.model.state import MapState
from hetao_map.session.actions import Actions
from hetao_map.session.store import Store
from hetao_map.text.language import Language
from hetao_map.ui.crs_question import CrsQuestion
from hetao_map.ui.drop_hint import DropHint
from hetao_map.ui.file_commands import FileCommands
from hetao_map.ui.layer_menu import LayerMenu
from hetao_map.ui.main_menu import MainMenu
from hetao_map.ui.notice import Notice
from hetao_map.ui.reading_bar import ReadingBar
from tests.files import UNREADABLE, add_layer, points, register, write_geopackage


class Window:
    """A window with a map, a notice and the File menu, on the shipped data."""

    def __init__(self, qtbot: QtBot, shipped: Catalog) -> None:
        self.qtbot, self.frame, self.canvas = qtbot, QMainWindow(), QWidget()
        self.frame.setCentralWidget(self.canvas)
        self.frame.resize(900, 700)
        self.store = Store(MapState(theme="light"))
        self.actions = Actions(self.store)
        visible = frozenset(layer.id for layer in shipped.layers)
        self.store.update(catalog=shipped, visible=visible)
        self.actions.show_all()
        self.notice = Notice(self.canvas, self.store)
        self.files = FileCommands(self.frame, self.canvas, self.store, self.actions, self.notice)
        self.menu = MainMenu(self.store, self.actions)
        self.frame.setMenuBar(self.menu)
        self.menu.build(*[lambda: None] * 3, self.files.add_commands)
        self.layer_menu = LayerMenu(self.store, self.actions.layers)
        self.files.add_to(self.layer_menu)
        qtbot.addWidget(self.frame)
        self.frame.show()

    def open(self, *paths: Path) -> None:
        self.files.opening.open(paths)
        self.qtbot.waitUntil(lambda: not self.files.opening.busy)

    def titles(self) -> list[str]:
        return [dataset.path.name for dataset in self.store.state.catalog.datasets]

    def said(self) -> str:
        return "\n".join(label.text() for label in self.notice.findChildren(QLabel))

    def button(self, words: str) -> QPushButton:
        buttons = self.notice.findChildren(QPushButton)
        return next(b for b in buttons if words in b.text() and not b.isHidden())

    def entries(self, layer_id: str) -> list[str]:
        menu = QMenu()
        self.layer_menu.fill(menu, layer_id)
        return [action.text() for action in menu.actions() if action.text()]

    def command(self, name: str) -> bool:
        return any(entry.id == name for entry in self.menu.commands.entries())

    def run(self, name: str) -> None:
        entry = next(entry for entry in self.menu.commands.entries() if entry.id == name)
        entry.action.trigger()


@pytest.fixture
def window(qtbot: QtBot, shipped: Catalog) -> Iterator[Window]:
    made = Window(qtbot, shipped)
    yield made
    made.files.shut_down()


def test_files_join_the_map_and_the_good_ones_are_not_lost(window: Window, tmp_path: Path) -> None:
    good = write_geopackage(tmp_path / "good.gpkg", places=points(5))
    bad = tmp_path / "bad.gpkg"
    UNREADABLE["cut short"](bad)
    before = window.store.state.viewport
    window.open(bad, good, tmp_path / "missing.gpkg")
    assert window.titles() == ["hetao.gpkg", "good.gpkg"]
    assert "bad.gpkg" in window.said()
    assert "missing.gpkg: the file does not exist" in window.said()
    assert str(tmp_path) not in window.said()
    assert window.store.state.viewport != before
    window.actions.back()
    assert window.store.state.viewport == before


def test_a_file_that_is_open_is_gone_to_not_opened_twice(window: Window, tmp_path: Path) -> None:
    path = write_geopackage(tmp_path / "good.gpkg", places=points(5))
    window.open(path)
    there = window.store.state.viewport
    window.actions.show_all()
    link = tmp_path / "link.gpkg"
    link.symlink_to(path)
    window.open(link)
    assert window.titles() == ["hetao.gpkg", "good.gpkg"]
    assert window.store.state.viewport == there


def test_a_file_is_closed_by_menu_and_by_its_layer_and_comes_back(
    window: Window, tmp_path: Path
) -> None:
    path = write_geopackage(tmp_path / "a & b.gpkg", places=points(5))
    window.open(path)
    assert "Close the layer’s file" in window.entries("places")
    assert "Close the layer’s file" not in window.entries("ports")
    window.run("close_1")
    assert window.titles() == ["hetao.gpkg"]
    assert not window.command("close_1")
    window.actions.undo()
    assert window.titles() == ["hetao.gpkg", "a & b.gpkg"]
    window.run("close_1")
    window.run("recent_1")
    window.qtbot.waitUntil(lambda: len(window.titles()) == 2)
    window.run("forget_recent")
    assert not window.command("recent_1")


def _slow(path: Path) -> Path:
    """A file whose view is given up after two seconds."""
    write_geopackage(path, places=points(3))
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(
            "CREATE VIEW numbers AS WITH RECURSIVE n(x) AS "
            "(SELECT 1 UNION ALL SELECT x + 1 FROM n) "
            "SELECT x AS fid, zeroblob(0) AS geom FROM n WHERE x < 0"
        )
        register(connection, "numbers")
    return path


def test_a_bar_appears_for_a_file_that_takes_long_and_it_can_be_given_up(
    window: Window, tmp_path: Path
) -> None:
    before = window.store.state.catalog
    window.files.opening.open([_slow(tmp_path / "slow.gpkg")])
    bar = window.canvas.findChild(ReadingBar)
    assert bar.isHidden()
    window.qtbot.waitUntil(bar.isVisible)
    assert "slow.gpkg" in bar.findChild(QLabel).text()
    assert window.command("cancel_opening")
    bar.findChild(QPushButton).click()
    assert bar.isHidden()
    assert not window.files.opening.busy
    assert window.store.state.catalog is before
    assert not window.files.leave()


def test_what_is_wished_for_meanwhile_comes_next(window: Window, tmp_path: Path) -> None:
    window.files.opening.open([_slow(tmp_path / "slow.gpkg")])
    window.files.opening.open([write_geopackage(tmp_path / "next.gpkg", places=points(2))])
    window.qtbot.waitUntil(lambda: bool(window.store.state.reading))
    assert window.files.leave()
    window.qtbot.waitUntil(lambda: not window.files.opening.busy)
    assert window.titles() == ["hetao.gpkg", "next.gpkg"]
    assert window.store.state.reading == ""


def test_a_far_file_is_gone_to_and_that_is_said(window: Window, tmp_path: Path) -> None:
    window.open(write_geopackage(tmp_path / "far.gpkg", sights=[(Point(13.4, 52.5), "tower")]))
    assert window.store.state.catalog.map_epsg == 3857
    assert "far.gpkg lies about 8," in window.said()
    window.actions.undo()
    assert window.store.state.catalog.map_epsg == 2326


def test_files_open_the_last_time_leave_the_view_and_cost_a_sentence_when_they_are_gone(
    window: Window, tmp_path: Path
) -> None:
    path = write_geopackage(tmp_path / "good.gpkg", places=points(5))
    before = window.store.state.viewport
    told: list[object] = []
    window.files.opening.reopened.connect(told.append)
    window.files.opening.reopen([path, tmp_path / "gone.gpkg"])
    window.qtbot.waitUntil(lambda: bool(told))
    assert window.titles() == ["hetao.gpkg", "good.gpkg"]
    assert window.store.state.viewport == before
    assert window.said().count("gone.gpkg") == 1


# Drag and drop.


def _dragged(*urls: QUrl) -> QMimeData:
    data = QMimeData()
    data.setUrls(list(urls))
    return data


def test_files_are_dropped_with_a_hint_while_they_hang_over_the_window(
    window: Window, tmp_path: Path
) -> None:
    path = write_geopackage(tmp_path / "dropped.gpkg", places=points(5))
    data = _dragged(QUrl.fromLocalFile(str(path)))
    hint = window.frame.findChild(DropHint)
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.NoModifier
    enter = QDragEnterEvent(QPoint(50, 50), copy, data, left, none)
    QApplication.sendEvent(window.frame, enter)
    assert enter.isAccepted()
    assert hint.isVisible()
    QApplication.sendEvent(window.frame, QDragLeaveEvent())
    assert hint.isHidden()
    again = QDragEnterEvent(QPoint(50, 50), copy, data, left, none)
    QApplication.sendEvent(window.frame, again)
    QApplication.sendEvent(window.frame, QDropEvent(QPointF(50, 50), copy, data, left, none))
    window.qtbot.waitUntil(lambda: "dropped.gpkg" in window.titles())
    assert hint.isHidden()


def test_the_hint_goes_when_whoever_dragged_has_ended_without_a_word(
    window: Window, tmp_path: Path
) -> None:
    data = _dragged(QUrl.fromLocalFile(str(tmp_path / "a.gpkg")))
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.NoModifier
    hint = window.frame.findChild(DropHint)
    QApplication.sendEvent(window.frame, QDragEnterEvent(QPoint(50, 50), copy, data, left, none))
    assert hint.isVisible()
    window.qtbot.mouseMove(window.canvas, QPoint(90, 90))
    window.qtbot.mouseClick(window.canvas, left)
    assert hint.isHidden()


def test_what_is_no_file_of_this_computer_is_not_taken(window: Window) -> None:
    data = _dragged(QUrl("https://example.org/map.gpkg"))
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.NoModifier
    enter = QDragEnterEvent(QPoint(50, 50), copy, data, left, none)
    enter.ignore()
    QApplication.sendEvent(window.frame, enter)
    assert not enter.isAccepted()
    assert window.frame.findChild(DropHint).isHidden()


# Where does it lie?


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = write_geopackage(tmp_path / "plan.gpkg")
    rows = [(Point(823_000, 841_000), "a"), (Point(824_000, 842_000), "b")]
    with closing(sqlite3.connect(path)) as connection, connection:
        add_layer(connection, "plan", rows, srs_id=0)
    return path


def test_a_layer_without_a_crs_is_asked_about_and_the_answer_is_kept(
    window: Window, plan: Path
) -> None:
    window.open(plan)
    assert "plan.gpkg, layer plan: it does not say its coordinate system" in window.said()
    assert "Where does this layer lie?…" in window.entries("plan")
    assert "Where does this layer lie?…" not in window.entries("ports")
    window.button("Where does it lie?").click()
    question = window.frame.findChild(CrsQuestion)
    listed = question.findChild(QListWidget)
    words = [listed.item(row).text() for row in range(listed.count())]
    assert "Hong Kong 1980 Grid (EPSG:2326)" in words
    assert listed.currentItem().text() == "Hong Kong 1980 Grid (EPSG:2326)"
    listed.setCurrentRow(words.index("WGS 84 UTM, zone 50N (EPSG:32650)"))
    question.accept()
    window.qtbot.waitUntil(lambda: not window.files.opening.busy)
    dataset = window.store.state.catalog.at(plan)
    assert dataset is not None
    assert dataset.assumed == ()
    assert dataset.layers[0].extent_lonlat.center[1] == pytest.approx(7.6, abs=0.1)
    assert window.store.state.told_crs == {str(plan): "EPSG:32650"}
    assert window.titles() == ["hetao.gpkg", "plan.gpkg"]
    assert "Where does this layer lie?…" in window.entries("plan")


@pytest.mark.parametrize(
    ("typed", "said", "possible"),
    [
        ("2326", "Its centre would be at 22.513", True),
        ("EPSG:32650", "km from the centre of the map", True),
        ("999999", "There is no reference system with this number.", False),
        ("4326", "have no place on the Earth", False),
        ("abc", "There is no reference system with this number.", False),
    ],
)
def test_another_number_is_tried_before_it_is_taken(
    window: Window, plan: Path, typed: str, said: str, possible: bool
) -> None:
    window.open(plan)
    answers: list[tuple[Path, str]] = []
    question = CrsQuestion(window.frame, window.store, "plan", lambda *a: answers.append(a))
    question.findChild(QLineEdit).setText(typed)
    assert any(said in label.text() for label in question.findChildren(QLabel))
    question.accept()
    assert bool(answers) is possible
    question.close()


def test_the_words_follow_the_language(window: Window, tmp_path: Path, plan: Path) -> None:
    window.store.update(language=Language.ZH_HANT)
    window.open(plan)
    assert "沒有說明座標參考系統" in window.said()
