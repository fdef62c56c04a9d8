import pytest
from hypothesis import given
from hypothesis import strategies as st

from hetao_map.text.scale_input import LARGEST, SMALLEST, typed_scale


@pytest.mark.parametrize(
    "text",
    [
        "1:15000", "15000", "15,000", "1 : 15 000", "1：15000", "15k", "1.5万", "1:1.5萬",
        "１：１５０００", "Scale 1:15,000", "比例尺 1:15,000", "1:15'000",
    ],
)  # fmt: skip
def test_usual_writings(text: str) -> None:
    assert typed_scale(text) == 15_000


@pytest.mark.parametrize(
    "text", ["", "abc", "1:", "0", "-5", "1:0", "99", "1e9", "9" * 12, "1" * 10_000, "🗺️", "عشرة"]
)
def test_anything_else_is_none(text: str) -> None:
    assert typed_scale(text) is None


@given(st.text(max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    found = typed_scale(text)
    assert found is None or SMALLEST <= found <= LARGEST
