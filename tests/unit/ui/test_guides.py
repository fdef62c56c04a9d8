"""The panels by clock and calendar obey the state and ask for changes."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDateTimeEdit, QListWidget, QMainWindow, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from hetao_map.model.dataset import Catalog
from hetao_map.model.feature import FeatureRef
from hetao_map.model.state import MapState
from hetao_map.session.actions import Actions
from hetao_map.session.store import Store
from hetao_map.text.language import Language
from hetao_map.tools.pointer import BadgeShape
from hetao_map.ui.announcer import Announcer
from hetao_map.ui.crossings_panel import CrossingsPanel
from hetao_map.ui.crossings_watch import CrossingsWatch
from hetao_map.ui.time_bar import TimeBar
from hetao_map.ui.time_panel import TimePanel

NIGHT = dt.datetime(2026, 11, 24, 23, 0)
LATE = dt.datetime(2026, 11, 24, 22, 10)


@pytest.fixture
def store(qtbot: QtBot, shipped: Catalog) -> Store:
    visible = frozenset(layer.id for layer in shipped.layers)
    return Store(MapState(theme="light", catalog=shipped, visible=visible))


@pytest.fixture
def watch(qtbot: QtBot, store: Store) -> CrossingsWatch:
    return CrossingsWatch(store, store)


@pytest.fixture
def crossings(qtbot: QtBot, store: Store, watch: CrossingsWatch) -> CrossingsPanel:
    window = QMainWindow()
    qtbot.addWidget(window)
    panel = CrossingsPanel(store, Actions(store), watch, Announcer(window, store))
    window.setCentralWidget(panel)
    store.update(panel="crossings", moment=NIGHT)
    window.show()
    return panel


def rows(panel: CrossingsPanel | TimePanel) -> list[str]:
    view = panel.findChild(QListWidget)
    return [view.item(number).text() for number in range(view.count())]


def test_the_ports_that_help_come_first_with_source_and_day(crossings: CrossingsPanel) -> None:
    found = rows(crossings)
    assert found[0].startswith("Huanggang Port, open all day, checked 22 October 2025")
    assert found[2].startswith("Futian Port, closed, opens at 06:30 on 25 November 2026")


def test_each_port_has_a_sign_of_its_state_while_the_panel_is_open(
    store: Store, watch: CrossingsWatch, crossings: CrossingsPanel
) -> None:
    assert sorted(shape.state for shape in watch.shapes()) == ["closed", "closed", "open", "open"]
    store.update(moment=LATE)
    states = [shape.state for shape in watch.shapes() if isinstance(shape, BadgeShape)]
    assert sorted(states) == ["closing", "closing", "open", "open"]
    store.update(panel="information")
    assert watch.shapes() == ()


@pytest.mark.parametrize("language", Language)
def test_the_rows_follow_the_language(
    store: Store, crossings: CrossingsPanel, language: Language
) -> None:
    store.update(language=language)
    name = store.state.catalog.find(FeatureRef("ports", "huanggang_port")).name
    assert rows(crossings)[0].startswith(name.in_(language))


def test_a_moment_is_chosen_and_now_is_come_back_to(
    qtbot: QtBot, store: Store, crossings: CrossingsPanel
) -> None:
    edit = crossings.findChild(QDateTimeEdit)
    edit.setDateTime(edit.dateTime().addSecs(3600))
    assert store.state.moment == NIGHT + dt.timedelta(hours=1)
    (now,) = crossings.findChildren(QPushButton)
    assert not now.isChecked()
    qtbot.mouseClick(now, Qt.MouseButton.LeftButton)
    assert store.state.moment is None
    assert now.isChecked()


def test_after_the_calendar_has_run_out_it_is_said(store: Store, crossings: CrossingsPanel) -> None:
    store.update(moment=dt.datetime(2027, 3, 1, 12, 0))
    words = [label.text() for label in crossings.findChildren(type(crossings._notices))]
    assert any("holiday calendar of Hong Kong ends on 31 December 2026" in text for text in words)


def test_a_file_without_hours_says_so(store: Store, crossings: CrossingsPanel) -> None:
    store.update(catalog=Catalog((store.state.catalog.datasets[0].__class__(
        path=store.state.catalog.datasets[0].path, title=store.state.catalog.datasets[0].title,
        layers=(), map_epsg=2326,
    ),)))  # fmt: skip
    assert rows(crossings) == []
    assert "no opening hours of ports" in crossings._notices.text()


def test_enter_goes_to_the_port_and_stays_with_the_ports(
    store: Store, crossings: CrossingsPanel
) -> None:
    view = crossings.findChild(QListWidget)
    view.itemActivated.emit(view.item(2))
    assert store.state.selection.current == FeatureRef("ports", "futian_port")
    assert store.state.panel == "crossings"


def test_the_bar_goes_from_event_to_event(qtbot: QtBot, store: Store) -> None:
    bar = TimeBar(store, Actions(store))
    qtbot.addWidget(bar)
    store.update(panel="time")
    store.update(date="1997-06-30")
    named = {button.accessibleName(): button for button in bar.findChildren(QToolButton)}
    qtbot.mouseClick(named["Next event"], Qt.MouseButton.LeftButton)
    assert store.state.date == "1997-07-01"
    qtbot.mouseClick(named["Previous event"], Qt.MouseButton.LeftButton)
    assert store.state.date == "1995-09-04"


def test_the_keys_step_a_month_and_a_year(qtbot: QtBot, store: Store) -> None:
    bar = TimeBar(store, Actions(store))
    qtbot.addWidget(bar)
    store.update(panel="time", date="2017-01-31")
    slider = bar.focusProxy()
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert store.state.date == "2017-02-28"
    qtbot.keyClick(slider, Qt.Key.Key_PageUp)
    assert store.state.date == "2018-02-28"
    qtbot.keyClick(slider, Qt.Key.Key_Home)
    assert store.state.date == "1995-01-31"


def test_the_years_play_to_their_end(qtbot: QtBot, store: Store) -> None:
    bar = TimeBar(store, Actions(store))
    qtbot.addWidget(bar)
    store.update(panel="time", date="2035-01-31")
    bar.play()
    qtbot.waitUntil(lambda: store.state.date == "2035-12-31")


def test_what_the_map_shows_is_what_a_picture_of_that_day_shows(store: Store) -> None:
    store.update(date="1996-06-30")
    ports = next(layer for layer in store.state.shown if layer.id == "ports")
    ids = {ports.id_of(row) for row in ports.positions_of_row}
    assert ids == {"huanggang_port", "lok_ma_chau_control_point"}


def test_events_and_figures_are_those_known_by_then(qtbot: QtBot, store: Store) -> None:
    panel = TimePanel(store)
    qtbot.addWidget(panel)
    store.update(date="2021-02-01")
    assert rows(panel)[0].startswith("2021, The International Quantum Academy")
    figures = panel.findChildren(QListWidget)[1]
    words = [figures.item(number).text() for number in range(figures.count())]
    assert any("336 birds" in text for text in words)
    assert not any("2023" in text for text in words)
    store.update(date="1980-01-01")
    assert rows(panel) == ["No event is known by then."]
