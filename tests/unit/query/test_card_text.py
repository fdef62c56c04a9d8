from shapely import Point

from hetao_map.model.card import CardRow, CardValue, InfoCard
from hetao_map.model.dataset import Catalog
from hetao_map.model.feature import FeatureRef
from hetao_map.model.knowledge import Source
from hetao_map.query.card import facts_of, make_card
from hetao_map.query.card_text import card_text, value_details
from hetao_map.query.source_text import source_details, source_line
from hetao_map.text.language import Language
from tests.layers import make_catalog, make_layer

EN = Language.EN


def shipped_card(shipped: Catalog, path: str, language: Language = EN) -> InfoCard:
    ref = FeatureRef.parse(path)
    return make_card(shipped.dataset_of(ref.layer), shipped.find(ref), language)


def test_all_that_a_card_shows_stands_in_its_text(shipped: Catalog) -> None:
    for language in Language:
        card = shipped_card(shipped, "ecological_reserves/mai_po", language)
        text = card_text(card, language)
        assert card.title == text.splitlines()[0]
        for row, value in facts_of(card):
            for part in (row.label, value.text, value.note, value.quote, value.valid):
                assert part in text


def test_each_figure_is_followed_by_its_source(shipped: Catalog) -> None:
    card = shipped_card(shipped, "cooperation_zone/hetao_zone")
    lines = [line.strip() for line in card_text(card, EN).splitlines()]
    assert sum(line.startswith("Source: ") for line in lines) >= len(facts_of(card))


def test_a_statement_lists_quotation_note_validity_and_source() -> None:
    value = CardValue(
        "5", note="a note", quote="words", valid="since 2022", source_text="Source: A page"
    )
    assert value_details(value, EN) == [
        "In the article’s words: “words”",
        "a note",
        "Valid: since 2022",
        "Source: A page",
    ]
    assert value_details(CardValue("5"), EN) == []


def test_a_source_tells_when_it_was_published_and_what_it_is_true_of() -> None:
    source = Source("s1", "A page", "A publisher", "2023-09")
    line = source_line(source, "August 2023", EN)
    assert "September 2023" in line
    assert "August 2023" in line
    assert source_line(source, "September 2023", EN).count("2023") == 1


def test_a_source_without_a_date_says_so() -> None:
    assert source_line(Source("s1", "A page"), "", EN) == "Source: A page · date not known"
    assert source_line(Source("s1"), "", EN).startswith("Source: s1")


def test_a_source_in_full_names_what_is_known_of_it() -> None:
    source = Source("s1", "A page", "A publisher", "2023-09", "https://example.org", "CC BY 4.0")
    assert source_details(source, EN) == (
        ("Source", "A page"),
        ("Publisher", "A publisher"),
        ("Date", "September 2023"),
        ("Licence", "CC BY 4.0"),
    )
    assert source_details(Source("s1"), EN) == (("Source", "s1"), ("Date", "date not known"))


def test_a_card_without_facts_is_a_head() -> None:
    layer = make_layer([Point(835000, 841000)], id=("a",), name_en=("Thing",))
    card = make_card(make_catalog(layer).datasets[0], layer.feature(0), EN)
    lines = card_text(card, EN).splitlines()
    assert lines[0] == "Thing"
    assert lines[-1].startswith("  ") or "Coordinates" in lines[-1]


def test_a_row_holds_its_values_below_its_label() -> None:
    row = CardRow("area", "Area", (CardValue("5 ha"), CardValue("6 ha")))
    assert [value.text for value in row.values] == ["5 ha", "6 ha"]


def test_what_is_own_work_is_called_so_in_each_language() -> None:
    own = Source("own", "Own work of this project", "Hetao Map")
    assert source_line(own, "", Language.ZH_HANT).startswith("來源：本項目自行整理 · 河套地圖")
    assert dict(source_details(own, Language.ZH_HANS))["来源"] == "本项目自行整理"
    other = Source("s1", "Own work")
    assert "Own work" in source_line(other, "", Language.ZH_HANS)
