"""A file in another format as a private GeoPackage, made by a child process that can be ended.

GDAL cannot be stopped from within, takes what memory it wants and may crash: in a child all
of that costs one file.
"""

from __future__ import annotations

import json
import logging
import os
import queue
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from hetao_map.child_word import CHILD_WORD
from hetao_map.data.formats.child import MEMORY_BYTES
from hetao_map.data.formats.gdal import environment
from hetao_map.data.formats.kinds import Format
from hetao_map.data.formats.private_folder import PrivateFolder, clear_abandoned
from hetao_map.data.formats.reports import is_out_of_memory, sentence_named
from hetao_map.model.errors import CancelledError, InputError
from hetao_map.model.layer import Stale
from hetao_map.text import format_messages, messages
from hetao_map.text.localized import LocalizedText
from hetao_map.text.reasons import why_damaged

Progress = Callable[[int, int], None]

log = logging.getLogger(__name__)

_LOOK_S = 0.04
# Time for starting and for a small file, and how many bytes a second a large one may take.
_LEAST_S = 9.0
_BYTES_A_SECOND = 500_000
_OF_PACKED = {Format.OSM_PBF: 15_000, Format.KMZ: 25_000, Format.DXF: 100_000}
_LONGEST_LINE = 64 * 1024
_PARTS = 100_000
_LINES_KEPT = 20
_LAST_WORDS_S = 2.0
# GDAL complains of each driver that it is told to leave out and does not have.
_SKIPPING = b"GDAL_SKIP"


@dataclass
class Converted:
    """Where the layers of a file are now, and what the reader has to say of it.

    The folder is removed once neither this nor anything that refers to it is used any more.
    """

    path: Path
    folder: PrivateFolder
    notes: list[LocalizedText] = field(default_factory=list)


def converted(source: Path, kind: Format, progress: Progress, stale: Stale) -> Converted:
    """Return the file's layers as a GeoPackage of our own. Any thread but one that must not wait.

    Raises InputError, and CancelledError once stale says that nobody waits: the child is ended
    then and nothing is left.
    """
    clear_abandoned()
    try:
        folder = PrivateFolder()
    except OSError as error:
        raise InputError(format_messages.NO_SPACE, path=source, folder=error) from error
    result = Converted(folder.path / "layers.gpkg", folder)
    try:
        strange = _Run(source, kind, result, progress, stale).run()
        if strange:
            _Run(source, kind, result, progress, stale).run(strange)
    except BaseException:
        folder.remove()
        raise
    return result


def seconds_for(kind: Format, size: int) -> float:
    """Return how long a file of so many bytes may take: far more than a sound one needs."""
    return _LEAST_S + size / _OF_PACKED.get(kind, _BYTES_A_SECOND)


class _Run:
    """One run of a child."""

    def __init__(
        self, source: Path, kind: Format, result: Converted, progress: Progress, stale: Stale
    ) -> None:
        self._source, self._kind, self._result = source, kind, result
        self._progress, self._stale = progress, stale
        self._seconds = seconds_for(kind, source.stat().st_size)
        self._told: queue.Queue[bytes | None] = queue.Queue(maxsize=1000)
        self._last_words: deque[bytes] = deque(maxlen=_LINES_KEPT)

    def run(self, without: tuple[str, ...] = ()) -> tuple[str, ...]:
        """Read the file; return drivers without which it has to be tried again, mostly none."""
        child = self._started(without)
        try:
            hearing = threading.Thread(target=self._hear, args=(child.stdout,), daemon=True)
            self._keeping = threading.Thread(target=self._keep, args=(child.stderr,), daemon=True)
            hearing.start()
            self._keeping.start()
            self._ask(child)
            return self._listen(child)
        finally:
            _ended(child)

    def _started(self, without: tuple[str, ...]) -> subprocess.Popen[bytes]:
        folder = self._result.folder.path
        flags: dict[str, Any] = {"start_new_session": True}
        if sys.platform == "win32":
            flags = {"creationflags": subprocess.CREATE_NO_WINDOW}
        return subprocess.Popen(  # noqa: S603
            child_command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=folder,
            env=_with_own_package(environment(self._kind, folder, without)),
            **flags,
        )

    def _ask(self, child: subprocess.Popen[bytes]) -> None:
        asked = {
            "format": self._kind.value,
            "source": str(self._source.resolve()),
            "folder": str(self._result.folder.path),
            "name": self._source.stem,
            "seconds": int(self._seconds * 2),
        }
        # A child that has died already is heard of below.
        with suppress(OSError):
            if child.stdin is not None:
                child.stdin.write(json.dumps(asked).encode("ascii") + b"\n")
                child.stdin.flush()

    def _hear(self, stream: IO[bytes]) -> None:
        with suppress(OSError, ValueError):
            while line := stream.readline(_LONGEST_LINE):
                self._told.put(line)
        self._told.put(None)

    def _keep(self, stream: IO[bytes]) -> None:
        with suppress(OSError, ValueError):
            while line := stream.readline(_LONGEST_LINE):
                if _SKIPPING not in line:
                    self._last_words.append(line[:500])

    def _listen(self, child: subprocess.Popen[bytes]) -> tuple[str, ...]:
        begun = time.monotonic()
        while True:
            if self._stale():
                raise CancelledError(messages.CANCELLED, path=self._source)
            if time.monotonic() - begun > self._seconds:
                raise InputError(format_messages.TOO_LONG, path=self._source)
            try:
                line = self._told.get(timeout=_LOOK_S)
            except queue.Empty:
                continue
            if line is None:
                raise self._died(child)
            message = _understood(line)
            if "drivers" in message:
                return tuple(str(name) for name in message["drivers"])
            if "done" in message:
                return ()
            self._take(message)

    def _take(self, message: dict[str, Any]) -> None:
        match message:
            case {"progress": [int(done), int(of)]}:
                self._progress(*_in_parts(done, of))
            case {"note": str(name), "values": dict(values)} if found := sentence_named(name):
                note = found.with_values(**{**values, "path": self._source})
                self._result.notes.append(note)
            case {"error": str(name), "values": dict(values)} if found := sentence_named(name):
                self._log_last_words()
                if found is messages.DAMAGED:
                    values["reason"] = why_damaged(values.get("reason", ""))
                raise InputError(found, **{**values, "path": self._source})

    def _log_last_words(self) -> str:
        words = b"".join(self._last_words).decode("utf-8", "replace")
        if words:
            log.info("the reader of %s said: %s", self._source, words)
        return words

    def _died(self, child: subprocess.Popen[bytes]) -> InputError:
        code = child.wait()
        # What it said last may still be on its way; a process of its own may keep that way open.
        self._keeping.join(_LAST_WORDS_S)
        words = self._log_last_words()
        if is_out_of_memory(words):
            most = f"{MEMORY_BYTES >> 30} GB"
            return InputError(format_messages.TOO_MUCH_MEMORY, path=self._source, most=most)
        return InputError(format_messages.READER_ENDED, path=self._source, reason=code)


def child_command() -> list[str]:
    """Return what starts this program as a child, also where it is a frozen one."""
    if getattr(sys, "frozen", False):
        return [sys.executable, CHILD_WORD]
    # -P: a file in the folder that one is in must not stand for a module.
    return [sys.executable, "-P", "-m", "hetao_map", CHILD_WORD]


def _with_own_package(variables: dict[str, str]) -> dict[str, str]:
    """Let the child find the package where this program found it."""
    root = str(Path(__file__).resolve().parents[3])
    others = variables.get("PYTHONPATH")
    return variables | {"PYTHONPATH": os.pathsep.join([root, others] if others else [root])}


def _in_parts(done: int, of: int) -> tuple[int, int]:
    """Return the share in parts that are few enough for the 32 bits of a progress bar."""
    return (done * _PARTS // of, _PARTS) if of > _PARTS else (min(done, _PARTS), of)


def _understood(line: bytes) -> dict[str, Any]:
    try:
        message = json.loads(line)
    except ValueError:
        return {}
    return message if isinstance(message, dict) else {}


def _ended(child: subprocess.Popen[bytes]) -> None:
    """End the child whatever it does, and wait until it has gone."""
    child.kill()
    child.wait()
    for stream in (child.stdin, child.stdout, child.stderr):
        if stream is not None:
            with suppress(OSError):
                stream.close()
