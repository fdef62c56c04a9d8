"""What is shown of the window: overview, panels, full screen; and the scale, by keyboard."""

from tests.e2e.accessible import EDITS, Node
from tests.e2e.desktop import Desktop, Program
from tests.e2e.screen import difference_share, wait_until
from tests.e2e.test_window import FUTIAN_PORT, SAME, TREES, map_box


def test_panels_leave_and_come_back(program: Program) -> None:
    window = program.window()
    before = map_box(window)
    program.screen.wait_until_still(before)
    program.screen.key("F9")
    window.wait_gone(TREES, "Layers")
    assert map_box(window)[2] > before[2] + 300
    program.screen.key("F9")
    window.find(TREES, "Layers")


def test_the_full_screen_and_back_by_escape(program: Program) -> None:
    window = program.window()
    program.screen.wait_until_still(map_box(window))
    before = window.now().box[2:]
    program.screen.key("F11")
    wait_until(lambda: window.now().box[2:] == (1600, 1000), "the full screen")
    window.find(TREES, "Layers")
    window.find(name="Map").focus()
    program.screen.key("Escape")
    wait_until(lambda: window.now().box[2:] == before, "the window as it was")


def test_a_drag_on_the_overview_moves_the_map(desktop: Desktop) -> None:
    with desktop.start(FUTIAN_PORT) as program:
        window = program.window()
        box = map_box(window)
        program.screen.wait_until_still(box)
        program.screen.key("ctrl+shift+m")
        overview = window.find(name="Overview map")
        program.screen.park()
        before = program.screen.wait_until_still(box)
        program.screen.drag(overview.centre, moved(overview))
        program.screen.park()
        after = program.screen.wait_for_change(before, box)
        assert difference_share(before, after) > 10 * SAME
        assert "sensitive" in window.button("Back").now().states
        assert program.complaints() == []


def moved(node: Node) -> tuple[int, int]:
    x, y = node.centre
    return x - 40, y + 20


def test_a_scale_is_typed_in_the_status_bar(desktop: Desktop) -> None:
    with desktop.start(FUTIAN_PORT) as program:
        window = program.window()
        program.screen.wait_until_still(map_box(window))
        line = window.find(EDITS, "Scale")
        assert line.now().text == "1:15,000"
        program.click(line)
        program.screen.key("ctrl+a")
        program.screen.type("25k")
        program.screen.key("Return")
        line.wait_text(contains="1:25,000")
        assert program.complaints() == []
