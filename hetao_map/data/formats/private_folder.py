"""Private folders for what is read from other formats; those of a program that died are cleared.

A folder belongs to the process that holds a lock on the file in it. The lock goes with the
process, however it ends.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import weakref
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

PREFIX = "hetao-map-layers-"
_LOCK = "in-use"
_ON_DISK = Path("/var/tmp")  # noqa: S108


class PrivateFolder:
    """A folder that only this user can read, and that is gone once nobody refers to it."""

    def __init__(self) -> None:
        self.path = Path(tempfile.mkdtemp(prefix=PREFIX, dir=_base()))
        lock = _new_lock(self.path)
        self._remove = weakref.finalize(self, _removed, self.path, lock)

    def remove(self) -> None:
        """Remove it now."""
        self._remove()


def _new_lock(folder: Path) -> IO[bytes]:
    """Return the open file of the lock; under its name it is never seen without its lock."""
    if sys.platform == "win32":
        file = (folder / _LOCK).open("wb")
        _locked(file)
        return file
    unfinished = folder / f"{_LOCK}.new"
    file = unfinished.open("wb")
    _locked(file)
    unfinished.rename(folder / _LOCK)
    return file


def _base() -> Path:
    """Return where large temporary files may lie: where people say, else on a disk.

    A folder for small ones is often kept in memory.
    """
    if not os.environ.get("TMPDIR") and os.access(_ON_DISK, os.W_OK):
        return _ON_DISK
    return Path(tempfile.gettempdir())


def _removed(path: Path, lock: IO[bytes]) -> None:
    lock.close()
    shutil.rmtree(path, ignore_errors=True)


def _locked(file: IO[Any]) -> bool:
    """Lock a file for this process; tell whether nobody else had it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def clear_abandoned() -> None:
    """Remove folders whose process has ended without removing them."""
    with suppress(OSError):
        for folder in _base().glob(PREFIX + "*"):
            with suppress(OSError):
                _clear_if_abandoned(folder)


def _clear_if_abandoned(folder: Path) -> None:
    if folder.is_symlink() or not folder.is_dir() or not _is_mine(folder):
        return
    with (folder / _LOCK).open("r+b") as lock:
        if _locked(lock):
            shutil.rmtree(folder, ignore_errors=True)


def _is_mine(folder: Path) -> bool:
    return sys.platform == "win32" or folder.stat().st_uid == os.getuid()
