"""Help names the commands as they are; the about box and the report tell no private thing."""

import logging
import re
import tomllib
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QMainWindow, QTextBrowser, QTextEdit
from pytestqt.qtbot import QtBot

from hetao_map.geometry.viewport import Viewport
from hetao_map.model.dataset import Catalog
from hetao_map.model.state import MapState
from hetao_map.session.actions import Actions
from hetao_map.session.journal import Journal, without_folders
from hetao_map.session.places import Places
from hetao_map.session.store import Store
from hetao_map.text.language import Language
from hetao_map.ui.about import AboutDialog, report
from hetao_map.ui.commands import Command
from hetao_map.ui.help import HelpDialog
from hetao_map.ui.main_menu import MainMenu
from hetao_map.ui.places_menu import PlacesMenu
from hetao_map.ui.versions import LICENCES, versions

PYPROJECT = Path(__file__).parents[3] / "pyproject.toml"


@pytest.fixture(params=list(Language), ids=lambda language: language.value)
def opened(qtbot: QtBot, request: pytest.FixtureRequest) -> HelpDialog:
    store = Store(MapState(language=request.param))
    actions, window = Actions(store), QMainWindow()
    qtbot.addWidget(window)
    menu = MainMenu(store, actions)
    window.setMenuBar(menu)
    menu.build(lambda: None, lambda: None, lambda: None)
    PlacesMenu(window, menu.commands, store, Places(store, actions))
    keys = (("fact_sheet", "Ctrl+P"), ("palette", "Ctrl+K"), ("export_features", ""))
    keys += (("attribute_table", "F4"), ("overview", "Ctrl+Shift+M"), ("full_screen", "F11"))
    keys += tuple((name, "") for name in ("panel_ways", "panel_crossings", "panel_time"))
    keys += tuple((name, "") for name in ("panel_stories", "way_from", "way_to"))
    keys += (
        ("check", ""),
        ("briefing", "Ctrl+Shift+B"),
        ("draw_area", ""),
        ("draw_box", ""),
        ("open", "Ctrl+O"),
    )
    keys += (("changes", ""), ("former_state", ""))
    for id_, key in keys:
        menu.commands.add("file", Command(id_, lambda: "Made <b>up</b> …", lambda: None, (key,)))
    return HelpDialog(window, menu.commands, store)


def test_every_key_of_a_command_is_listed(opened: HelpDialog) -> None:
    text = opened.findChild(QTextBrowser).toPlainText()
    assert "{" not in text
    for key in ("Ctrl+K", "Ctrl+Shift+Z / Ctrl+Y", "+ / =", "Ctrl+D", "Alt+Left"):
        assert key in text
    assert "Made <b>up</b>" in text
    assert "…" not in text.split("Made <b>up</b>", 1)[1][:2]


def test_all_licences_and_versions_are_named(qtbot: QtBot, shipped: Catalog) -> None:
    project = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["project"]
    needed = {re.split(r"[^\w-]", text)[0] for text in project["dependencies"]}
    assert needed <= {name for name, _licence in LICENCES}
    assert {"Python", "Qt", "GEOS", "PROJ", "SQLite", *needed} <= set(versions())
    extent = shipped.extent()
    assert extent is not None
    view = Viewport().fitted(extent)
    shown = frozenset({"roads", "water"})
    store = Store(MapState(viewport=view, catalog=shipped, visible=shown))
    window = QMainWindow()
    qtbot.addWidget(window)
    text = AboutDialog(window, store, list).findChild(QTextEdit).toPlainText()
    assert "© Government of the HKSAR" in text
    assert "LGPL-3.0" in text


def test_a_report_names_no_folder(qapp, shipped: Catalog) -> None:
    journal = Journal()
    path = Path.home() / "my secret" / "map.gpkg"
    journal.handle(logging.LogRecord("x", 30, "", 1, "%s is bad", (path,), None))
    text = report(MapState(catalog=shipped), journal.last_lines())
    assert "map.gpkg is bad" in text
    assert "secret" not in text
    assert str(shipped.datasets[0].path.parent) not in text
    assert "hetao.gpkg" in text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("/home/ann/a.gpkg: no", "…/a.gpkg: no"),
        (r"C:\Users\Ann Lee\a.gpkg is", "…/a.gpkg is"),
        ("open '/tmp/x y/b'", "open '…/b'"),
        ("1/2 done", "1/2 done"),
        ("~/maps/a", "…/a"),
    ],
)
def test_folders_are_left_out(text: str, told: str) -> None:
    assert without_folders(text) == told


@pytest.mark.parametrize("text", ["zzzz", "x" * 10_000, "🦆", "مرحبا", "\u202eabc", "<b>bold</b>"])
def test_words_that_the_help_lacks_are_said(opened: HelpDialog, text: str) -> None:
    opened.show()
    line, (said,) = opened.findChild(QLineEdit), opened.findChildren(QLabel)
    line.insert(text[: line.maxLength() - 1])
    QTest.keyClicks(line, "q")
    assert said.isVisible()
    assert said.text()
    QTest.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(line, "Ctrl")
    assert said.isHidden()
    assert opened.findChild(QTextBrowser).textCursor().selectedText() == "Ctrl"
