"""A frame of panning and zooming, also while layers are being painted in the background.

For three seconds a tick is due in the window's thread 60 times a second. Each tick moves or
zooms the map, or, in the pauses in which painting begins, only asks for the map to be painted
again. A frame's time runs from the moment its tick was due to the end of the paint event of the
map that shows it: lateness of the tick, change of the state, panels and painting together. As
long as that stays under 17 ms, each frame is painted before the next is due. Ticks that became
due while the thread was busy are made up for at once, by one longer step and one paint event,
as input is; each counts with its own time. The frames during which a layer or the labels were
waited for are a row of their own, which has the goal.
"""

from __future__ import annotations

import math
import sys
import time

from PySide6.QtCore import QTimer

from hetao_map.app import Program
from tests.bench import inside
from tests.bench.bench import Bench
from tests.bench.table import Goal, Row

_RATE = 60
_SECONDS = 3
_RUNS = 3
# Of each 15 ticks the last move nothing: the view is still for long enough to be painted.
_CYCLE, _MOVING = 15, 10
_ZOOM = 1.025


def measure(bench: Bench) -> list[Row]:
    """Return the rows of all frames, and of those while painting."""
    frames = [
        frame for _ in range(_RUNS) for frame in bench.in_window("tests.bench.frames")["frames"]
    ]
    painting = [milliseconds for milliseconds, busy in frames if busy]
    return [
        Row("frame, layers being painted", "ms", painting, Goal(17, "p95")),
        Row("frame, all", "ms", [milliseconds for milliseconds, _ in frames]),
    ]


class Journey:
    """Pans to and fro and zooms in and out, by a timer."""

    def __init__(self, program: Program, seconds: float = _SECONDS) -> None:
        self._program = program
        self._ticks = round(seconds * _RATE)
        self._number = 0
        self._waiting: list[tuple[float, bool]] = []
        self._end = inside.Waiting()
        self.frames: list[tuple[float, bool]] = []

    def run(self) -> None:
        """Let the program run until the journey is over."""
        inside.after_paint.append(self._on_paint)
        self._began = time.perf_counter()
        self._ask()
        self._end.wait()
        inside.after_paint.remove(self._on_paint)

    def _due(self) -> float:
        return self._began + round(self._number * 1000 / _RATE) / 1000

    def _ask(self) -> None:
        left_ms = math.ceil(1000 * (self._due() - time.perf_counter()))
        QTimer.singleShot(max(left_ms, 0), self._tick)

    def _tick(self) -> None:
        busy, cycle, steps = self._busy(), self._number // _CYCLE, 0
        now = time.perf_counter()
        while self._due() <= now and self._number < self._ticks:
            steps += self._number % _CYCLE < _MOVING
            self._waiting.append((self._due(), busy))
            self._number += 1
        if steps:
            self._move(cycle, steps)
        self._program.window.canvas.update()
        if self._number < self._ticks:
            self._ask()

    def _move(self, cycle: int, steps: int) -> None:
        actions, turn = self._program._actions, cycle % 4
        if turn in (0, 2):
            way = steps if turn else -steps
            actions.pan(9 * way, 5 * way)
        else:
            actions.zoom(_ZOOM ** (steps if turn == 1 else -steps), (700, 400))

    def _busy(self) -> bool:
        return not self._program._live_map._scheduler.idle

    def _on_paint(self) -> None:
        now, busy = time.perf_counter(), self._busy()
        for due, was_busy in self._waiting:
            self.frames.append((1000 * (now - due), busy or was_busy))
        self._waiting.clear()
        if len(self.frames) >= self._ticks:
            self._end.done()


def script(program: Program) -> object:
    """Return the milliseconds of each frame, and whether something was being painted."""
    journey = Journey(program)
    journey.run()
    return {"frames": journey.frames}


if __name__ == "__main__":
    sys.exit(inside.run(script))
