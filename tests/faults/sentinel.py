"""Watching from outside what a reader touches: sockets, canaries, and the folder of the file."""

from __future__ import annotations

import ctypes
import hashlib
import os
import select
import socket
import stat
import struct
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

_ACCESS, _MODIFY, _ATTRIB, _OPEN = 0x1, 0x2, 0x4, 0x20
_MOVED, _CREATED, _DELETED = 0xC0, 0x100, 0x200
_CHANGES = _MODIFY | _ATTRIB | _MOVED | _CREATED | _DELETED
_EVENT = struct.Struct("iIII")
# Longer than any machine takes to serve those who wait.
_SETTLED_S = 30.0


class Watch:
    """Tells of each event in a folder, whoever caused it; knows nothing but on Linux."""

    def __init__(self, folder: Path, mask: int) -> None:
        self._handle = -1
        if sys.platform == "linux":
            libc = ctypes.CDLL(None, use_errno=True)
            self._handle = libc.inotify_init1(os.O_NONBLOCK)
            if libc.inotify_add_watch(self._handle, os.fsencode(folder), mask) < 0:
                raise OSError(ctypes.get_errno(), "inotify_add_watch")

    def events(self) -> list[tuple[str, int]]:
        """Return (name, mask) of what has happened since the last look."""
        found: list[tuple[str, int]] = []
        while self._handle >= 0 and select.select([self._handle], [], [], 0)[0]:
            data = os.read(self._handle, 65536)
            while data:
                _, mask, _, length = _EVENT.unpack_from(data)
                name = data[_EVENT.size : _EVENT.size + length].rstrip(b"\0")
                found.append((os.fsdecode(name), mask))
                data = data[_EVENT.size + length :]
        return found

    def close(self) -> None:
        if self._handle >= 0:
            os.close(self._handle)


class Listener:
    """A server on the loopback that counts who comes."""

    def __init__(self) -> None:
        self.visits: list[str] = []
        self._own, self._seen_own = "", threading.Event()
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}/bait"
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                guest, address = self._socket.accept()
                if str(address) == self._own:
                    self._seen_own.set()
                else:
                    self.visits.append(str(address))
                guest.close()

    def settle(self) -> None:
        """Return when all who have come until now are counted: they are served in their order."""
        self._seen_own.clear()
        with socket.socket() as own:
            own.bind(("127.0.0.1", 0))
            self._own = str(own.getsockname())
            own.connect(self._socket.getsockname())
            assert self._seen_own.wait(_SETTLED_S)

    def close(self) -> None:
        self._socket.close()


@dataclass
class Touched:
    """What was touched that must not be."""

    changed: list[str] = field(default_factory=list)
    sockets: list[str] = field(default_factory=list)
    canaries: list[str] = field(default_factory=list)


@contextmanager
def sentinel(folder: Path, canaries: Path, listener: Listener) -> Iterator[Touched]:
    """Watch the folder of a file and that of the canaries; the answer is full at the end."""
    touched, visits = Touched(), len(listener.visits)
    before = _state(folder)
    # A folder that is written and put back would look the same: its events do not.
    changes, reads = Watch(folder, _CHANGES), Watch(canaries, _OPEN | _ACCESS | _CHANGES)
    try:
        yield touched
    finally:
        touched.changed = [f"{name} {mask:#x}" for name, mask in changes.events()]
        touched.changed += sorted(set(_state(folder).items()) ^ set(before.items()))
        touched.canaries = [name for name, mask in reads.events() if name]
        listener.settle()
        touched.sockets = listener.visits[visits:]
        changes.close()
        reads.close()


def _state(folder: Path) -> dict[str, str]:
    """Return what tells of each file below the folder whether it has changed."""
    return {str(path.relative_to(folder)): _fingerprint(path) for path in folder.rglob("*")}


def _fingerprint(path: Path) -> str:
    status = path.lstat()
    kind = f"{status.st_mode} {status.st_size} {status.st_mtime_ns} {status.st_ino}"
    if not stat.S_ISREG(status.st_mode):
        return kind
    with path.open("rb") as file:
        return f"{kind} {hashlib.file_digest(file, 'sha256').hexdigest()}"
