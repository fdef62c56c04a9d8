"""What the child process tells: lines of JSON with names of sentences, never text to be trusted."""

from __future__ import annotations

import json
import time
from typing import BinaryIO

from hetao_map.text import format_messages, messages
from hetao_map.text.localized import LocalizedText
from hetao_map.text.plain import plain

_LONGEST_VALUE = 300
_BETWEEN_S = 0.05
# How libraries say that they were given no more memory.
_OUT_OF_MEMORY = ("MemoryError", "bad_alloc", "Out of memory", "annot allocate")


def is_out_of_memory(words: str) -> bool:
    """Tell whether an error is for want of memory, whatever else it says."""
    return any(sign in words for sign in _OUT_OF_MEMORY)


def sentence_named(name: str) -> LocalizedText | None:
    """Return a sentence by its name in the program, None for no such one."""
    found = getattr(format_messages, name, None) or getattr(messages, name, None)
    return found if isinstance(found, LocalizedText) else None


class UnreadableError(Exception):
    """The file cannot be read: the name of a sentence, and what stands in it."""

    def __init__(self, name: str, **values: object) -> None:
        super().__init__(name)
        self.name, self.values = name, values


class Report:
    """The child's side of the pipe."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._told_at = 0.0

    def progress(self, done: int, of: int) -> None:
        """Tell how far the reading is; of is 0 while nobody can know. Seldom enough to be cheap."""
        now = time.monotonic()
        if now - self._told_at >= _BETWEEN_S:
            self._told_at = now
            self._write({"progress": [int(done), int(of)]})

    def note(self, name: str, **values: object) -> None:
        """Tell what is missing."""
        self._write({"note": name, "values": _plain(values)})

    def error(self, name: str, **values: object) -> None:
        """Tell why the file cannot be read."""
        self._write({"error": name, "values": _plain(values)})

    def drivers(self, names: list[str]) -> None:
        """Tell which drivers must be left out as well."""
        self._write({"drivers": names})

    def done(self) -> None:
        """Tell that all is written."""
        self._write({"done": True})

    def _write(self, message: dict[str, object]) -> None:
        self._out.write(json.dumps(message).encode("ascii") + b"\n")
        self._out.flush()


def _plain(values: dict[str, object]) -> dict[str, object]:
    return {
        name: value if isinstance(value, int) else " ".join(plain(value).split())[:_LONGEST_VALUE]
        for name, value in values.items()
    }
