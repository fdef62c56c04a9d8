"""Writing a file that is either the old one or the whole new one."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from hetao_map.model.errors import OutputError
from hetao_map.text import messages


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
        reason = error.strerror or str(error)
        raise OutputError(messages.OUTPUT_UNWRITABLE, path=path, reason=reason) from error


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
def _beside(path: Path) -> Iterator[Path]:
    # A folder of its own: some writers put more files beside the one that they are given.
    with tempfile.TemporaryDirectory(prefix=".hetao-", dir=path.parent) as folder:
        part = Path(folder) / f"part{path.suffix}"
        yield part
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.chmod(0o666 & ~_umask())
        part.replace(path)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
