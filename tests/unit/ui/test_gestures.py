"""Wheel, touchpad, middle button, fingers and keys on a real canvas, as events."""

from math import isclose

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hetao_map.geometry.viewport import Viewport
from hetao_map.model.dataset import Catalog
from hetao_map.model.state import MapState
from hetao_map.render.live_map import LiveMap
from hetao_map.render.scheduler import Scheduler
from hetao_map.session.actions import Actions
from hetao_map.session.store import Store
from hetao_map.tools.identify import IdentifyTool
from hetao_map.tools.measure import MeasureTool
from hetao_map.tools.pan import PanTool
from hetao_map.tools.toolbox import ToolBox
from hetao_map.ui.map_canvas import MapCanvas

FUTIAN = (824_542.0, 841_996.0)
SIZE = (600, 400)
NO_KEY = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def store(qtbot: QtBot, shipped: Catalog) -> Store:
    visible = frozenset(layer.id for layer in shipped.layers)
    view = Viewport(FUTIAN, 4.0, SIZE)
    return Store(MapState(viewport=view, catalog=shipped, visible=visible))


@pytest.fixture
def canvas(qtbot: QtBot, store: Store):
    actions, live_map = Actions(store), LiveMap(Scheduler())
    tools = {"identify": IdentifyTool(store, actions), "measure": MeasureTool(store)}
    toolbox = ToolBox(store, [PanTool(store, actions)], tools)
    widget = MapCanvas(store, actions, live_map, toolbox)
    qtbot.addWidget(widget)
    widget.resize(*SIZE)
    with qtbot.waitExposed(widget):
        widget.show()
    yield widget
    live_map.close()


def wheel(
    canvas: MapCanvas,
    turned: tuple[int, int] = (0, 0),
    pixels: tuple[int, int] = (0, 0),
    held: Qt.KeyboardModifier = NO_KEY,
    phase: Qt.ScrollPhase = Qt.ScrollPhase.NoScrollPhase,
    device: QPointingDevice | None = None,
) -> None:
    place = QPointF(150, 100)
    event = QWheelEvent(
        place, QPointF(canvas.mapToGlobal(place)), QPoint(*pixels), QPoint(*turned),
        Qt.MouseButton.NoButton, held, phase, False,
        *((Qt.MouseEventSource.MouseEventNotSynthesized, device) if device else ()),
    )  # fmt: skip
    QApplication.sendEvent(canvas, event)


def test_the_wheel_zooms_at_the_pointer(canvas: MapCanvas, store: Store) -> None:
    before = store.state.viewport
    wheel(canvas, (0, 120))
    after = store.state.viewport
    assert after.metres_per_px < before.metres_per_px
    assert after.to_map((150, 100)) == pytest.approx(before.to_map((150, 100)))
    wheel(canvas, (0, -120))
    assert store.state.viewport.center == pytest.approx(before.center)


def test_two_fingers_on_a_touchpad_pan(canvas: MapCanvas, store: Store) -> None:
    before = store.state.viewport
    wheel(canvas, (0, 40), (30, 20), phase=Qt.ScrollPhase.ScrollUpdate)
    assert store.state.viewport == before.panned(30, 20)


def test_with_ctrl_they_zoom(canvas: MapCanvas, store: Store) -> None:
    before = store.state.viewport
    wheel(
        canvas, (0, 120), (0, 20), Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.ScrollUpdate,
    )  # fmt: skip
    assert store.state.viewport.metres_per_px < before.metres_per_px


def test_a_touchpad_that_tells_no_pixels_pans_too(canvas: MapCanvas, store: Store) -> None:
    touchpad = QPointingDevice(
        "pad", 77, QInputDevice.DeviceType.TouchPad, QPointingDevice.PointerType.Finger,
        QInputDevice.Capability.Scroll, 2, 3,
    )  # fmt: skip
    before = store.state.viewport
    wheel(canvas, (0, 60), device=touchpad)
    assert store.state.viewport == before.panned(0, 30)


def test_shift_and_a_wheel_that_tilts_pan_sideways(canvas: MapCanvas, store: Store) -> None:
    before = store.state.viewport
    wheel(canvas, (0, 120), held=Qt.KeyboardModifier.ShiftModifier)
    assert store.state.viewport == before.panned(60, 0)
    wheel(canvas, (-120, 0))
    assert store.state.viewport.center == pytest.approx(before.center)


def test_the_middle_button_pans_with_any_tool(
    qtbot: QtBot, canvas: MapCanvas, store: Store
) -> None:
    Actions(store).take("measure")
    before, middle = store.state.viewport, Qt.MouseButton.MiddleButton
    QTest.mousePress(canvas, middle, NO_KEY, QPoint(200, 200))
    QTest.mouseMove(canvas, QPoint(240, 190))
    qtbot.waitUntil(lambda: store.state.viewport != before)
    QTest.mouseRelease(canvas, middle, NO_KEY, QPoint(240, 190))
    assert store.state.viewport == before.panned(40, -10)
    assert store.state.history.past[-1] == before
    assert not store.state.measured.points


@pytest.fixture
def screen() -> QPointingDevice:
    return QTest.createTouchDevice()


def test_one_finger_pans(canvas: MapCanvas, store: Store, screen: QPointingDevice) -> None:
    before = store.state.viewport
    touch = QTest.touchEvent(canvas, screen)
    touch.press(0, QPoint(200, 200), canvas).commit()
    for x in (210, 230, 260):
        touch.move(0, QPoint(x, 220), canvas).commit()
    touch.release(0, QPoint(260, 220), canvas).commit()
    assert store.state.viewport == before.panned(60, 20)
    assert store.state.history.past[-1] == before
    assert not store.state.selection.hits


def test_a_tap_is_a_click(canvas: MapCanvas, store: Store, screen: QPointingDevice) -> None:
    touch = QTest.touchEvent(canvas, screen)
    touch.press(0, QPoint(300, 200), canvas).commit()
    touch.release(0, QPoint(300, 200), canvas).commit()
    assert "futian_port" in {hit.id for hit in store.state.selection.hits}


def test_two_fingers_keep_the_map_under_them(
    canvas: MapCanvas, store: Store, screen: QPointingDevice
) -> None:
    before = store.state.viewport
    touch = QTest.touchEvent(canvas, screen)
    touch.press(0, QPoint(200, 200), canvas).press(1, QPoint(300, 200), canvas).commit()
    touch.move(0, QPoint(150, 220), canvas).move(1, QPoint(350, 220), canvas).commit()
    after = store.state.viewport
    assert isclose(after.metres_per_px, before.metres_per_px / 2)
    assert after.to_map((150, 220)) == pytest.approx(before.to_map((200, 200)))
    assert after.to_map((350, 220)) == pytest.approx(before.to_map((300, 200)))
    touch.release(0, QPoint(150, 220), canvas).move(1, QPoint(400, 300), canvas).commit()
    touch.release(1, QPoint(400, 300), canvas).commit()
    assert store.state.viewport == after
    assert store.state.history.past == (before,)
    assert not store.state.selection.hits


def test_a_finger_held_still_asks_for_the_menu(
    qtbot: QtBot, canvas: MapCanvas, store: Store, screen: QPointingDevice
) -> None:
    touch = QTest.touchEvent(canvas, screen)
    with qtbot.waitSignal(canvas.customContextMenuRequested) as asked:
        touch.press(0, QPoint(300, 200), canvas).commit()
    assert asked.args == [QPoint(300, 200)]
    touch.release(0, QPoint(300, 200), canvas).commit()
    assert not store.state.selection.hits


def test_measuring_works_without_a_mouse(qtbot: QtBot, canvas: MapCanvas, store: Store) -> None:
    Actions(store).take("measure")
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Space):
        qtbot.keyClick(canvas, key)
    start, end = store.state.measured.points
    assert start == pytest.approx(FUTIAN)
    assert end[0] - start[0] == pytest.approx(96 * 4)
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert store.state.measured.done
    qtbot.keyClick(canvas, Qt.Key.Key_Backspace)
    assert not store.state.measured.done
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert store.state.measured.points == ()


def test_space_identifies_the_middle_and_shift_steps_finely(
    qtbot: QtBot, canvas: MapCanvas, store: Store
) -> None:
    qtbot.keyClick(canvas, Qt.Key.Key_Space)
    assert "futian_port" in {hit.id for hit in store.state.selection.hits}
    before = store.state.viewport
    qtbot.keyClick(canvas, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert store.state.viewport == before.panned(8, 0)


def test_a_double_click_ends_a_line_and_adds_no_point(
    qtbot: QtBot, canvas: MapCanvas, store: Store
) -> None:
    Actions(store).take("measure")
    before = store.state.viewport
    left = Qt.MouseButton.LeftButton
    for place in (QPoint(100, 100), QPoint(200, 100)):
        QTest.mouseClick(canvas, left, NO_KEY, place)
    QTest.mouseDClick(canvas, left, NO_KEY, QPoint(200, 100))
    assert len(store.state.measured.points) == 2
    assert store.state.measured.done
    assert store.state.viewport == before
