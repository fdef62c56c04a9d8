import pytest

from hetao_map.text.coordinates import degrees, degrees_minutes_seconds, graduation


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


@pytest.mark.parametrize(
    ("lon", "lat", "text"),
    [
        (114.0629, 22.5176, "22°31′03.36″ N  114°03′46.44″ E"),
        (-70.5, -33.9999999, "34°00′00.00″ S  70°30′00.00″ W"),
        (0.0, 0.0, "0°00′00.00″ N  0°00′00.00″ E"),
    ],
)
def test_degrees_minutes_and_seconds(lon: float, lat: float, text: str) -> None:
    assert degrees_minutes_seconds(lon, lat) == text


def test_what_is_written_as_zero_lies_on_neither_side() -> None:
    assert degrees(-1e-9, -1e-9) == "0.00000° N  0.00000° E"
    assert degrees_minutes_seconds(-1e-9, -1e-9) == "0°00′00.00″ N  0°00′00.00″ E"
