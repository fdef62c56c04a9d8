"""The information panel in the real window, by mouse and keyboard from outside."""

from pathlib import Path

from tests.e2e.accessible import Node
from tests.e2e.desktop import Desktop, Program
from tests.e2e.screen import wait_until
from tests.e2e.test_window import (
    FUTIAN_PORT,
    card_title,
    information,
    map_box,
    search_edit,
    wait_for_card,
)

DIALOGS = ("dialog", "file chooser", "frame")


def opened_card(program: Program) -> Node:
    """Click Futian Port and return the window."""
    window = program.window()
    program.screen.wait_until_still(map_box(window))
    program.click(window.find(name="Map"))
    wait_for_card(window, "06:30-22:30")
    return window


def test_stacked_hits_are_listed_and_one_is_chosen(desktop: Desktop) -> None:
    with desktop.start(FUTIAN_PORT) as program:
        window = opened_card(program)
        first = card_title(window)
        hits = information(window).find("combo box")
        assert information(window).find("label", pattern=r"^1 / \d+$").name != "1 / 1"
        program.click(hits)
        program.application.find("list item", "Futian-Lok Ma Chau Footbridge")
        program.screen.key("Down", "Return")
        wait_until(lambda: card_title(window) != first, "the card of the next hit")
        assert information(window).find("label", pattern=r"^2 / \d+$")
        information(window).button("Previous").press()
        wait_until(lambda: card_title(window) == first, "the card of the first hit")
        assert program.complaints() == []


def test_a_card_is_copied_as_text(desktop: Desktop) -> None:
    with desktop.start(FUTIAN_PORT) as program:
        window = opened_card(program)
        information(window).button("Copy as text").press()
        program.click(search_edit(window))
        program.screen.key("ctrl+v")
        pasted = search_edit(window).wait_text(contains="06:30").text
        assert pasted.startswith(card_title(window))
        assert "Source: " in pasted


def test_a_source_line_opens_its_details_by_keyboard(desktop: Desktop) -> None:
    with desktop.start(FUTIAN_PORT) as program:
        window = opened_card(program)
        information(window).find(name="Details").focus()
        program.screen.key("Right", "Return")
        dialog = program.application.find(DIALOGS, "Source")
        said = " ".join(dialog.tree().lines())
        assert "Publisher" in said
        assert "Date" in said
        program.screen.key("Escape")
        dialog.wait_gone()
        assert program.complaints() == []


def test_a_fact_sheet_is_written_where_asked(desktop: Desktop, tmp_path: Path) -> None:
    with desktop.start(FUTIAN_PORT) as program:
        opened_card(program)
        target = tmp_path / "port.pdf"
        program.screen.key("ctrl+p")
        program.answer(program.application.find(DIALOGS, "Fact sheet"), str(target))
        wait_until(lambda: target.exists() and target.stat().st_size > 10_000, "the fact sheet")
        assert target.read_bytes().startswith(b"%PDF-")
        assert program.complaints() == []


def test_a_resting_pointer_is_told_what_lies_there(desktop: Desktop) -> None:
    with desktop.start(FUTIAN_PORT) as program:
        window = program.window()
        program.screen.wait_until_still(map_box(window))
        program.screen.move(*window.find(name="Map").centre)
        hint = wait_until(
            lambda: [n for n in window.find_all("label") if "Futian Port" in n.name], "the hint"
        )
        assert "Land port" in hint[0].name
        program.screen.park()
        hint[0].wait_gone()
