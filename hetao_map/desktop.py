"""What the desktop around the program has, says and asks."""

from __future__ import annotations

import os
import signal
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, QStandardPaths, QTimer

from hetao_map.text.language import Language, language_of_locale


def has_display() -> bool:
    """Tell whether a window can be opened: Qt ends the process where it cannot."""
    if os.environ.get("QT_QPA_PLATFORM") or sys.platform in ("win32", "darwin"):
        return True
    if os.environ.get("WAYLAND_DISPLAY"):
        return True
    return _x_server_answers(os.environ.get("DISPLAY", ""))


def _x_server_answers(display: str) -> bool:
    host, _, number = display.rpartition(":")
    number = number.partition(".")[0]
    if not number.isdigit():
        return False
    with suppress(OSError):
        if host and host != "unix":
            with socket.create_connection((host, 6000 + int(number)), timeout=3):
                return True
        for address in (f"\0/tmp/.X11-unix/X{number}", f"/tmp/.X11-unix/X{number}"):  # noqa: S108
            with suppress(OSError), socket.socket(socket.AF_UNIX) as probe:
                probe.connect(address)
                return True
    return False


def config_folder() -> Path:
    """Return where this desktop keeps a program's settings."""
    where = QStandardPaths.StandardLocation.GenericConfigLocation
    return Path(QStandardPaths.writableLocation(where)) / "hetao-map"


def system_language() -> Language:
    """Return the language of the desktop."""
    names = (os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    chosen = next((name for name in names if name), "")
    if not chosen or chosen in ("C", "POSIX"):
        chosen = QLocale.system().name()
    return language_of_locale(chosen)


def close_on_signals(application: QObject, close: Callable[[], object]) -> None:
    """Close as a window's button does when the system asks the process to end.

    SIGHUP comes when the terminal is closed; nohup has it ignored, and so it stays.
    """
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, lambda _number, _frame: close())
    # Python sees a signal only when it runs; Qt's loop gives it no turn by itself.
    timer = QTimer(application, interval=200)
    timer.timeout.connect(lambda: None)
    timer.start()
