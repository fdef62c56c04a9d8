import pytest
from hypothesis import given
from hypothesis import strategies as st

from hetao_map.geometry.extent import valid_lonlat
from hetao_map.text.coordinate_input import (
    System,
    TypedPosition,
    typed_position,
)
from hetao_map.text.coordinates import degrees

lons, lats = st.floats(-180, 180), st.floats(-90, 90)
FUTIAN = (114.0629, 22.5176)


def in_degrees(text: str) -> tuple[float, float] | None:
    found = typed_position(text)
    return None if found is None or found.system is not System.DEGREES else found.xy


def parts(value: float) -> tuple[int, int, float]:
    """Degrees, minutes and seconds to a hundredth."""
    hundredths = round(abs(value) * 360_000)
    return hundredths // 360_000, hundredths // 6000 % 60, hundredths % 6000 / 100


def minutes(value: float) -> tuple[int, float]:
    """Degrees, and minutes to four places."""
    small = round(abs(value) * 600_000)
    return small // 600_000, small % 600_000 / 10_000


def letter(value: float, letters: str) -> str:
    return letters[value < 0]


@given(lons, lats)
def test_what_is_shown_can_be_typed_again(lon: float, lat: float) -> None:
    assert in_degrees(degrees(lon, lat)) == pytest.approx((lon, lat), abs=1e-5)


@given(lons, lats, st.sampled_from([", ", " ", ",", "; ", "\t", "，"]))
def test_a_plain_pair_is_longitude_then_latitude(lon: float, lat: float, sign: str) -> None:
    assert in_degrees(f"{lon:.6f}{sign}{lat:.6f}") == pytest.approx((lon, lat), abs=1e-6)


@given(lons, lats, st.sampled_from([", ", " ", ""]))
def test_degrees_minutes_and_seconds(lon: float, lat: float, sign: str) -> None:
    (a, b, c), (d, e, f) = parts(lat), parts(lon)
    north, east = letter(lat, "NS"), letter(lon, "EW")
    for text in (
        f"{a}°{b:02}'{c:05.2f}\"{north}{sign}{d}°{e:02}'{f:05.2f}\"{east}",
        f"{a}° {b}′ {c:.2f}″ {north}{sign}{d}° {e}′ {f:.2f}″ {east}",
        f"{north}{a}°{b:02}’{c:05.2f}”{sign}{east}{d}°{e:02}’{f:05.2f}”",
        f"{a} {b} {c:.2f} {north}{sign}{d} {e} {f:.2f} {east}",
        f"{'北南'[lat < 0]}纬{a}度{b}分{c:.2f}秒{sign}{'东西'[lon < 0]}经{d}度{e}分{f:.2f}秒",
    ):
        assert in_degrees(text) == pytest.approx((lon, lat), abs=1e-5), text


@given(lons, lats)
def test_degrees_and_minutes(lon: float, lat: float) -> None:
    (a, b), (d, e) = minutes(lat), minutes(lon)
    north, east = letter(lat, "NS"), letter(lon, "EW")
    for text in (
        f"{a}°{b:07.4f}'{north} {d}°{e:07.4f}'{east}",
        f"{a}° {b:.4f}′ {north}, {d}° {e:.4f}′ {east}",
        f"{east}{d} {e:.4f} {north}{a} {b:.4f}",
    ):
        assert in_degrees(text) == pytest.approx((lon, lat), abs=1e-5), text


@given(st.integers(700_000, 999_999), st.integers(700_000, 999_999))
def test_two_numbers_of_six_digits_are_easting_and_northing(east: int, north: int) -> None:
    wanted = TypedPosition((east, north), System.HONG_KONG_GRID)
    for text in (
        f"{east} {north}",
        f"{east}, {north}",
        f"E {east} N {north}",
        f"{north}N {east}E",
        f"{east:,} mE {north:,} mN",
        f"HK1980 Grid {east} {north}",
        f"香港 1980 方格網 {east}，{north}",
        f"{east}.0 {north}.00",
    ):
        assert typed_position(text) == wanted, text


@pytest.mark.parametrize(
    "text",
    [
        "114.0629,22.5176",
        "22.5176,114.0629",
        " 114.0629 ; 22.5176 ",
        "22.5176N 114.0629E",
        "22.5176N114.0629E",
        "N22.5176, E114.0629",
        "114.0629° E, 22.5176° n",
        "+114.0629\t+22.5176",
        "(22.5176, 114.0629)",
        "geo:22.5176,114.0629",
        "@22.5176,114.0629",
        "lat: 22.5176, lng: 114.0629",
        "Latitude 22.5176 Longitude 114.0629",
        "北緯22.5176 東經114.0629",
        "东经114.0629，北纬22.5176",
        "２２．５１７６，１１４．０６２９",
        "22,5176 114,0629",
        "22,5176; 114,0629",
        "WGS 84: 22.5176 114.0629",
        "114.0629E/22.5176N",
    ],
)
def test_common_ways_to_write_a_place(text: str) -> None:
    assert in_degrees(text) == FUTIAN


@pytest.mark.parametrize(
    "text",
    ["22 31 3 114 3 46", "22d31m03s 114d03m46s", "22:31:03 N 114:03:46 E", "22°31'3\", 114°3'46\""],
)
def test_degrees_minutes_and_seconds_with_other_marks(text: str) -> None:
    assert in_degrees(text) == pytest.approx((114 + 3 / 60 + 46 / 3600, 22 + 31 / 60 + 3 / 3600))


def test_letters_words_and_signs_tell_south_and_west() -> None:
    assert in_degrees("33.86S 70.5W") == (-70.5, -33.86)
    assert in_degrees("−33.86, 151.2") == (151.2, -33.86)
    assert in_degrees("南纬33.86 西经70.5") == (-70.5, -33.86)
    assert in_degrees("latitude -33.86 longitude -70.5") == (-70.5, -33.86)


@pytest.mark.parametrize("text", ["200.5,10.5", "10,-200", "95N 10E", "22.5 181.0"])
def test_degrees_off_the_globe_are_told_apart_from_words(text: str) -> None:
    found = in_degrees(text)
    assert found is not None
    assert not valid_lonlat(*found)


@pytest.mark.parametrize("text", ["4 10", "15 000", "22,114", "470,000"])
def test_two_whole_numbers_may_be_meant_otherwise(text: str) -> None:
    found = typed_position(text)
    assert found is not None
    assert found.plain


@pytest.mark.parametrize(
    "text",
    [
        "",
        "福田口岸",
        "114.0629",
        "114,22,5",
        "10E 22E",
        "5N 6N",
        "-5S 6E",
        "1e2,3",
        "22°61'N 114°E",
        "22.5°31'N 114°E",
        "06:30-22:30",
        "2025-12-22",
        "2019/10/10",
        "750 ha",
        "河套1号",
        "Line 4 and 10",
        "1" + " " * 100_000 + "x",
        "1,2" * 5000,
    ],
)
def test_other_text_is_no_place(text: str) -> None:
    assert typed_position(text) is None


@given(st.text(alphabet=" 0123456789.,;°'\"NSEW+-\t度分秒", max_size=60) | st.text(max_size=40))
def test_any_text_can_be_read(text: str) -> None:
    found = typed_position(text)
    assert found is None or len(found.xy) == 2
