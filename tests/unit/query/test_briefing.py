"""What a briefing says: all that is known, once, with who says it."""

import datetime as dt
from collections import Counter
from pathlib import Path

import pytest

from hetao_map.data.open import open_files
from hetao_map.model.briefing import Briefing, Cited, Section, Table, Wish
from hetao_map.model.dataset import Catalog
from hetao_map.model.errors import NotFoundError
from hetao_map.model.feature import FeatureRef
from hetao_map.model.when import catalog_at
from hetao_map.query.area import ring_of_box, rings_of, subject_of_area, subject_of_features
from hetao_map.query.briefing import make_briefing
from hetao_map.query.briefing_frame import left_out
from hetao_map.query.wording import fact_value, label_of
from hetao_map.text import briefings as words
from hetao_map.text import dates
from hetao_map.text.language import Language
from tests.files import points, write_geopackage

EVERYWHERE = (113.8, 22.3, 114.3, 22.7)
FUTIAN = FeatureRef("ports", "futian_port")
PARK = FeatureRef("cooperation_zone", "hong_kong_park")
EVENING = dt.datetime(2026, 10, 1, 22, 10)


def of_features(catalog: Catalog, *refs: FeatureRef, **wish: object) -> Briefing:
    return make_briefing(catalog, subject_of_features(catalog, refs)[0], Wish(**wish))


def of_box(catalog: Catalog, *box: float, **wish: object) -> Briefing:
    rings = rings_of(ring_of_box(*box), catalog.map_epsg)
    return make_briefing(catalog, subject_of_area(catalog, rings)[0], Wish(**wish))


def section(briefing: Briefing, title: object, language: Language = Language.EN) -> Section:
    return next(s for s in briefing.sections if s.title == title.in_(language))


def lines(briefing: Briefing) -> list[Cited]:
    parts = [part for s in briefing.sections for part in s.parts]
    return [
        line
        for part in parts
        for line in (*part.paragraphs, *(one for row in part.rows for cell in row for one in cell))
    ]


@pytest.fixture(scope="module", params=list(Language), ids=lambda language: language.value)
def everything(request: pytest.FixtureRequest, shipped: Catalog) -> Briefing:
    return of_box(shipped, *EVERYWHERE, language=request.param, moment=EVENING)


def test_each_fact_of_the_file_stands_in_it_once(shipped: Catalog, everything: Briefing) -> None:
    """A fact is label, value, who says so and of when; the same from two sources is two facts."""
    language, knowledge = everything.language, shipped.datasets[0].knowledge
    number_of = {note.full: note.number for note in everything.notes}
    titles = {note.number: note for note in everything.notes}
    assert len(number_of) == len(titles)
    told = Counter()
    for part in (part for s in everything.sections for part in s.parts):
        if part.table is not Table.FIGURES:
            continue
        label = ""
        for heads, value, who in part.rows:
            label = heads[0].text if heads else label
            for each in who:
                told[part.title, label, value[0].text] += len(each.notes)
    facts = Counter()
    for ref, stated in knowledge.facts.items():
        feature = shipped.find(ref)
        assert feature is not None, ref
        for fact in stated:
            label = label_of(knowledge, fact.key).label.in_(language)
            value = fact_value(knowledge, fact, language).text
            facts[feature.name.in_(language), label, value] += 1
    assert sum(facts.values()) == 396
    assert told == facts


def test_each_number_has_its_note_and_each_note_its_number(everything: Briefing) -> None:
    numbers = [note.number for note in everything.notes]
    assert numbers == list(range(1, len(numbers) + 1))
    assert everything.cited() == set(numbers)
    assert all(note.short and note.full for note in everything.notes)


def test_each_event_stands_in_it_once(shipped: Catalog, everything: Briefing) -> None:
    events = {e for listed in shipped.datasets[0].knowledge.events.values() for e in listed}
    (part,) = section(everything, words.EVENTS, everything.language).parts
    told = [(row[0][0].text, row[1][0].text) for row in part.rows]
    assert sorted(told) == sorted(
        (dates.date(e.date, everything.language), e.title.in_(everything.language)) for e in events
    )


def test_sources_that_differ_are_both_shown(shipped: Catalog) -> None:
    figures = section(of_features(shipped, PARK), words.KEY_FIGURES).parts[0]
    area = next(n for n, row in enumerate(figures.rows) if row[0] and row[0][0].text == "Area")
    said = [(row[1][0].text, row[2][0].text) for row in figures.rows[area : area + 3]]
    assert said == [
        ("87 ha", "19 June 2025"),
        ("87 ha", "8 August 2023"),
        ("87.7 ha", "date not known"),
    ]
    assert [row[0] for row in figures.rows[area + 1 : area + 3]] == [(), ()]


def test_the_state_of_a_port_is_told_for_the_moment_asked(shipped: Catalog) -> None:
    at_night = section(of_features(shipped, FUTIAN, moment=EVENING), words.OPENING_HOURS)
    part = at_night.parts[0]
    assert part.table is Table.HOURS_NOW
    passengers = [cell[0].text for cell in part.rows[0]]
    assert passengers[:3] == ["passengers", "06:30–22:30 daily", "closing soon, at 22:30"]
    assert any("National Day" in line.text for p in at_night.parts for line in p.paragraphs)
    without = section(of_features(shipped, FUTIAN), words.OPENING_HOURS).parts[0]
    assert without.table is Table.HOURS
    assert [cell[0].text for cell in without.rows[0]][:2] == passengers[:2]


def test_ways_and_what_is_near_are_told(shipped: Catalog) -> None:
    nearest, ways = section(of_features(shipped, FUTIAN), words.WAYS).parts
    found = {row[0][0].text: row[2][0].text for row in nearest.rows}
    assert found["Futian Checkpoint"] == "40 m north-west"
    walk = next(row for row in ways.rows if "Futian Checkpoint" in row[0][0].text)
    assert [cell[0].text for cell in walk[:3]] == [
        "Futian Port ↔ Futian Checkpoint",
        "On foot",
        "about 5 min (3–10)",
    ]
    assert walk[2][1] == Cited("estimate", soft=True)


def test_a_day_leaves_out_what_came_later(shipped: Catalog) -> None:
    then = catalog_at(shipped, "2010-06-01")
    briefing = of_features(then, FUTIAN, date="2010-06-01")
    events = [row[0][0].text for row in section(briefing, words.EVENTS).parts[0].rows]
    assert events == ["15 August 2007"]
    told = [line.text for line in lines(briefing)]
    assert not any("2022" in text or "2025" in text for text in told if "edition" not in text)


@pytest.mark.parametrize(
    ("refs", "title"),
    [
        ([FUTIAN], "Futian Port"),
        ([FUTIAN, FeatureRef("ports", "huanggang_port")], "Futian Port, Huanggang Port"),
        (
            [FUTIAN, FeatureRef("ports", "huanggang_port"), PARK],
            "Futian Port, Huanggang Port and 1 more",
        ),
    ],
)
def test_it_is_called_by_what_was_chosen(shipped: Catalog, refs: list, title: str) -> None:
    assert of_features(shipped, *refs).title == title
    assert of_features(shipped, *refs, title=" My own ").title == "My own"


def test_the_edition_of_the_data_is_named(shipped: Catalog) -> None:
    briefing = of_features(shipped, FUTIAN)
    assert shipped.datasets[0].edition == "2026-03-31"
    assert "Data edition of 31 March 2026" in briefing.edition
    assert any("edition of 31 March 2026" in line.text for line in lines(briefing))


def test_where_nothing_lies_nothing_is_made(shipped: Catalog) -> None:
    with pytest.raises(NotFoundError, match="nothing in that area"):
        of_box(shipped, 100, 10, 100.1, 10.1)
    early = catalog_at(shipped, "1950-01-01")
    with pytest.raises(NotFoundError, match="on 1 January 1950"):
        of_box(early, 114.0780, 22.5220, 114.0782, 22.5222, date="1950-01-01")


def test_a_file_of_others_is_told_by_its_attributes(tmp_path: Path) -> None:
    catalog = open_files([write_geopackage(tmp_path / "places.gpkg", places=points(3))])
    briefing = of_box(catalog, 114.0, 22.4, 114.1, 22.6)
    titles = [part.title for part in section(briefing, words.KEY_FIGURES).parts]
    assert sorted(titles) == ["place 0", "place 1", "place 2"]
    assert briefing.notes == ()
    lacking = [sentence.en for sentence in left_out(catalog, briefing.subject)]
    assert len(lacking) == 3
    assert all("places.gpkg" in sentence for sentence in lacking)
    told = [line.text for line in lines(briefing)]
    assert all(sentence in told for sentence in lacking)
    (listed,) = section(briefing, words.FEATURES).parts
    assert listed.heads == ("Name",)
    assert section(briefing, words.KEY_FIGURES).parts[0].heads == ("Figure", "Value")


def test_a_file_that_is_not_spoken_of_lacks_nothing(shipped_path: Path, tmp_path: Path) -> None:
    other = write_geopackage(tmp_path / "places.gpkg", places=points(3))
    catalog = open_files([shipped_path, other])
    assert left_out(catalog, subject_of_features(catalog, [FUTIAN])[0]) == ()
