"""The menu of a place: what is here, its coordinates, measuring from it, centring it."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from hetao_map.geometry.projection import to_map
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.dataset import Catalog
from hetao_map.model.state import MapState
from hetao_map.render.live_map import LiveMap
from hetao_map.render.scheduler import Scheduler
from hetao_map.session.actions import Actions
from hetao_map.session.places import Places
from hetao_map.session.store import Store
from hetao_map.tools.pins import HEAD_PX, PinTool
from hetao_map.tools.toolbox import ToolBox
from hetao_map.ui.commands import Commands
from hetao_map.ui.copying import Copying
from hetao_map.ui.map_canvas import MapCanvas
from hetao_map.ui.map_menu import MapMenu
from hetao_map.ui.places_menu import PlacesMenu

FUTIAN = to_map((114.0629, 22.5176), 2326)
MIDDLE = (300.0, 200.0)
Opened = Callable[[tuple[float, float]], dict[str, QAction]]


@pytest.fixture
def store(qapp, shipped: Catalog) -> Store:
    visible = frozenset(layer.id for layer in shipped.layers if layer.spec.visible)
    return Store(MapState(viewport=Viewport(FUTIAN, 4.0, (600, 400)), catalog=shipped,
                          visible=visible))  # fmt: skip


@pytest.fixture
def opened(qtbot: QtBot, store: Store):
    actions, live_map = Actions(store), LiveMap(Scheduler())
    window, places = QMainWindow(), Places(store, actions)
    qtbot.addWidget(window)
    pins = PinTool(store, places, lambda _pin: None)
    canvas = MapCanvas(store, actions, live_map, ToolBox(store, [pins], {}))
    window.setCentralWidget(canvas)
    commands = Commands(window.menuBar(), store)
    for name in ("go", "tools"):
        commands.add_menu(name, lambda name=name: name)
    menus = MapMenu(canvas, store, actions, Copying(window, store, lambda _text: None))
    offered = PlacesMenu(window, commands, store, places)

    def menu_of(px: tuple[float, float]) -> dict[str, QAction]:
        """The actions by their words, those of the submenu too."""
        actions = menus.menu_at(px, offered, pins).actions()
        more = [one for action in actions if action.menu() for one in action.menu().actions()]
        return {action.text(): action for action in (*actions, *more)}

    yield menu_of
    live_map.close()


def test_what_is_here_is_listed_and_opened(opened: Opened, store: Store) -> None:
    menu = opened(MIDDLE)
    menu["Futian Port  ·  Land port"].trigger()
    assert str(store.state.selection.current) == "ports/futian_port"
    assert len(store.state.selection.hits) > 1


def test_coordinates_are_copied_in_the_chosen_and_in_any_form(opened: Opened, store: Store) -> None:
    store.update(coordinates="hk1980")
    menu = opened(MIDDLE)
    menu["Copy coordinates here"].trigger()
    assert QGuiApplication.clipboard().text().startswith("HK 1980 Grid  824542 E")
    forms = [text for text in menu if text.startswith(("WGS", "Hong", "CGCS", "GCJ"))]
    assert len(forms) == 6
    menu[forms[0]].trigger()
    assert QGuiApplication.clipboard().text().startswith("22.51760° N")


def test_measuring_begins_here(opened: Opened, store: Store) -> None:
    opened(MIDDLE)["Measure from here"].trigger()
    assert store.state.tool == "measure"
    (point,) = store.state.measured.points
    assert point == pytest.approx(FUTIAN, abs=1e-6)


def test_the_map_is_centred_here(opened: Opened, store: Store) -> None:
    place = store.state.viewport.to_map((100, 50))
    opened((100, 50))["Centre the map here"].trigger()
    assert store.state.viewport.center == place


def test_a_pin_is_offered_where_there_is_none(opened: Opened, store: Store) -> None:
    assert "Pin here…" in opened(MIDDLE)
    Places(store, Actions(store)).pin(FUTIAN, "a note")
    assert "Delete the pin" in opened((300, 200 - HEAD_PX))
