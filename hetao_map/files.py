"""Writing a file that is either the old one or the whole new one; telling states of it apart."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from hetao_map.model.errors import OutputError
from hetao_map.text import messages
from hetao_map.text.reasons import why_unwritten

_PREFIX = ".hetao-"
# Where folders cannot be held: no file is written for so long.
_ABANDONED_AFTER_S = 24 * 3600


def replace_file(path: Path, content: bytes) -> None:
    """Write the content beside the file, then put it in the file's place.

    Raises OutputError when the folder or the file cannot be written; nothing is left then.
    """
    with replaced_whole(path) as part:
        part.write_bytes(content)


def put_in_place(path: Path, content: bytes) -> None:
    """Do as replace_file, but raise OSError, for who has words of its own for it."""
    with _beside(path) as part:
        part.write_bytes(content)


@contextmanager
def replaced_whole(path: Path) -> Iterator[Path]:
    """Yield a path to write to, with the same ending; what it holds at the end is put in place.

    Raises OutputError as replace_file does; an error of the writer leaves nothing behind.
    """
    try:
        with _beside(path) as part:
            yield part
    except OSError as error:
        reason = why_unwritten(error)
        raise OutputError(messages.OUTPUT_UNWRITABLE, path=path, reason=reason) from error


Stamp = tuple[object, ...]
# What a database keeps beside the file while it writes, and the other parts of a Shapefile.
_OF_DATABASE = ("-wal", "-journal")
_OF_SHAPEFILE = (".dbf", ".shx", ".prj", ".cpg")
# The head of a SQLite file, whose change counter tells two saves within one tick of a clock apart.
_HEAD_BYTES = 100


def companions_of(path: Path) -> tuple[Path, ...]:
    """Return where what belongs to a file lies, if it is there: its content is the file's too."""
    beside = [path.with_name(path.name + ending) for ending in _OF_DATABASE]
    if path.suffix.lower() == ".shp":
        capital = path.suffix.isupper()
        beside += [path.with_suffix(e.upper() if capital else e) for e in _OF_SHAPEFILE]
    return tuple(beside)


def stamp_of(path: Path) -> Stamp:
    """Return what tells a state of a file, with what lies beside it, from any other state.

    It is () when the file is not there. Any thread; a slow disk is waited for.
    """
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD_BYTES)
            parts: list[object] = [_mark(os.fstat(file.fileno())), head]
    except (OSError, ValueError):
        return ()
    for companion in companions_of(path):
        try:
            parts.append(_mark(companion.stat()))
        except (OSError, ValueError):
            parts.append(None)
    return tuple(parts)


def _mark(status: os.stat_result) -> tuple[int, ...]:
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns


def check_not_opened(path: Path, opened: Iterable[Path]) -> None:
    """Raise OutputError when the path leads to one of the files that are open."""
    for other in opened:
        try:
            same = path.samefile(other)
        except OSError:
            # One of them is not there; a link to nowhere is no way to the other.
            same = path.absolute() == other.absolute()
        if same:
            raise OutputError(messages.OUTPUT_IS_OPENED, path=path)


@contextmanager
def working_folder(parent: Path | None = None) -> Iterator[Path]:
    """Yield a new folder below parent, by default the system's temporary one; it goes at the end.

    Those of processes that were killed go as well: each is held by a lock while it is in use.
    Raises OSError when there is no room for it.
    """
    place = parent or Path(tempfile.gettempdir())
    _clear_abandoned(place)
    folder, handle = _new_folder(place)
    try:
        yield folder
    finally:
        # What cannot be removed goes the next time; it is no reason for an error.
        shutil.rmtree(folder, ignore_errors=True)
        if handle is not None:
            os.close(handle)


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    # A folder of its own: some writers put more files beside the one that they are given.
    with working_folder(path.parent) as folder:
        part = folder / f"part{path.suffix}"
        yield part
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.chmod(0o666 & ~_umask())
        part.replace(path)


def _new_folder(place: Path) -> tuple[Path, int | None]:
    """Make a folder and hold it; again when another process has just taken it for abandoned."""
    while True:
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=place))
        with suppress(BlockingIOError, FileNotFoundError):
            handle = _held(folder)
            if folder.exists():
                return folder, handle


def _clear_abandoned(place: Path) -> None:
    """Remove working folders that no process holds any more."""
    for folder in place.glob(f"{_PREFIX}*"):
        with suppress(OSError):
            handle = _held(folder)
            if handle is not None or time.time() - folder.stat().st_mtime > _ABANDONED_AFTER_S:
                shutil.rmtree(folder, ignore_errors=True)
            if handle is not None:
                os.close(handle)


def _held(folder: Path) -> int | None:
    """Return a handle that holds a folder until it is closed, None where there is no such thing.

    Raises BlockingIOError when another process holds it.
    """
    if sys.platform == "win32":
        return None
    import fcntl

    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        os.close(handle)
        if isinstance(error, BlockingIOError):
            raise
        return None
    return handle


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
