"""Searching in the real window, by mouse and keyboard, as a screen reader sees it."""

import pytest

from tests.e2e.accessible import Node
from tests.e2e.desktop import Desktop, Program
from tests.e2e.screen import wait_until
from tests.e2e.test_window import SAME, card_title, map_box, search_edit, wait_for_card


def start_typing(program: Program, text: str) -> Node:
    """Types into the search box and returns the list of results."""
    window = program.window()
    program.screen.key("ctrl+f")
    search_edit(window).wait_state("focused")
    program.screen.key("ctrl+a")
    program.screen.type(text)
    search_edit(window).wait_text(contains=text)
    return window.find("list", "Search results")


def names(results: Node) -> list[str]:
    return [item.name for item in results.now().children()]


def wait_for_row(results: Node, words: str) -> list[str]:
    """The rows, once the current one has these words."""

    def look() -> list[str] | None:
        chosen = [item.name for item in results.children() if "selected" in item.states]
        return names(results) if chosen and words in chosen[0] else None

    return wait_until(look, f"the row {words!r} in hand")


def told(program: Program) -> str:
    return search_edit(program.window()).now().description


def test_pinyin_and_arrows_lead_to_a_card(program: Program) -> None:
    wait_for_card(program.window(), "Hetao")
    results = start_typing(program, "huanggangk")
    rows = wait_for_row(results, "Huanggang Port, Ports")
    assert len(rows) > 1
    wait_until(lambda: told(program).endswith(f"1 of {len(rows)}"), "the first row is told")

    program.screen.key("Down")
    assert wait_for_row(results, rows[1]) == rows
    wait_until(lambda: told(program).startswith(rows[1]), "the second row is told")
    program.screen.key("Up")
    wait_for_row(results, "Huanggang Port, Ports")
    program.screen.key("Return")
    wait_until(lambda: card_title(program.window()) == "Huanggang Port", "the card of the port")
    results.wait_state(lacks=("showing",))
    program.window().find(name="Map").wait_state("focused")


def test_escape_takes_back_what_the_arrows_have_shown(program: Program) -> None:
    window = program.window()
    wait_for_card(window, "Hetao")
    title = card_title(window)
    box = map_box(window)
    program.screen.park()
    before = program.screen.wait_until_still(box)
    results = start_typing(program, "deep bay")
    wait_for_row(results, "Deep Bay")
    program.screen.key("Down", "Down")
    wait_until(lambda: card_title(window) != title, "the card of the row in hand")
    program.screen.key("Escape")
    wait_until(lambda: card_title(window) == title, "the card from before")
    results.wait_state(lacks=("showing",))
    program.screen.wait_for_picture(before, SAME, box)


@pytest.mark.parametrize("typed", ["22.5176, 114.0629", "22 31 03.4 N 114 03 46.4 E"])
def test_coordinates_move_the_map_there(desktop: Desktop, typed: str) -> None:
    with desktop.start() as program:
        window = program.window()
        wait_for_card(window, "Hetao")
        box = map_box(window)
        before = program.screen.wait_until_still(box)
        results = start_typing(program, typed)
        (row,) = wait_for_row(results, "Coordinates")
        assert row.startswith("22.517")
        program.screen.key("Return")
        program.screen.wait_for_change(before, box)
        # What is in the middle now is Futian Port.
        program.click(window.find(name="Map"))
        wait_for_card(window, "Futian Port")
        assert program.complaints() == []


def test_a_typing_error_is_forgiven(program: Program) -> None:
    wait_for_card(program.window(), "Hetao")
    results = start_typing(program, "futain prot")
    wait_for_row(results, "Futian Port")
    program.screen.key("Return")
    wait_until(lambda: card_title(program.window()) == "Futian Port", "the card of the port")


def test_a_figure_names_the_fact_that_it_belongs_to(program: Program) -> None:
    wait_for_card(program.window(), "Hetao")
    results = start_typing(program, "750")
    rows = wait_for_row(results, "Nature Reserve")
    assert any("Area of the two reserves together: about 750 ha" in row for row in rows)


def test_bad_input_is_answered_by_a_sentence(program: Program) -> None:
    window = program.window()
    wait_for_card(window, "Hetao")
    answers = {
        "zzzzqqqq": "Nothing matches",
        "200.5, 10.5": "outside the world",
        "990000 990000": "outside the Hong Kong 1980 Grid",
        "x" * 10_000: "10000 characters",
        "\N{GRINNING FACE}": "nothing to search for",
        "\N{ARABIC LETTER TAH}\N{RIGHT-TO-LEFT OVERRIDE}\N{ARABIC LETTER REH}": "Nothing matches",
    }
    for typed, sentence in answers.items():
        search_edit(window).focus()
        search_edit(window).set_text(typed)
        program.screen.key("ctrl+f", "Down")

        def look(words: str = sentence) -> bool:
            return words in told(program)

        wait_until(look, f"an answer to {typed[:20]!r}")
        results = window.find("list", "Search results")
        (row,) = names(results)
        assert sentence in row
        program.screen.key("Return")
        program.screen.key("Escape")
        results.wait_state(lacks=("showing",))


def test_an_empty_box_offers_earlier_searches_also_after_a_new_start(desktop: Desktop) -> None:
    with desktop.start() as program:
        wait_for_card(program.window(), "Hetao")
        wait_for_row(start_typing(program, "mai po"), "Mai Po")
        program.screen.key("Return")
        wait_until(lambda: "Mai Po" in card_title(program.window()), "the card of Mai Po")
        home = program.home
        assert program.close() == 0
    with desktop.start(home=home) as again:
        window = again.window()
        wait_for_card(window, "Mai Po")
        again.screen.key("ctrl+f")
        results = window.find("list", "Search results")
        assert names(results) == ["Mai Po Nature Reserve"]
