"""Measure panel, read-out, scale, going to, overview and the menu of the map, as widgets."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListWidget, QMainWindow, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hetao_map.geometry.projection import to_map
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.dataset import Catalog
from hetao_map.model.measurement import Measurement
from hetao_map.model.state import MapState
from hetao_map.query.positions import Position, position_in
from hetao_map.render.live_map import LiveMap
from hetao_map.render.picture import Picture
from hetao_map.render.scheduler import Scheduler
from hetao_map.render.theme import LIGHT
from hetao_map.session.actions import Actions
from hetao_map.session.store import Store
from hetao_map.text import messages
from hetao_map.text.language import Language
from hetao_map.text.localized import LocalizedText
from hetao_map.ui.copying import Copying
from hetao_map.ui.go_to import GoToDialog
from hetao_map.ui.measure_panel import MeasurePanel
from hetao_map.ui.overview import Overview
from hetao_map.ui.read_out import ReadOut
from hetao_map.ui.scale_box import SCALES, ScaleBox

FUTIAN = to_map((114.0629, 22.5176), 2326)
SQUARE = ((822_000.0, 842_000.0), (822_500.0, 842_000.0), (822_500.0, 842_400.0))
BAD = ["🦆" * 30, "مرحبا بالعالم", "\u202e22.5", "<b>1</b>", "22.5, 999", "x" * 10_000]


@pytest.fixture
def store(qapp, shipped: Catalog) -> Store:
    visible = frozenset(layer.id for layer in shipped.layers if layer.spec.visible)
    view = Viewport(FUTIAN, 4.0, (900, 700))
    return Store(MapState(viewport=view, catalog=shipped, visible=visible, theme="light"))


@pytest.fixture
def canvas(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(900, 700)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


@pytest.fixture
def copied() -> list[str]:
    return []


@pytest.fixture
def panel(canvas: QWidget, store: Store, copied: list[str]) -> MeasurePanel:
    below = QWidget(canvas)
    below.hide()
    return MeasurePanel(canvas, store, Actions(store), below, lambda: copied.append("copied"))


def shown(panel: QWidget) -> str:
    labels = [child for child in panel.findChildren(QWidget) if child.isVisible()]
    return "\n".join(str(child.property("text") or "") for child in labels)


def button(panel: QWidget, text: str) -> QPushButton:
    return next(one for one in panel.findChildren(QPushButton) if one.text() == text)


def test_the_panel_is_there_while_the_tool_is_in_hand(panel: MeasurePanel, store: Store) -> None:
    assert not panel.isVisible()
    Actions(store).take("measure")
    assert panel.isVisible()
    Actions(store).take("identify")
    assert not panel.isVisible()


def test_the_panel_tells_sum_pieces_and_area(panel: MeasurePanel, store: Store) -> None:
    store.update(tool="measure", measured=Measurement(SQUARE))
    assert "900.0 m" in shown(panel)
    assert panel.findChild(QListWidget).count() == 2
    store.update(measured=Measurement(SQUARE, of_area=True))
    assert "10.00 ha" in shown(panel)
    assert "Perimeter" in shown(panel)
    assert panel.findChild(QListWidget).count() == 3
    store.update(language=Language.ZH_HANT)
    assert "10.00公頃" in shown(panel)


def test_the_panels_buttons(
    qtbot: QtBot, panel: MeasurePanel, store: Store, copied: list[str]
) -> None:
    store.update(tool="measure", measured=Measurement(SQUARE))
    button(panel, "Undo point").click()
    assert len(store.state.measured.points) == 2
    button(panel, "Copy").click()
    assert copied == ["copied"]
    button(panel, "Clear").click()
    assert not store.state.measured.points
    assert not button(panel, "Copy").isEnabled()


def test_a_click_beside_the_buttons_is_not_the_maps(
    qtbot: QtBot, panel: MeasurePanel, canvas: QWidget, store: Store
) -> None:
    store.update(tool="measure")
    assert panel.testAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
    assert canvas.rect().contains(panel.geometry())


@pytest.fixture
def positions() -> list[Position]:
    return []


@pytest.fixture
def read_out(qtbot: QtBot, store: Store, positions: list[Position]) -> ReadOut:
    widget = ReadOut(store, positions.append)
    qtbot.addWidget(widget)
    return widget


def test_the_read_out_follows_pointer_and_form(read_out: ReadOut, store: Store) -> None:
    assert read_out.text() == "Centre: 22.51760° N  114.06290° E"
    read_out.point_at(to_map((114.05, 22.5), 2326))
    assert read_out.text() == "22.50000° N  114.05000° E"
    store.update(coordinates="gcj02")
    assert "not used here" in read_out.text()
    read_out.point_at(FUTIAN)
    assert read_out.text().startswith("GCJ-02 about")
    assert "unofficial" in read_out.toolTip()


def test_a_click_copies_what_is_shown(read_out: ReadOut, positions: list[Position]) -> None:
    read_out.point_at(to_map((114.05, 22.5), 2326))
    read_out.click()
    assert [position.marked for position in positions] == ["22.50000° N  114.05000° E"]


def test_the_menu_chooses_the_form(read_out: ReadOut, store: Store) -> None:
    names = {action.text(): action for action in read_out.menu().actions()}
    names["Hong Kong 1980 Grid"].trigger()
    assert store.state.coordinates == "hk1980"
    assert "824542 E  841996 N" in read_out.text()


@pytest.fixture
def told() -> list[LocalizedText]:
    return []


@pytest.fixture
def scale(qtbot: QtBot, store: Store, told: list[LocalizedText]) -> ScaleBox:
    box = ScaleBox(store, Actions(store), told.append)
    qtbot.addWidget(box)
    with qtbot.waitExposed(box):
        box.show()
    return box


def typed(qtbot: QtBot, scale: ScaleBox, text: str) -> None:
    """Keys go to the box, which hands them on to its line."""
    scale.lineEdit().selectAll()
    scale.lineEdit().insert(text)
    qtbot.keyClick(scale, Qt.Key.Key_Return)


def test_a_scale_is_typed_or_chosen(qtbot: QtBot, scale: ScaleBox, store: Store) -> None:
    typed(qtbot, scale, "1:20 000")
    assert store.state.viewport.scale_denominator == pytest.approx(20_000)
    assert scale.currentText() == "1:20,000"
    scale.activated.emit(0)
    assert store.state.viewport.scale_denominator == pytest.approx(SCALES[0])


@pytest.mark.parametrize("text", [*BAD, "0", "1:99999999999"])
def test_what_is_no_scale_gets_a_sentence(
    qtbot: QtBot, scale: ScaleBox, store: Store, told: list[LocalizedText], text: str
) -> None:
    before = store.state.viewport
    typed(qtbot, scale, text)
    assert told == [messages.NO_SCALE]
    assert store.state.viewport == before
    qtbot.keyClick(scale, Qt.Key.Key_Escape)
    assert scale.currentText() == "1:15,100"


@pytest.fixture
def go_to(qtbot: QtBot, canvas: QWidget, store: Store) -> GoToDialog:
    dialog = GoToDialog(canvas, store, Actions(store))
    dialog.ask()
    return dialog


def lines(dialog: GoToDialog) -> dict[str, QLineEdit]:
    return {line.accessibleName(): line for line in dialog.findChildren(QLineEdit)}


def test_going_to_coordinates_at_a_scale(go_to: GoToDialog, store: Store) -> None:
    lines(go_to)["Coordinates"].setText("22°30′N 114°03′E")
    lines(go_to)["Scale"].setText("1:5000")
    assert "22.50000° N  114.05000° E" in shown(go_to)
    go_to.accept()
    assert store.state.viewport.center == pytest.approx(to_map((114.05, 22.5), 2326))
    assert store.state.viewport.scale_denominator == pytest.approx(5000)
    assert not go_to.isVisible()


@pytest.mark.parametrize("text", BAD)
@pytest.mark.parametrize("name", ["Coordinates", "Scale"])
def test_bad_input_is_told_and_nothing_is_lost(
    go_to: GoToDialog, store: Store, name: str, text: str
) -> None:
    before = store.state
    lines(go_to)["Coordinates"].setText("22.5, 114.05")
    lines(go_to)[name].setText(text)
    kept = lines(go_to)[name].text()
    go_to.accept()
    sentences = (messages.NO_COORDINATES, messages.OFF_THE_WORLD, messages.NO_SCALE)
    assert any(sentence.in_(Language.EN) in shown(go_to) for sentence in sentences)
    assert lines(go_to)[name].text() == kept
    assert store.state == before
    assert go_to.isVisible()


@pytest.fixture
def overview(qtbot: QtBot, canvas: QWidget, store: Store):
    live_map = LiveMap(Scheduler())
    widget = Overview(canvas, store, Actions(store), live_map)

    def show(_old: MapState, new: MapState) -> None:
        live_map.show(Picture(new.viewport, new.catalog, new.visible, new.language, LIGHT))

    store.changed.connect(show)
    show(store.state, store.state)
    yield widget
    live_map.close()


def test_the_overview_shows_the_zone_and_moves_the_map(
    qtbot: QtBot, overview: Overview, store: Store
) -> None:
    assert not overview.isVisible()
    store.update(overview=True)
    assert overview.isVisible()
    before = store.state.viewport
    place = QPoint(40, 30)
    QTest.mouseClick(overview, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert store.state.viewport.center == pytest.approx(overview.view.to_map((40, 30)))
    assert store.state.history.past[-1] == before
    qtbot.keyClick(overview, Qt.Key.Key_Right)
    assert store.state.viewport.center[0] > overview.view.to_map((40, 30))[0]


def test_its_picture_is_painted_once_for_many_views(
    qtbot: QtBot, overview: Overview, store: Store
) -> None:
    store.update(overview=True)
    qtbot.waitUntil(lambda: overview.picture is not None)
    first = overview.picture
    for step in range(5):
        store.update(viewport=store.state.viewport.panned(step, 0))
    assert overview.picture is first
    store.update(visible=store.state.visible - {"ecological_reserves"})
    qtbot.waitUntil(lambda: overview.picture is not first)


def test_a_small_map_has_no_overview(overview: Overview, canvas: QWidget, store: Store) -> None:
    store.update(overview=True)
    canvas.resize(400, 300)
    assert not overview.isVisible()
    canvas.resize(900, 700)
    assert overview.isVisible()


def test_copies_reach_the_clipboard(qtbot: QtBot, store: Store) -> None:
    window, said = QMainWindow(), []
    qtbot.addWidget(window)
    copying = Copying(window, store, said.append)
    copying.copy_position(position_in("hk1980", store.state.catalog, FUTIAN, Language.EN))
    assert QGuiApplication.clipboard().text() == "HK 1980 Grid  824542 E  841996 N"
    store.update(measured=Measurement(SQUARE))
    copying.copy_measurement()
    assert "900.0 m" in QGuiApplication.clipboard().text()
    assert len(said) == 2
