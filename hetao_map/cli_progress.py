"""How far a long reading is, on a terminal."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from types import TracebackType
from typing import TextIO

from hetao_map.text.plain import plain

# What is done sooner needs no telling.
_QUIET_S = 0.5
_BETWEEN_S = 0.1
_LONGEST_NAME = 48
_CLEAR = "\r\x1b[K"


class TerminalProgress:
    """One line that is rewritten while files are read, and gone afterwards. On one thread."""

    def __init__(self, out: TextIO | None = None) -> None:
        self._out = out or sys.stderr
        self._is_terminal = self._out.isatty()
        self._next_s = time.monotonic() + _QUIET_S
        self._is_shown = False

    def __enter__(self) -> TerminalProgress:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._is_shown:
            print(_CLEAR, end="", file=self._out, flush=True)

    def __call__(self, path: Path, done: int, of: int) -> None:
        """Show the share that is done, or how much where nobody knows of how much."""
        now = time.monotonic()
        if not self._is_terminal or now < self._next_s:
            return
        self._next_s, self._is_shown = now + _BETWEEN_S, True
        share = f"{done * 100 // of} %" if of else f"{done:,}…"
        name = plain(path.name).replace("\n", " ")[-_LONGEST_NAME:]
        print(f"{_CLEAR}{name}: {share}", end="", file=self._out, flush=True)
