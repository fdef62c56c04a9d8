"""When something goes wrong the program says so, goes on, and loses nothing."""

from __future__ import annotations

import json
import os
import signal
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.e2e.accessible import Node
from tests.e2e.desktop import Desktop, Program
from tests.e2e.screen import wait_until
from tests.e2e.test_session import SESSION, SETTINGS, ask, dismiss_first_steps, still_map, written
from tests.e2e.test_window import SAME, layers, map_box
from tests.files import points, write_geopackage
from tests.patience import PATIENCE_SECONDS

PRIVATE = ("someone", "private folder", "/etc")


def faulty(desktop: Desktop, name: str, home: Path) -> Program:
    """The program with a fault of tests.e2e.faulty in it."""
    root = str(Path(__file__).parents[2])
    command = ("env", f"PYTHONPATH={root}", sys.executable, "-m", "tests.e2e.faulty", name)
    return desktop.start(command=command, home=home)


def error_window(program: Program) -> Node:
    return program.application.find("dialog", "Something went wrong").wait_state("showing")


def log_of(home: Path) -> str:
    path = wait_until(lambda: next(iter(home.glob("**/log/hetao-map.log")), None), "the log")
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["painter", "worker", "command"])
def test_a_fault_is_shown_as_plain_text_and_the_map_goes_on(
    desktop: Desktop, tmp_path: Path, name: str
) -> None:
    home = tmp_path / "home"
    with faulty(desktop, name, home) as program:
        window = program.window() if name == "command" else None
        if window is not None:
            dismiss_first_steps(window)
            still_map(program, window)
            program.command("Coordinate grid")
        dialog = error_window(program)
        text = dialog.find(("text", "entry"), "Fault").text
        assert text.startswith("ValueError: <b>bold</b> <img src=")
        assert "Traceback" in text
        assert not any(word in text for word in PRIVATE)
        dialog.button("Copy report").press()
        dialog.button("Copied")
        dialog.button("Close").press()
        dialog.wait_state(lacks=("showing",))

        window = program.window()
        before = still_map(program, window)
        window.find(name="Map").focus()
        program.screen.key("plus", "plus")
        program.screen.wait_for_change(before, map_box(window))
        log = log_of(home)
        assert "Traceback" in log
        assert not any(word in log for word in PRIVATE)
        assert not any(line.startswith("Traceback") for line in program.stderr.splitlines())
        assert program.close() == 0


def test_what_qt_complains_of_is_in_the_log_and_on_stderr(desktop: Desktop, tmp_path: Path) -> None:
    home = tmp_path / "home"
    with faulty(desktop, "qt", home) as program:
        still_map(program, program.window())
        wait_until(lambda: "odd:" in log_of(home), "Qt's complaint in the log")
        assert not any(word in log_of(home) for word in PRIVATE)
        assert program.complaints()[0].startswith("odd:")


def test_after_two_starts_that_died_the_third_is_safe_and_the_rest_comes_back(
    desktop: Desktop, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    with desktop.start(home=home) as program:
        window = program.window()
        dismiss_first_steps(window)
        still_map(program, window)
        program.switch(layers(window).find(name="Ports"), checked=False)
        ask(program, "Dark")
        written(home, SETTINGS, '"theme": "dark"')
        dark = still_map(program, program.window())
        assert program.close() == 0
    for _ in range(2):
        with faulty(desktop, "start", home) as program:
            assert program.process.wait(PATIENCE_SECONDS) == -signal.SIGSEGV
    assert "die" in next(iter(home.glob("**/log/crash.log"))).read_text()
    with desktop.start(home=home) as program:
        window = program.window()
        window.find("label", pattern="The last two starts did not come to a map")
        layers(window).find(name="Ports").wait_checked(True)
        assert list(home.glob("**/set-aside-*/settings.json"))
        # As before: labels keep their places when the ports are switched off.
        still_map(program, window)
        ask(program, "Bring back the last session")
        layers(window).find(name="Ports").wait_checked(False)
        dismiss_first_steps(window) if window.find_all(name="Got it") else None
        window.button("Dismiss").press()
        program.screen.park()
        program.screen.wait_for_picture(dark, SAME, map_box(window))
        assert program.close() == 0
        assert program.complaints() == []
    with desktop.start(home=home) as program:
        window = program.window()
        still_map(program, window)
        layers(window).find(name="Ports").wait_checked(False)
        assert not [node for node in window.find_all("label") if "safe" in node.name]


def test_a_safe_start_can_be_asked_for(desktop: Desktop, tmp_path: Path) -> None:
    home = tmp_path / "home"
    with desktop.start(home=home) as program:
        still_map(program, program.window())
        ask(program, "Dark")
        assert program.close() == 0
    other = tmp_path / "other.gpkg"
    other.write_bytes((Path(__file__).parents[2] / "geodata" / "hetao.gpkg").read_bytes())
    with desktop.start(["--safe", str(other)], home=home) as program:
        window = program.window()
        window.find("label", pattern="A safe start, as asked(.|\n)*did not open other.gpkg")
        still_map(program, window)
        assert program.close() == 0
    settings = next(iter(home.glob("**/set-aside-*/settings.json")))
    assert '"theme": "dark"' in settings.read_text()


@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT", "SIGHUP"])
def test_the_end_by_a_signal_is_in_order_even_behind_a_dialogue(
    desktop: Desktop, tmp_path: Path, name: str
) -> None:
    home = tmp_path / "home"
    with desktop.start(home=home) as program:
        window = program.window()
        still_map(program, window)
        ask(program, "Dark")
        program.screen.key("ctrl+d")
        program.application.find("dialog", "Bookmark this view").wait_state("active")
        os.kill(program.process.pid, getattr(signal, name))
        assert program.process.wait(PATIENCE_SECONDS) == 0
        assert program.complaints() == []
    assert '"theme": "dark"' in next(iter(home.glob(SETTINGS))).read_text()
    assert not list(home.glob("**/starting/*"))


def test_a_second_start_brings_the_window_to_the_front(desktop: Desktop, tmp_path: Path) -> None:
    home = tmp_path / "home"
    with desktop.start(home=home) as first, ExitStack() as stack:
        still_map(first, first.window())
        # It covers the first one.
        covering = stack.enter_context(desktop.start())
        still_map(covering, covering.window())
        with desktop.start(["--feature", "ports/futian_port"], home=home) as second:
            assert second.process.wait(PATIENCE_SECONDS) == 0
            assert second.complaints() == []
        first.window().find("label", pattern="^Futian Port$")
        first.alive()
        assert first.complaints() == []


def test_one_that_hangs_does_not_keep_a_second_window_away(
    desktop: Desktop, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    with desktop.start(home=home) as first:
        still_map(first, first.window())
        os.kill(first.process.pid, signal.SIGSTOP)
        try:
            with desktop.start(home=home) as second:
                still_map(second, second.window())
                assert second.close() == 0
        finally:
            os.kill(first.process.pid, signal.SIGCONT)
        first.alive()


def test_a_file_that_is_opened_again_belongs_to_the_start_and_is_not_opened_twice(
    desktop: Desktop, tmp_path: Path
) -> None:
    home, other = tmp_path / "home", tmp_path / "other.gpkg"
    write_geopackage(other, places=points(20))
    with desktop.start(home=home) as program:
        still_map(program, program.window())
        assert program.close() == 0
    (path,) = home.glob(SESSION)
    kept = json.loads(path.read_bytes())
    path.write_text(json.dumps(kept | {"beside": [str(other)]}), encoding="utf-8")
    with desktop.start(home=home) as first:
        window = first.window()
        layers(window).find(name="Places")
        wait_until(lambda: not list(home.glob("**/starting/*.lock")), "the end of the start")
        with desktop.start([str(other)], home=home) as second:
            assert second.process.wait(PATIENCE_SECONDS) == 0
        first.alive()
        assert first.close() == 0
        assert first.complaints() == []
