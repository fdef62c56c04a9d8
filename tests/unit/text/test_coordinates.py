import pytest
from hypothesis import given
from hypothesis import strategies as st

from hetao_map.text.coordinates import degrees, graduation, parse_lonlat, valid_lonlat

lons, lats = st.floats(-180, 180), st.floats(-90, 90)


@given(lons, lats)
def test_what_is_shown_can_be_typed_again(lon: float, lat: float) -> None:
    assert parse_lonlat(degrees(lon, lat)) == pytest.approx((lon, lat), abs=1e-5)


@given(lons, lats)
def test_a_plain_pair_is_longitude_then_latitude(lon: float, lat: float) -> None:
    assert parse_lonlat(f"{lon:.6f}, {lat:.6f}") == pytest.approx((lon, lat), abs=1e-6)


@pytest.mark.parametrize(
    "text",
    [
        "114.0629,22.5176",
        "22.5176,114.0629",
        " 114.0629 ; 22.5176 ",
        "22.5176N 114.0629E",
        "114.0629° E, 22.5176° n",
        "+114.0629\t+22.5176",
    ],
)
def test_common_ways_to_write_a_place(text: str) -> None:
    assert parse_lonlat(text) == (114.0629, 22.5176)


def test_letters_tell_south_and_west() -> None:
    assert parse_lonlat("33.86S 70.5W") == (-70.5, -33.86)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "福田口岸",
        "114.0629",
        "114,22,5",
        "200,10",
        "10,-200",
        "95N 10E",
        "10E 22E",
        "5N 6N",
        "1e2,3",
    ],
)
def test_other_text_is_no_place(text: str) -> None:
    assert parse_lonlat(text) is None


@given(st.text(alphabet=" 0123456789.,;°NSEW+-\t", max_size=60) | st.text(max_size=40))
def test_no_text_gives_a_place_off_the_globe(text: str) -> None:
    place = parse_lonlat(text)
    assert place is None or valid_lonlat(*place)


def test_a_long_run_of_blanks_is_soon_read() -> None:
    assert parse_lonlat("1" + " " * 100_000 + "x") is None


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
