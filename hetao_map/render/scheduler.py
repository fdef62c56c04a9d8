"""Painting in the background: the newest request for a picture wins, no locks, no waiting."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from hetao_map.model.layer import Stale

Work = Callable[[Stale], Any]
# A frame that is not painted by then may never be: the window is hidden.
_LONGEST_FRAME_S = 0.05


class Scheduler(QObject):
    """Runs one job at a time in a worker thread. Lives on the window's thread.

    QPainter holds the interpreter's lock while it draws, so that a second worker would only
    take turns with the first.
    """

    done = Signal(str, object)
    """key, result: emitted on the window's thread, for the newest request of a key only."""

    failed = Signal(str)
    """key: its newest request ended with an exception, which goes on to the program's hook."""

    _arrived = Signal(str, int, object)

    def __init__(self) -> None:
        super().__init__()
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="painter")
        self._generations: dict[str, int] = {}
        self._pending: dict[str, Future[Any]] = {}
        self._may_go = threading.Event()
        self._may_go.set()
        self._held_until = 0.0
        # Queued, for a job that is done at once would be delivered while it is asked for.
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def idle(self) -> bool:
        """Tell whether nothing is asked for that has not been answered."""
        return not self._pending

    def request(self, key: str, work: Work) -> None:
        """Ask for a picture; an older request of the same key is dropped or stopped."""
        self.cancel(key)
        mine = self._generations[key]
        job = self._pool.submit(work, lambda: self._stale(key, mine))
        self._pending[key] = job
        job.add_done_callback(lambda future: self._hand_over(key, mine, future))

    def hold(self) -> None:
        """Let the worker rest at its next look for staleness: a frame is to be painted."""
        self._held_until = time.perf_counter() + _LONGEST_FRAME_S
        self._may_go.clear()

    def go_on(self) -> None:
        """Let the worker paint again."""
        self._may_go.set()

    def _stale(self, key: str, generation: int) -> bool:
        """Tell the worker whether a request is out of date; wait while a frame is painted."""
        if not self._may_go.is_set():
            self._may_go.wait(max(self._held_until - time.perf_counter(), 0.0))
        return self._generations[key] != generation

    def cancel(self, key: str) -> None:
        """Make the request of a key stale."""
        self._generations[key] = self._generations.get(key, 0) + 1
        waiting = self._pending.pop(key, None)
        if waiting is not None:
            waiting.cancel()

    def close(self) -> None:
        """Drop everything that waits and end the worker."""
        for key in list(self._pending):
            self.cancel(key)
        self.go_on()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _hand_over(self, key: str, generation: int, future: Future[Any]) -> None:
        """Pass a result on to the window's thread; runs in the worker."""
        try:
            result = future.result()
        except CancelledError:
            return
        except Exception as error:  # noqa: BLE001 - told on the window's thread
            result = error
        self._arrived.emit(key, generation, result)

    def _deliver(self, key: str, generation: int, result: object) -> None:
        if self._generations.get(key) != generation:
            return
        self._pending.pop(key, None)
        if isinstance(result, Exception):
            self.failed.emit(key)
            raise result
        self.done.emit(key, result)
