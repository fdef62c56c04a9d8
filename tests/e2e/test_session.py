"""What a person has set up comes back, is undone, and is reached by the keyboard alone."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from tests.e2e.accessible import Node
from tests.e2e.desktop import Desktop, Program
from tests.e2e.screen import wait_until
from tests.e2e.test_window import SAME, layers, map_box
from tests.patience import PATIENCE_SECONDS

SETTINGS = "**/hetao-map/settings.json"
SESSION = "**/hetao-map/sessions/hetao.json"


def still_map(program: Program, window: Node) -> object:
    program.screen.park()
    return program.screen.wait_until_still(map_box(window))


def written(home: Path, pattern: str, words: str) -> Path:
    """The file of the session, waited for until it holds these words."""

    def look() -> Path | None:
        found = next(iter(home.glob(pattern)), None)
        return found if found and words in found.read_text(encoding="utf-8") else None

    return wait_until(look, f"{words!r} in {pattern}")


def dismiss_first_steps(window: Node) -> None:
    window.button("Got it").press()
    window.wait_gone(name="Got it")


def ask(program: Program, command: str) -> None:
    """Runs a command by the palette, and waits until the palette is gone."""
    program.command(command)
    program.window().wait_gone(("text", "entry"), "Command")


def test_a_killed_program_comes_back_as_it_was(desktop: Desktop, tmp_path: Path) -> None:
    home = tmp_path / "home"
    with desktop.start(home=home) as program:
        window = program.window()
        dismiss_first_steps(window)
        still_map(program, window)
        program.switch(layers(window).find(name="Ports"), checked=False)
        window.find(name="Map").focus()
        program.screen.key("plus", "plus", "Left")
        before = still_map(program, window)
        written(home, SESSION, '"ports": false')
        written(home, SESSION, '"metres_per_px"')
        written(home, SETTINGS, '"first_steps": false')
        os.killpg(program.process.pid, signal.SIGKILL)
        program.process.wait()
    with desktop.start(home=home) as program:
        window = program.window()
        program.screen.park()
        program.screen.wait_for_picture(before, SAME, map_box(window))
        layers(window).find(name="Ports").wait_checked(False)
        assert window.find_all(name="Got it") == []
        assert program.complaints() == []


def test_the_end_by_a_signal_keeps_the_session(desktop: Desktop, tmp_path: Path) -> None:
    home = tmp_path / "home"
    with desktop.start(home=home) as program:
        still_map(program, program.window())
        ask(program, "Dark")
        place = program.window().now().box
        program.process.terminate()
        assert program.process.wait(PATIENCE_SECONDS) == 0
    assert '"theme": "dark"' in next(iter(home.glob(SETTINGS))).read_text()
    with desktop.start(home=home) as program:
        window = program.window()
        wait_until(lambda: window.now().box == place, f"the window at {place}")


def test_a_broken_session_is_set_aside_and_said(desktop: Desktop, tmp_path: Path) -> None:
    home = tmp_path / "home"
    with desktop.start(home=home) as program:
        still_map(program, program.window())
        assert program.close() == 0
    path = next(iter(home.glob(SESSION)))
    path.write_bytes(b'{"version": 1, "viewport"')
    with desktop.start(home=home) as program:
        window = program.window()
        window.find("label", pattern="hetao.json.broken")
        still_map(program, window)
        assert path.with_name("hetao.json.broken").exists()


def test_undo_and_redo_of_layers_and_view(program: Program) -> None:
    window = program.window()
    dismiss_first_steps(window)
    start = still_map(program, window)
    item = layers(window).find(name="Ecological reserves")
    program.switch(item, checked=False)
    without = still_map(program, window)
    window.find(name="Map").focus()
    program.screen.key("plus", "plus", "plus")
    program.screen.wait_for_change(without, map_box(window))

    program.screen.key("ctrl+z")
    program.screen.wait_for_picture(without, SAME, map_box(window))
    program.screen.key("ctrl+z")
    item.wait_checked(True)
    program.screen.wait_for_picture(start, SAME, map_box(window))
    program.screen.key("ctrl+y")
    item.wait_checked(False)
    program.screen.wait_for_picture(without, SAME, map_box(window))


def test_the_palette_runs_a_command(program: Program) -> None:
    window = program.window()
    dismiss_first_steps(window)
    start = still_map(program, window)
    ask(program, "Zoom in")
    program.screen.wait_for_change(start, map_box(window))
    ask(program, "Full extent")
    program.screen.wait_for_picture(start, SAME, map_box(window))
    program.screen.key("ctrl+k")
    window.find(("text", "entry"), "Command").wait_state("focused")
    program.screen.type("qqqq")
    window.find("list item", "No matching command")
    program.screen.key("Escape")
    window.wait_gone(("text", "entry"), "Command")
    window.find(name="Map").wait_state("focused")


def test_a_bookmark_leads_back_and_can_be_deleted(program: Program) -> None:
    window = program.window()
    dismiss_first_steps(window)
    start = still_map(program, window)
    program.screen.key("ctrl+d")
    dialog = program.application.find("dialog", "Bookmark this view")
    dialog.wait_state("active")
    program.screen.type("Home view")
    program.screen.key("Return")
    dialog.wait_state(lacks=("showing",))
    window = program.window()
    window.find(name="Map").focus()
    program.screen.key("plus", "plus")
    program.screen.wait_for_change(start, map_box(window))

    program.screen.key("ctrl+shift+d")
    dialog = program.application.find("dialog", "Bookmarks").wait_state("active")
    entry = dialog.find("list item", "Home view")
    dialog.button("Go to").press()
    dialog.button("Close").press()
    program.screen.wait_for_picture(start, SAME, map_box(program.window()))
    program.screen.key("ctrl+shift+d")
    dialog = program.application.find("dialog", "Bookmarks").wait_state("active")
    dialog.button("Delete").press()
    dialog.wait_gone("list item", entry.name)


def test_a_pin_is_put_and_its_note_read_again(program: Program) -> None:
    window = program.window()
    dismiss_first_steps(window)
    start = still_map(program, window)
    left, top, width, height = map_box(window)
    place = left + width // 3, top + height // 3
    program.screen.click(*place, button=3)
    # Qt tells screen readers of such a menu by its focus alone: it is no child of any window.
    program.screen.key("Up", "Return")
    dialog = program.application.find("dialog", "New pin").wait_state("active")
    program.screen.type("Meet here")
    program.screen.key("ctrl+Return")
    dialog.wait_state(lacks=("showing",))
    program.screen.park()
    program.screen.wait_for_change(start, map_box(program.window()))

    program.screen.click(place[0], place[1] - 18)
    dialog = program.application.find("dialog", "Pin").wait_state("active")
    wait_until(
        lambda: "Meet here" in [node.text for node in dialog.find_all(has=("focused",))],
        "the note of the pin",
    )
    program.screen.key("Escape")
    dialog.wait_state(lacks=("showing",))
    program.window()
    program.screen.key("ctrl+z")
    program.screen.park()
    program.screen.wait_for_picture(start, SAME, map_box(program.window()))
