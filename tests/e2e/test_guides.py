"""Stories, crossings and ways in the real window, by keyboard alone."""

import pytest

from hetao_map.model.dataset import Catalog
from hetao_map.session.stories import stories_of
from hetao_map.text.language import Language
from tests.e2e.desktop import Desktop, Program
from tests.e2e.test_window import LANGUAGE_NAMES, is_chinese

MAPS = {"en": "Map", "zh-Hans": "地图", "zh-Hant": "地圖"}
SHELF = {"en": "Stories", "zh-Hans": "故事", "zh-Hant": "故事"}
# The fields of a way, the list of its legs, and what the way of the test says.
WAYS = {
    "en": ("From", "To", "Route", "Leave at 10:00 on 24 November 2026, arrive at about 10:56"),
    "zh-Hans": ("从", "到", "路线", "2026年11月24日 10:00出发，约10:56到达"),
    "zh-Hant": ("由", "至", "路綫", "2026年11月24日 10:00出發，約10:56到達"),
}


def started(program: Program, language: str) -> None:
    program.screen.wait_until_still(program.window().find(name=MAPS[language]).box)


@pytest.mark.parametrize("language", SHELF)
def test_each_story_is_followed_to_its_end(
    desktop: Desktop, shipped: Catalog, language: str
) -> None:
    with desktop.start(language=language) as program:
        started(program, language)
        window = program.window()
        program.screen.key("ctrl+shift+s")
        for number, story in enumerate(stories_of(shipped)):
            window.find("list", SHELF[language]).wait_state("focused")
            program.screen.key("Home", *["Down"] * number, "Return")
            for step in story.steps:
                window.find("label", step.title.in_(Language(language)))
                program.screen.key("Right")
            program.screen.key("Escape")
        window.find("list", SHELF[language]).wait_state("focused")
        program.alive()
        assert program.complaints() == []


def ask_the_way(program: Program, language: str) -> None:
    """By keyboard: from Hetao One to Sheung Shui, leaving at a time; waits for the answer."""
    start, end, _legs, answer = WAYS[language]
    window, screen = program.window(), program.screen
    screen.key("ctrl+shift+r")
    window.find("text", start).wait_state("focused")
    screen.type("hetaoyihao")
    screen.key("Return", "Tab")
    window.find("text", end).wait_state("focused")
    screen.type("shangshui")
    screen.key("Return", "Tab", "Tab", "Down", "Tab", "Tab")
    screen.type("202611241000")
    window.find("label", answer)


@pytest.mark.parametrize("language", WAYS)
def test_a_way_is_asked_for_and_walked_along(desktop: Desktop, language: str) -> None:
    legs = WAYS[language][2]
    with desktop.start(language=language) as program:
        started(program, language)
        window, screen = program.window(), program.screen
        ask_the_way(program, language)
        before = screen.wait_until_still(window.find(name=MAPS[language]).box)
        screen.key("Tab", "Down", "Down")
        window.find("list", legs).wait_state("focused")
        screen.wait_for_change(before, window.find(name=MAPS[language]).box)
        program.alive()
        assert program.complaints() == []


def test_a_way_that_is_shown_speaks_the_language_that_is_chosen(desktop: Desktop) -> None:
    with desktop.start(language="en") as program:
        started(program, "en")
        window = program.window()
        ask_the_way(program, "en")
        button = window.button("Language")
        for chosen in ("zh-Hans", "zh-Hant", "en"):
            program.choose(button, LANGUAGE_NAMES[chosen])
            start, end, legs, answer = WAYS[chosen]
            window.find("label", answer)
            words = " ".join(window.find("list", legs).tree().lines())
            assert is_chinese(words) == (chosen != "en")
            window.find("text", start)
            window.find("text", end)
        assert program.complaints() == []
