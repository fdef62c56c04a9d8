"""Work in other threads whose failure nobody would see."""

from __future__ import annotations

import sys
from concurrent.futures import Future
from typing import Any


def tell_failure(future: Future[Any]) -> None:
    """Hand an exception that a worker ran into to the program's hook: a done callback.

    Where someone asks for the result, it is not needed; otherwise the exception would be lost.
    """
    if future.cancelled():
        return
    error = future.exception()
    if error is not None:
        sys.excepthook(type(error), error, error.__traceback__)
