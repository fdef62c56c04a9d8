"""A story runs to its end by keyboard alone, and is printed page by page."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QMainWindow, QPushButton
from pytestqt.qtbot import QtBot

from hetao_map.geometry.viewport import Viewport
from hetao_map.model.dataset import Catalog
from hetao_map.model.state import MapState
from hetao_map.session.actions import Actions, home_extent
from hetao_map.session.store import Store
from hetao_map.session.stories import Stories, stories_of
from hetao_map.text.language import Language
from hetao_map.ui.announcer import Announcer
from hetao_map.ui.booklet import booklet_bytes
from hetao_map.ui.flight import Flight, between
from hetao_map.ui.story_panel import StoryPanel
from tests.unit.render.outputs import read_by


@pytest.fixture
def store(qtbot: QtBot, shipped: Catalog) -> Store:
    visible = frozenset(layer.id for layer in shipped.layers if layer.spec.visible)
    viewport = Viewport(size_px=(900, 600)).fitted(home_extent(shipped))
    return Store(MapState(viewport, shipped, visible, theme="light", less_motion=True))


def shown(qtbot: QtBot, store: Store, printed: list[str]) -> StoryPanel:
    window = QMainWindow()
    qtbot.addWidget(window)
    stories = Stories(store, Actions(store), lambda _left: None)
    panel = StoryPanel(store, stories, Announcer(window, store), lambda: printed.append("booklet"))
    window.setCentralWidget(panel)
    window.show()
    window.activateWindow()
    panel.setFocus()
    return panel


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("number", range(4))
def test_the_keys_lead_through_a_story(
    qtbot: QtBot, store: Store, number: int, language: Language
) -> None:
    store.update(language=language)
    panel = shown(qtbot, store, [])
    view = panel.findChild(QListWidget)
    view.setCurrentRow(number)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    story = stories_of(store.state.catalog)[number]
    for place, step in enumerate(story.steps):
        assert store.state.story.step == place
        words = [label.text() for label in panel.findChildren(QLabel)]
        assert step.title.in_(language) in words
        assert step.text.in_(language) in words
        qtbot.keyClick(panel.focusProxy(), Qt.Key.Key_Right)
    assert store.state.story.step == len(story.steps) - 1
    qtbot.keyClick(panel.findChildren(QPushButton)[0], Qt.Key.Key_Escape)
    assert store.state.story is None
    assert panel.findChild(QListWidget).count() == 4


def test_the_buttons_say_where_a_story_ends(qtbot: QtBot, store: Store) -> None:
    printed: list[str] = []
    panel = shown(qtbot, store, printed)
    view = panel.findChild(QListWidget)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    buttons = {button.text(): button for button in panel.findChildren(QPushButton)}
    assert not buttons["Back"].isEnabled()
    while buttons["Next"].isEnabled():
        qtbot.mouseClick(buttons["Next"], Qt.MouseButton.LeftButton)
    assert store.state.story.step == 7
    qtbot.mouseClick(buttons["Booklet as PDF…"], Qt.MouseButton.LeftButton)
    assert printed == ["booklet"]


def test_a_file_without_stories_says_so(qtbot: QtBot, store: Store, shipped: Catalog) -> None:
    dataset = shipped.datasets[0]
    bare = replace(dataset, knowledge=replace(dataset.knowledge, stories=()))
    store.update(catalog=Catalog((bare,)))
    panel = shown(qtbot, store, [])
    words = [label.text() for label in panel.findChildren(QLabel)]
    assert "There are no stories in this file." in words


@pytest.mark.parametrize("language", Language)
def test_the_booklet_has_a_page_for_each_step(
    store: Store, tmp_path: Path, language: Language
) -> None:
    state = replace(store.state, language=language)
    story = stories_of(state.catalog)[3]
    content = booklet_bytes(state, story)
    path = tmp_path / "booklet.pdf"
    path.write_bytes(content)
    pages = read_by("pdftotext", "-layout", path, "-").split("\f")[:-1]
    assert len(pages) == len(story.steps)
    for page, step in zip(pages, story.steps, strict=True):
        assert step.title.in_(language).replace(" ", "") in page.replace(" ", "").replace("\n", "")


def test_a_flight_ends_where_it_should(qtbot: QtBot, store: Store) -> None:
    store.update(less_motion=False)
    flight = Flight(store, store)
    start, end = store.state.viewport, store.state.viewport.zoomed(3.0).panned(200, 0)
    seen: list[Viewport] = []
    store.changed.connect(lambda _old, new: seen.append(new.viewport))
    store.update(viewport=end)
    flight.go(start)
    qtbot.waitUntil(lambda: len(seen) > 2 and seen[-1] == end)
    assert any(view.metres_per_px != end.metres_per_px for view in seen[1:-1])


def test_without_motion_one_is_there_at_once(qtbot: QtBot, store: Store) -> None:
    flight = Flight(store, store)
    end = store.state.viewport.zoomed(3.0)
    left = store.state.viewport
    store.update(viewport=end)
    flight.go(left)
    qtbot.wait(50)
    assert store.state.viewport == end


def test_on_the_way_scale_and_place_lie_between(store: Store) -> None:
    start = store.state.viewport
    end = start.zoomed(4.0).panned(300, 100)
    assert between(start, end, 0.0).center == pytest.approx(start.center)
    middle = between(start, end, 0.5)
    assert end.metres_per_px < middle.metres_per_px < start.metres_per_px
    assert between(start, end, 1.0) == end
