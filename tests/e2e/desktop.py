"""A desktop of its own for a test: X server, D-Bus session, accessibility bus, window manager.

Nothing of it is shared with the desktop of whoever runs the tests, and nothing of it is left when
it is closed: every process it starts is the head of a process group that is ended with it.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from types import TracebackType

from tests.e2e.accessible import EDITS, MENU_ITEMS, SYSTEM_PYTHON, Agent, Node
from tests.e2e.screen import Screen, wait_until
from tests.patience import PATIENCE_SECONDS

SCREEN = "1600x1000x24"
# Qt of its own accessibility bridge: asked for a cell or a row that went away a moment before.
NOISE = re.compile(
    r"qt\.accessibility\.atspi:|QAccessible(?:Table|Tree|List)::\w+: invalid index", re.I
)
COMMANDS = ("Xvfb", "dbus-daemon", "openbox", "xdotool", "xprop", "import")
BUS_LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
HOW_TO_INSTALL = "install the system packages of the tests: packaging/system_packages.sh test"

# Tests that a shell started in the background are deaf to these, and their children would be.
HEARING = ("env", "--default-signal=INT,HUP")

# Variables that would tie the processes to the desktop, or to settings, of whoever runs the tests.
FOREIGN = ("DISPLAY", "WAYLAND", "XAUTH", "XDG_", "DBUS_", "AT_SPI", "QT_", "QSG_", "QML", "GTK_")
FOREIGN_WORDS = ("LANG", "LC_", "HETAO", "DESKTOP_", "SESSION_", "GDK_", "GNOME_", "NO_AT_BRIDGE")

WINDOW_MANAGER = """<?xml version="1.0" encoding="UTF-8"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <focus><focusNew>yes</focusNew><followMouse>no</followMouse></focus>
  <placement><policy>Smart</policy><center>yes</center></placement>
  <desktops><number>1</number><popupTime>0</popupTime></desktops>
  <keyboard><keybind key="A-F4"><action name="Close"/></keybind></keyboard>
  <mouse>
    <context name="Client"><mousebind button="Left" action="Press">
      <action name="Focus"/><action name="Raise"/>
    </mousebind></context>
  </mouse>
</openbox_config>
"""


def missing_commands() -> list[str]:
    """What the tests need and this system has not."""
    missing = [command for command in COMMANDS if shutil.which(command) is None]
    if not any(Path(path).exists() for path in BUS_LAUNCHERS):
        missing.append("at-spi-bus-launcher")
    question = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    try:
        subprocess.run([SYSTEM_PYTHON, "-I", "-c", question], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        missing.append(f"gi.repository.Atspi for {SYSTEM_PYTHON}")
    return missing


def end_group(process: subprocess.Popen[bytes] | subprocess.Popen[str]) -> None:
    """Ends a process that leads a group, and the group with it."""
    for sign, seconds in ((signal.SIGTERM, 5.0), (signal.SIGKILL, 5.0)):
        with suppress(ProcessLookupError):
            os.killpg(process.pid, sign)
        with suppress(subprocess.TimeoutExpired):
            process.wait(seconds)
            break
    # Children of it that did not listen.
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)


def first_focused(dialog: Node) -> Node | None:
    """The field below that has the keyboard."""
    return next(iter(dialog.find_all(EDITS, has=("focused",))), None)


class Program:
    """The viewer as a running process."""

    def __init__(self, desktop: Desktop, command: Sequence[str], home: Path) -> None:
        self.desktop = desktop
        self.screen = desktop.screen
        self.home = home
        self.log = home / "stderr.txt"
        with self.log.open("wb") as errors:
            self.process = subprocess.Popen(
                [*HEARING, *command],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=errors,
                cwd=home,
                env=desktop.environment | private_folders(home),
                start_new_session=True,
            )
        self._application: Node | None = None

    def __enter__(self) -> Program:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if error is not None:
            # When the test is over, the window is gone.
            self.desktop.failure = self.screen.save(self.desktop.folder / "failure.png")
        end_group(self.process)

    @property
    def stderr(self) -> str:
        """All that it has written to stderr so far."""
        return self.log.read_text(encoding="utf-8", errors="replace")

    @property
    def application(self) -> Node:
        """The root of its controls, waited for."""
        if self._application is None:
            self.alive()
            self._application = self.desktop.agent.application(self.process.pid)
        return self._application

    def window(self, name: str | None = None) -> Node:
        """Its main window, waited for until it is shown and has the keyboard."""
        return self.application.find("frame", name).wait_state("showing", "active")

    def alive(self) -> None:
        """Fails if it has ended."""
        code = self.process.poll()
        assert code is None, f"the program has ended with {code}: {self.stderr}"

    def click(self, node: Node) -> None:
        """A click of the mouse on the middle of a control."""
        self.screen.click(*node.now().centre)

    def choose(self, button: Node, item: str) -> None:
        """Opens the menu of a button and chooses an item of it, with the mouse."""
        self.click(button)
        entry = self.application.find(MENU_ITEMS, item)
        self.click(entry)
        entry.wait_state(lacks=("showing",))

    def switch(self, item: Node, checked: bool) -> None:
        """Checks or unchecks an item of a tree as one does with the keyboard: space."""
        self.click(item)
        item.wait_state("selected")
        if ("checked" in item.now().states) != checked:
            self.screen.key("space")
        item.wait_checked(checked)

    def command(self, words: str) -> None:
        """Runs a command by the palette, with the keyboard alone."""
        window = self.window()
        self.screen.key("ctrl+k")
        edit = window.find(EDITS, "Command").wait_state("focused")
        self.screen.type(words)
        edit.wait_text(contains=words)
        window.find("list item", pattern=f"(?i)^{re.escape(words)}")
        self.screen.key("Return")

    def answer(self, dialog: Node, text: str) -> None:
        """Types into the field of a dialogue that has the keyboard, and presses Enter."""
        dialog.wait_state("active")
        edit = wait_until(lambda: first_focused(dialog), f"a field of {dialog.name!r} to type into")
        self.screen.type(text)
        edit.wait_text(contains=text)
        self.screen.key("Return")

    def complaints(self) -> list[str]:
        """The lines of stderr, without what Qt says of its own accessibility bridge."""
        return [line for line in self.stderr.splitlines() if not NOISE.match(line)]

    def close(self) -> int:
        """Closes the active window as the window manager does, and returns the exit code."""
        self.screen.key("alt+F4")
        return self.process.wait(PATIENCE_SECONDS)


class Desktop:
    """Use as a context manager; `folder` is where everything is written."""

    def __init__(self, folder: Path, size: str = SCREEN) -> None:
        self.folder, self.size = folder, size
        self.environment: dict[str, str] = {}
        self.failure: Path | None = None
        """What the screen showed when a program was left with an error."""
        self.screen: Screen
        self.agent: Agent
        self._stack = ExitStack()
        self._homes = 0

    def __enter__(self) -> Desktop:
        try:
            self._open()
        except BaseException:
            self._stack.close()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stack.close()

    def start(
        self,
        arguments: Sequence[str] = (),
        *,
        language: str | None = "en",
        command: Sequence[str] = (sys.executable, "-m", "hetao_map"),
        home: Path | None = None,
    ) -> Program:
        """Starts the viewer's window, with a new home of its own unless one is given."""
        spoken = [] if language is None else ["--language", language]
        if home is None:
            self._homes += 1
            home = self.folder / f"home{self._homes}"
        home.mkdir(parents=True, exist_ok=True)
        return Program(self, [*command, "gui", *arguments, *spoken], home)

    def window_manager(self) -> str:
        """The settings of openbox."""
        return WINDOW_MANAGER

    # The parts, in the order they need one another

    def _open(self) -> None:
        # The path of a socket may not be longer than 107 characters: not below `folder`.
        runtime = Path(self._stack.enter_context(tempfile.TemporaryDirectory(prefix="e2e-")))
        runtime.chmod(0o700)
        home = self.folder / "home"
        home.mkdir(parents=True, exist_ok=True)
        self.environment = own_environment(home, runtime)
        self.environment["DISPLAY"] = self._start_x_server()
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self._start_bus(runtime)
        self._start_accessibility()
        self._start_window_manager()
        self.screen = Screen(self.environment, self.folder)
        self.agent = Agent(self.environment, self.folder / "agent.log")
        self._stack.callback(end_group, self.agent.process)
        self._stack.callback(self.agent.close)

    def _start_x_server(self) -> str:
        """Starts an X server on a free display, and returns its name."""
        reading, writing = os.pipe()
        with os.fdopen(reading, "r") as numbers:
            try:
                options = ["-screen", "0", self.size, "-nolisten", "tcp", "-noreset", "-dpi", "96"]
                command = ["Xvfb", "-displayfd", str(writing), *options]
                self._start("xvfb", command, (writing,))
            finally:
                os.close(writing)
            number = numbers.readline().strip()
        assert number, f"Xvfb did not start: {(self.folder / 'xvfb.log').read_text()}"
        return f":{number}"

    def _start_bus(self, runtime: Path) -> str:
        """Starts a D-Bus session, and returns its address."""
        address = f"unix:path={runtime / 'session'}"
        self._start("dbus", ["dbus-daemon", "--session", "--nofork", f"--address={address}"])
        wait_until((runtime / "session").exists, "the socket of the D-Bus session")
        return address

    def _start_accessibility(self) -> None:
        launcher = next(path for path in BUS_LAUNCHERS if Path(path).exists())
        self._start("at-spi", [launcher, "--launch-immediately"])

    def _start_window_manager(self) -> None:
        settings = self.folder / "openbox.xml"
        settings.write_text(self.window_manager(), encoding="utf-8")
        self._start("openbox", ["openbox", "--sm-disable", "--config-file", str(settings)])
        wait_until(self._is_managed, "the window manager")

    def _is_managed(self) -> bool:
        command = ["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"]
        answer = subprocess.run(command, env=self.environment, capture_output=True, check=False)
        return b"window id" in answer.stdout

    def _start(self, name: str, command: Sequence[str], descriptors: tuple[int, ...] = ()) -> None:
        with (self.folder / f"{name}.log").open("wb") as log:
            process = subprocess.Popen(
                list(command),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                cwd=self.folder,
                env=self.environment,
                start_new_session=True,
                pass_fds=descriptors,
            )
        self._stack.callback(end_group, process)


def own_environment(home: Path, runtime: Path) -> dict[str, str]:
    """The environment of this process without what belongs to its desktop, and with `home`."""
    kept = {
        key: value
        for key, value in os.environ.items()
        if not key.startswith(FOREIGN + FOREIGN_WORDS)
    }
    return (
        kept
        | private_folders(home)
        | {
            "XDG_RUNTIME_DIR": str(runtime),
            "LANG": "C.UTF-8",
            "GSETTINGS_BACKEND": "memory",
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "PYTHONUNBUFFERED": "1",
        }
    )


def private_folders(home: Path) -> dict[str, str]:
    """HOME and the folders that are named after it."""
    return {
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / ".config"),
        "XDG_CACHE_HOME": str(home / ".cache"),
        "XDG_DATA_HOME": str(home / ".local" / "share"),
        "XDG_STATE_HOME": str(home / ".local" / "state"),
    }
