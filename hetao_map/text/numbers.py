"""Figures as each language writes them: 470,000 m² in English, 47万平方米 in Chinese."""

from __future__ import annotations

import math

from hetao_map.text.language import Language

# What a large figure may be counted in, the largest first.
_COUNTED_IN = {
    Language.ZH_HANS: ((100_000_000, "亿"), (10_000, "万")),
    Language.ZH_HANT: ((100_000_000, "億"), (10_000, "萬")),
    Language.EN: ((1_000_000_000, " billion"),),
}


def number(value: float, language: Language) -> str:
    """Return the figure as the language writes it, with no more digits than it has."""
    for unit, name in _COUNTED_IN[language]:
        counted = round(value / unit, 4)
        # Only where it loses nothing and stays short.
        if abs(value) >= unit and abs(counted * unit - value) < 1e-6 and _digits(counted) <= 2:
            return _grouped(counted) + name
    return _grouped(value)


def _digits(value: float) -> int:
    text = repr(value)
    return 0 if text.endswith(".0") else len(text.partition(".")[2])


def _grouped(value: float) -> str:
    if value == int(value):
        return f"{int(value):,}"
    return f"{value:,.4f}".rstrip("0").rstrip(".")


def with_unit(figure: str, unit: str, language: Language) -> str:
    """Return figure and unit joined as the language does; no space in Chinese or before %."""
    if not unit:
        return figure
    if unit.startswith("%"):
        return figure + unit
    latin = unit[0].isascii()
    return f"{figure} {unit}" if language is Language.EN or latin else f"{figure}{unit}"


def metres(value: float, language: Language) -> str:
    """Return a length as metres or kilometres with a sensible number of digits."""
    if round(value) >= 1000:
        figure = _grouped(round(value / 1000, 1 if value < 100_000 else 0))
        return with_unit(figure, "km" if language is Language.EN else "公里", language)
    return with_unit(_grouped(round(value)), "m" if language is Language.EN else "米", language)


def length(value: float, language: Language) -> str:
    """Return a measured length in metres or kilometres, with four digits that count."""
    english = language is Language.EN
    if value < 999.95:
        return with_unit(_of_four_digits(value, 2), "m" if english else "米", language)
    return with_unit(_of_four_digits(value / 1000, 3), "km" if english else "公里", language)


_AREA_UNITS = (
    (1_000_000.0, {Language.ZH_HANS: "平方公里", Language.ZH_HANT: "平方公里", Language.EN: "km²"}),
    (10_000.0, {Language.ZH_HANS: "公顷", Language.ZH_HANT: "公頃", Language.EN: "ha"}),
    (1.0, {Language.ZH_HANS: "平方米", Language.ZH_HANT: "平方米", Language.EN: "m²"}),
)
# Parks and reserves are told in hectares up to this size, larger ones in square kilometres.
_MOST_HECTARES_M2 = 10_000_000


def area(value: float, language: Language) -> str:
    """Return a measured area in square metres, hectares or square kilometres, with four digits
    that count.
    """
    least = 1_000_000 if value >= _MOST_HECTARES_M2 else 10_000 if value >= 9_999.5 else 1
    unit, names = next((size, names) for size, names in _AREA_UNITS if size == least)
    decimals = 1 if unit == 1 else 3
    return with_unit(_of_four_digits(value / unit, decimals), names[language], language)


def _of_four_digits(value: float, most_decimals: int) -> str:
    """Return a figure with as many decimals as leave it four digits; whole parts stay whole."""
    # Rounded first: 9.9999 has two digits before the point.
    rounded = float(f"{max(value, 1e-9):.4g}")
    decimals = min(max(3 - math.floor(math.log10(rounded)), 0), most_decimals)
    return f"{value:,.{decimals}f}"
