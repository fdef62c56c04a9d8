"""A command is in its menu, answers its keys, follows the state and the language."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from hetao_map.model.state import MapState
from hetao_map.session.store import Store
from hetao_map.ui.commands import Command, Commands


def window_with_commands(qtbot: QtBot, store: Store) -> tuple[QMainWindow, Commands]:
    window = QMainWindow()
    qtbot.addWidget(window)
    commands = Commands(window.menuBar(), store)
    commands.add_menu("view", lambda: "&View")
    commands.add_menu("theme", lambda: "Theme", "view")
    return window, commands


def dark(store: Store) -> Command:
    return Command(
        "dark",
        lambda: "Dark",
        lambda: store.update(theme="dark"),
        ("Ctrl+D", "D"),
        checked=lambda state: state.theme == "dark",
        enabled=lambda state: not state.opening,
    )


def test_an_action_shows_what_the_state_says(qtbot: QtBot) -> None:
    store = Store(MapState(theme="light"))
    _window, commands = window_with_commands(qtbot, store)
    action = commands.add("theme", dark(store))
    assert (action.isChecked(), action.isEnabled()) == (False, True)
    action.trigger()
    assert store.state.theme == "dark"
    assert action.isChecked()
    action.trigger()
    assert action.isChecked()
    store.update(theme="light", opening=True)
    assert (action.isChecked(), action.isEnabled()) == (False, False)


def test_keys_work_with_the_menu_closed(qtbot: QtBot) -> None:
    store = Store(MapState(theme="light"))
    window, commands = window_with_commands(qtbot, store)
    commands.add("theme", dark(store))
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_D)
    assert store.state.theme == "dark"


def test_the_palette_gets_every_command_with_its_menus(qtbot: QtBot) -> None:
    store = Store(MapState())
    _window, commands = window_with_commands(qtbot, store)
    action = commands.add("theme", dark(store))
    (entry,) = commands.entries()
    assert (entry.id, entry.path, entry.action) == ("dark", ("View", "Theme"), action)


def test_words_change_with_the_language(qtbot: QtBot) -> None:
    store = Store(MapState())
    _window, commands = window_with_commands(qtbot, store)
    word = ["Light"]
    action = commands.add("view", Command("light", lambda: word[0], lambda: None))
    assert isinstance(action, QAction)
    assert action.text() == "Light"
    word[0] = "浅色"
    commands.retranslate()
    assert action.text() == "浅色"


def test_a_command_that_is_not_there_is_not_listed_and_its_words_follow_the_state(
    qtbot: QtBot,
) -> None:
    store = Store(MapState())
    _window, commands = window_with_commands(qtbot, store)
    recent = Command(
        "recent",
        lambda: next(iter(store.state.recent), ""),
        lambda: None,
        shown=lambda state: bool(state.recent),
        fresh=True,
    )
    action = commands.add("view", recent)
    assert commands.entries() == []
    store.update(recent=("/data/a.gpkg",))
    assert [entry.id for entry in commands.entries()] == ["recent"]
    assert action.text() == "/data/a.gpkg"
