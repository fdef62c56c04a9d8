"""Reading files in the background while the window goes on."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from hetao_map.model.errors import HetaoError
from hetao_map.model.layer import Stale
from hetao_map.render.scheduler import Scheduler
from hetao_map.text import messages

Progress = Callable[[Path, int, int], None]
Work = Callable[[Progress, Stale], object]
"""Reads files in a worker; tells how far it is, and stops once nobody waits for it."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, eq=False)
class _Failed:
    error: HetaoError


class FileReader(QObject):
    """Does one work after the other in a thread of its own. Lives on the window's thread."""

    done = Signal(str, object)
    """key, what the work has returned."""
    failed = Signal(str, object)
    """key, a HetaoError: why it has not."""
    moved = Signal(str, object, int, int)
    """key, path, done, of: how far it is; of is 0 while nobody knows."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._scheduler = Scheduler()
        self._scheduler.done.connect(self._finish)

    def start(self, key: str, work: Work) -> None:
        """Do a work; the answer comes as done or failed, and as neither once it is cancelled.

        A work of the same key that is not done yet is given up.
        """
        self._scheduler.request(key, lambda stale: self._do(key, work, stale))

    def cancel(self, key: str) -> None:
        """Give a work up."""
        self._scheduler.cancel(key)

    def close(self) -> None:
        """Give everything up and end the thread."""
        self._scheduler.close()

    def _do(self, key: str, work: Work, stale: Stale) -> object:
        """Do the work and return what comes of it; runs in the worker."""
        try:
            return work(partial(self.moved.emit, key), stale)
        except HetaoError as error:
            return _Failed(error)
        except Exception as error:
            if not stale():
                log.exception("a file could not be read")
            return _Failed(HetaoError(messages.UNEXPECTED, reason=repr(error)))

    def _finish(self, key: str, result: object) -> None:
        if isinstance(result, _Failed):
            self.failed.emit(key, result.error)
        else:
            self.done.emit(key, result)
