import threading

import pytest
from PySide6.QtCore import QEventLoop, QTimer

from hetao_map.render.scheduler import Scheduler
from tests.patience import PATIENCE_MS, PATIENCE_SECONDS


@pytest.fixture
def scheduler(qapp):
    scheduler = Scheduler()
    yield scheduler
    scheduler.close()


def results(scheduler: Scheduler, count: int) -> list[tuple[str, object]]:
    """Wait for so many results."""
    found: list[tuple[str, object]] = []
    loop = QEventLoop()

    def take(key: str, result: object) -> None:
        found.append((key, result))
        if len(found) == count:
            loop.quit()

    scheduler.done.connect(take)
    QTimer.singleShot(PATIENCE_MS, loop.quit)
    loop.exec()
    scheduler.done.disconnect(take)
    return found


def test_the_newest_request_of_a_key_is_answered_alone(scheduler: Scheduler) -> None:
    begun = threading.Event()

    def old(stale) -> str:
        begun.set()
        while not stale():
            pass
        return "old"

    scheduler.request("a", old)
    assert begun.wait(PATIENCE_SECONDS)
    scheduler.request("a", lambda _stale: "new")
    scheduler.request("b", lambda _stale: "other")
    assert results(scheduler, 2) == [("a", "new"), ("b", "other")]
    assert scheduler.idle


def test_the_worker_rests_while_a_frame_is_painted(scheduler: Scheduler) -> None:
    asked, answered = threading.Event(), threading.Event()

    def work(stale) -> str:
        scheduler.hold()
        asked.set()
        stale()
        answered.set()
        return "painted"

    scheduler.request("a", work)
    assert asked.wait(PATIENCE_SECONDS)
    scheduler.go_on()
    assert results(scheduler, 1) == [("a", "painted")]
    assert answered.is_set()


def test_a_frame_that_is_never_painted_holds_nobody_up(scheduler: Scheduler) -> None:
    scheduler.hold()
    scheduler.request("a", lambda stale: stale())
    assert results(scheduler, 1) == [("a", False)]
