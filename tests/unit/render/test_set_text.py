import pytest

from hetao_map.render.set_text import Letters, set_lines
from hetao_map.text.language import Language

LETTERS = Letters(12, "#000000")
LONG = "Research space in use, spread over eleven parks of the zone and counted twice"


@pytest.fixture(autouse=True)
def _qt(qapp) -> None:
    pass


def test_numbers_of_notes_stand_behind_the_last_word() -> None:
    lines = set_lines(LONG, (3, 12), LETTERS, Language.EN, 160)
    assert len(lines) > 2
    assert [marks for _, marks in lines] == [""] * (len(lines) - 1) + ["[3][12]"]
    assert " ".join(text for text, _ in lines) == LONG


@pytest.mark.parametrize("width", range(40, 200, 7))
@pytest.mark.parametrize(
    ("text", "language"),
    [(LONG, Language.EN), ("已投入使用的科研空间约八十万平方米。", Language.ZH_HANS)],
)
def test_no_line_begins_with_a_number(text: str, language: Language, width: int) -> None:
    for words, marks in set_lines(text, (1, 2), LETTERS, language, width):
        assert words or not marks


def test_a_number_without_words_stands_alone() -> None:
    assert set_lines("", (7,), LETTERS, Language.EN, 100) == [("", "[7]")]
    assert set_lines("", (), LETTERS, Language.EN, 100) == [("", "")]


def test_brackets_of_the_data_are_no_marks() -> None:
    assert set_lines("see [4]", (), LETTERS, Language.EN, 400) == [("see [4]", "")]
    assert set_lines("see\u2060[4]", (), LETTERS, Language.EN, 400) == [("see[4]", "")]


def test_lines_of_the_data_stay_lines() -> None:
    assert set_lines("a\nb", (1,), LETTERS, Language.EN, 400) == [("a", ""), ("b", "[1]")]
