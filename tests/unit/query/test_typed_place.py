import pytest
from hypothesis import given
from hypothesis import strategies as st

from hetao_map.geometry.gcj02 import to_gcj02
from hetao_map.geometry.projection import to_map
from hetao_map.query.typed_place import typed_place
from hetao_map.text import messages
from hetao_map.text.localized import LocalizedText

FUTIAN = (114.0629, 22.5176)
POINT = to_map(FUTIAN, 2326)
SHIFTED = "{1:.6f}, {0:.6f}".format(*to_gcj02(FUTIAN))


@pytest.mark.parametrize(
    "text",
    ["22.5176, 114.0629", "114.0629 22.5176", "22°31′03.36″N 114°03′46.44″E", "824542 841996"],
)
def test_any_usual_writing_is_read(text: str) -> None:
    assert typed_place(text, 2326) == pytest.approx(POINT, abs=1)


def test_gcj02_is_led_back() -> None:
    assert typed_place(SHIFTED, 2326, shifted=True) == pytest.approx(POINT, abs=0.2)
    for mark in ("GCJ-02 ", "gcj02: ", "GCJ-02 约 ", "GCJ-02 about "):
        assert typed_place(mark + SHIFTED, 2326) == pytest.approx(POINT, abs=0.2)


def test_a_grid_is_never_taken_for_gcj02() -> None:
    assert typed_place("824542 841996", 2326, shifted=True) == pytest.approx(POINT, abs=1)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", messages.NO_COORDINATES),
        ("福田口岸", messages.NO_COORDINATES),
        ("🦆" * 50, messages.NO_COORDINATES),
        ("مرحبا 22.5", messages.NO_COORDINATES),
        ("1" * 10_000, messages.NO_COORDINATES),
        ("22.5, 999", messages.OFF_THE_WORLD),
        ("-91, 200", messages.OFF_THE_WORLD),
        ("999999 999999", messages.OFF_THE_GRID),
        ("CGCS2000 113°E 506471 E 2491118 N", messages.OFF_THE_WORLD),
    ],
)
def test_what_is_no_place_gets_a_sentence(text: str, sentence: LocalizedText) -> None:
    assert typed_place(text, 2326) == sentence


@given(st.text(max_size=200))
def test_any_text_is_a_place_or_gets_a_sentence(text: str) -> None:
    found = typed_place(text, 3857)
    assert isinstance(found, LocalizedText) or len(found) == 2
