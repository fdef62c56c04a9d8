"""Watches that nothing is fetched from an address of this computer, and a file is not opened."""

import ctypes
import os
import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_IN_OPEN, _IN_NONBLOCK = 0x20, 0o4000


@dataclass
class Sentinel:
    """An address where somebody listens, and a file that somebody watches."""

    address: str
    canary: Path
    _listener: socket.socket
    _watch: int

    def was_called(self) -> bool:
        """Tell whether anybody has connected to the address."""
        try:
            self._listener.accept()[0].close()
        except BlockingIOError:
            return False
        return True

    def was_opened(self) -> bool:
        """Tell whether anybody has opened the file since it was watched."""
        try:
            return len(os.read(self._watch, 4096)) >= struct.calcsize("iIII")
        except BlockingIOError:
            return False


@contextmanager
def sentinel(folder: Path) -> Iterator[Sentinel]:
    """Watch a canary in the folder and an address, for as long as the block lasts."""
    canary = folder / "canary.xsd"
    canary.write_text("CANARY")
    libc = ctypes.CDLL(None, use_errno=True)
    watch = libc.inotify_init1(_IN_NONBLOCK)
    assert libc.inotify_add_watch(watch, os.fsencode(canary), _IN_OPEN) >= 0
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setblocking(False)
        address = f"http://127.0.0.1:{listener.getsockname()[1]}/x"
        try:
            yield Sentinel(address, canary, listener, watch)
        finally:
            os.close(watch)
