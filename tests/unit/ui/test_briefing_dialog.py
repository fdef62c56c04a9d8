"""What is asked for a briefing, and what the answer holds."""

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from hetao_map.geometry.projection import to_map
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.dataset import Catalog
from hetao_map.model.drawn_area import DrawnArea
from hetao_map.model.feature import FeatureRef
from hetao_map.model.measurement import Measurement
from hetao_map.model.state import MapState, Selection
from hetao_map.text.language import Language
from hetao_map.ui.briefing_choices import choices
from hetao_map.ui.briefing_dialog import BriefingDialog
from hetao_map.ui.feature_checks import FeatureChecks

FUTIAN = FeatureRef("ports", "futian_port")
ZONE = FeatureRef("cooperation_zone", "hetao_zone")
PARK = FeatureRef("cooperation_zone", "hong_kong_park")
CORNERS = tuple(
    to_map(p, 2326) for p in ((114.05, 22.50), (114.08, 22.50), (114.08, 22.53), (114.05, 22.53))
)
KNOT = (CORNERS[0], CORNERS[2], CORNERS[1], CORNERS[3])


@pytest.fixture
def state(qapp, shipped: Catalog) -> MapState:
    return MapState(
        catalog=shipped,
        visible=frozenset(layer.id for layer in shipped.layers if layer.spec.visible),
        viewport=Viewport(to_map((114.063, 22.515), 2326), 4, (700, 500)),
        selection=Selection((FUTIAN,)),
    )


def opened(qtbot: QtBot, state: MapState, at: tuple[float, float] | None = None) -> BriefingDialog:
    dialog = BriefingDialog(None, state, at)  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def named(dialog: BriefingDialog, kind: type, name: str):
    return next(w for w in dialog.findChildren(kind) if name in (w.accessibleName(), words(w)))


def words(widget) -> str:
    return widget.text() if isinstance(widget, QCheckBox | QPushButton) else ""


def said(dialog: BriefingDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]


def answer(qtbot: QtBot, dialog: BriefingDialog) -> list:
    with qtbot.waitSignal(dialog.chosen) as asked:
        named(dialog, QPushButton, "Save as…").click()
    return asked.args


def about(dialog: BriefingDialog) -> list[str]:
    box = named(dialog, QComboBox, "About")
    return [box.itemText(number) for number in range(box.count())]


def kinds(state: MapState, at: tuple[float, float] | None = None) -> list[str]:
    return [choice.kind for choice in choices(state, at)]


def test_what_is_likeliest_comes_first(state: MapState) -> None:
    assert kinds(state) == ["selected", "view"]
    assert kinds(replace(state, selection=Selection())) == ["view"]
    assert kinds(replace(state, selection=Selection((FUTIAN, ZONE)))) == [
        "selected", "all_selected", "view",
    ]  # fmt: skip
    measured = Measurement(CORNERS, of_area=True, done=True)
    assert kinds(replace(state, tool="measure", measured=measured))[0] == "measured"
    assert kinds(replace(state, measured=measured)) == ["selected", "view"]
    drawn = DrawnArea(CORNERS, done=True)
    assert kinds(replace(state, tool="area", drawn=drawn))[0] == "drawn"
    assert "drawn" not in kinds(replace(state, drawn=drawn))


def test_the_smallest_area_at_a_place_is_meant_there(state: MapState) -> None:
    inside = to_map((114.0790, 22.5220), 2326)
    found = choices(state, inside)
    assert [choice.kind for choice in found] == ["here", "view", "selected"]
    assert found[0].named == (PARK,)
    at_sea = to_map((114.2, 22.2), 2326)
    assert kinds(state, at_sea) == ["view", "selected"]


def test_the_answer_is_what_was_chosen(qtbot: QtBot, state: MapState) -> None:
    dialog = opened(qtbot, state)
    assert about(dialog) == ["Futian Port", "What the map shows"]
    title = named(dialog, QLineEdit, "Title")
    assert title.placeholderText() == "Futian Port"
    named(dialog, QComboBox, "Language").setCurrentText("繁體中文（香港）")
    assert title.placeholderText() == "福田口岸"
    named(dialog, QCheckBox, "State of the ports at").click()
    subject, wish, name = answer(qtbot, dialog)
    assert (subject.named, subject.refs, name) == ((FUTIAN,), (FUTIAN,), "福田口岸")
    assert (wish.language, wish.title, wish.date) == (Language.ZH_HANT, "", "")
    assert isinstance(wish.moment, dt.datetime)
    qtbot.keyClicks(title, " My <b>title</b> ")
    _, wish, name = answer(qtbot, dialog)
    assert wish.title == name == "My <b>title</b>"


def test_the_moment_of_the_ports_is_taken_over(qtbot: QtBot, state: MapState) -> None:
    evening = dt.datetime(2026, 10, 1, 22, 10)
    dialog = opened(qtbot, replace(state, moment=evening, date="2026-01-01"))
    _, wish, _ = answer(qtbot, dialog)
    assert (wish.moment, wish.date) == (evening, "2026-01-01")


def test_only_features_that_are_ticked_are_told_of(qtbot: QtBot, state: MapState) -> None:
    dialog = opened(qtbot, replace(state, selection=Selection((ZONE,))))
    tree = named(dialog, FeatureChecks, "Features to include")
    all_ = len(tree.ticked())
    assert all_ > 20
    assert f"{all_} of {all_}" in [
        label.text() for label in dialog.findChildren(type(dialog._count))
    ]
    branch = next(
        tree.topLevelItem(n)
        for n in range(tree.topLevelItemCount())
        if tree.topLevelItem(n).text(0).startswith("Innovation sites")
    )
    branch.setCheckState(0, Qt.CheckState.Unchecked)
    subject, _, _ = answer(qtbot, dialog)
    assert len(subject.refs) == all_ - branch.childCount()
    assert not any(ref.layer == "innovation_sites" for ref in subject.refs)
    for number in range(tree.topLevelItemCount()):
        tree.topLevelItem(number).setCheckState(0, Qt.CheckState.Unchecked)
    assert not named(dialog, QPushButton, "Save as…").isEnabled()


def test_an_outline_that_crosses_itself_is_said(qtbot: QtBot, state: MapState) -> None:
    dialog = opened(qtbot, replace(state, tool="area", drawn=DrawnArea(KNOT, done=True)))
    assert any("crosses itself" in text for text in said(dialog))
    assert not named(dialog, QPushButton, "Save as…").isEnabled()
    named(dialog, QComboBox, "About").setCurrentText("What the map shows")
    assert not any("crosses itself" in text for text in said(dialog))
    assert named(dialog, QPushButton, "Save as…").isEnabled()


def test_a_new_area_can_be_asked_for(qtbot: QtBot, state: MapState) -> None:
    dialog = opened(qtbot, state)
    with qtbot.waitSignals([dialog.draw_asked, dialog.rejected]):
        named(dialog, QPushButton, "Draw an area…").click()
