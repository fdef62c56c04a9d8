"""Fonts by language: the same code points have other shapes in Shenzhen and in Hong Kong."""

from __future__ import annotations

from PySide6.QtGui import QFont

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


def font(language: Language, size_px: float, *, bold: bool = False, italic: bool = False) -> QFont:
    """Return the map's font of a language; size_px is the height of the em in pixels."""
    result = QFont()
    result.setFamilies(FAMILIES[language])
    result.setPixelSize(max(round(size_px), 1))
    result.setBold(bold)
    result.setItalic(italic)
    for feature in _FEATURES_OFF:
        result.setFeature(QFont.Tag(feature), 0)
    result.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return result
