"""The palette lists what the menus hold, in both languages, and runs it by the keyboard alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QMainWindow
from pytestqt.qtbot import QtBot

from hetao_map.model.state import MapState
from hetao_map.session.store import Store
from hetao_map.text.language import Language
from hetao_map.ui.commands import Command, Commands
from hetao_map.ui.palette import Palette
from hetao_map.ui.translation import english_of


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    return window


def palette_of(
    qtbot: QtBot, window: QMainWindow, store: Store
) -> tuple[Palette, QLineEdit, QListWidget]:
    commands = Commands(window.menuBar(), store)
    commands.add_menu("view", lambda: "视图(&V)")
    for id_, words in (("full_extent", "全图"), ("zoom_in", "放大")):
        act = lambda id_=id_: store.update(tool=id_)  # noqa: E731
        commands.add("view", Command(id_, lambda words=words: words, act, ("Ctrl+0",)))
    commands.add("view", Command("never", lambda: "从不", lambda: None, enabled=lambda _s: False))
    palette = Palette(window, commands, store)
    with qtbot.waitExposed(window):
        window.show()
    palette.open()
    edit, found = palette.findChild(QLineEdit), palette.findChild(QListWidget)
    assert edit is not None
    assert found is not None
    return palette, edit, found


def shown(found: QListWidget) -> list[str]:
    return [found.item(row).text() for row in range(found.count())]


def test_all_commands_are_listed_with_menu_and_key(qtbot: QtBot, window: QMainWindow) -> None:
    _palette, _edit, found = palette_of(qtbot, window, Store(MapState()))
    assert shown(found)[0] == "全图, 视图, Ctrl+0"
    assert len(shown(found)) == 3


def test_a_line_that_only_says_something_is_no_command(qtbot: QtBot, window: QMainWindow) -> None:
    commands = Commands(window.menuBar(), Store(MapState()))
    commands.add_menu("close", lambda: "Close")
    commands.add("close", Command("none", lambda: "No file", lambda: None, only_says=True))
    commands.add("close", Command("all", lambda: "All files", lambda: None))
    assert [entry.id for entry in commands.entries()] == ["all"]


def test_arrows_choose_and_enter_runs(qtbot: QtBot, window: QMainWindow) -> None:
    store = Store(MapState())
    palette, edit, _found = palette_of(qtbot, window, store)
    qtbot.keyClick(edit, Qt.Key.Key_Down)
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert store.state.tool == "zoom_in"
    assert palette.isHidden()


def test_the_english_name_finds_it_in_chinese(qtbot: QtBot, window: QMainWindow) -> None:
    store = Store(MapState(language=Language.ZH_HANS))
    _palette, edit, found = palette_of(qtbot, window, store)
    qtbot.keyClicks(edit, "full ext")
    assert shown(found)[0].startswith("全图")


@pytest.mark.parametrize(
    ("typed", "own_name"),
    [("chinese", "简体中文"), ("traditional", "繁體中文（香港）"), ("英文", "English")],
)
def test_a_language_is_found_by_what_others_call_it(
    qtbot: QtBot, window: QMainWindow, typed: str, own_name: str
) -> None:
    commands = Commands(window.menuBar(), store := Store(MapState()))
    commands.add_menu("language", lambda: "Language")
    for language in Language:
        name = language.own_name
        commands.add("language", Command(language.value, lambda name=name: name, lambda: None))
    palette = Palette(window, commands, store)
    palette.open()
    edit, found = palette.findChild(QLineEdit), palette.findChild(QListWidget)
    assert edit is not None
    assert found is not None
    edit.setText(typed)
    assert shown(found)[0].startswith(own_name)


def test_a_command_that_cannot_be_run_now_is_not_run(qtbot: QtBot, window: QMainWindow) -> None:
    palette, edit, _found = palette_of(qtbot, window, Store(MapState()))
    qtbot.keyClicks(edit, "never")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert not palette.isHidden()


def test_escape_leaves_and_nothing_found_is_said(qtbot: QtBot, window: QMainWindow) -> None:
    store = Store(MapState())
    palette, edit, found = palette_of(qtbot, window, store)
    qtbot.keyClicks(edit, "qqqqqq")
    assert shown(found) == ["No matching command"]
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    qtbot.keyClick(edit, Qt.Key.Key_Escape)
    assert palette.isHidden()
    assert store.state.tool == "identify"


def test_it_ends_above_the_lower_edge_of_a_low_window(qtbot: QtBot, window: QMainWindow) -> None:
    window.resize(800, 200)
    palette, _edit, _found = palette_of(qtbot, window, Store(MapState()))
    assert palette.geometry().bottom() < window.height()


def test_every_word_of_the_window_leads_back_to_english() -> None:
    assert english_of(Language.EN) == {}
    assert english_of(Language.ZH_HANS)["全图"] == "Full extent"
    assert "Full extent" in english_of(Language.ZH_HANT).values()
