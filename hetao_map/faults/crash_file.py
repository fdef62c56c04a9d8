"""Where Python writes the calls of all threads when the process dies of a fault in C."""

from __future__ import annotations

import faulthandler
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from hetao_map.session.journal import without_folders

MOST_BYTES = 100_000
_LAST_BYTES = 6_000


class CrashFile:
    """log/crash.log, which holds nothing but crashes; the file before it is kept once."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "crash.log"
        self._file: BinaryIO | None = None

    def open(self) -> None:
        """Let crashes be written; without a place for them they are lost, and nothing is said."""
        with suppress(OSError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            if self.path.exists() and self.path.stat().st_size > MOST_BYTES:
                self.path.replace(self.path.with_name("crash.1.log"))
            self._file = self.path.open("ab")
            faulthandler.enable(self._file)

    def close(self) -> None:
        """End it; an empty file is removed."""
        if self._file is None:
            return
        faulthandler.disable()
        with suppress(OSError):
            self._file.close()
            if self.path.stat().st_size == 0:
                self.path.unlink()
                # Only where nothing else is in it.
                self.path.parent.rmdir()
        self._file = None

    def last_lines(self) -> list[str]:
        """Return the end of the file without folders, for a report; empty without a crash."""
        with suppress(OSError):
            with self.path.open("rb") as file:
                file.seek(max(self.path.stat().st_size - _LAST_BYTES, 0))
                text = file.read().decode("utf-8", errors="replace")
            return [without_folders(line) for line in text.splitlines()]
        return []
