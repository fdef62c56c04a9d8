"""Runs in the window's process: starts the program as a person does, and looks on.

Usage: python -m tests.bench.begin SECONDS FOLDER, or a script's own module, with the time (of
time.time) at which the process was started and the folder of its settings. It prints the
seconds from there to

- imported: all of the program's modules are there,
- painted: the window has been painted for the first time and handed to the screen,
- catalog: the data has been read,
- complete: LiveMap.complete has become true,
- map: the map has been painted once after that, and handed to the screen,

and the seconds of processor time (cpu) that all threads have used by then. Nothing is changed
in the program but that the paint events of the map are seen. Only modules the program loads
itself are imported here, so that the start is not made longer.
"""

from __future__ import annotations

import json
import sys
import time
import traceback
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtGui import QPaintEvent

from hetao_map import app, cli
from hetao_map.app import Program
from hetao_map.ui.map_canvas import MapCanvas

Script = Callable[[Program], object]
_PATIENCE_MS = 30_000
# Called after each paint event of the map.
after_paint: list[Callable[[], None]] = []


def run(script: Script | None = None) -> int:
    """Open the window on the shipped data; when all is done, print what script returns.

    A script begins when the map is complete and the names for the search have been read.
    Without one, the times of the start are printed. Returns the program's exit code.
    """
    began, settings = float(sys.argv[1]), sys.argv[2]
    imported = time.time()
    _see_paint_events()

    class Watched(Program):
        def start(self, *arguments: Any) -> None:
            # Before it starts: what has been read already is told at once.
            self._watch = _Start(self, began, script)
            self._watch.times["imported"] = imported - began
            super().start(*arguments)

    app.Program = Watched  # type: ignore[misc]
    return cli.run(["gui", "--config-dir", settings])


def _see_paint_events() -> None:
    paint = MapCanvas.paintEvent

    def seen(canvas: MapCanvas, event: QPaintEvent) -> None:
        paint(canvas, event)
        for listener in tuple(after_paint):
            listener()

    MapCanvas.paintEvent = seen  # type: ignore[method-assign]


class _Start(QObject):
    """Notes the times of the start, then runs the script and closes the window."""

    def __init__(self, program: Program, began: float, script: Script | None) -> None:
        super().__init__()
        self._program, self._began, self._script = program, began, script
        self.times: dict[str, Any] = {}
        program.window.installEventFilter(self)
        program._opened.beginning.connect(lambda _beginning: self._note("catalog"))
        program._opened.index.connect(lambda _index: self._note("index"))
        program._live_map.updated.connect(self._look)
        after_paint.append(self._on_paint)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the first paint event of the window; its children are painted in the same turn."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, lambda: self._note("painted"))
        return False

    def _note(self, what: str) -> None:
        self.times.setdefault(what, time.time() - self._began)

    def _look(self) -> None:
        if is_complete(self._program):
            self._note("complete")

    def _on_paint(self) -> None:
        if is_complete(self._program):
            after_paint.remove(self._on_paint)
            QTimer.singleShot(0, self._finish)

    def _finish(self) -> None:
        self._note("map")
        self.times["cpu"] = time.process_time()
        self.times["canvas"] = self._program.window.canvas.size().toTuple()
        self.times["window"] = self._program.window.size().toTuple()
        if self._script is None or "index" in self.times:
            self._answer()
        else:
            self._program._opened.index.connect(lambda _index: self._answer())

    def _answer(self) -> None:
        try:
            answer = self._script(self._program) if self._script else self.times
        except Exception:  # noqa: BLE001 - Qt would drop it, and the window would stay for ever
            traceback.print_exc()
        else:
            print(json.dumps(answer), flush=True)
        self._program.window.close()


def is_complete(program: Program) -> bool:
    """Tell whether the data is there and the screen shows all that it should."""
    return bool(program._store.state.catalog.datasets) and program._live_map.complete


class Waiting:
    """An event loop that ends when it is told to, or with an error after half a minute."""

    def __init__(self) -> None:
        self._loop = QEventLoop()
        self._done = False

    def done(self) -> None:
        """End it once what is being painted has been handed to the screen."""
        self._done = True
        QTimer.singleShot(0, self._loop.quit)

    def wait(self) -> None:
        """Let the program run until done is called; raises TimeoutError when it is not."""
        patience = QTimer(singleShot=True, interval=_PATIENCE_MS)
        patience.timeout.connect(self._loop.quit)
        patience.start()
        if not self._done:
            self._loop.exec()
        patience.stop()
        if not self._done:
            raise TimeoutError("the window did not do what was waited for")


def painted_complete(program: Program, change: Callable[[], None]) -> None:
    """Make a change and let the program run until a complete map has been painted after it."""
    waiting = Waiting()

    def look() -> None:
        if is_complete(program):
            waiting.done()

    after_paint.append(look)
    try:
        change()
        waiting.wait()
    finally:
        after_paint.remove(look)
