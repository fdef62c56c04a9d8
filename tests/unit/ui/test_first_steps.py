"""The first steps tick themselves off when they are done, and only then."""

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from hetao_map.model.dataset import Catalog
from hetao_map.model.feature import FeatureRef
from hetao_map.model.state import MapState, Selection
from hetao_map.session.store import Store
from hetao_map.text import messages
from hetao_map.ui.first_steps import FirstSteps
from hetao_map.ui.notice import Notice

ZONE, FUTIAN = FeatureRef("cooperation_zone", "hetao_zone"), FeatureRef("ports", "futian_port")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window with a search box and a map, which has the steps in it."""
    window = QWidget()
    window.resize(900, 600)
    layout = QHBoxLayout(window)
    layout.addWidget(QLineEdit())
    canvas = QWidget(objectName="canvas")
    canvas.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    layout.addWidget(canvas, 1)
    qtbot.addWidget(window)
    return window


@pytest.mark.parametrize(("focused", "ticked"), [("canvas", True), ("", False)])
def test_a_card_is_a_click_only_when_the_map_has_the_keyboard(
    window: QWidget, shipped: Catalog, focused: str, ticked: bool
) -> None:
    store = Store(MapState(first_steps=True))
    store.update(catalog=shipped, selection=Selection((ZONE,)))
    canvas = window.findChild(QWidget, "canvas")
    steps = FirstSteps(canvas, store)
    window.show()
    steps.welcome()
    (canvas if focused else window.findChild(QLineEdit)).setFocus()
    store.update(selection=Selection((FUTIAN,)))
    row = next(label for label in steps.findChildren(QLabel) if "Click" in label.text())
    assert row.text().startswith("✓") == ticked


def test_a_click_beside_the_button_does_not_reach_the_map(
    qtbot: QtBot, window: QWidget, shipped: Catalog
) -> None:
    store = Store(MapState(first_steps=True, catalog=shipped))
    canvas = window.findChild(QWidget, "canvas")
    reached = Presses()
    canvas.installEventFilter(reached)
    steps, notice = FirstSteps(canvas, store), Notice(canvas, store)
    window.show()
    steps.welcome()
    notice.tell((messages.NO_SCALE,))
    for over in (steps, notice):
        for child in (over, *over.findChildren(QLabel)):
            qtbot.mouseClick(child, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert reached.count == 0
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert reached.count == 1


class Presses(QObject):
    """Counts the presses of the mouse that somebody gets."""

    count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.MouseButtonPress
        return False
