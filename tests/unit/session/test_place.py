import pytest
from hypothesis import given

from hetao_map.session.place import WindowPlace, read_place
from tests.unit.session.test_kept_file import ANY_JSON


def test_the_place_comes_back() -> None:
    place = WindowPlace((1000, 700), (-50, 20), True, (200, 500, 300))
    assert read_place(place.as_json()) == place
    assert read_place(WindowPlace().as_json()) == WindowPlace()


def test_sizes_are_kept_within_reason() -> None:
    assert read_place({"size": [1, 9000]}).size == (640, 9000)


@pytest.mark.parametrize(
    "found",
    [5, {"size": 5}, {"size": [1e999, 5]}, {"maximized": 1}, {"position": ["a", 1]},
     {"widths": [1, -1, 1]}, {"size": [True, False]}],
)  # fmt: skip
def test_what_makes_no_sense_is_the_usual_place(found: object) -> None:
    assert read_place(found) == WindowPlace()


@given(ANY_JSON)
def test_no_json_raises(found) -> None:
    assert isinstance(read_place(found), WindowPlace)
    assert isinstance(read_place({"size": found, "widths": found}), WindowPlace)
