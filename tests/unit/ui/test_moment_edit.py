"""A moment is typed over from its first part, and shown whole."""

import datetime as dt
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from hetao_map.render.theme import LIGHT
from hetao_map.text.language import Language
from hetao_map.ui.moment_edit import MomentEdit
from hetao_map.ui.translation import Translation

MOMENT = dt.datetime(2026, 11, 27, 10, 30)
CONTROL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def edit(qtbot: QtBot) -> MomentEdit:
    made = MomentEdit()
    qtbot.addWidget(made)
    made.show_moment(MOMENT)
    with qtbot.waitExposed(made):
        made.show()
    made.setFocus()
    return made


@pytest.mark.parametrize(("key", "held"), [(Qt.Key.Key_Home, NONE), (Qt.Key.Key_A, CONTROL)])
def test_all_of_it_is_typed_over(qtbot: QtBot, edit: MomentEdit, key: Qt.Key, held: object) -> None:
    told: list[dt.datetime] = []
    edit.chosen.connect(told.append)
    qtbot.keyClick(edit, key, held)
    qtbot.keyClicks(edit, "202612010305")
    assert edit.text() == "2026-12-01 03:05"
    assert told[-1] == dt.datetime(2026, 12, 1, 3, 5)


def test_the_last_part_is_typed_over(qtbot: QtBot, edit: MomentEdit) -> None:
    qtbot.keyClick(edit, Qt.Key.Key_End)
    qtbot.keyClicks(edit, "45")
    assert edit.text() == "2026-11-27 10:45"


@pytest.mark.parametrize("text", ["abc", "99", "+-", "-"])
def test_what_is_no_moment_is_not_taken(qtbot: QtBot, edit: MomentEdit, text: str) -> None:
    qtbot.keyClick(edit, Qt.Key.Key_End)
    qtbot.keyClicks(edit, text)
    qtbot.keyClick(edit, Qt.Key.Key_Tab)
    edit.interpretText()
    assert edit.dateTime().toPython() in (MOMENT, MOMENT.replace(minute=9))


def test_the_words_have_room(edit: MomentEdit) -> None:
    assert edit.lineEdit().width() > edit.fontMetrics().horizontalAdvance("2026-11-27 10:30")


@pytest.mark.parametrize(
    ("language", "parts"),
    [(Language.EN, ("December", "2026")), (Language.ZH_HANS, ("2026年", "12月"))],
)
def test_the_month_is_written_as_its_language_does(
    qtbot: QtBot, words_of: Translation, language: Language, parts: tuple[str, str]
) -> None:
    words_of.use(language)
    edit = MomentEdit()
    qtbot.addWidget(edit)
    edit.dress(LIGHT)
    edit.calendarWidget().setCurrentPage(2026, 12)
    names = ("qt_calendar_monthbutton", "qt_calendar_yearbutton")
    buttons = [edit.calendarWidget().findChild(QToolButton, name) for name in names]
    room = buttons[0].parentWidget().layout()
    ordered = sorted(buttons, key=room.indexOf)
    assert tuple(button.text() for button in ordered) == parts


@pytest.fixture
def words_of() -> Iterator[Translation]:
    translation = Translation()
    yield translation
    translation.use(Language.EN)
