import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor

from hetao_map.render.theme import DARK, LIGHT, adapted, named

byte = st.integers(0, 255)
colours = st.tuples(byte, byte, byte, byte)


@given(colours)
def test_in_the_light_a_colour_is_that_of_the_style(colour: tuple[int, int, int, int]) -> None:
    assert adapted(colour, LIGHT).getRgb() == colour


@given(colours)
def test_in_the_dark_a_colour_keeps_its_opacity(colour: tuple[int, int, int, int]) -> None:
    found = adapted(colour, DARK)
    assert found.isValid()
    assert found.alpha() == colour[3]


def test_in_the_dark_light_and_dark_change_places() -> None:
    white, black = adapted((254, 254, 254, 255), DARK), adapted((1, 1, 1, 255), DARK)
    assert white.lightness() < 60
    assert black.lightness() > 200


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_ink_can_be_read_on_paper(theme) -> None:
    def luminance(rgb: tuple[int, int, int]) -> float:
        linear = [((v / 255 + 0.055) / 1.055) ** 2.4 if v > 10 else v / 3295 for v in rgb]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    low, high = sorted((luminance(theme.ink), luminance(theme.paper)))
    assert (high + 0.05) / (low + 0.05) > 7
    assert QColor(*theme.beyond).isValid()


@pytest.mark.parametrize(
    ("name", "system_is_dark", "theme"),
    [
        ("light", True, LIGHT),
        ("dark", False, DARK),
        ("auto", True, DARK),
        ("auto", False, LIGHT),
    ],
)
def test_auto_is_what_the_system_is(name: str, system_is_dark: bool, theme) -> None:
    assert named(name, system_is_dark) is theme
