"""What the computer lacks is said in a sentence, and the map stays usable."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from tests.bench.city import make_city
from tests.e2e.desktop import Desktop, Program
from tests.e2e.screen import wait_until
from tests.e2e.test_session import ask, dismiss_first_steps, still_map
from tests.e2e.test_window import map_box
from tests.hardship import fill, ordinary_user, small_disk

RUN = (sys.executable, "-m", "hetao_map")


def works(program: Program) -> None:
    """The map can be moved, and the program ends in order."""
    window = program.window()
    before = still_map(program, window)
    window.find(name="Map").focus()
    program.screen.key("plus", "plus")
    program.screen.wait_for_change(before, map_box(window))
    program.alive()


def test_where_nothing_can_be_kept_that_is_said_once(desktop: Desktop, tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o555)
    command = (*ordinary_user(), *RUN)
    with desktop.start(["--config-dir", str(locked / "own")], command=command) as program:
        window = program.window()
        dismiss_first_steps(window)
        note = window.find("label", pattern=r"^View, bookmarks and pins cannot be kept in .*")
        assert "you may not write there" in note.name
        window.button("Dismiss").press()
        works(program)
        ask(program, "Dark")
        ask(program, "Light")
        assert not [node for node in window.find_all("label") if "cannot be kept" in node.name]
        program.close()
    assert list(locked.iterdir()) == []


def test_a_full_disk_keeps_what_was_kept_until_there_is_room_again(
    desktop: Desktop, tmp_path: Path
) -> None:
    with small_disk(tmp_path / "disk", 256) as disk:
        own = disk / "own"
        settings = own / "settings.json"
        with desktop.start(["--config-dir", str(own)]) as program:
            window = program.window()
            dismiss_first_steps(window)
            ask(program, "Dark")
            wait_until(
                lambda: settings.exists() and '"theme": "dark"' in settings.read_text(), "dark"
            )
            filler = fill(disk)
            ask(program, "Light")
            note = window.find("label", pattern="(?s).*cannot be kept in")
            assert "the disk is full" in note.name
            assert json.loads(settings.read_bytes())["theme"] == "dark"
            filler.unlink()
            ask(program, "Follow the system")
            wait_until(lambda: json.loads(settings.read_bytes())["theme"] == "auto", "auto")
            assert program.close() == 0
            assert program.complaints() == []


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with a layer that is read by its index."""
    return make_city(tmp_path_factory.mktemp("city") / "city.gpkg", 52_000)


def test_a_large_file_that_vanishes_is_told_of_in_the_window(
    desktop: Desktop, large: Path, tmp_path: Path
) -> None:
    path = tmp_path / "city.gpkg"
    os.link(large, path)
    with desktop.start([str(path)]) as program:
        window = program.window()
        dismiss_first_steps(window)
        still_map(program, window)
        path.unlink()
        window.find(name="Map").focus()
        program.screen.key(*["plus"] * 7)
        window.find("label", pattern=r"(?s).*city\.gpkg: the file does not exist")
        program.screen.key("Left", "Left", "minus")
        still_map(program, window)
        assert program.complaints() == []
        assert program.close() == 0


FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>/usr/share/fonts/truetype/dejavu</dir><cachedir>{cache}</cachedir></fontconfig>
"""


@pytest.mark.skipif(
    not Path("/usr/share/fonts/truetype/dejavu").is_dir(), reason="there is no other font"
)
def test_without_a_chinese_font_that_is_said_in_words_that_can_be_read(
    desktop: Desktop, tmp_path: Path
) -> None:
    fonts = tmp_path / "fonts.conf"
    fonts.write_text(FONTS.format(cache=tmp_path / "cache"), encoding="utf-8")
    command = ("env", f"FONTCONFIG_FILE={fonts}", "LANG=zh_CN.UTF-8", *RUN)
    with desktop.start(command=command, language=None) as program:
        window = program.application.find("frame")
        window.find("label", pattern="(?s).*no font with Chinese characters.*fonts-noto-cjk")
        window.button("Got it").press()
        works(program)
        assert program.close() == 0
        assert program.complaints() == []
