import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFontMetricsF, QGuiApplication

from hetao_map.render.credits import flowed, wrapped
from hetao_map.render.fonts import font
from hetao_map.text.language import Language

PARTS = ["© Government of the HKSAR (free reuse)", "© OpenStreetMap contributors (ODbL 1.0)"]


@pytest.fixture(autouse=True, scope="module")
def _qt(qapp: QGuiApplication) -> None:
    pass


def width(text: str) -> float:
    return QFontMetricsF(font(Language.EN, 11)).horizontalAdvance(text)


def test_parts_share_a_line_where_they_fit() -> None:
    assert wrapped(PARTS, font(Language.EN, 11), 2000) == [" · ".join(PARTS)]
    assert wrapped([], font(Language.EN, 11), 2000) == []


def test_lines_are_broken_between_parts() -> None:
    lines = wrapped(PARTS, font(Language.EN, 11), width(PARTS[1]) + 20)
    assert lines == [PARTS[0], PARTS[1]]


@given(st.text(alphabet="ab 河套，。-/", min_size=1, max_size=80), st.floats(40, 300))
def test_no_line_is_too_wide_and_no_letter_is_lost(text: str, room: float) -> None:
    lines = flowed(text, font(Language.EN, 11), room)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width(line) <= room + 1 for line in lines)
