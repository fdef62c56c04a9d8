"""A briefing is asked for in a real window, by mouse and by keyboard, and becomes a PDF."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.command import hetao_map
from tests.e2e.desktop import Desktop
from tests.e2e.screen import wait_until
from tests.e2e.test_export import save_as, written
from tests.e2e.test_information import DIALOGS
from tests.e2e.test_window import card, map_box


def text_of(path: Path) -> str:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    said = subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, check=True)
    return said.stdout.decode()


def test_the_selected_feature_is_briefed_by_keyboard(desktop: Desktop, tmp_path: Path) -> None:
    with desktop.start(("--feature", "ports/futian_port")) as program:
        window = program.window()
        program.screen.wait_until_still(map_box(window))
        wait_until(lambda: "Futian Port" in card(window), "the card of the port")
        program.screen.key("ctrl+shift+b")
        dialog = program.application.find(DIALOGS, "Briefing").wait_state("active")
        dialog.find("combo box", "Futian Port").wait_state("focused")
        program.screen.key("Return")
        path = tmp_path / "port.pdf"
        save_as(program, "Save the briefing as", path)
        written(path, b"%PDF-")
        dialog.wait_gone()
        text = text_of(path)
        assert "Key figures" in text
        assert "06:30–22:30 daily" in text
        assert program.complaints() == []
    # Another process, without a screen, and not in a worker: the same bytes all the same.
    other = tmp_path / "other.pdf"
    assert hetao_map("brief", "--feature", "ports/futian_port", "-o", other).returncode == 0
    assert other.read_bytes() == path.read_bytes()


def test_an_area_is_drawn_and_briefed(desktop: Desktop, tmp_path: Path) -> None:
    with desktop.start() as program:
        x, y, width, height = map_box(program.window())
        program.screen.wait_until_still((x, y, width, height))
        program.command("Draw a rectangle for a briefing")
        for across, down in ((0.4, 0.3), (0.7, 0.6)):
            program.screen.click(round(x + across * width), round(y + down * height))
        dialog = program.application.find(DIALOGS, "Briefing").wait_state("active")
        dialog.find("combo box", "The area drawn")
        program.screen.key("Return")
        path = tmp_path / "area.pdf"
        save_as(program, "Save the briefing as", path)
        written(path, b"%PDF-")
        dialog.wait_gone()
        assert "Selected area" in text_of(path)
        # The map is asked by clicks again.
        program.window().find(name="Identify").wait_checked(True)
        assert program.complaints() == []
