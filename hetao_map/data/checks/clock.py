"""The time a check may take, for work that a database cannot interrupt."""

from __future__ import annotations

import time
from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TypeVar

Result = TypeVar("Result")
Answer = tuple[Result | None, BaseException | None]

_LOOK_EVERY_S = 0.05


class TimeUpError(Exception):
    """The time is over before the work is done."""


class Clock:
    """Counts down from the moment it is made; stop says that nobody waits any more."""

    def __init__(self, seconds: float, stop: Callable[[], bool] = lambda: False) -> None:
        self._end = time.monotonic() + seconds
        self._stop = stop

    def _is_over(self) -> bool:
        return time.monotonic() >= self._end or self._stop()

    def within(self, work: Callable[[], Result]) -> Result:
        """Return what work returns. Raises TimeUpError when the time is up, or what work raises.

        A vicious polygon keeps GEOS busy for minutes, and nothing can stop it: such work is
        left to end by itself, or with the program.
        """
        answers: SimpleQueue[Answer[Result]] = SimpleQueue()

        def run() -> None:
            try:
                answers.put((work(), None))
            except BaseException as error:  # noqa: BLE001 - raised again by the one who waits
                answers.put((None, error))

        if self._is_over():
            raise TimeUpError
        Thread(target=run, daemon=True).start()
        result, error = self._wait_for(answers)
        if error is not None:
            raise error
        return result  # type: ignore[return-value]

    def _wait_for(self, answers: SimpleQueue[Answer[Result]]) -> Answer[Result]:
        while True:
            left = max(self._end - time.monotonic(), 0)
            try:
                return answers.get(timeout=min(left, _LOOK_EVERY_S))
            except Empty:
                if self._is_over():
                    raise TimeUpError from None
