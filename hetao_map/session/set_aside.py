"""What was kept, put aside by a safe start so that it can be brought back."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from pathlib import Path

_PREFIX = "set-aside-"


def set_aside(folder: Path) -> bool:
    """Move settings and sessions into a folder beside them, named after the moment.

    Return whether anything was moved. What cannot be moved stays; nothing is deleted.
    """
    kept = _kept(folder)
    if not kept:
        return False
    moment = dt.datetime.now(dt.UTC).strftime("%Y%m%d-%H%M%S-%f")
    aside = folder / f"{_PREFIX}{moment}"
    with suppress(OSError):
        aside.mkdir()
        _move(kept, aside)
        return True
    return False


def bring_back(folder: Path) -> bool:
    """Put back what was set aside last; what is kept now is set aside in its turn.

    Return False when nothing is there, or it cannot be moved.
    """
    last = latest(folder)
    if last is None:
        return False
    set_aside(folder)
    try:
        _move(_kept(last), folder)
        last.rmdir()
    except OSError:
        return False
    return True


def latest(folder: Path) -> Path | None:
    """Return the folder of what was set aside last, None without one."""
    with suppress(OSError):
        return max(folder.glob(f"{_PREFIX}*"), default=None)
    return None


def _kept(folder: Path) -> list[Path]:
    with suppress(OSError):
        return [*folder.glob("settings*.json*"), *folder.glob("sessions")]
    return []


def _move(paths: list[Path], target: Path) -> None:
    for path in paths:
        path.replace(target / path.name)
