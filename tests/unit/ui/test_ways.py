"""Door to door in a window: from the card, from the menu of the map, copied and saved."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMainWindow, QMenu
from pytestqt.qtbot import QtBot

from hetao_map.geometry.projection import to_map
from hetao_map.geometry.viewport import Viewport
from hetao_map.model import clock
from hetao_map.model.dataset import Catalog
from hetao_map.model.feature import FeatureRef
from hetao_map.model.route import Route, Trip
from hetao_map.model.state import MapState, Selection
from hetao_map.session.actions import Actions
from hetao_map.session.store import Store
from hetao_map.ui import ways as ways_module
from hetao_map.ui.announcer import Announcer
from hetao_map.ui.saving import Saving
from hetao_map.ui.way_button import WayButton
from hetao_map.ui.ways import Ways

HOME = FeatureRef("innovation_sites", "hetao_one")


@pytest.fixture
def store(qapp: object, shipped: Catalog) -> Store:
    visible = frozenset(layer.id for layer in shipped.layers if layer.spec.visible)
    return Store(MapState(Viewport(size_px=(600, 400)), shipped, visible))


@pytest.fixture
def saving() -> Iterator[Callable[[QMainWindow], Saving]]:
    made: list[Saving] = []

    def make(window: QMainWindow) -> Saving:
        made.append(Saving(window))
        return made[-1]

    yield make
    for one in made:
        one.close()


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def ways(
    qtbot: QtBot, store: Store, window: QMainWindow, saving: Callable[[QMainWindow], Saving]
) -> Iterator[Ways]:
    made = Ways(window, store, Actions(store), Announcer(window, store), saving(window))
    panel = made.panel()
    window.setCentralWidget(panel)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    yield made
    made.close()


def actions_of(menu: QMenu) -> dict[str, QAction]:
    return {action.text(): action for action in menu.actions()}


def test_the_card_begins_a_way_and_the_missing_end_has_the_keyboard(
    qtbot: QtBot, store: Store, window: QMainWindow, ways: Ways
) -> None:
    button = WayButton(store, ways)
    qtbot.addWidget(button)
    store.update(selection=Selection((HOME,)))
    actions_of(button.menu())["Route from here"].trigger()
    assert store.state.trip.start == str(HOME)
    assert store.state.panel == "ways"
    qtbot.waitUntil(lambda: window.focusWidget() is not None)
    assert window.focusWidget().accessibleName() == "To"


def test_the_menu_of_the_map_takes_the_mark_or_the_spot(store: Store, ways: Ways) -> None:
    menu, point = QMenu(), to_map((114.05, 22.51), 2326)
    ways.fill(menu, point, ())
    actions_of(menu)["Route to here"].trigger()
    assert store.state.trip.end == "114.050000,22.510000"
    menu.clear()
    ways.fill(menu, point, (HOME,))
    actions_of(menu)["Route from here"].trigger()
    assert store.state.trip.start == str(HOME)


@pytest.fixture
def answered(qtbot: QtBot, store: Store, ways: Ways) -> Route:
    store.update(panel="ways", trip=Trip(str(HOME), "place/sheung_shui"))
    qtbot.waitUntil(lambda: isinstance(store.state.route, Route))
    assert isinstance(store.state.route, Route)
    return store.state.route


def test_the_way_is_copied_as_text(store: Store, ways: Ways, answered: Route) -> None:
    ways.copy()
    text = QGuiApplication.clipboard().text()
    assert text.startswith("From Hetao One to Sheung Shui Station")
    assert text.count("estimate") > len(answered.legs) - 1
    assert "Frontier Closed Area" in text


def test_the_way_is_saved_as_a_pdf(
    qtbot: QtBot, ways: Ways, answered: Route, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "way.pdf"
    monkeypatch.setattr(ways_module, "ask_for_file", lambda *_args: path)
    ways.save()
    qtbot.waitUntil(path.exists)
    assert path.read_bytes().startswith(b"%PDF")


def test_now_is_hong_kongs(answered: Route) -> None:
    assert abs((answered.ready - clock.now()).total_seconds()) < 180
