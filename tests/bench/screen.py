"""An X server with a D-Bus session, and nothing else on it."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from tests.bench.bench import SIZE
from tests.e2e.desktop import HOW_TO_INSTALL, end_group, own_environment

_COMMANDS = ("Xvfb", "dbus-daemon")


@contextmanager
def screen(folder: Path, size: tuple[int, int] = SIZE) -> Iterator[dict[str, str]]:
    """Yield the environment of processes that are to run on a screen of their own, 1920x1080.

    There is no window manager: a window has the size it asks for, without a frame.
    """
    missing = [command for command in _COMMANDS if shutil.which(command) is None]
    if missing:
        raise SystemExit(f"{', '.join(missing)} not found; {HOW_TO_INSTALL}")
    home, runtime = folder / "home", folder / "runtime"
    home.mkdir()
    runtime.mkdir(mode=0o700)
    environment = _plain(own_environment(home, runtime))
    with ExitStack() as stack:
        environment["DISPLAY"] = _start_x_server(stack, environment, size)
        environment["DBUS_SESSION_BUS_ADDRESS"] = _start_bus(stack, environment)
        yield environment


def _plain(environment: dict[str, str]) -> dict[str, str]:
    """Return what a person's desktop has: no screen reader, and Python as it comes.

    Where Python is told to keep no compiled modules, each start compiles all of ours again.
    """
    return {
        name: value
        for name, value in environment.items()
        if name != "QT_LINUX_ACCESSIBILITY_ALWAYS_ON" and not name.startswith("PYTHON")
    }


def _start_x_server(stack: ExitStack, environment: dict[str, str], size: tuple[int, int]) -> str:
    shape = "x".join(map(str, (*size, 24)))
    options = ["-screen", "0", shape, "-nolisten", "tcp", "-noreset", "-dpi", "96"]
    return ":" + _first_line(
        stack, lambda number: ["Xvfb", *options, "-displayfd", f"{number}"], environment
    )


def _start_bus(stack: ExitStack, environment: dict[str, str]) -> str:
    command = ["dbus-daemon", "--session", "--nofork"]
    return _first_line(stack, lambda number: [*command, f"--print-address={number}"], environment)


def _first_line(
    stack: ExitStack, command: Callable[[int], list[str]], environment: dict[str, str]
) -> str:
    """Start a server that writes where it can be found to a descriptor, and return that."""
    reading, writing = os.pipe()
    with os.fdopen(reading, "r") as lines:
        process = subprocess.Popen(
            command(writing),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=environment,
            start_new_session=True,
            pass_fds=(writing,),
        )
        os.close(writing)
        stack.callback(end_group, process)
        line = lines.readline().strip()
    if not line:
        raise RuntimeError(f"{process.args} did not start")
    return line
