"""Starts that did not come to a map: after two of them the next one is a safe start."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLockFile

SAFE_AFTER = 2
_COUNT = "failed"


class Starts:
    """Marks in the folder "starting": one for each run until its first map is complete.

    A mark is a lock that names its process, so that the mark of a run that has died is told
    from that of another window that is just starting. Where the marks cannot be written, no
    start counts as failed.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "starting"
        self._mark: QLockFile | None = None

    def begin(self) -> int:
        """Put the mark of this run; return how many starts in a row have failed before it."""
        failed = 0
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            failed = self._counted() + self._swept()
            if failed:
                (self._folder / _COUNT).write_text(str(failed), encoding="utf-8")
            mark = _lock(self._folder / f"{QCoreApplication.applicationPid()}.lock")
            self._mark = mark if mark.tryLock(0) else None
        return failed

    def succeeded(self) -> None:
        """Take the mark away: the map is there, and earlier failures count no more."""
        with suppress(OSError):
            (self._folder / _COUNT).unlink(missing_ok=True)
        self.end()

    def end(self) -> None:
        """Take the mark away: a run that ends in order has not failed, map or not."""
        if self._mark is not None:
            self._mark.unlock()
            self._mark = None
            with suppress(OSError):
                self._folder.rmdir()

    def _counted(self) -> int:
        with suppress(OSError, ValueError):
            return int((self._folder / _COUNT).read_text(encoding="utf-8")[:9])
        return 0

    def _swept(self) -> int:
        """Remove the marks of runs that have died, and return how many there were."""
        dead = 0
        for path in self._folder.glob("*.lock"):
            mark = _lock(path)
            if mark.tryLock(0):
                dead += 1
                mark.unlock()
        return dead


def _lock(path: Path) -> QLockFile:
    lock = QLockFile(str(path))
    # Never by age: a large file may take its time.
    lock.setStaleLockTime(0)
    return lock
