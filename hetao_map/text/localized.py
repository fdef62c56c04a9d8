"""A text in three languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from hetao_map.text.language import Language

_ORDER = {
    Language.ZH_HANS: ("zh_hans", "zh_hant", "en"),
    Language.ZH_HANT: ("zh_hant", "zh_hans", "en"),
    Language.EN: ("en", "zh_hant", "zh_hans"),
}


@dataclass(frozen=True, slots=True)
class LocalizedText:
    """One meaning in three languages; a language that is missing is an empty string."""

    zh_hans: str = ""
    zh_hant: str = ""
    en: str = ""

    def __bool__(self) -> bool:
        return bool(self.zh_hans or self.zh_hant or self.en)

    def in_(self, language: Language) -> str:
        """Return the text in the language, else in the nearest one that has it."""
        return next((text for name in _ORDER[language] if (text := getattr(self, name))), "")

    def as_json(self) -> dict[str, str]:
        """Return the three texts by language tag."""
        return {"zh-Hans": self.zh_hans, "zh-Hant": self.zh_hant, "en": self.en}

    def others(self, language: Language) -> tuple[str, ...]:
        """Return the texts of the other languages that differ from the one shown."""
        shown = self.in_(language)
        texts = (getattr(self, name) for name in _ORDER[language])
        return tuple(dict.fromkeys(text for text in texts if text and text != shown))

    def with_values(self, **values: object) -> LocalizedText:
        """Return the text with {names} replaced; a value may itself be in three languages."""

        def fill(name: str) -> str:
            words = {
                key: getattr(value, name) if isinstance(value, LocalizedText) else value
                for key, value in values.items()
            }
            return str(getattr(self, name).format(**words))

        return LocalizedText(fill("zh_hans"), fill("zh_hant"), fill("en"))


def same(text: str) -> LocalizedText:
    """Return a text that reads alike in each language, such as a file's name."""
    return LocalizedText(text, text, text)


def from_columns(row: Mapping[str, object], stem: str) -> LocalizedText:
    """Return the text of the columns stem_zh_hans, stem_zh_hant and stem_en of a row."""
    values = (row.get(f"{stem}_{name}") for name in ("zh_hans", "zh_hant", "en"))
    return LocalizedText(*("" if value is None else str(value) for value in values))
