"""The three languages of the map."""

from __future__ import annotations

from enum import Enum


class Language(Enum):
    """A language by its BCP 47 tag."""

    ZH_HANS = "zh-Hans"
    ZH_HANT = "zh-Hant"
    EN = "en"

    @property
    def suffix(self) -> str:
        """Return the ending of the columns in this language: name_zh_hans, name_en."""
        return self.value.lower().replace("-", "_")

    @property
    def own_name(self) -> str:
        """Return the language's name in the language itself."""
        return {"zh-Hans": "简体中文", "zh-Hant": "繁體中文（香港）", "en": "English"}[self.value]

    @property
    def other_names(self) -> tuple[str, ...]:
        """Return what speakers of the other languages call it."""
        return {
            "zh-Hans": ("Simplified Chinese", "簡體中文"),
            "zh-Hant": ("Traditional Chinese", "繁体中文"),
            "en": ("英语", "英文", "英語"),
        }[self.value]

    @property
    def colon(self) -> str:
        """Return the colon between a label and what it labels, full width in Chinese."""
        return "：" if self.chinese else ": "

    @property
    def comma(self) -> str:
        """Return what stands between the parts of a list."""
        return "、" if self.chinese else ", "

    def aside(self, text: str) -> str:
        """Return words in brackets as they follow others: half width with a space in English."""
        return f"（{text}）" if self.chinese else f" ({text})"

    @property
    def chinese(self) -> bool:
        """Tell whether numbers count in 万 and 亿."""
        return self is not Language.EN


def language_of_locale(name: str) -> Language:
    """Return the language that suits a locale name such as zh_HK.UTF-8, zh-Hans-CN or de_DE."""
    tag = name.replace("-", "_").split(".")[0].lower()
    parts = tag.split("_")
    if parts[0] not in ("zh", "yue"):
        return Language.EN
    # The script, where it is named, counts more than the place.
    if "hans" in parts or "hant" in parts:
        return Language.ZH_HANT if "hant" in parts else Language.ZH_HANS
    traditional = parts[0] == "yue" or any(p in ("hk", "mo", "tw") for p in parts)
    return Language.ZH_HANT if traditional and "cn" not in parts else Language.ZH_HANS
