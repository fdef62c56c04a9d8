"""Writing a file that is either the old one or the whole new one."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from hetao_map.model.errors import OutputError
from hetao_map.text import messages


def replace_file(path: Path, content: bytes) -> None:
    """Write the content beside the file, then put it in the file's place.

    Raises OutputError when the folder or the file cannot be written; nothing is left then.
    """
    try:
        put_in_place(path, content)
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(messages.OUTPUT_UNWRITABLE, path=path, reason=reason) from error


def put_in_place(path: Path, content: bytes) -> None:
    """Do as replace_file, but raise OSError, for who has words of its own for it."""
    handle, name = tempfile.mkstemp(prefix=".hetao-", dir=path.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.chmod(0o666 & ~_umask())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
