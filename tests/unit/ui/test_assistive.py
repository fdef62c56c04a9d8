"""What a screen reader is told, and colours that can be read."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hetao_map.geometry.viewport import Viewport
from hetao_map.model.dataset import Catalog
from hetao_map.model.feature import FeatureRef
from hetao_map.model.state import MapState, Selection
from hetao_map.render.theme import DARK, LIGHT, Theme
from hetao_map.session.actions import Actions
from hetao_map.session.store import Store
from hetao_map.text.language import Language
from hetao_map.ui.announcer import Announcer, scale_words
from hetao_map.ui.feature_targets import FeatureTarget, FeatureTargets
from hetao_map.ui.look import colours

PORT = FeatureRef("ports", "futian_port")
GROUNDS = ("window", "base", "hover")


def luminance(colour: QColor) -> float:
    """Relative luminance after WCAG 2.2."""

    def linear(c: float) -> float:
        return c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4

    return (
        0.2126 * linear(colour.redF())
        + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF())
    )


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(QColor(one)), luminance(QColor(other))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_letters_stand_out_from_every_ground(theme: Theme) -> None:
    c = colours(theme)
    for ground in GROUNDS:
        for ink in ("text", "soft", "accent"):
            assert contrast(c[ink], c[ground]) >= 4.5, (ink, ground)
    assert contrast(c["on_accent"], c["accent"]) >= 4.5


def state_of(shipped: Catalog, **changes: object) -> MapState:
    viewport = Viewport(shipped.find(PORT).point, 4.0, (900, 700))
    visible = frozenset(layer.id for layer in shipped.layers)
    state = MapState(viewport=viewport, catalog=shipped, visible=visible, theme="light")
    return replace(state, **changes)


def test_changes_are_told_in_words(qtbot: QtBot, shipped: Catalog) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    state = state_of(shipped)
    say = Announcer(window, Store(state)).change_words
    selected = replace(state, selection=Selection((PORT, PORT)))
    assert say(state, selected) == "Futian Port, Land port, 1 of 2"
    assert say(selected, state) == "Nothing is selected"
    hidden = replace(state, visible=state.visible - {"ports"})
    assert say(state, hidden) == "Ports is hidden"
    assert say(hidden, state) == "Ports is shown"
    fewer = replace(state, visible=frozenset({"ports"}))
    assert say(state, fewer) == "Layers shown: 1"
    assert say(replace(state, opening=True), state) == "The map is open: 13 layers"
    assert say(state, replace(state, theme="dark")) == ""
    assert say(state, replace(state, reading="a.gpkg")) == "Opening a.gpkg…"
    mine = replace(shipped.datasets[0], path=Path("mine.gpkg"))
    both = replace(state, catalog=shipped.with_file(mine))
    assert say(state, both) == "mine.gpkg is open: 13 layers"
    assert scale_words(replace(state, language=Language.ZH_HANS)).startswith("比例尺 1:")


@pytest.fixture
def walker(qtbot: QtBot, shipped: Catalog) -> tuple[QWidget, FeatureTargets, Store]:
    canvas = QWidget()
    qtbot.addWidget(canvas)
    canvas.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    canvas.resize(900, 700)
    store = Store(state_of(shipped))
    targets = FeatureTargets(canvas, store, Actions(store))
    with qtbot.waitExposed(canvas):
        canvas.show()
    canvas.activateWindow()
    return canvas, targets, store


def focused(canvas: QWidget) -> str:
    found = [t for t in canvas.findChildren(FeatureTarget) if t.hasFocus()]
    return found[0].accessibleName() if found else ""


def test_keys_walk_the_features_and_enter_opens_the_card(
    qtbot: QtBot, walker: tuple[QWidget, FeatureTargets, Store]
) -> None:
    canvas, targets, store = walker
    assert canvas.findChildren(FeatureTarget) == []
    seen = []
    for _ in range(80):
        targets.walk(1)
        if focused(canvas) in seen:
            break
        seen.append(focused(canvas))
    assert "Futian Port, Land port, Open" in seen
    targets.walk(-1)
    assert focused(canvas) == seen[-1]
    while focused(canvas) != "Futian Port, Land port, Open":
        targets.walk(1)
    target = next(t for t in canvas.findChildren(FeatureTarget) if t.hasFocus())
    qtbot.keyClick(target, Qt.Key.Key_Return)
    assert store.state.selection.current == PORT
    qtbot.keyClick(target, Qt.Key.Key_Escape)
    assert canvas.hasFocus()


def test_the_ring_keeps_to_its_feature_when_the_map_moves(
    qtbot: QtBot, walker: tuple[QWidget, FeatureTargets, Store]
) -> None:
    canvas, targets, store = walker
    targets.walk(1)
    name = focused(canvas)
    before = next(t for t in canvas.findChildren(FeatureTarget) if t.hasFocus()).pos()
    store.update(viewport=store.state.viewport.panned(40, 25))

    def moved() -> None:
        now = next(t for t in canvas.findChildren(FeatureTarget) if t.hasFocus())
        assert (now.pos() - before).toTuple() == (40, 25)

    qtbot.waitUntil(moved)
    assert focused(canvas) == name
