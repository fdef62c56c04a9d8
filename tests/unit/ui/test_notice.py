"""The notice shows sentences with what can be done about them, and never markup."""

from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hetao_map.model.state import MapState
from hetao_map.session.store import Store
from hetao_map.text.language import Language
from hetao_map.text.localized import LocalizedText, same
from hetao_map.ui.notice import Notice, Offer


def made(qtbot: QtBot) -> tuple[Notice, Store, QWidget]:
    canvas, store = QWidget(), Store(MapState())
    canvas.resize(800, 600)
    qtbot.addWidget(canvas)
    canvas.show()
    return Notice(canvas, store), store, canvas


def lines(notice: Notice) -> list[str]:
    return notice.findChild(QLabel).text().split("\n")


def buttons(notice: Notice) -> list[QPushButton]:
    return [b for b in notice.findChildren(QPushButton) if not b.isHidden()]


def test_an_offer_is_taken_and_the_notice_goes(qtbot: QtBot) -> None:
    notice, _store, _canvas = made(qtbot)
    done: list[str] = []
    notice.add(same("one"), (Offer(lambda: "Do it", lambda: done.append("it")),))
    (button,) = buttons(notice)
    assert notice.height() > button.height()
    button.click()
    assert done == ["it"]
    assert notice.isHidden()


def test_a_later_sentence_about_a_thing_takes_the_place_of_the_former(qtbot: QtBot) -> None:
    notice, _store, _canvas = made(qtbot)
    said: list[str] = []
    notice.told.connect(said.append)
    notice.add(same("about b"), about="b")
    notice.add(same("first of a"), (Offer(lambda: "Old", lambda: None),), about="a")
    notice.add(same("second of a"), (Offer(lambda: "New", lambda: None),), about="a")
    assert lines(notice) == ["second of a", "about b"]
    assert [b.text() for b in buttons(notice)] == ["New"]
    assert said == ["about b", "first of a", "second of a"]


def test_what_was_said_about_a_thing_goes_with_it(qtbot: QtBot) -> None:
    notice, _store, _canvas = made(qtbot)
    notice.add(same("about b"), about="b")
    notice.add(same("about a"), (Offer(lambda: "Show", lambda: None),), about="a")
    notice.withdraw("c")
    assert lines(notice) == ["about a", "about b"]
    notice.withdraw("a")
    assert lines(notice) == ["about b"]
    assert buttons(notice) == []
    notice.withdraw("b")
    assert notice.isHidden()


def test_a_sentence_that_is_said_again_is_shown_once(qtbot: QtBot) -> None:
    notice, _store, _canvas = made(qtbot)
    for words in ("one", "two", "one"):
        notice.add(same(words))
    assert lines(notice) == ["one", "two"]
    assert notice.dismiss()
    assert not notice.dismiss()
    notice.add(same("three"))
    assert lines(notice) == ["three"]


def test_it_follows_the_language(qtbot: QtBot) -> None:
    notice, store, _canvas = made(qtbot)
    notice.add(LocalizedText("简", "繁", "en"), (Offer(lambda: "x", lambda: None),))
    store.update(language=Language.ZH_HANT)
    assert lines(notice) == ["繁"]
    assert len(buttons(notice)) == 1
