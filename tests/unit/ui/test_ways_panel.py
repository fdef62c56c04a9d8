"""The panel "Door to door" obeys the state and asks for changes."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QDateTime, Qt
from PySide6.QtWidgets import QDateTimeEdit, QLineEdit, QMainWindow, QToolButton
from pytestqt.qtbot import QtBot

from hetao_map.geometry.viewport import Viewport
from hetao_map.model.dataset import Catalog
from hetao_map.model.route import Route, Trip
from hetao_map.model.state import MapState
from hetao_map.session.actions import Actions
from hetao_map.session.store import Store
from hetao_map.session.trips import Trips, shown_lines
from hetao_map.text.language import Language
from hetao_map.text.localized import LocalizedText
from hetao_map.ui.announcer import Announcer
from hetao_map.ui.drop_list import DropList
from hetao_map.ui.place_edit import PlaceEdit
from hetao_map.ui.route_list import RouteList
from hetao_map.ui.route_watch import RouteWatch
from hetao_map.ui.search_list import SearchList
from hetao_map.ui.ways_panel import WaysPanel
from tests.layers import make_catalog, make_layer

HOME, AWAY = "innovation_sites/hetao_one", "place/sheung_shui"
NOON = dt.datetime(2026, 11, 24, 12, 0)


class Said(Announcer):
    """What would be said aloud."""

    def __init__(self, window: QMainWindow, store: Store) -> None:
        self.words: list[str] = []
        super().__init__(window, store)

    def say(self, text: str) -> None:
        if text:
            self.words.append(text)


@pytest.fixture
def store(qtbot: QtBot, shipped: Catalog) -> Store:
    visible = frozenset(layer.id for layer in shipped.layers)
    view = Viewport(size_px=(800, 600))
    return Store(MapState(view, theme="light", catalog=shipped, visible=visible))


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def trips(store: Store) -> Trips:
    return Trips(store, Actions(store))


@pytest.fixture
def watch(store: Store, trips: Trips) -> Iterator[RouteWatch]:
    watch = RouteWatch(store, store, trips)
    yield watch
    watch.close()


@pytest.fixture
def said(window: QMainWindow, store: Store) -> Said:
    return Said(window, store)


@pytest.fixture
def panel(
    qtbot: QtBot, store: Store, window: QMainWindow, trips: Trips, watch: RouteWatch, said: Said
) -> WaysPanel:
    deeds = dict.fromkeys(("target", "copy", "print"), lambda: None)
    panel = WaysPanel(store, trips, said, deeds)
    window.setCentralWidget(panel)
    window.resize(360, 800)
    store.update(panel="ways")
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    return panel


def edit(panel: WaysPanel, name: str) -> PlaceEdit:
    return next(e for e in panel.findChildren(PlaceEdit) if e.accessibleName() == name)


def rows(panel: WaysPanel) -> list[str]:
    view = panel.findChild(RouteList)
    return [view.item(number).text() for number in range(view.count())]


def ask(qtbot: QtBot, store: Store, trips: Trips, **more: object) -> Route:
    trips.ask(**{"start": HOME, "end": AWAY, "moment": NOON} | more)
    qtbot.waitUntil(lambda: store.state.route is not None)
    assert isinstance(store.state.route, Route)
    return store.state.route


def type_into(qtbot: QtBot, field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)


def test_typing_two_places_gives_a_way(
    qtbot: QtBot, store: Store, panel: WaysPanel, window: QMainWindow
) -> None:
    store.update(trip=Trip(moment=NOON))
    for name, typed in (("From", "hetaoyihao"), ("To", "shangshui")):
        type_into(qtbot, edit(panel, name), typed)
        qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(SearchList)))
        qtbot.keyClick(edit(panel, name), Qt.Key.Key_Return)
    assert (store.state.trip.start, store.state.trip.end) == (HOME, AWAY)
    qtbot.waitUntil(lambda: isinstance(store.state.route, Route))
    assert edit(panel, "From").text() == "Hetao One"
    assert "Hetao One → Futian Port" in rows(panel)[0]
    assert any("MTR East Rail Line" in row for row in rows(panel))


def test_a_name_in_full_needs_no_offer(qtbot: QtBot, store: Store, panel: WaysPanel) -> None:
    field = edit(panel, "From")
    type_into(qtbot, field, "futian port")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert store.state.trip.start in ("futian port", "ports/futian_port")
    assert field.text() == "Futian Port"


def test_who_types_faster_than_offers_come_gets_what_was_typed(
    qtbot: QtBot, store: Store, panel: WaysPanel, window: QMainWindow
) -> None:
    field = edit(panel, "To")
    type_into(qtbot, field, "shangs")
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(SearchList)))
    qtbot.keyClicks(field, "hui")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "Sheung Shui Station"


def test_coordinates_are_a_place(qtbot: QtBot, store: Store, panel: WaysPanel) -> None:
    field = edit(panel, "From")
    type_into(qtbot, field, "22.53, 114.05")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert field.text() == "22.53000° N  114.05000° E"


def test_escape_leaves_the_field_as_it_was(qtbot: QtBot, store: Store, panel: WaysPanel) -> None:
    store.update(trip=Trip(HOME, AWAY, NOON))
    field = edit(panel, "From")
    type_into(qtbot, field, "mai po")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "Hetao One"
    assert store.state.trip.start == HOME


def test_a_new_answer_does_not_disturb_who_types_or_reads(
    qtbot: QtBot, store: Store, trips: Trips, panel: WaysPanel
) -> None:
    route = ask(qtbot, store, trips)
    view, field = panel.findChild(RouteList), edit(panel, "To")
    view.setCurrentRow(2)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    scrolled = view.verticalScrollBar().value()
    type_into(qtbot, field, "fut")
    store.update(route=replace(route, ready=route.ready + dt.timedelta(minutes=1)))
    assert field.text() == "fut"
    assert view.currentRow() == 2
    assert view.verticalScrollBar().value() == scrolled > 0


def test_another_way_is_read_from_its_beginning(
    qtbot: QtBot, store: Store, trips: Trips, panel: WaysPanel
) -> None:
    ask(qtbot, store, trips)
    panel.findChild(RouteList).setCurrentRow(2)
    assert store.state.leg == 2
    trips.turn()
    assert store.state.leg is None
    qtbot.waitUntil(lambda: isinstance(store.state.route, Route))
    assert panel.findChild(RouteList).currentRow() == -1


def test_an_emptied_field_takes_the_answer_away(
    qtbot: QtBot, store: Store, trips: Trips, panel: WaysPanel
) -> None:
    ask(qtbot, store, trips)
    field = edit(panel, "To")
    field.setFocus()
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    assert store.state.trip.end == ""
    assert store.state.route is None
    assert not panel.findChild(RouteList).isVisible()


def test_each_estimate_is_marked_and_each_source_has_a_date(
    qtbot: QtBot, store: Store, trips: Trips, panel: WaysPanel
) -> None:
    route = ask(qtbot, store, trips)
    legs = rows(panel)[: len(route.legs)]
    for leg, row in zip(route.legs, legs, strict=True):
        assert ("estimate" in row) is leg.estimate
    everything = "\n".join(rows(panel))
    assert "Not chosen, Huanggang Port" in everything
    assert "Good to know" in everything
    assert "Hong Kong Police Force · 4 January 2016" in everything


def test_the_answer_tells_the_last_chance(
    qtbot: QtBot, store: Store, trips: Trips, panel: WaysPanel, said: Said
) -> None:
    route = ask(qtbot, store, trips)
    assert route.leave_by is not None
    words = " ".join(label.text() for label in panel.findChildren(type(panel._more)))
    assert f"Last departure by this route: {route.leave_by:%H:%M}" in words
    assert any("Last departure" in text and "Clearance" in text for text in said.words)


def test_choosing_a_leg_marks_it_on_the_map(
    qtbot: QtBot, store: Store, trips: Trips, panel: WaysPanel
) -> None:
    ask(qtbot, store, trips)
    view = panel.findChild(RouteList)
    view.setFocus()
    view.setCurrentRow(0)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert store.state.leg == 1
    assert [line.chosen for line in shown_lines(store.state)].index(True) == 1
    view.setCurrentRow(view.count() - 1)
    assert store.state.leg is None


def test_the_way_back_and_the_fewest_changes(
    qtbot: QtBot, store: Store, trips: Trips, panel: WaysPanel
) -> None:
    ask(qtbot, store, trips)
    named = {button.accessibleName(): button for button in panel.findChildren(QToolButton)}
    qtbot.mouseClick(named["Swap start and destination"], Qt.MouseButton.LeftButton)
    assert (store.state.trip.start, store.state.trip.end) == (AWAY, HOME)
    prefer = next(d for d in panel.findChildren(DropList) if d.accessibleName() == "Which route")
    prefer.activated.emit(1)
    assert store.state.trip.fewest_changes


def test_to_be_there_by_a_time(qtbot: QtBot, store: Store, trips: Trips, panel: WaysPanel) -> None:
    ask(qtbot, store, trips, moment=None)
    when = panel.findChild(QDateTimeEdit)
    assert not when.isVisible()
    kind = next(d for d in panel.findChildren(DropList) if d.accessibleName() == "When")
    kind.activated.emit(2)
    assert when.isVisible()
    when.setDateTime(QDateTime(NOON))
    assert store.state.trip == Trip(HOME, AWAY, NOON, arrive_by=True)
    qtbot.waitUntil(lambda: isinstance(store.state.route, Route) and _by_noon(store.state.route))


def _by_noon(route: Route) -> bool:
    return route.arrives <= NOON


@pytest.mark.parametrize("language", Language)
def test_all_of_it_follows_the_language(
    qtbot: QtBot, store: Store, trips: Trips, panel: WaysPanel, language: Language
) -> None:
    ask(qtbot, store, trips)
    before = rows(panel)
    store.update(language=language)
    panel.retranslate()
    name = {"en": "Hetao One", "zh-Hans": "河套壹号", "zh-Hant": "河套壹號"}[language.value]
    assert panel.findChildren(PlaceEdit)[0].text() == name
    assert name in rows(panel)[0]
    assert (rows(panel) == before) is (language is Language.EN)


@pytest.mark.parametrize(
    ("trip", "words"),
    [
        (Trip("Narnia", AWAY, NOON), "No place called “Narnia”"),
        (Trip("Futain", AWAY, NOON), "nearest names are: Futian"),
        (Trip(HOME, HOME, NOON), "name two places"),
        (Trip(HOME, AWAY, dt.datetime(2040, 1, 1)), "not known for 1 January 2040"),
        (Trip(HOME, "31.2,121.5", NOON), "No known way begins near"),
    ],
)
def test_nothing_found_is_a_sentence_with_the_reason(
    qtbot: QtBot, store: Store, panel: WaysPanel, said: Said, trip: Trip, words: str
) -> None:
    store.update(trip=trip)
    qtbot.waitUntil(lambda: isinstance(store.state.route, LocalizedText))
    assert words in panel._hint.text()
    assert not panel.findChild(RouteList).isVisible()
    assert any(words in text for text in said.words)


def test_after_the_holiday_calendar_a_notice_stands_below(
    qtbot: QtBot, store: Store, trips: Trips, panel: WaysPanel
) -> None:
    ask(qtbot, store, trips, moment=dt.datetime(2027, 3, 1, 12, 0))
    assert any("holiday calendar of Hong Kong ends on 31 December 2026" in r for r in rows(panel))


def test_a_file_without_ways_says_so(store: Store, panel: WaysPanel) -> None:
    store.update(catalog=make_catalog(make_layer([])))
    assert "network_edge" in panel._hint.text()
    assert not edit(panel, "From").isEnabled()


def test_nothing_is_worked_out_for_another_panel(
    qtbot: QtBot, store: Store, panel: WaysPanel, watch: RouteWatch
) -> None:
    store.update(panel="information")
    store.update(trip=Trip(HOME, AWAY, NOON))
    assert not watch.busy
    store.update(panel="ways")
    qtbot.waitUntil(lambda: isinstance(store.state.route, Route))


def test_words_of_the_data_are_no_markup(qtbot: QtBot, store: Store, panel: WaysPanel) -> None:
    store.update(trip=Trip("<b>x</b>", AWAY, NOON))
    qtbot.waitUntil(lambda: isinstance(store.state.route, LocalizedText))
    assert "<b>x</b>" in panel._hint.text()
    assert panel._hint.textFormat() == Qt.TextFormat.PlainText
