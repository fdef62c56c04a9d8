"""Dates, figures and compounds stay in one line where text is painted."""

import pytest

from hetao_map.text.line_keeping import capital, kept


def plain(text: str) -> str:
    """The letters that were put in place of others, as they were."""
    return text.replace("\u2060", "").replace("\u00a0", " ").replace("\u2011", "-")


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("来源：指南 · 本地宝 · 2023年4月20日", ["来源：指南·", "本地宝·", "2023年4月20日"]),
        (
            "Source: Guide · am730 · 22 October 2025",
            ["Source:", "Guide·", "am730·", "22October2025"],
        ),
        ("190 m north-east", ["190m", "north-east"]),
        ("Shenzhen-Hong Kong Co-operation Zone", ["Shenzhen-Hong", "Kong", "Co-operation", "Zone"]),
    ],
)
def test_what_belongs_together_is_not_broken(text: str, pieces: list[str]) -> None:
    found = [plain(piece).replace(" ", "") for piece in kept(text).split(" ")]
    assert found == pieces
    assert plain(kept(text)) == text


def test_a_chinese_date_has_no_place_to_break() -> None:
    date = "2023年4月20日"
    assert kept(date) == "\u2060".join(date)


def test_only_compounds_lose_their_hyphen() -> None:
    assert "\u2011" not in kept("Shenzhen-Hong Kong")
    assert kept("Co-operation") == "Co\u2011operation"


def test_words_that_stand_alone_have_a_capital() -> None:
    assert [capital(words) for words in ("open all day", "e-Channels", "開放", "")] == [
        "Open all day", "e-Channels", "開放", "",
    ]  # fmt: skip
