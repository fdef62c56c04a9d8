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
        handle, name = tempfile.mkstemp(prefix=".hetao-", dir=path.parent)
    except OSError as error:
        raise _unwritable(path, error) from error
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.chmod(0o666 & ~_umask())
        part.replace(path)
    except OSError as error:
        raise _unwritable(path, error) from error
    finally:
        part.unlink(missing_ok=True)


def _unwritable(path: Path, error: OSError) -> OutputError:
    return OutputError(messages.OUTPUT_UNWRITABLE, path=path, reason=error.strerror or "")


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
