"""Stories and the crossings in the real window, by keyboard alone."""

import pytest

from tests.e2e.desktop import Desktop

STEPS = {
    "en": ("One river, two banks", "The aim for 2035", "Stories"),
    "zh-Hans": ("一河两岸", "2035年的目标", "故事"),
    "zh-Hant": ("一河兩岸", "2035年的目標", "故事"),
}

MAPS = {"en": "Map", "zh-Hans": "地图", "zh-Hant": "地圖"}


@pytest.mark.parametrize("language", STEPS)
def test_a_story_is_followed_to_its_end(desktop: Desktop, language: str) -> None:
    first, last, shelf = STEPS[language]
    with desktop.start(language=language) as program:
        window = program.window()
        program.screen.wait_until_still(window.find(name=MAPS[language]).box)
        program.screen.key("ctrl+shift+s")
        window.find("list", shelf).wait_state("focused")
        program.screen.key("Return")
        window.find("label", first)
        for _ in range(7):
            program.screen.key("Right")
        window.find("label", last)
        program.screen.key("Escape")
        window.find("list", shelf).wait_state("focused")
        program.alive()
        assert program.complaints() == []
