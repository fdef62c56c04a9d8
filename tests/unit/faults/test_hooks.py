import logging
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import NoReturn

import pytest
from PySide6.QtCore import QTimer, qWarning
from pytestqt.qtbot import QtBot

from hetao_map.faults.hooks import Hooks, fault_text
from hetao_map.futures import tell_failure
from hetao_map.model.errors import InputError
from hetao_map.text import messages

PLACE = "/home/someone/private/plan.gpkg"


def fail(words: str = f"no such thing in {PLACE}") -> NoReturn:
    raise ValueError(words)


@pytest.fixture
def hooks(qapp: object) -> Iterator[Hooks]:
    before = sys.excepthook, threading.excepthook
    hooks = Hooks()
    hooks.has_platform = True
    hooks.install()
    yield hooks
    hooks.remove()
    sys.excepthook, threading.excepthook = before


def test_a_fault_in_a_slot_is_told(hooks: Hooks, qtbot: QtBot) -> None:
    with qtbot.waitSignal(hooks.broken) as told:
        QTimer.singleShot(0, fail)
    text = told.args[0]
    assert text.startswith("ValueError: no such thing in …/plan.gpkg\n")
    assert "in fail" in text
    assert "someone" not in text


def test_a_fault_in_a_thread_is_told(hooks: Hooks, qtbot: QtBot) -> None:
    with qtbot.waitSignal(hooks.broken):
        threading.Thread(target=fail).start()


def test_a_fault_in_a_pool_that_nobody_asks_is_told(hooks: Hooks, qtbot: QtBot) -> None:
    with qtbot.waitSignal(hooks.broken), ThreadPoolExecutor(1) as pool:
        pool.submit(fail).add_done_callback(tell_failure)


def test_what_a_person_can_act_on_is_a_sentence_and_no_fault(hooks: Hooks, qtbot: QtBot) -> None:
    error = InputError(messages.FILE_MISSING, path=PLACE)

    def refuse() -> NoReturn:
        raise error

    with qtbot.waitSignal(hooks.refused) as told, qtbot.assertNotEmitted(hooks.broken):
        QTimer.singleShot(0, refuse)
    assert told.args[0] == error.sentence


def test_the_same_fault_is_told_once(hooks: Hooks, caplog: pytest.LogCaptureFixture) -> None:
    told: list[str] = []
    hooks.broken.connect(told.append)
    for _ in range(9):
        try:
            fail()
        except ValueError as error:
            sys.excepthook(type(error), error, error.__traceback__)
    assert len(told) == 1
    repeats = [record.getMessage() for record in caplog.records if "times" in record.getMessage()]
    assert [line.rpartition(":")[2].strip() for line in repeats] == [
        f"{n} times by now" for n in (2, 4, 8)
    ]


def test_leaving_by_the_keyboard_is_no_fault(hooks: Hooks, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(hooks.broken):
        for leave in (KeyboardInterrupt(), SystemExit(3)):
            sys.excepthook(type(leave), leave, None)


def test_what_qt_complains_of_is_logged(hooks: Hooks, caplog: pytest.LogCaptureFixture) -> None:
    qWarning("odd")
    assert ("qt", logging.WARNING, "odd") in caplog.record_tuples


def test_a_fault_with_endless_words_is_cut() -> None:
    try:
        fail("x" * 1_000_000)
    except ValueError as error:
        text = fault_text(error)
    assert len(text) < 20_000
    assert "in fail" in text or "…" in text
