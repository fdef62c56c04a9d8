from __future__ import annotations

import hashlib
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path

import opencc
import pytest

from tests.e2e.accessible import BUTTONS as BUTTON_ROLES
from tests.e2e.accessible import EDITS, Node
from tests.e2e.conftest import OUT
from tests.e2e.desktop import Desktop, Program
from tests.e2e.screen import Box, difference_share, wait_until

SHIPPED = Path(__file__).parents[2] / "geodata" / "hetao.gpkg"
FUTIAN_PORT = ("--center", "114.0629,22.5176", "--scale", "15000")
BUTTONS = (
    "Zoom in",
    "Zoom out",
    "Full extent",
    "Back",
    "Forward",
    "Identify",
    "Measure",
    "Export",
    "Language",
)
MOST_TABS = 60
TREES = ("tree", "tree table")
PANELS = ("panel", "filler", "grouping", "scroll pane", "layered pane")
SAME = 0.001
"""Pictures are the same when a smaller share of their pixels differs."""

LANGUAGE_NAMES = {"en": "English", "zh-Hans": "简体中文", "zh-Hant": "繁體中文（香港）"}
PROGRAM_NAMES = ("Hetao Map", "河套地图", "河套地圖")
# Words that are the same in every language: units, and names of standards.
SHARED = ("WGS 84", "km²", "m²", "km", "ha", "PNG", "PDF", "SVG")


def layers(window: Node) -> Node:
    return window.find(TREES, "Layers")


def information(window: Node, name: str = "Information") -> Node:
    return window.find(PANELS, name)


def search_edit(window: Node) -> Node:
    return window.find(EDITS, "Search")


def map_box(window: Node) -> Box:
    return window.find(name="Map").box


def card(window: Node) -> str:
    """The words of the information panel."""
    return "\n".join(information(window).tree().lines())


def card_title(window: Node) -> str:
    """The first label of the information panel."""
    return information(window).find("label", pattern=r"\w").name


def wait_for_card(window: Node, words: str) -> str:
    def look() -> str | None:
        now = card(window)
        return now if words in now else None

    return wait_until(look, f"{words!r} in the information panel")


def test_first_start_shows_the_map_and_the_zone_and_asks_nothing(program: Program) -> None:
    window = program.window("Hetao Map")
    box = map_box(window)
    program.screen.wait_until_still(box)

    items = [item for item in layers(window).children() if "checkable" in item.states]
    assert "Ecological reserves" in [item.name for item in items]
    assert search_edit(window).now().text == ""
    assert box[2] > 400
    assert box[3] > 300
    for name in BUTTONS:
        assert "sensitive" in window.button(name).states or name in ("Back", "Forward")
    assert "Hetao" in wait_for_card(window, "Hetao")
    shown = [child for child in program.application.children() if "showing" in child.states]
    assert [child.role for child in shown] == ["frame"]


def test_a_layer_leaves_the_map_and_comes_back(program: Program) -> None:
    window = program.window()
    box = map_box(window)
    item = layers(window).find(name="Ecological reserves")
    program.switch(item, checked=True)
    program.screen.park()
    with_layer = program.screen.wait_until_still(box)

    program.switch(item, checked=False)
    program.screen.park()
    without_layer = program.screen.wait_for_change(with_layer, box)
    assert difference_share(with_layer, without_layer) > 10 * SAME

    program.switch(item, checked=True)
    program.screen.park()
    program.screen.wait_for_picture(with_layer, SAME, box)


def test_a_click_on_a_port_opens_its_card_and_the_hits_below_it(desktop: Desktop) -> None:
    with desktop.start(FUTIAN_PORT) as program:
        window = program.window()
        program.screen.wait_until_still(map_box(window))
        program.click(window.find(name="Map"))
        wait_for_card(window, "06:30-22:30")
        first = card_title(window)
        assert "Futian Port" in first

        information(window).button("Next").press()
        second = wait_until(lambda: other(card_title(window), first), "the next hit")
        assert second != first
        information(window).button("Previous").press()
        wait_until(lambda: card_title(window) == first, "the hit before")
        assert "06:30-22:30" in card(window)
        assert program.complaints() == []


def other(now: str, before: str) -> str | None:
    return None if now == before else now


def test_search_finds_a_reserve_and_opens_its_card(program: Program) -> None:
    window = program.window()
    box = map_box(window)
    before = program.screen.wait_until_still(box)
    assert "Mai Po" not in card_title(window)

    program.click(search_edit(window))
    search_edit(window).wait_state("focused")
    program.screen.type("Mai Po")
    search_edit(window).wait_text(contains="Mai Po")
    program.screen.key("Return")

    wait_until(lambda: "Mai Po" in card_title(window), "the card of Mai Po")
    after = program.screen.wait_until_still(box)
    assert difference_share(before, after) > 10 * SAME


def test_the_keyboard_zooms_pans_and_searches(program: Program) -> None:
    screen = program.screen
    window = program.window()
    box = map_box(window)
    canvas = window.find(name="Map")
    canvas.focus()
    canvas.wait_state("focused")
    window.button("Full extent").press()
    screen.park()
    whole = screen.wait_until_still(box)

    for away, home in (("plus", "minus"), ("Left", "Right"), ("Up", "Down"), ("plus", "0")):
        screen.key(away)
        moved = screen.wait_for_change(whole, box)
        assert difference_share(whole, moved) > 10 * SAME, f"{away} shows hardly anything else"
        screen.key(home)
        screen.wait_for_picture(whole, SAME, box)

    screen.key("ctrl+f")
    search_edit(window).wait_state("focused")
    screen.key("Escape")
    search_edit(window).wait_state(lacks=("focused",))


def test_every_control_has_a_name_and_is_reached_by_tab(program: Program) -> None:
    window = program.window()
    wait_for_card(window, "Hetao")
    nameless = [node for node in window.find_all(has=("focusable", "sensitive")) if not node.name]
    assert nameless == []

    canvas = window.find(name="Map")
    canvas.focus()
    canvas.wait_state("focused")
    wanted = {node.name for node in window.find_all(BUTTON_ROLES, has=("sensitive", "focusable"))}
    # The features on the map have their own keys: sixty steps of Tab would be a trap.
    wanted -= {node.name for node in canvas.find_all(BUTTON_ROLES)} - set(BUTTONS)
    wanted |= {"Search", "Layers", "Map"}
    reached: set[str] = set()
    for _ in range(MOST_TABS):
        program.screen.key("Tab")
        reached |= {node.name for node in window.find_all(has=("focused",))}
        if wanted <= reached:
            break
    assert wanted - reached == set()


def settled_lines(program: Program) -> list[str]:
    """What the window says, once it says the same twice."""
    last: list[str] = []

    def look() -> list[str] | None:
        nonlocal last
        now = [line for top in program.application.children() for line in top.tree().lines()]
        same, last = now == last, now
        return now if same else None

    return wait_until(look, "a window whose words stand still")


def quotable() -> list[str]:
    """What stands in its own language on every card: names of features, and sources."""
    with closing(sqlite3.connect(f"{SHIPPED.as_uri()}?mode=ro&immutable=1", uri=True)) as data:
        words = column(data, "source", "title") | column(data, "source", "publisher")
        words |= column(data, "fact", "quote")
        tables = "SELECT table_name FROM gpkg_contents WHERE data_type = 'features'"
        for (table,) in data.execute(tables).fetchall():
            for name in ("name_zh_hans", "name_zh_hant", "name_en"):
                words |= column(data, table, name)
    return sorted(words, key=len, reverse=True)


def column(data: sqlite3.Connection, table: str, name: str) -> set[str]:
    names = [row[1] for row in data.execute(f'PRAGMA table_info("{table}")')]
    if name not in names:
        return set()
    rows = data.execute(f'SELECT DISTINCT "{name}" FROM "{table}" WHERE "{name}" <> \'\'')
    return {str(row[0]) for row in rows}


def without(line: str, exceptions: Iterable[str]) -> str:
    for exception in exceptions:
        line = line.replace(exception, " ")
    return line


def is_chinese(line: str) -> bool:
    return re.search(r"[\u3400-\u9fff]", line) is not None


def is_latin(line: str) -> bool:
    """Whether a line is of words in Latin letters alone, more than the letters of a unit."""
    return not is_chinese(line) and re.search(r"[A-Za-z]{3,}", line) is not None


to_traditional = opencc.OpenCC("s2hk").convert
to_simplified = opencc.OpenCC("t2s").convert

FOREIGN: dict[str, Callable[[str], bool]] = {
    "en": is_chinese,
    "zh-Hans": lambda line: is_latin(line) or to_simplified(line) != line,
    "zh-Hant": is_latin,
}


def test_the_language_switch_changes_every_visible_word(program: Program) -> None:
    window = program.window()
    language = window.button("Language")
    exceptions = [*quotable(), *LANGUAGE_NAMES.values(), *PROGRAM_NAMES, *SHARED]
    wait_for_card(window, "Hetao")
    said = {"en": settled_lines(program)}
    program.screen.save(OUT / "window-en.png")

    for chosen in ("zh-Hans", "zh-Hant"):
        former = language.now().name
        program.choose(language, LANGUAGE_NAMES[chosen])
        language.wait_text(differs=former)
        program.screen.park()
        said[chosen] = settled_lines(program)
        program.screen.wait_until_still()
        program.screen.save(OUT / f"window-{chosen}.png")

    for spoken, lines in said.items():
        rest = [without(line, exceptions) for line in lines]
        foreign = [line for line in rest if FOREIGN[spoken](line)]
        assert not foreign, f"not in {spoken}: {foreign}"
    both = set(said["zh-Hans"]) & set(said["zh-Hant"])
    rest = [without(line, exceptions) for line in both]
    left = [line for line in rest if to_traditional(line) != line]
    assert not left, f"left in simplified characters: {left}"


def fingerprint(path: Path) -> tuple[str, list[tuple[str, int]]]:
    """The digest of a file, and the names and sizes of all that lies beside it."""
    beside = sorted((entry.name, entry.stat().st_size) for entry in path.parent.iterdir())
    return hashlib.sha256(path.read_bytes()).hexdigest(), beside


@pytest.fixture
def copied_data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    return Path(shutil.copy(SHIPPED, folder))


def test_the_data_is_never_touched(desktop: Desktop, copied_data: Path) -> None:
    before = fingerprint(copied_data)
    with desktop.start([str(copied_data), *FUTIAN_PORT]) as program:
        window = program.window()
        box = map_box(window)
        seen = program.screen.wait_until_still(box)
        program.switch(layers(window).find(name="Ports"), checked=False)
        program.screen.wait_for_change(seen, box)
        program.switch(layers(window).find(name="Ports"), checked=True)
        program.screen.wait_until_still(box)
        program.click(window.find(name="Map"))
        wait_for_card(window, "Futian Port")
        program.click(search_edit(window))
        program.screen.type("Mai Po")
        program.screen.key("Return")
        wait_until(lambda: "Mai Po" in card_title(window), "the card of Mai Po")
        assert fingerprint(copied_data) == before
        assert program.close() == 0
        assert program.complaints() == []
    assert fingerprint(copied_data) == before
