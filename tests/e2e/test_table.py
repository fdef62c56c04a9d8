"""The attribute table in the real window: by keyboard, in step with the map."""

from tests.e2e.accessible import Node
from tests.e2e.desktop import Program
from tests.e2e.screen import wait_until
from tests.e2e.test_search import start_typing, wait_for_row
from tests.e2e.test_window import card_title, map_box, wait_for_card

TABLES = ("table", "tree table")


def rows(window: Node) -> list[str]:
    """The names in the first column, as they stand below each other."""
    table = window.find(TABLES, "Attribute table")
    cells = [node for node in table.find_all("table cell") if node.name]
    left = min((cell.box[0] for cell in cells), default=0)
    return [cell.name for cell in cells if cell.box[0] == left]


def test_a_table_is_filtered_and_a_row_opens_its_card(program: Program) -> None:
    window, screen = program.window(), program.screen
    wait_for_card(window, "Hetao")
    screen.wait_until_still(map_box(window))
    program.click(window.find(name="Map"))
    screen.key("F4")
    window.find(TABLES, "Attribute table").wait_state("focused")
    program.click(window.find("combo box"))
    screen.key("Escape")

    box = window.find("text", "Filter rows")
    program.click(box)
    screen.type("name:mai")
    wait_until(lambda: window.find_all("label") and counted(window), "the count of the rows")
    screen.key("Escape")
    assert program.complaints() == []


def counted(window: Node) -> str | None:
    said = [n.name for n in window.find_all("label") if " rows" in n.name]
    return said[0] if said else None


def test_the_table_of_ports_follows_the_keyboard(program: Program) -> None:
    window, screen = program.window(), program.screen
    wait_for_card(window, "Hetao")
    wait_for_row(start_typing(program, "Futian Port"), "Futian Port")
    screen.key("Return")
    wait_until(lambda: "Futian Port" in card_title(window), "the card of the port")
    screen.key("F4")
    window.find(TABLES, "Attribute table").wait_state("focused")
    wait_until(lambda: "Futian Port" in rows(window), "the port in the table")
    assert counted(window) == "4 of 4 rows"

    for _ in rows(window):
        screen.key("Up")
    wait_until(lambda: "Huanggang Port" in card_title(window), "the card of the first row")
    screen.key("Return")
    screen.key("shift+Tab")
    program.click(window.find("text", "Filter rows"))
    screen.type("name:lok")
    wait_until(lambda: counted(window) == "2 of 4 rows", "two rows are left")
    window.button("Close the table").press()
    window.wait_gone(TABLES, "Attribute table")
    assert program.complaints() == []
