"""Maps and features leave a real window as files that other programs read."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.accessible import EDITS, Node
from tests.e2e.desktop import Desktop, Program
from tests.e2e.screen import wait_until
from tests.e2e.test_information import DIALOGS
from tests.e2e.test_layers import choose_from_menu
from tests.e2e.test_window import FUTIAN_PORT, map_box

TITLE = "The port and its surroundings"


def save_as(program: Program, dialog: str, path: Path) -> None:
    """Type a path into the question for a file."""
    program.answer(program.application.find(DIALOGS, dialog), str(path))


def export_dialog(program: Program) -> Node:
    program.screen.wait_until_still(map_box(program.window()))
    program.screen.key("ctrl+e")
    return program.application.find(DIALOGS, "Export the map").wait_state("active")


def written(path: Path, start: bytes) -> bytes:
    wait_until(lambda: path.exists() and path.stat().st_size > 0, f"{path.name} is written")
    content = path.read_bytes()
    assert content.startswith(start)
    return content


def test_a_page_with_a_title_of_ones_own_is_written(desktop: Desktop, tmp_path: Path) -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    with desktop.start(FUTIAN_PORT) as program:
        dialog = export_dialog(program)
        title = dialog.find(EDITS, "Title")
        program.click(title)
        program.screen.key("ctrl+a")
        program.screen.type(TITLE)
        title.wait_text(contains=TITLE)
        program.screen.key("Return")
        path = tmp_path / "page.pdf"
        save_as(program, "Save the map as", path)
        written(path, b"%PDF-")
        dialog.wait_gone()
        said = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True)
        text = said.stdout.decode()
        assert TITLE in text
        assert "Legend" in text
        assert "Futian Port" in text
        # What was chosen is there again.
        assert TITLE in (export_dialog(program).find(EDITS, "Title").text or "")
        program.screen.key("Escape")
        assert program.complaints() == []


def test_a_picture_is_chosen_and_written_by_keyboard(desktop: Desktop, tmp_path: Path) -> None:
    with desktop.start(FUTIAN_PORT) as program:
        dialog = export_dialog(program)
        dialog.find("combo box", "PDF page").wait_state("focused")
        program.screen.key("Down")
        dialog.find("combo box", "PNG picture")
        dialog.find("spin button", "Width in pixels").wait_state(lacks=("enabled",))
        program.screen.key("Tab", "End")
        dialog.find("spin button", "Width in pixels").wait_state("enabled")
        program.screen.key("Return")
        save_as(program, "Save the map as", tmp_path / "map")
        written(tmp_path / "map.png", b"\x89PNG")
        assert program.complaints() == []


def test_a_layer_is_written_as_geojson(desktop: Desktop, tmp_path: Path) -> None:
    with desktop.start() as program:
        choose_from_menu(program, "Ports", "Export features…")
        path = tmp_path / "ports.geojson"
        save_as(program, "Export features", path)
        content = json.loads(written(path, b"{"))
        found = {feature["properties"]["id"]: feature for feature in content["features"]}
        assert len(found) == 4
        lon, lat = found["futian_port"]["geometry"]["coordinates"]
        assert (round(lon, 2), round(lat, 2)) == (114.06, 22.52)
        assert found["futian_port"]["properties"]["source_title"]
        assert program.complaints() == []


def test_the_command_asks_which_layer(desktop: Desktop, tmp_path: Path) -> None:
    with desktop.start() as program:
        program.command("Export features")
        question = program.application.find(DIALOGS, "Export features").wait_state("active")
        assert question.find("combo box").now().name
        program.screen.key("Return")
        path = tmp_path / "first.csv"
        save_as(program, "Export features", path)
        assert b"source_title" in written(path, b"\xef\xbb\xbf")
        assert program.complaints() == []


def test_an_open_file_is_not_written_over(desktop: Desktop, shipped_path: Path) -> None:
    path = desktop.folder / "open.gpkg"
    path.write_bytes(shipped_path.read_bytes())
    with desktop.start([str(path)]) as program:
        choose_from_menu(program, "Ports", "Export features…")
        save_as(program, "Export features", path)
        # The system asks whether the file is to be replaced.
        program.application.find("alert").wait_state("active")
        program.screen.key("alt+y")
        program.application.find("label", pattern="open in the map")
        assert path.read_bytes() == shipped_path.read_bytes()


@pytest.fixture
def without_rights() -> list[str]:
    """The program as a command that may write only where everybody may, also for root."""
    started = [sys.executable, "-m", "hetao_map"]
    if os.getuid() != 0:
        return started
    command = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]
    if not shutil.which("setpriv") or subprocess.run([*command, "true"], check=False).returncode:
        pytest.skip("root may write everywhere, and setpriv cannot take that away here")
    return [*command, *started]


def test_a_folder_that_may_not_be_written_is_said_and_nothing_is_left(
    desktop: Desktop, tmp_path: Path, without_rights: list[str]
) -> None:
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o555)
    with desktop.start(FUTIAN_PORT, command=without_rights) as program:
        export_dialog(program)
        program.screen.key("Return")
        save_as(program, "Save the map as", folder / "map.pdf")
        told = program.window().find("label", pattern="locked")
        assert "cannot be written" in told.name
        assert list(folder.iterdir()) == []
        # What was chosen is there for another try.
        export_dialog(program).find("combo box", "PDF page")
        program.screen.key("Escape")
        assert program.complaints() == []
