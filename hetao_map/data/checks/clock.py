"""The time a check may take, for work that a database cannot interrupt."""

from __future__ import annotations

import time
from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TypeVar

Result = TypeVar("Result")


class TimeUpError(Exception):
    """The time is over before the work is done."""


class Clock:
    """Counts down from the moment it is made."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def within(self, work: Callable[[], Result]) -> Result:
        """Return what work returns. Raises TimeUpError when the time is up, or what work raises.

        A vicious polygon keeps GEOS busy for minutes, and nothing can stop it: such work is
        left to end by itself, or with the program.
        """
        answers: SimpleQueue[tuple[Result | None, BaseException | None]] = SimpleQueue()

        def run() -> None:
            try:
                answers.put((work(), None))
            except BaseException as error:  # noqa: BLE001 - raised again by the one who waits
                answers.put((None, error))

        left = self._end - time.monotonic()
        if left <= 0:
            raise TimeUpError
        Thread(target=run, daemon=True).start()
        try:
            result, error = answers.get(timeout=left)
        except Empty:
            raise TimeUpError from None
        if error is not None:
            raise error
        return result  # type: ignore[return-value]
