"""Each figure of the article of 11 January 2022 stands on a card, with what corrects it."""

import pytest

from hetao_map.model.card import CardValue, InfoCard
from hetao_map.model.dataset import Catalog
from hetao_map.model.feature import FeatureRef
from hetao_map.query.card import facts_of, make_card
from hetao_map.text.dates import well_formed
from hetao_map.text.language import Language

ZONE = "cooperation_zone/hetao_zone"
PARK = "cooperation_zone/shenzhen_park"
BRANCH = "innovation_sites/hkstp_shenzhen_branch"
HOMES = "innovation_sites/talent_community"
RIVER = "shenzhen_river/present_course"
RESERVES = ("ecological_reserves/futian_mangrove", "ecological_reserves/mai_po")

# feature, key, figure, unit, as English shows it, as simplified Chinese begins it
FIGURES = [
    (ZONE, "research_space_in_use", 470_000, "m2", "470,000 m²", "47万平方米"),
    (ZONE, "research_space_2021", 150_000, "m2", "nearly 150,000 m²", "近15万平方米"),
    (ZONE, "research_space_new_2022", 150_000, "m2", "150,000 m²", "15万平方米"),
    (BRANCH, "conversion_space", 20_000, "m2", "20,000 m²", "2万平方米"),
    (ZONE, "research_space_target_2035", 3_000_000, "m2", "over 3,000,000 m²", "超过300万平方米"),
    (HOMES, "talent_land", 170_000, "m2", "170,000 m²", "17万平方米"),
    (HOMES, "talent_housing", 5_000, "home", "nearly 5,000 homes", "近5,000"),
    (ZONE, "youth_bases", 6, "base", "6 bases", "6"),
    (ZONE, "youth_teams_growth", 7.2, "times", "7.2 times", "7.2倍"),
    (ZONE, "youth_hightech_growth", 6, "times", "6 times", "6倍"),
    (ZONE, "projects_high_end", 140, "project", "over 140 projects", "超过140"),
    (ZONE, "major_projects_platforms", 100, "project_platform",
     "over 100 projects and platforms", "超过100"),
    (ZONE, "academicians", 11, "persons", "11 people", "11"),
    (ZONE, "arbitration_institutions", 7, "institution", "7 institutions", "7"),
    (PARK, "supporting_documents", 18, "document", "18 documents", "18份"),
    (PARK, "research_mechanisms", 6, "mechanism", "6 mechanisms", "6"),
    (PARK, "funding_ceiling", 100_000_000, "cny", "up to 100,000,000 yuan", "最高1亿元"),
    *(
        figure
        for reserve in RESERVES
        for figure in (
            (reserve, "reserve_area_together", 750, "ha", "about 750 ha", "约750公顷"),
            (reserve, "bird_species", 380, "species", "over 380 species", "超过380"),
            (reserve, "migratory_birds", 90_000, "bird", "nearly 90,000 birds", "近9万"),
        )
    ),
]  # fmt: skip

# feature, key, what the article says in its own words: not computed with
QUOTATIONS = [
    (RIVER, "river_investment", "1200亿元"),
    (ZONE, "youth_teams_growth", "7.2倍"),
    (PARK, "funding_ceiling", "最高一个亿"),
    *((reserve, "spoonbill_share", "30%以上") for reserve in RESERVES),
]

# feature, key, source, figure: what another source says of the same thing
CORRECTIONS = [
    (BRANCH, "conversion_space", "s45", 31_000),
    (ZONE, "research_space_in_use", "s52", 800_000),
    (ZONE, "youth_bases", "s6", 5),
    (ZONE, "academicians", "s52", 12),
    (ZONE, "projects_high_end", "s51", 150),
    (ZONE, "projects_high_end", "s53", 200),
    (RIVER, "river_investment", "s31", 12_500_000_000),
    (RESERVES[0], "bird_species", "s57", 200),
    (RESERVES[0], "migratory_birds", "s56", 100_000),
]
CENSUS = {"s20": 6.4, "s22": 4.5, "s23": 5.4, "s24": 4.6}


def card_of(catalog: Catalog, path: str, language: Language = Language.EN) -> InfoCard:
    ref = FeatureRef.parse(path)
    return make_card(catalog.dataset_of(ref.layer), catalog.find(ref), language)


def values(card: InfoCard, key: str, source: str) -> list[CardValue]:
    """The statements of one source under a key, those of the year-by-year table left out."""
    sections = [section for section in card.sections if section.id != "series"]
    return [
        value
        for section in sections
        for row in section.rows
        for value in row.values
        if row.key == key and value.source is not None and value.source.id == source
    ]


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: f"{figure[0]}-{figure[1]}")
def test_the_figure_is_on_the_card_with_source_and_date(
    shipped: Catalog, figure: tuple[str, str, float, str, str, str]
) -> None:
    path, key, number, unit, english, chinese = figure
    (value,) = values(card_of(shipped, path), key, "article")
    assert (value.number, value.unit, value.text) == (number, unit, english)
    assert value.as_of in ("2022-01-11", "2021")
    assert value.source.title
    assert value.source.date == "2022-01-11"
    (value,) = values(card_of(shipped, path, Language.ZH_HANS), key, "article")
    assert value.text.startswith(chinese)


@pytest.mark.parametrize(("path", "key", "words"), QUOTATIONS)
def test_the_words_are_quoted(shipped: Catalog, path: str, key: str, words: str) -> None:
    (value,) = values(card_of(shipped, path), key, "article")
    assert words in value.quote
    assert well_formed(value.as_of)


@pytest.mark.parametrize(
    ("path", "key"), [(RIVER, "river_investment"), (RESERVES[0], "spoonbill_share")]
)
def test_what_is_only_quoted_is_no_number_to_compute_with(
    shipped: Catalog, path: str, key: str
) -> None:
    (value,) = values(card_of(shipped, path), key, "article")
    assert value.number is None
    assert value.note


@pytest.mark.parametrize(("path", "key", "source", "number"), CORRECTIONS)
def test_what_corrects_it_stands_under_the_same_key(
    shipped: Catalog, path: str, key: str, source: str, number: float
) -> None:
    card = card_of(shipped, path)
    assert values(card, key, "article")
    (value,) = values(card, key, source)
    assert value.number == number
    assert well_formed(value.as_of)
    assert value.source.title


@pytest.mark.parametrize("path", RESERVES)
def test_the_spoonbill_share_stands_beside_the_census(shipped: Catalog, path: str) -> None:
    card = card_of(shipped, path)
    (row,) = [
        row
        for section in card.sections
        if section.id != "series"
        for row in section.rows
        if row.key == "spoonbill_share"
    ]
    shares = {(value.source.id, value.number): value.as_of for value in row.values}
    for source, share in CENSUS.items():
        assert well_formed(shares[source, share])
    assert ("article", None) in shares
    counted = [value.number for value in row.values if value.number is not None]
    assert max(counted) < 30


@pytest.mark.parametrize("path", RESERVES)
def test_the_census_is_shown_year_by_year(shipped: Catalog, path: str) -> None:
    (series,) = [section for section in card_of(shipped, path).sections if section.id == "series"]
    shares = {
        value.as_of: (value.number, value.source.id)
        for row in series.rows
        if row.key == "spoonbill_share"
        for value in row.values
    }
    assert shares["2021"] == (6.4, "s20")
    assert shares["2025"] == (4.6, "s24")
    assert len(shares) >= 14


def test_the_water_was_of_class_four_in_2020_and_has_become_better(shipped: Catalog) -> None:
    card = card_of(shipped, RIVER)
    (then,) = values(card, "water_class", "article")
    assert (then.text, then.as_of) == ("Class IV", "2020")
    (now,) = values(card, "water_class", "s67")
    assert now.text == "Class III"
    (row,) = [row for row, value in facts_of(card) if value is now]
    assert row.values[0] is now


def test_the_two_reserves_are_not_the_ramsar_site(shipped: Catalog) -> None:
    keys = {
        row.key: value.number
        for row, value in facts_of(card_of(shipped, "ecological_reserves/mai_po_ramsar"))
    }
    assert keys["official_area"] == 1540
    assert "reserve_area_together" not in keys


def test_the_article_gives_no_area_of_the_zone(shipped: Catalog) -> None:
    (area,) = values(card_of(shipped, ZONE), "official_area", "s1")
    assert area.number == 3.89
    assert values(card_of(shipped, ZONE), "official_area", "article") == []


@pytest.mark.parametrize(("key", "count"), [("innovation_fields", 6), ("industry_clusters", 5)])
def test_fields_and_clusters_are_two_lists(shipped: Catalog, key: str, count: int) -> None:
    (value,) = values(card_of(shipped, ZONE), key, "article")
    assert len(value.text.split(";")) == count


def test_the_four_campuses_and_four_ways_are_named(shipped: Catalog) -> None:
    card = card_of(shipped, ZONE, Language.ZH_HANS)
    (campuses,) = values(card, "campuses_2021", "article")
    for name in ("国际生物医药产业园", "香港科学园深圳分园", "河套国创中心", "芯谷"):
        assert name in campuses.text
    (ways,) = values(card, "space_strategies", "article")
    assert all(way in ways.text for way in "租购改建")


def test_every_statement_of_the_article_has_its_date(shipped: Catalog) -> None:
    (dataset,) = shipped.datasets
    undated = [
        (str(ref), fact.key)
        for ref, facts in dataset.knowledge.facts.items()
        for fact in facts
        if fact.source_id == "article" and not well_formed(fact.as_of)
    ]
    assert undated == []
