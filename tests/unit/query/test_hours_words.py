import pytest

from hetao_map.query.hours_words import hours_in_words
from hetao_map.text.language import Language

EN, HANT = Language.EN, Language.ZH_HANT


@pytest.mark.parametrize(
    ("hours", "language", "said"),
    [
        ("24/7", EN, "24 hours a day"),
        ("24/7", Language.ZH_HANS, "全天24小时"),
        ("off", HANT, "關閉"),
        ("06:30-22:30", EN, "06:30–22:30 daily"),
        ("06:30-22:30", HANT, "每日06:30–22:30"),
        ("08:00-12:00,14:00-18:00", EN, "08:00–12:00, 14:00–18:00 daily"),
        ("Mo-Fr 08:00-18:00; Sa,PH off", EN, "Mon–Fri 08:00–18:00; Sat, public holidays closed"),
        ("Mo-Fr 08:00-18:00", HANT, "星期一至星期五 08:00–18:00"),
    ],
)
def test_hours_are_said_in_words(hours: str, language: Language, said: str) -> None:
    assert hours_in_words(hours, language) == said


@pytest.mark.parametrize("hours", ["sunrise-sunset", "Mo[1] 08:00+", "week 1-10 off", "<b>"])
def test_a_rarer_form_stays_as_it_is_written(hours: str) -> None:
    assert hours_in_words(hours, EN) == hours
