import dataclasses
import re

import pytest
from shapely import Point

from hetao_map.model.card import CardRow, InfoCard
from hetao_map.model.dataset import Catalog
from hetao_map.model.feature import FeatureRef
from hetao_map.model.knowledge import (
    Alias,
    Event,
    Fact,
    FactLabel,
    Knowledge,
    SeriesValue,
    Source,
)
from hetao_map.query.card import facts_of, make_card
from hetao_map.text import words
from hetao_map.text.language import Language
from hetao_map.text.localized import LocalizedText, same
from tests.layers import make_catalog, make_layer

REF = FeatureRef("things", "a")
AREA = FactLabel("area", "figures", 5, LocalizedText("面积", "面積", "Area"))
SOURCE = Source("s1", "A page", "A publisher", "2023-09", "https://example.org")
KNOWN = Knowledge(
    labels={"area": AREA, "owner": FactLabel("owner", "overview", 1, same("Owner"))},
    units={"m2": LocalizedText("平方米", "平方米", "m²")},
    sources={"s1": SOURCE},
)


def card_of(
    knowledge: Knowledge = KNOWN, language: Language = Language.EN, **attributes: object
) -> InfoCard:
    columns = {
        "id": "a",
        "name_en": "Thing",
        "name_zh_hans": "物",
        "name_zh_hant": "物",
    } | attributes
    layer = make_layer([Point(835000, 841000)], **{k: (v,) for k, v in columns.items()})
    dataset = make_catalog(layer, knowledge=knowledge).datasets[0]
    return make_card(dataset, dataset.find(REF), language)


def with_facts(*facts: Fact) -> Knowledge:
    return dataclasses.replace(KNOWN, facts={REF: facts})


def area(number: float | None = 470_000, **more: object) -> Fact:
    return Fact("area", LocalizedText(), number, unit="m2", source_id="s1", **more)


def only_row(card: InfoCard) -> CardRow:
    (section,) = card.sections
    (row,) = section.rows
    return row


@pytest.mark.parametrize(
    ("fact", "english", "chinese"),
    [
        (area(), "470,000 m²", "47万平方米"),
        (area(precision="about"), "about 470,000 m²", "约47万平方米"),
        (area(precision="over"), "over 470,000 m²", "超过47万平方米"),
        (area(5, number_to=7.5), "5–7.5 m²", "5–7.5平方米"),
        (Fact("area", same("24/7")), "24/7", "24/7"),
        (Fact("area", LocalizedText()), "not known", "不详"),
        (Fact("area", same("Phase 1"), 2, unit="other"), "Phase 1 2 other", "Phase 1 2 other"),
    ],
)
def test_a_figure_reads_as_the_language_writes_it(fact: Fact, english: str, chinese: str) -> None:
    knowledge = with_facts(fact)
    assert only_row(card_of(knowledge)).values[0].text == english
    assert only_row(card_of(knowledge, Language.ZH_HANS)).values[0].text == chinese


def test_each_figure_has_source_date_note_and_validity() -> None:
    fact = area(as_of="2023-09", note=same("a note"), quote="words", valid_from="2022")
    (value,) = only_row(card_of(with_facts(fact))).values
    assert value.source == SOURCE
    assert (value.as_of, value.as_of_text) == ("2023-09", "September 2023")
    assert (value.note, value.quote, value.valid) == ("a note", "words", "since 2022")
    assert (value.number, value.unit) == (470_000, "m2")


def test_statements_of_one_key_stand_together_the_newest_first() -> None:
    facts = [area(n, as_of=date) for n, date in ((1, "2021"), (2, "2023-09"), (3, ""), (4, "2022"))]
    row = only_row(card_of(with_facts(*facts)))
    assert [value.number for value in row.values] == [2, 4, 1, 3]


def test_rows_stand_by_section_and_position() -> None:
    fact = Fact("owner", same("Somebody"))
    unknown = Fact("odd_key", same("Something"))
    card = card_of(with_facts(unknown, area(), fact))
    rows = [(section.id, row.label) for section in card.sections for row in section.rows]
    assert rows == [("overview", "Owner"), ("figures", "Area"), ("other", "odd key")]


def test_a_source_that_is_not_in_the_file_is_named_by_its_id() -> None:
    fact = dataclasses.replace(area(), source_id="s99")
    assert only_row(card_of(with_facts(fact))).values[0].source == Source("s99", "s99")


def test_a_series_shows_its_categories_by_period_the_newest_first() -> None:
    def value(period: str, category: str, number: float) -> SeriesValue:
        return SeriesValue("area", period, category, number, "m2", "exact", "s1", same(""))

    series = (value("2020", "world", 1), value("2021", "world", 2), value("2021", "deep_bay", 3))
    (section,) = card_of(dataclasses.replace(KNOWN, series={REF: series})).sections
    assert section.id == "series"
    shown = [(row.label, [value.text for value in row.values]) for row in section.rows]
    assert shown == [
        ("Area · 2021", ["World 2 m²", "Deep Bay 3 m²"]),
        ("Area · 2020", ["World 1 m²"]),
    ]


def test_events_are_rows_named_by_their_dates() -> None:
    event = Event("2021-09-06", same("Signed"), same("a note"), "s1")
    row = only_row(card_of(dataclasses.replace(KNOWN, events={REF: (event,)})))
    assert (row.label, row.values[0].text, row.values[0].source) == (
        "6 September 2021", "Signed", SOURCE
    )  # fmt: skip


def test_the_head_tells_name_kind_status_and_position() -> None:
    card = card_of(
        kind="port",
        status="planned",
        accuracy_m=400,
        position_note="schematic",
        summary_en="Short.",
        source_id="s1",
    )
    assert (card.title, card.other_names) == ("Thing", ("物",))
    assert (card.kind, card.status, card.status_text) == ("Land port", "planned", "Planned")
    assert card.schematic
    assert card.position == "Schematic position, about ±400 m"
    assert (card.summary, card.source, card.layer_title) == ("Short.", SOURCE, "Things")


def test_other_names_are_those_of_the_language() -> None:
    aliases = (Alias("Loop", "en"), Alias("河套", "zh-Hant"), Alias("A", ""), Alias("Loop", "en"))
    assert card_of(dataclasses.replace(KNOWN, aliases={REF: aliases})).aliases == ("Loop", "A")


def test_columns_of_other_files_become_rows() -> None:
    layer = make_layer(
        [Point(835000, 841000)], NAME=("Tower",), height=(3,), photo=(b"abc",), x=(None,)
    )
    dataset = make_catalog(layer).datasets[0]
    card = make_card(dataset, layer.feature(0), Language.EN)
    assert card.title == "Tower"
    assert [(row.label, value.text) for row, value in facts_of(card)] == [
        ("NAME", "Tower"), ("height", "3"), ("photo", "(3 bytes)")
    ]  # fmt: skip


def test_a_feature_without_a_name_has_a_title() -> None:
    nameless = {"name_en": None, "name_zh_hans": None, "name_zh_hant": None}
    assert card_of(**nameless, kind="pond").title == "Ponds and gei wai"
    assert card_of(**nameless).title == "Unnamed"


@pytest.mark.parametrize("language", list(Language))
def test_every_card_of_the_map_that_ships_is_in_words(shipped: Catalog, language: Language) -> None:
    codes = set()
    for dataset in shipped.datasets:
        for layer in dataset.layers:
            for row in layer.positions_of_row:
                card = make_card(dataset, layer.feature(row), language)
                texts = [card.title, card.kind, card.status_text, card.position]
                texts += [section.title for section in card.sections]
                texts += [text for row, value in facts_of(card) for text in (row.label, value.text)]
                codes |= {text for text in texts if re.search(r"[a-z]_[a-z]", text)}
    assert codes == set()


def test_every_category_of_a_series_has_words(shipped: Catalog) -> None:
    (dataset,) = shipped.datasets
    values = (value for found in dataset.knowledge.series.values() for value in found)
    assert {value.category for value in values} - {""} <= set(words.SERIES_CATEGORY)


def test_every_statement_of_the_map_that_ships_has_a_source_of_the_file(shipped: Catalog) -> None:
    (dataset,) = shipped.datasets
    missing = [
        (str(ref), fact.key)
        for ref, facts in dataset.knowledge.facts.items()
        for fact in facts
        if fact.source_id not in dataset.knowledge.sources
    ]
    assert missing == []
