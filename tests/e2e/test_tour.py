"""The parts of the window that other tests reach with the mouse, with the keyboard alone."""

from tests.e2e.accessible import EDITS, MENU_ITEMS, Node
from tests.e2e.desktop import Desktop, Program
from tests.e2e.screen import difference_share, wait_until
from tests.e2e.test_assistive import press_until
from tests.e2e.test_information import DIALOGS
from tests.e2e.test_session import ask, still_map
from tests.e2e.test_table import TABLES
from tests.e2e.test_window import (
    FUTIAN_PORT,
    SAME,
    card_title,
    information,
    map_box,
    search_edit,
    wait_for_card,
)


def begun(program: Program) -> Node:
    """The window with its map, which has the keyboard."""
    window = program.window()
    still_map(program, window)
    window.find(name="Map").wait_state("focused")
    return window


def test_rows_are_copied_from_the_table_while_one_measures(desktop: Desktop) -> None:
    with desktop.start(FUTIAN_PORT) as program:
        window, screen = begun(program), program.screen
        ask(program, "measure")
        screen.key("space", "Right", "Right", "space")
        window.find(name="Measure", role=("panel", "filler", "frame", "grouping"))
        screen.key("F4")
        window.find(TABLES, "Attribute table").wait_state("focused")
        screen.key("Down", "ctrl+c")
        screen.key("ctrl+f")
        search_edit(window).wait_state("focused")
        screen.key("ctrl+v")
        pasted = search_edit(window).wait_text(contains="Name\tKind").text or ""
        assert "Summary" in pasted
        screen.key("Escape", "F4")
        window.find(TABLES, "Attribute table").wait_state("focused")
        screen.key("Escape")
        window.wait_gone(TABLES, "Attribute table")
        window.find(name="Map").wait_state("focused")
        screen.key("ctrl+c", "ctrl+f", "ctrl+a", "ctrl+v")
        search_edit(window).wait_text(contains=" m")
        assert program.complaints() == []


def test_the_ports_are_asked_for_another_hour(desktop: Desktop) -> None:
    with desktop.start(FUTIAN_PORT) as program:
        window, screen = begun(program), program.screen
        screen.key("ctrl+shift+x")
        ports = window.find("list", "Ports").wait_state("focused")
        moment = press_until(program, window, "shift+Tab", "Moment, Hong Kong time")
        screen.key("Home")
        screen.type("202612010300")
        wait_until(lambda: "2026-12-01 03:00" in (moment.now().text or ""), "another hour")
        wait_until(
            lambda: any("Futian" in row.name and "closed" in row.name for row in ports.children()),
            "Futian Port closed by night",
        )
        press_until(program, window, "Tab", "Now")
        screen.key("space")
        wait_until(lambda: "03:00" not in (moment.now().text or ""), "the clock again")
        assert program.complaints() == []


def test_places_are_gone_to_kept_and_taken_away(desktop: Desktop) -> None:
    with desktop.start(FUTIAN_PORT) as program:
        window, screen = begun(program), program.screen
        before = still_map(program, window)
        screen.key("ctrl+d")
        program.answer(program.application.find(DIALOGS, "Bookmark this view"), "Here")
        screen.key("ctrl+g")
        dialog = program.application.find(DIALOGS, "Go to coordinates")
        program.answer(dialog, "22.49, 114.03")
        dialog.wait_state(lacks=("showing",))
        there = screen.wait_for_change(before, map_box(window))
        screen.key("ctrl+shift+d")
        places = program.application.find(DIALOGS, "Bookmarks").wait_state("active")
        places.find("list item", "Here")
        screen.key("Return")
        screen.key("Escape")
        places.wait_state(lacks=("showing",))
        screen.wait_for_change(there, map_box(window))
        screen.key("ctrl+shift+p")
        note = program.application.find(DIALOGS, "New pin").wait_state("active")
        screen.type("meet")
        screen.key("ctrl+Return")
        note.wait_gone()
        screen.key("ctrl+z")
        screen.wait_until_still(map_box(window))
        assert program.complaints() == []


def test_menus_help_and_the_card_are_walked(desktop: Desktop) -> None:
    with desktop.start(FUTIAN_PORT) as program:
        window, screen = begun(program), program.screen
        still_map(program, window)

        # The menu of what lies in the middle of the map.
        screen.key("Menu", "Down", "Return")
        wait_for_card(window, "06:30-22:30")
        assert "Futian Port" in card_title(window)

        # The card's links, and the place that one of them tells of.
        press_until(program, window, "Tab", "Details")
        screen.key("Right", "Return")
        source = program.application.find(DIALOGS, "Source").wait_state("active")
        screen.key("Escape")
        source.wait_gone()

        # A menu of the bar by its letter, and back.
        screen.key("alt+v")
        program.application.find(MENU_ITEMS, "Zoom in")
        screen.key("Escape", "Escape")

        # Help, and something found in it.
        screen.key("F1")
        help_ = program.application.find(DIALOGS, "Help").wait_state("active")
        screen.key("ctrl+f")
        help_.find(EDITS, "Find in the help").wait_state("focused")
        screen.type("zzzz")
        help_.find("label", "No matches in the help.")
        screen.key("Escape")
        help_.wait_state(lacks=("showing",))

        # The time bar: a day before the port was there changes the map.
        screen.key("ctrl+shift+t")
        press_until(program, window, "Tab", "Day that the map shows")
        today = screen.wait_until_still(map_box(window))
        screen.key("Home")
        early = screen.wait_for_change(today, map_box(window))
        assert difference_share(today, early) > SAME
        assert information(window, "Time")
        assert program.complaints() == []


def test_a_click_beside_the_buttons_of_a_notice_is_not_the_maps(desktop: Desktop) -> None:
    with desktop.start(["--layers", "ports,nowhere"]) as program:
        window, screen = program.window(), program.screen
        told = window.find("label", pattern="nowhere")
        wait_for_card(window, "Hetao")
        screen.wait_until_still(map_box(window))
        title = card_title(window)
        x, y, _width, height = told.now().box
        screen.click(x + 4, y + height // 2)
        screen.key("ctrl+shift+c")
        screen.wait_until_still(map_box(window))
        assert card_title(window) == title
        assert program.complaints() == []
