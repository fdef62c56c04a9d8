import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hetao_map.geometry.viewport import MAX_METRES_PER_PX, MIN_METRES_PER_PX, Viewport
from hetao_map.render.scale_bar import bar_text, round_scale, scale_bar
from hetao_map.text.language import Language


@given(st.floats(MIN_METRES_PER_PX, MAX_METRES_PER_PX), st.floats(0.05, 1))
def test_a_scale_bar_has_a_round_length_that_fits(per_px: float, ground: float) -> None:
    length, pixels = scale_bar(Viewport(metres_per_px=per_px), ground)
    assert pixels * per_px * ground == pytest.approx(length)
    assert 60 <= pixels <= 180
    assert round(length / 10 ** math.floor(math.log10(length) + 1e-9), 6) in (1, 2, 5)


@given(st.floats(1, 1e9))
def test_a_scale_is_rounded_to_three_digits(denominator: float) -> None:
    assert round_scale(denominator) == pytest.approx(denominator, rel=0.006, abs=0.5)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (Language.EN, "1 km   Scale 1:25,000"),
        (Language.ZH_HANS, "1公里   比例尺 1:25,000"),
        (Language.ZH_HANT, "1公里   比例 1:25,000"),
    ],
)
def test_the_words_of_the_bar(language: Language, text: str) -> None:
    assert bar_text(Viewport().at_scale(25_000), 1.0, language) == text
