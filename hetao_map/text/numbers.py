"""Figures as each language writes them: 470,000 m² in English, 47万平方米 in Chinese."""

from __future__ import annotations

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
