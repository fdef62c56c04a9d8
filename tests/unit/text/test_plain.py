import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hetao_map.text.plain import SHOWN_LENGTH, is_link, plain


@given(st.text() | st.none() | st.integers() | st.binary())
def test_shown_text_has_no_control_characters(value: object) -> None:
    kinds = {unicodedata.category(c) for c in plain(value) if c not in "\n\t"}
    assert not kinds & {"Cc", "Cs"}


def test_ordinary_text_stays_as_it_is() -> None:
    assert plain("深圳河 <b>Shenzhen</b>\n& more") == "深圳河 <b>Shenzhen</b>\n& more"
    assert plain(None) == ""


def test_direction_marks_go() -> None:
    assert plain("safe\u202egpj.exe\u2069") == "safegpj.exe"


def test_long_text_is_cut_and_says_so() -> None:
    shown = plain("字" * 5000)
    assert len(shown) == SHOWN_LENGTH + 1
    assert shown.endswith("…")


@pytest.mark.parametrize("text", ["https://example.org/a?b=1", "http://example.org"])
def test_web_addresses_are_links(text: str) -> None:
    assert is_link(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "file:///etc/passwd",
        "javascript:x",
        "see https://example.org",
        "https://a b",
        "https://a\n",
    ],
)
def test_nothing_else_is_a_link(text: str) -> None:
    assert not is_link(text)
