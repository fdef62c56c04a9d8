"""Fonts by language: the same code points have other shapes in Shenzhen and in Hong Kong."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

from hetao_map.text.language import Language

_LATIN = ["Noto Sans", "Segoe UI", "Helvetica Neue", "DejaVu Sans"]
_HANS = ["Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei"]
_HANT = ["Noto Sans CJK HK", "Source Han Sans HK", "PingFang HK", "Microsoft JhengHei"]

# Ligatures and local digits have no code point of their own: a PDF with them cannot be searched.
_FEATURES_OFF = ("liga", "locl")

FAMILIES = {
    Language.ZH_HANS: [*_HANS, *_LATIN],
    Language.ZH_HANT: [*_HANT, *_LATIN],
    Language.EN: [*_LATIN, *_HANS],
}


# Language, size in pixels, bold and italic of the fonts that were asked for.
_made: set[tuple[Language, int, bool, bool]] = set()


def has_chinese_font() -> bool:
    """Tell whether this computer has a font for Chinese; without one its characters are boxes."""
    system = QFontDatabase.WritingSystem
    wanted = (system.SimplifiedChinese, system.TraditionalChinese)
    return any(QFontDatabase.families(one) for one in wanted)


def font(language: Language, size_px: float, *, bold: bool = False, italic: bool = False) -> QFont:
    """Return the map's font of a language; size_px is the height of the em in pixels."""
    size = max(round(size_px), 1)
    _made.add((language, size, bold, italic))
    result = QFont()
    result.setFamilies(FAMILIES[language])
    result.setPixelSize(size)
    result.setBold(bold)
    result.setItalic(italic)
    for feature in _FEATURES_OFF:
        result.setFeature(QFont.Tag(feature), 0)
    result.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return result


def fonts_made() -> list[QFont]:
    """Return the map's fonts that were asked for by now. Any thread."""
    made = _made.copy()
    return [font(lang, size, bold=bold, italic=italic) for lang, size, bold, italic in made]
