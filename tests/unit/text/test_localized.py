from hypothesis import given
from hypothesis import strategies as st

from hetao_map.text.language import Language
from hetao_map.text.localized import LocalizedText, from_columns, same

texts = st.builds(LocalizedText, *[st.sampled_from(["", "河套", "Hetao", "the Loop"])] * 3)


@given(texts, st.sampled_from(list(Language)))
def test_a_text_is_never_lost_for_want_of_a_language(
    text: LocalizedText, language: Language
) -> None:
    assert bool(text.in_(language)) == bool(text)


@given(texts, st.sampled_from(list(Language)))
def test_the_other_names_are_different_ones(text: LocalizedText, language: Language) -> None:
    everything = {text.in_(language), *text.others(language)} - {""}
    assert everything == set(text.as_json().values()) - {""}
    assert text.in_(language) not in text.others(language)
    assert len(text.others(language)) == len(set(text.others(language)))


def test_missing_chinese_comes_from_the_other_script() -> None:
    assert LocalizedText("河套地区", "", "Hetao").in_(Language.ZH_HANT) == "河套地区"


def test_columns_that_are_missing_or_null_are_empty() -> None:
    row = {"name_zh_hans": "福田", "name_en": None}
    assert from_columns(row, "name") == LocalizedText("福田", "", "")


def test_values_are_filled_in_each_language() -> None:
    assert LocalizedText("{n}个", "{n}個", "{n} things").with_values(n=3).en == "3 things"
    assert same("a.gpkg").zh_hant == "a.gpkg"


def test_a_value_in_three_languages_is_filled_in_language_by_language() -> None:
    frame = LocalizedText("甲：{what}", "乙：{what}", "A: {what}")
    filled = frame.with_values(what=LocalizedText("简", "繁", "plain"))
    assert filled == LocalizedText("甲：简", "乙：繁", "A: plain")
