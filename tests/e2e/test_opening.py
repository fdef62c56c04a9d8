"""Files are opened in the running window: by dialogue, by drag and drop, and again at a start."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from shapely import Point

from tests.e2e.accessible import Node
from tests.e2e.desktop import Desktop, Program, end_group
from tests.e2e.screen import wait_until
from tests.e2e.test_session import written
from tests.e2e.test_window import layers, map_box, wait_for_card
from tests.files import UNREADABLE, add_layer, points, register, write_geopackage

SESSION = "**/hetao-map/sessions/hetao.json"


def has_layer(window: Node, title: str) -> bool:
    return bool(layers(window).find_all(name=title))


def ask_for(program: Program, path: Path) -> None:
    """Ctrl+O, and the file's name by keyboard."""
    program.screen.key("ctrl+o")
    dialog = program.application.find(("dialog", "file chooser", "frame"), "Open files")
    program.answer(dialog, str(path))


def test_a_file_is_opened_by_keyboard_and_its_view_left_again(
    program: Program, tmp_path: Path
) -> None:
    path = write_geopackage(tmp_path / "mine.gpkg", huts=points(9))
    window = program.window()
    wait_for_card(window, "Hetao")
    scale = window.find("combo box", pattern="^1:").name
    ask_for(program, path)
    layers(window).find(name="Huts")
    layers(window).find(name="mine.gpkg")
    wait_until(lambda: window.find("combo box", pattern="^1:").name != scale, "another scale")
    program.click(window.find(name="Map"))
    program.screen.key("alt+Left")
    wait_until(lambda: window.find("combo box", pattern="^1:").name == scale, "the view before")
    program.screen.key("ctrl+z")
    program.screen.key("ctrl+z")
    layers(window).wait_gone(name="Huts")


def test_one_bad_file_costs_one_file(desktop: Desktop, tmp_path: Path) -> None:
    good = write_geopackage(tmp_path / "good.gpkg", huts=points(9))
    bad = tmp_path / "bad.gpkg"
    UNREADABLE["cut short"](bad)
    with desktop.start([str(bad), str(tmp_path / "none.gpkg"), str(good)]) as program:
        window = program.window()
        layers(window).find(name="Huts")
        said = window.find("label", pattern=r"none\.gpkg: the file does not exist").name
        assert "bad.gpkg: " in said
        program.alive()
    with desktop.start([str(bad)]) as program:
        window = program.window()
        layers(window).find(name="Ports")
        window.find("label", pattern=r"^bad\.gpkg: ")
        program.alive()
        assert program.complaints() == []


def drop(program: Program, window: Node, title: str, *paths: Path) -> None:
    """Drags files from another program onto the map, and lets go once the map shows a hint.

    That program must stay until they are taken: a layer of this title is there.
    """
    command = [sys.executable, str(Path(__file__).with_name("drag_source.py")), *map(str, paths)]
    screen, corner = program.screen, (0, 0, 90, 40)
    before = screen.picture(corner)
    source = subprocess.Popen(command, env=program.desktop.environment, start_new_session=True)
    try:
        screen.wait_for_change(before, corner)
        screen.wait_until_still(corner)
        box = map_box(window)
        screen.carry((45, 20), (box[0] + box[2] // 2, box[1] + box[3] // 2), box)
        layers(window).find(name=title)
    finally:
        end_group(source)


def test_files_are_dropped_on_the_map(program: Program, tmp_path: Path) -> None:
    one = write_geopackage(tmp_path / "one.gpkg", huts=points(9))
    two = write_geopackage(tmp_path / "two & more.gpkg", wells=points(3))
    window = program.window()
    wait_for_card(window, "Hetao")
    drop(program, window, "Huts", one, two)
    layers(window).find(name="Wells")
    layers(window).find(name="two & more.gpkg")


def test_what_was_opened_comes_back_and_what_is_gone_costs_a_sentence(
    desktop: Desktop, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    kept = write_geopackage(tmp_path / "kept.gpkg", huts=points(9))
    lost = write_geopackage(tmp_path / "lost.gpkg", wells=points(3))
    with desktop.start(home=home) as program:
        window = program.window()
        wait_for_card(window, "Hetao")
        for path, title in ((kept, "Huts"), (lost, "Wells")):
            ask_for(program, path)
            layers(window).find(name=title)
        program.switch(layers(window).find(name="Huts"), False)
        written(home, SESSION, "lost.gpkg")
        assert program.close() == 0
    lost.unlink()
    with desktop.start(home=home) as program:
        window = program.window()
        layers(window).find(name="Huts").wait_checked(False)
        window.find("label", pattern=r"^lost\.gpkg: the file does not exist")
        assert not has_layer(window, "Wells")
        wait_until(
            lambda: "lost.gpkg" not in written(home, SESSION, "kept.gpkg").read_text(),
            "the file that is gone is forgotten",
        )
        program.alive()
        assert program.complaints() == []


def slow(path: Path) -> Path:
    """A file with views that are given up after two seconds each."""
    write_geopackage(path, huts=points(3))
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for name in ("first", "second", "third"):
            connection.execute(
                f"CREATE VIEW {name} AS WITH RECURSIVE n(x) AS "
                "(SELECT 1 UNION ALL SELECT x + 1 FROM n) "
                "SELECT x AS fid, zeroblob(0) AS geom FROM n WHERE x < 0"
            )
            register(connection, name)
    return path


def test_reading_that_takes_long_shows_a_bar_and_esc_gives_it_up(
    program: Program, tmp_path: Path
) -> None:
    window = program.window()
    wait_for_card(window, "Hetao")
    ask_for(program, slow(tmp_path / "slow.gpkg"))
    window.find("label", "Opening slow.gpkg…")
    window.button("Cancel opening")
    program.screen.key("Escape")
    window.wait_gone("label", "Opening slow.gpkg…")
    assert not has_layer(window, "Huts")
    assert has_layer(window, "Ports")


def test_the_question_where_a_layer_lies_is_answered_by_keyboard(
    program: Program, tmp_path: Path
) -> None:
    path = write_geopackage(tmp_path / "plan.gpkg")
    with closing(sqlite3.connect(path)) as connection, connection:
        rows = [(Point(823_000 + 30 * n, 841_000), "a") for n in range(9)]
        add_layer(connection, "plan", rows, srs_id=0)
    window = program.window()
    wait_for_card(window, "Hetao")
    ask_for(program, path)
    window.find("label", pattern=r"^plan\.gpkg, layer plan: it does not say")
    window.button("Where does it lie?…").press()
    question = program.application.find(("dialog", "frame"), "Where does this layer lie?")
    question.find("label", pattern=r"\n1 km from the centre of the map")
    program.click(question.find(("text", "entry"), "Another EPSG number"))
    program.screen.type("32650")
    question.find("label", pattern=r"1,\d\d\d km from the centre of the map")
    program.screen.key("Return")
    window.find("label", pattern=r"^plan\.gpkg lies about 1,\d\d\d km away")
