"""From a request that is out of date to a worker that is free again.

Forty times the map is moved so that all layers and labels must be painted anew; some time after
the painting has begun, all requests are called off. The time runs from there until the worker
begins with the next request.
"""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QTimer

from hetao_map.app import Program
from hetao_map.render.live_map import QUIET_MS
from tests.bench import inside
from tests.bench.bench import Bench
from tests.bench.table import Goal, Row

_TIMES = 40
# After so many milliseconds of painting, in turn: all layers and the labels are met.
_AFTER_MS = (3, 11, 23, 37, 53, 71, 89, 113)


def measure(bench: Bench) -> list[Row]:
    """Return the row of stale requests."""
    times = bench.in_window("tests.bench.stale")["stale"]
    return [Row("stale request to free worker", "ms", times, Goal(20, "p95"))]


def script(program: Program) -> object:
    """Return the milliseconds of each time."""
    return {"stale": [_called_off(program, number) for number in range(_TIMES)]}


def _called_off(program: Program, number: int) -> float:
    scheduler, waiting = program._live_map._scheduler, inside.Waiting()
    times: list[float] = []

    def call_off() -> None:
        times.append(time.perf_counter())
        for key in list(scheduler._pending):
            scheduler.cancel(key)
        scheduler.request("free", lambda _stale: time.perf_counter())

    def on_done(key: str, result: object) -> None:
        if key == "free" and isinstance(result, float):
            times.append(result)
            waiting.done()

    scheduler.done.connect(on_done)
    program._actions.pan(300 if number % 2 else -300, 0)
    QTimer.singleShot(QUIET_MS + _AFTER_MS[number % len(_AFTER_MS)], call_off)
    waiting.wait()
    scheduler.done.disconnect(on_done)
    return 1000 * (times[1] - times[0])


if __name__ == "__main__":
    sys.exit(inside.run(script))
