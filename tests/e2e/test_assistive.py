"""The whole window without a mouse, and without eyes: only keys, names and roles."""

from tests.e2e.accessible import BUTTONS as BUTTON_ROLES
from tests.e2e.accessible import Node
from tests.e2e.desktop import Desktop, Program
from tests.e2e.screen import difference_share, wait_until
from tests.e2e.test_information import DIALOGS
from tests.e2e.test_window import (
    BUTTONS,
    FUTIAN_PORT,
    MOST_TABS,
    SAME,
    card,
    card_title,
    layers,
    map_box,
    search_edit,
    wait_for_card,
)

PORT = "Futian Port, Land port, Open"


def features(window: Node) -> list[Node]:
    """The features that the map offers to a screen reader."""
    found = window.find(name="Map").find_all(BUTTON_ROLES)
    return [node for node in found if node.name not in BUTTONS and node.name != "Dismiss"]


def test_a_screen_reader_lists_the_features_in_view_and_opens_a_card(desktop: Desktop) -> None:
    with desktop.start(FUTIAN_PORT) as program:
        window = program.window()
        left, top, width, height = map_box(window)
        named = wait_until(
            lambda: {n.name: n for n in features(window)} or None, "the features in view"
        )
        assert PORT in named
        assert any("control point" in name.lower() for name in named)

        x, y = named[PORT].centre
        assert abs(x - (left + width / 2)) < 40
        assert abs(y - (top + height / 2)) < 40
        for node in named.values():
            assert left - 20 <= node.centre[0] <= left + width + 20
            assert "focusable" in node.states

        named[PORT].focus()
        named[PORT].wait_state("focused")
        named[PORT].press()
        said = wait_for_card(window, "06:30-22:30")
        assert "Futian Port" in said
        assert program.complaints() == []


def test_the_list_follows_the_view(desktop: Desktop) -> None:
    with desktop.start(FUTIAN_PORT) as program:
        window = program.window()
        wait_until(lambda: PORT in [n.name for n in features(window)], "the port in the list")
        program.switch(layers(window).find(name="Ports"), checked=False)
        wait_until(lambda: PORT not in [n.name for n in features(window)], "the port is gone")
        program.switch(layers(window).find(name="Ports"), checked=True)
        wait_until(lambda: PORT in [n.name for n in features(window)], "the port is back")


def press_until(program: Program, window: Node, key: str, name: str) -> Node:
    """Press a key until the control of a name has the keyboard; each press must move it on."""
    here = focused(window)
    for _ in range(MOST_TABS):
        program.screen.key(key)
        here = wait_until(lambda before=here: moved_on(window, before), f"{key} leads on")
        found = [node for node in here if node.name == name]
        if found:
            return found[0]
    raise AssertionError(f"{name!r} was not reached with {key}")


def focused(window: Node) -> list[Node]:
    return window.find_all(has=("focused",))


def moved_on(window: Node, before: list[Node]) -> list[Node] | None:
    """What has the keyboard, once that is something else than before."""
    now = focused(window)
    places = [[(node.name, node.box) for node in nodes] for nodes in (before, now)]
    return now if now and places[0] != places[1] else None


def test_the_window_is_used_by_keyboard_alone(desktop: Desktop) -> None:
    with desktop.start(FUTIAN_PORT) as program:
        window, screen = program.window(), program.screen
        box = map_box(window)
        before = screen.wait_until_still(box)

        # A feature of the map, and its card.
        press_until(program, window, "ctrl+j", PORT)
        screen.key("Return")
        wait_for_card(window, "06:30-22:30")

        # Search, and back to the map.
        screen.key("ctrl+f")
        search_edit(window).wait_state("focused")
        screen.type("maipo")
        search_edit(window).wait_text(contains="maipo")
        screen.key("Return")
        wait_until(lambda: "Mai Po" in card_title(window), "the card of Mai Po")
        window.find(name="Map").wait_state("focused")

        # The view before, by key.
        screen.key("alt+Left")
        screen.wait_for_change(before, box)

        # A layer, by the tree alone.
        press_until(program, window, "Tab", "Layers")
        item = layers(window).find(name="Ports")
        for _ in range(20):
            if "selected" in item.now().states or "focused" in item.now().states:
                break
            screen.key("Down")
        screen.key("space")
        item.wait_checked(checked=False)
        screen.key("space")
        item.wait_checked(checked=True)

        # Another tool, another look, and a dialogue that is left again.
        screen.key("ctrl+e")
        dialog = program.application.find(DIALOGS, pattern="Export").wait_state("active")
        screen.key("Escape")
        dialog.wait_gone()
        light = screen.wait_until_still(box)
        program.command("Dark")
        dark = screen.wait_for_change(light, box)
        assert difference_share(light, dark) > 10 * SAME
        assert card(window)
        assert program.complaints() == []

        screen.key("ctrl+q")
        wait_until(lambda: program.process.poll() is not None, "the program has ended")
        assert program.process.returncode == 0
