"""What the View menu puts on the map."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from hetao_map.model.state import MapState
from hetao_map.session.actions import Actions
from hetao_map.session.store import Store
from hetao_map.text.language import Language
from hetao_map.ui.main_menu import MainMenu


@pytest.fixture
def store() -> Store:
    return Store(MapState())


@pytest.fixture
def menu(qtbot: QtBot, store: Store) -> Iterator[MainMenu]:
    window = QMainWindow()
    qtbot.addWidget(window)
    menu = MainMenu(store, Actions(store))
    window.setMenuBar(menu)
    menu.build(*[lambda: None] * 3)
    yield menu
    window.close()


@pytest.mark.parametrize("field", ["legend", "grid"])
def test_legend_and_grid_are_switched_on_and_off(menu: MainMenu, store: Store, field: str) -> None:
    action = next(entry.action for entry in menu.commands.entries() if entry.id == field)
    action.trigger()
    assert getattr(store.state, field)
    assert action.isChecked()
    action.trigger()
    assert not getattr(store.state, field)


def test_a_second_language_is_chosen_and_taken_away(menu: MainMenu, store: Store) -> None:
    actions = {entry.id: entry.action for entry in menu.commands.entries()}
    actions["second_language_Language.EN"].trigger()
    assert store.state.second_language is Language.EN
    actions["second_language_None"].trigger()
    assert store.state.second_language is None
