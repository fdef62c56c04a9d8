"""A socket at which one process of a user is called by another."""

from __future__ import annotations

import json
import os
import socket
import stat
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from hetao_map.single_window.wishes import Wishes, checked_wishes

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

_ANSWER = b"raised\n"
_MOST_BYTES = 10_000
_CONNECT_MS, _ANSWER_MS = 200, 1500


def address_of(name: str) -> Address | None:
    """Return the address of a name, None where this user has no place for one."""
    if sys.platform == "win32":
        return Address(name)
    folder = _private_folder()
    return Address(str(folder / name)) if folder else None


class Address:
    """One such socket: to call, or to be called at. Lives on the main thread."""

    def __init__(self, place: str) -> None:
        self._place = place
        self._early: socket.socket | None = None
        self._server: QLocalServer | None = None

    def call(self, wishes: Wishes) -> bool | None:
        """Tell who listens; return whether it has answered, None when nobody listens."""
        caller = self._connected()
        if caller is None:
            return None
        caller.write(json.dumps(wishes).encode() + b"\n")
        caller.flush()
        answered = caller.waitForReadyRead(_ANSWER_MS) and caller.readAll().data() == _ANSWER
        caller.abort()
        return bool(answered)

    def somebody_listens(self) -> bool:
        """Tell whether a process is to be called here."""
        caller = self._connected()
        if caller is not None:
            caller.abort()
        return caller is not None

    def hold(self) -> bool:
        """Let calls wait until there is a window: this costs nothing, Qt's own server does.

        Return False where that cannot be; what a process that has died left behind is removed.
        """
        if sys.platform == "win32":
            return True
        self._remove()
        early = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            early.bind(self._place)
            early.listen(8)
        except OSError:
            early.close()
            return False
        self._early = early
        return True

    def serve(self, called: Callable[[Wishes], object]) -> None:
        """Answer those who call; called is told what they ask for."""
        from PySide6.QtNetwork import QLocalServer

        self._server = server = QLocalServer()
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(lambda: _answer(server, called))
        if self._early is not None:
            # The server closes what it is given.
            server.listen(os.dup(self._early.fileno()))
        else:
            server.listen(self._place)

    def close(self) -> None:
        """Be called no more."""
        if self._server is not None:
            self._server.close()
            self._server = None
        if self._early is not None:
            self._early.close()
            self._early = None
            self._remove()

    def _connected(self) -> QLocalSocket | None:
        """Return a line to who listens, None for nobody; at once where there is no socket."""
        if sys.platform != "win32" and not os.path.lexists(self._place):
            return None
        from PySide6.QtNetwork import QLocalSocket

        caller = QLocalSocket()
        caller.connectToServer(self._place)
        return caller if caller.waitForConnected(_CONNECT_MS) else None

    def _remove(self) -> None:
        with suppress(OSError):
            if stat.S_ISSOCK(os.lstat(self._place).st_mode):
                os.unlink(self._place)  # noqa: PTH108 - a name, not a path


def _answer(server: QLocalServer, called: Callable[[Wishes], object]) -> None:
    while server.hasPendingConnections():
        caller = server.nextPendingConnection()
        caller.readyRead.connect(lambda caller=caller: _read(caller, called))
        caller.disconnected.connect(caller.deleteLater)
        if caller.bytesAvailable():
            _read(caller, called)


def _read(caller: QLocalSocket, called: Callable[[Wishes], object]) -> None:
    """Do what a whole line asks for; anything else is not for us."""
    if caller.bytesAvailable() > _MOST_BYTES:
        caller.abort()
    elif caller.canReadLine():
        with suppress(ValueError, RecursionError):
            called(checked_wishes(json.loads(bytes(caller.readLine(_MOST_BYTES).data()))))
        caller.write(_ANSWER)
        caller.flush()
        caller.disconnectFromServer()


def _private_folder() -> Path | None:
    """Return a folder that nobody else can reach into, None without one."""
    named = os.environ.get("XDG_RUNTIME_DIR", "")
    runtime = Path(named) if named.startswith("/") else None
    temporary = Path(tempfile.gettempdir()) / f"hetao-map-{os.getuid()}"
    for folder in (runtime, temporary):
        if folder is not None and _is_private(folder, make=folder is temporary):
            return folder
    return None


def _is_private(folder: Path, *, make: bool) -> bool:
    try:
        if make:
            folder.mkdir(mode=0o700, exist_ok=True)
        status = folder.lstat()
    except OSError:
        return False
    ours = stat.S_ISDIR(status.st_mode) and status.st_uid == os.getuid()
    # The address of a socket has room for 107 bytes.
    return ours and not status.st_mode & 0o077 and len(os.fsencode(folder)) < 70
