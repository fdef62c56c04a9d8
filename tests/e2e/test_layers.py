"""The layer panel of a real window: boxes, groups, order, opacity, presets, filter, legend."""

from __future__ import annotations

from tests.e2e.accessible import EDITS, MENU_ITEMS, Node
from tests.e2e.desktop import Desktop, Program
from tests.e2e.screen import difference_share, wait_until

TREES = ("tree", "tree table")
SAME = 0.001
"""Pictures are the same when a smaller share of their pixels differs."""
THEMES = ["Ports", "Innovation sites", "Crossing channels", "Co-operation zone"]


def tree(program: Program) -> Node:
    return program.window().find(TREES, "Layers")


def titles(program: Program) -> list[str]:
    """The rows of the tree that are unfolded, from the top."""
    return [item.name for item in tree(program).children() if "selectable" in item.states]


def row(program: Program, title: str) -> Node:
    return tree(program).find(name=title)


def wait_for_titles(program: Program, wanted: list[str], at: int = 0) -> None:
    end = at + len(wanted) or None
    wait_until(lambda: titles(program)[at:end] == wanted, f"{wanted} in the tree")


def map_box(program: Program) -> tuple[int, int, int, int]:
    return program.window().find(name="Map").box


def select(program: Program, title: str) -> Node:
    item = row(program, title)
    program.click(item)
    return item.wait_state("selected")


def choose_from_menu(program: Program, title: str, entry: str) -> None:
    """Opens the menu of a layer by the keyboard and chooses an entry."""
    select(program, title)
    program.screen.key("Menu")
    item = program.application.find(MENU_ITEMS, entry)
    program.click(item)
    program.screen.park()


def test_the_box_of_a_group_switches_all_its_layers(program: Program) -> None:
    box = map_box(program)
    program.screen.wait_until_still(box)
    members = [row(program, title) for title in ("Stations", "Rail lines", "Roads")]
    group = row(program, "Transport")
    program.switch(members[2], checked=True)
    program.screen.park()
    before = program.screen.wait_until_still(box)

    program.switch(group, checked=False)
    program.screen.park()
    after = program.screen.wait_for_change(before, box)
    assert difference_share(before, after) > 5 * SAME
    for member in members:
        member.wait_checked(False)

    program.switch(members[0], checked=True)
    assert "checked" not in group.now().states
    program.switch(group, checked=True)
    for member in members:
        member.wait_checked(True)
    program.screen.park()
    program.screen.wait_for_picture(before, SAME, box)


def test_alt_and_arrows_change_the_order(program: Program) -> None:
    wait_for_titles(program, ["Themes", *THEMES])
    select(program, "Innovation sites")
    program.screen.key("alt+Up")
    wait_for_titles(program, ["Themes", "Innovation sites", "Ports"])
    row(program, "Innovation sites").wait_state("selected")
    program.screen.key("alt+Down")
    wait_for_titles(program, ["Themes", *THEMES])

    select(program, "Transport")
    program.screen.key("alt+Up")
    wait_for_titles(program, ["Transport", "Stations", "Rail lines", "Roads", "Themes"])


def test_a_row_is_dragged_to_another_place(program: Program) -> None:
    wait_for_titles(program, ["Themes", *THEMES])
    start = select(program, "Ports").centre
    left, top, width, height = row(program, "Crossing channels").box
    end = (left + width // 2, top + height - 2)
    program.screen.carry(start, end, tree(program).box)
    wait_for_titles(program, ["Themes", "Innovation sites", "Crossing channels", "Ports"])


def test_the_order_shows_on_the_map_and_can_be_that_of_the_file_again(program: Program) -> None:
    box = map_box(program)
    select(program, "Land")
    program.screen.park()
    before = program.screen.wait_until_still(box)
    choose_from_menu(program, "Land", "Move to the top")
    wait_for_titles(program, ["Base map", "Land"])
    covered = program.screen.wait_for_change(before, box)
    assert difference_share(before, covered) > 50 * SAME

    program.click(program.window().find(MENU_ITEMS, "Layers"))
    program.click(program.application.find(MENU_ITEMS, "Restore the file’s order and opacity"))
    wait_for_titles(program, ["Themes", *THEMES])
    program.screen.park()
    program.screen.wait_for_picture(before, SAME, box)


def test_the_keyboard_fades_a_layer(program: Program) -> None:
    box = map_box(program)
    select(program, "Water")
    program.screen.park()
    before = program.screen.wait_until_still(box)
    slider = program.window().find("slider")
    assert "Water" in slider.name
    # The button of the row lies between the tree and the slider.
    program.screen.key("Tab", "Tab")
    slider.wait_state("focused")
    program.screen.key("Home")
    faded = program.screen.wait_for_change(before, box)
    assert difference_share(before, faded) > 50 * SAME
    program.screen.key("End")
    program.screen.wait_for_picture(before, SAME, box)


def test_a_preset_shows_its_layers(program: Program) -> None:
    row(program, "Ports").wait_checked(True)
    presets = program.window().find("combo box", "Everything")
    program.click(presets)
    program.click(program.application.find(("list item", "table cell"), "Ecology"))
    for title, shown in (("Ports", False), ("Ecological reserves", True), ("Roads", False)):
        row(program, title).wait_checked(shown)
    presets.wait_text(contains="Ecology")

    program.click(program.window().find(MENU_ITEMS, "Layers"))
    program.click(program.application.find(MENU_ITEMS, "Preset"))
    program.click(program.application.find(MENU_ITEMS, "Everything"))
    for title in ("Ports", "Ecological reserves", "Roads"):
        row(program, title).wait_checked(True)


def test_words_of_the_legend_find_a_layer(program: Program) -> None:
    wait_for_titles(program, ["Land cover", "Land"], at=-2)
    whole = len(titles(program))
    program.screen.key("ctrl+shift+f")
    edit = program.window().find(EDITS, "Filter layers").wait_state("focused")
    program.screen.type("mangrove")
    edit.wait_text(contains="mangrove")
    wanted = ["Base map", "Land cover", "Mangrove and woodland"]
    wait_until(lambda: titles(program) == wanted, f"{wanted} alone in the tree")
    program.screen.key("Escape")
    wait_until(lambda: len(titles(program)) == whole, "all rows again")


def test_a_layer_hidden_by_its_scale_says_so_and_can_be_gone_to(desktop: Desktop) -> None:
    with desktop.start(("--scale", "100000")) as program:
        wait_until(
            lambda: row(program, "Stations").description == "Shown from 1:90,000", "the reason"
        )
        choose_from_menu(program, "Stations", "Zoom to where it shows")
        wait_until(lambda: not row(program, "Stations").description, "no reason any more")
        assert program.complaints() == []


def test_what_is_known_of_a_layer_can_be_read(program: Program) -> None:
    choose_from_menu(program, "Water", "About the layer…")
    dialogue = program.application.find("dialog", "Water")
    words = "\n".join(dialogue.tree().lines())
    assert "Government of the HKSAR" in words
    program.screen.key("Escape")
    program.application.wait_gone("dialog", "Water")
