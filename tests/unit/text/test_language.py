import pytest

from hetao_map.text.language import Language, language_of_locale


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ("zh_CN.UTF-8", Language.ZH_HANS),
        ("zh", Language.ZH_HANS),
        ("zh-Hans-HK", Language.ZH_HANS),
        ("zh_HK", Language.ZH_HANT),
        ("zh_TW.Big5", Language.ZH_HANT),
        ("zh-Hant-CN", Language.ZH_HANT),
        ("yue_HK", Language.ZH_HANT),
        ("en_GB", Language.EN),
        ("de_DE", Language.EN),
        ("C", Language.EN),
        ("", Language.EN),
    ],
)
def test_the_language_suits_the_locale(locale: str, language: Language) -> None:
    assert language_of_locale(locale) is language


def test_columns_end_in_the_language() -> None:
    assert [language.suffix for language in Language] == ["zh_hans", "zh_hant", "en"]
