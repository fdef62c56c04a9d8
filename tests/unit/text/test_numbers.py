import pytest
from hypothesis import given
from hypothesis import strategies as st

from hetao_map.text.language import Language
from hetao_map.text.numbers import area, length, metres, number, with_unit

EN, HANS, HANT = Language.EN, Language.ZH_HANS, Language.ZH_HANT
UNITS = {
    "万": 10_000,
    "萬": 10_000,
    "亿": 100_000_000,
    "億": 100_000_000,
    " billion": 1_000_000_000,
}


def value_of(text: str) -> float:
    name = next((name for name in UNITS if text.endswith(name)), "")
    return float(text.removesuffix(name).replace(",", "")) * UNITS.get(name, 1)


@given(st.integers(-(10**15), 10**15), st.sampled_from(list(Language)))
def test_a_whole_figure_loses_nothing(value: int, language: Language) -> None:
    assert value_of(number(value, language)) == pytest.approx(value, rel=1e-12, abs=1e-6)


@given(st.floats(-1e12, 1e12), st.sampled_from(list(Language)))
def test_a_figure_keeps_four_digits_behind_the_point(value: float, language: Language) -> None:
    assert value_of(number(value, language)) == pytest.approx(value, abs=6e-5, rel=1e-12)


@pytest.mark.parametrize(
    ("value", "english", "hans", "hant"),
    [
        (470_000, "470,000", "47万", "47萬"),
        (3_000_000, "3,000,000", "300万", "300萬"),
        (120_000_000_000, "120 billion", "1200亿", "1200億"),
        (12_500_000_000, "12.5 billion", "125亿", "125億"),
        (12_345_678_901, "12,345,678,901", "12,345,678,901", "12,345,678,901"),
        (100_000_000, "100,000,000", "1亿", "1億"),
        (82_035.85, "82,035.85", "82,035.85", "82,035.85"),
        (62_962, "62,962", "62,962", "62,962"),
        (7.2, "7.2", "7.2", "7.2"),
        (0, "0", "0", "0"),
    ],
)
def test_figures_of_the_map(value: float, english: str, hans: str, hant: str) -> None:
    shown = [number(value, language).replace(",", "") for language in (EN, HANS, HANT)]
    assert shown == [text.replace(",", "") for text in (english, hans, hant)]
    assert number(value, EN) == english


@pytest.mark.parametrize(
    ("unit", "language", "shown"),
    [
        ("", EN, "5"),
        ("%", HANS, "5%"),
        ("ha", EN, "5 ha"),
        ("公顷", HANS, "5公顷"),
        ("km", HANS, "5 km"),
    ],
)
def test_units_stand_as_the_language_puts_them(unit: str, language: Language, shown: str) -> None:
    assert with_unit("5", unit, language) == shown


@pytest.mark.parametrize(
    ("value", "english", "chinese"),
    [
        (80, "80 m", "80米"),
        (999, "999 m", "999米"),
        (1500, "1.5 km", "1.5公里"),
        (2e5, "200 km", "200公里"),
    ],
)
def test_lengths_change_to_kilometres(value: float, english: str, chinese: str) -> None:
    assert metres(value, EN) == english
    assert metres(value, HANT) == chinese


@pytest.mark.parametrize(
    ("value", "english", "chinese"),
    [
        (0.0, "0.00 m", "0.00米"),
        (3.267, "3.27 m", "3.27米"),
        (57.34, "57.34 m", "57.34米"),
        (412.34, "412.3 m", "412.3米"),
        (999.96, "1.000 km", "1.000公里"),
        (1234.4, "1.234 km", "1.234公里"),
        (12_345, "12.35 km", "12.35公里"),
        (1_234_567, "1,235 km", "1,235公里"),
    ],
)
def test_measured_lengths(value: float, english: str, chinese: str) -> None:
    assert length(value, Language.EN) == english
    assert length(value, Language.ZH_HANS) == chinese


@pytest.mark.parametrize(
    ("value", "english", "hant"),
    [
        (12.34, "12.3 m²", "12.3平方米"),
        (9_876.5, "9,876 m²", "9,876平方米"),
        (9_999.9, "1.000 ha", "1.000公頃"),
        (890_000, "89.00 ha", "89.00公頃"),
        (3_909_000, "390.9 ha", "390.9公頃"),
        (12_345_678, "12.35 km²", "12.35平方公里"),
    ],
)
def test_measured_areas(value: float, english: str, hant: str) -> None:
    assert area(value, Language.EN) == english
    assert area(value, Language.ZH_HANT) == hant
