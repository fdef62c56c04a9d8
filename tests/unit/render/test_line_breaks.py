import pytest
from PySide6.QtGui import QFontMetricsF

from hetao_map.render.fonts import font
from hetao_map.render.line_breaks import broken
from hetao_map.text.language import Language


def lines(text: str, width: float, language: Language = Language.EN) -> list[str]:
    return broken(text, QFontMetricsF(font(language, 10)), width)


@pytest.mark.parametrize(
    ("text", "joint"),
    [("International Biomedical Industrial Park, Phase 2", " "), ("河套深港科技创新合作区", "")],
)
def test_lines_hold_all_of_the_text_and_are_of_like_length(qapp, text: str, joint: str) -> None:
    found = lines(text, 90)
    assert len(found) > 1
    assert joint.join(found) == text
    metrics = QFontMetricsF(font(Language.EN, 10))
    widths = [metrics.horizontalAdvance(line) for line in found]
    assert max(widths) < 1.6 * sum(widths) / len(widths)


def test_a_short_text_stays_on_its_line(qapp) -> None:
    assert lines("Hetao One", 200) == ["Hetao One"]


def test_compounds_break_after_their_hyphen_and_short_ones_do_not(qapp) -> None:
    assert lines("Guangdong-Macao", 55) == ["Guangdong-", "Macao"]
    assert lines("e-Station", 20) == ["e-Station"]


def test_no_line_begins_with_a_closing_mark(qapp) -> None:
    for width in range(12, 120, 4):
        for line in lines("国际生物医药产业园（二期）「芯谷」核心", width, Language.ZH_HANS):
            assert line[0] not in "）」"
            assert line[-1] not in "（「"


def test_latin_words_in_a_chinese_name_stay_whole(qapp) -> None:
    found = lines("UNI香港青年创业空间", 40, Language.ZH_HANS)
    assert found[0].startswith("UNI")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("国际生物医药产业园（二期）", ["国际", "生物", "医药", "产业园", "（二期）"]),
        ("「灣區芯谷」集成電路產業園核心啟動樓", ["「灣區", "集成電路", "產業園", "核心"]),
        (
            "大湾区国际仲裁中心交流合作平台",
            ["大湾区", "国际", "仲裁", "中心", "交流", "合作", "平台"],
        ),
    ],
)
def test_no_line_ends_within_a_chinese_word(qapp, name: str, words: list[str]) -> None:
    language = Language.ZH_HANS
    for width in (60, 80, 100):
        found = lines(name, width, language)
        assert "".join(found) == name
        assert all(any(word in line for line in found) for word in words)
        assert min(map(len, found)) > 1
