"""Briefings in the window: what is offered, what is drawn, and what becomes of it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow, QMenu
from pytestqt.qtbot import QtBot

from hetao_map.geometry.projection import to_map
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.dataset import Catalog
from hetao_map.model.drawn_area import DrawnArea
from hetao_map.model.feature import FeatureRef
from hetao_map.model.state import MapState, Selection
from hetao_map.render.live_map import LiveMap
from hetao_map.render.scheduler import Scheduler
from hetao_map.session.actions import Actions
from hetao_map.session.store import Store
from hetao_map.tools.toolbox import ToolBox
from hetao_map.ui import briefings as module
from hetao_map.ui.briefing_dialog import BriefingDialog
from hetao_map.ui.briefings import Briefings
from hetao_map.ui.map_canvas import MapCanvas
from hetao_map.ui.saving import Saving

PORT = FeatureRef("ports", "futian_port")
CORNERS = tuple(to_map(p, 2326) for p in ((114.05, 22.50), (114.08, 22.50), (114.08, 22.53)))


@pytest.fixture
def store(qapp, shipped: Catalog) -> Store:
    visible = frozenset(layer.id for layer in shipped.layers if layer.spec.visible)
    view = Viewport(to_map((114.063, 22.515), 2326), 8, (700, 500))
    return Store(
        MapState(catalog=shipped, visible=visible, viewport=view, selection=Selection((PORT,)))
    )


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def briefings(qtbot: QtBot, store: Store, said: list[str]):
    window, live_map = QMainWindow(), LiveMap(Scheduler())
    qtbot.addWidget(window)
    canvas = MapCanvas(store, Actions(store), live_map, ToolBox(store, [], {}))
    window.setCentralWidget(canvas)
    saving = Saving(window)
    yield Briefings(window, store, canvas, saving, said.append)
    saving.close()
    live_map.close()


def dialog_of(briefings: QObject) -> BriefingDialog:
    (dialog,) = briefings.parent().findChildren(BriefingDialog)
    return dialog


def test_the_menu_of_a_place_offers_it(qtbot: QtBot, briefings: Briefings) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    briefings._fill(menu, to_map((114.079, 22.522), 2326), ())
    (action,) = menu.actions()
    assert action.text() == "Briefing of this area…"
    action.trigger()
    dialog = dialog_of(briefings)
    assert dialog._choices[0].named == (FeatureRef("cooperation_zone", "hong_kong_park"),)
    dialog.reject()


def test_drawing_begins_with_an_empty_area_and_says_how(
    store: Store, briefings: Briefings, said: list[str]
) -> None:
    store.update(drawn=DrawnArea(CORNERS, done=True))
    briefings.draw(boxed=True)
    assert (store.state.tool, store.state.drawn) == ("area", DrawnArea(boxed=True))
    assert "two opposite corners" in said[0]


def test_what_was_drawn_goes_with_the_question(store: Store, briefings: Briefings) -> None:
    store.update(tool="area", drawn=DrawnArea(CORNERS, done=True))
    briefings.open_drawn()
    dialog_of(briefings).reject()
    assert (store.state.tool, store.state.drawn) == ("identify", DrawnArea())


def test_an_area_that_is_still_open_is_complete_when_it_is_asked_about(
    store: Store, briefings: Briefings
) -> None:
    store.update(tool="area", drawn=DrawnArea(CORNERS))
    briefings.open()
    assert store.state.drawn == DrawnArea(CORNERS, done=True)
    dialog = dialog_of(briefings)
    assert dialog._choices[0].rings == ((*CORNERS, CORNERS[0]),)
    dialog.reject()
    assert (store.state.tool, store.state.drawn) == ("identify", DrawnArea())


def test_an_area_drawn_anew_stays(store: Store, briefings: Briefings) -> None:
    store.update(tool="area", drawn=DrawnArea(CORNERS[:2], boxed=True, done=True))
    briefings.open_drawn()
    dialog_of(briefings)._draw()
    assert (store.state.tool, store.state.drawn) == ("area", DrawnArea(boxed=True))


def test_the_answer_becomes_a_file_while_the_window_goes_on(
    qtbot: QtBot,
    store: Store,
    briefings: Briefings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "port.pdf"
    asked = []

    def answer(_parent: object, _title: str, offered: str, kinds: dict[str, str]) -> Path:
        asked.append((offered, list(kinds)))
        return path

    monkeypatch.setattr(module, "ask_for_file", answer)
    briefings.open()
    with qtbot.waitSignal(briefings._saving.saved):
        dialog_of(briefings)._tell()
    assert asked == [("Futian_Port", [".pdf"])]
    assert path.read_bytes().startswith(b"%PDF-")
    assert [each.name for each in tmp_path.iterdir()] == ["port.pdf"]


def test_a_file_that_cannot_be_written_is_said(
    qtbot: QtBot, briefings: Briefings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "ask_for_file", lambda *_words: tmp_path / "gone" / "port.pdf")
    briefings.open()
    with qtbot.waitSignal(briefings._saving.failed) as failed:
        dialog_of(briefings)._tell()
    assert "cannot be written" in failed.args[0].en
