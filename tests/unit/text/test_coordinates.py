import pytest

from hetao_map.text.coordinates import graduation


@pytest.mark.parametrize(
    ("value", "letters", "step", "text"),
    [
        (114.05, "EW", 60, "114°03′E"),
        (114.0, "EW", 60, "114°00′E"),
        (-114.06, "EW", 12, "114°03′36″W"),
        (22.5, "NS", 1800, "22°30′N"),
        (-45.0, "NS", 3600 * 15, "45°S"),
        (0.0, "NS", 3600 * 15, "0°"),
    ],
)
def test_grid_lines_are_named_as_finely_as_they_stand(
    value: float, letters: str, step: int, text: str
) -> None:
    assert graduation(value, letters, step) == text
