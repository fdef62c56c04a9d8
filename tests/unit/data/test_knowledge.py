from pathlib import Path

import pytest

from hetao_map.data.connection import opened
from hetao_map.data.knowledge import read_knowledge
from hetao_map.model.feature import FeatureRef
from hetao_map.model.knowledge import Knowledge
from tests.files import execute, points, write_geopackage

REF = FeatureRef("places", "a")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return write_geopackage(tmp_path / "places.gpkg", places=points(1))


def known(path: Path) -> Knowledge:
    with opened(path) as connection:
        return read_knowledge(connection)


def test_a_file_of_others_knows_nothing(path: Path) -> None:
    knowledge = known(path)
    assert not any((knowledge.facts, knowledge.sources, knowledge.labels, knowledge.hours))


def test_facts_come_by_feature_in_their_order(path: Path) -> None:
    execute(
        path,
        "CREATE TABLE fact (layer, feature_id, key, position, number, unit, value_en, source_id)",
        "INSERT INTO fact VALUES ('places', 'a', 'second', 2, 5, 'ha', NULL, 's1')",
        "INSERT INTO fact VALUES ('places', 'a', 'first', 1, NULL, NULL, 'words', 's1')",
        "INSERT INTO fact VALUES ('places', 'b', 'other', 1, NULL, NULL, 'else', NULL)",
    )
    first, second = known(path).facts[REF]
    assert (first.key, first.text.en, first.number) == ("first", "words", None)
    assert (second.key, second.number, second.unit, second.precision) == (
        "second",
        5,
        "ha",
        "exact",
    )


@pytest.mark.parametrize("value", ["9e999", "-9e999", "'many'", "x'00'"])
def test_a_number_that_is_none_is_not_known(path: Path, value: str) -> None:
    execute(
        path,
        "CREATE TABLE fact (layer, feature_id, key, position, number, number_to)",
        f"INSERT INTO fact VALUES ('places', 'a', 'size', {value}, {value}, {value})",
    )
    (fact,) = known(path).facts[REF]
    assert (fact.number, fact.number_to) == (None, None)


def test_events_stand_with_each_feature_in_order_of_time(path: Path) -> None:
    execute(
        path,
        "CREATE TABLE event (id, date, title_en)",
        "CREATE TABLE event_feature (event_id, layer, feature_id)",
        "INSERT INTO event VALUES ('late', '2023', 'Later'), ('early', '2019-06', 'Earlier')",
        "INSERT INTO event_feature VALUES ('late', 'places', 'a'), ('early', 'places', 'a'), "
        "('late', 'places', 'b'), ('gone', 'places', 'a')",
    )
    events = known(path).events
    assert [event.title.en for event in events[REF]] == ["Earlier", "Later"]
    assert [event.title.en for event in events[FeatureRef("places", "b")]] == ["Later"]


def test_text_of_a_file_cannot_carry_control_characters(path: Path) -> None:
    execute(
        path,
        "CREATE TABLE source (id, title)",
        "INSERT INTO source VALUES ('s1', 'A' || char(27) || '[31m page' || char(8238))",
    )
    assert known(path).sources["s1"].title == "A[31m page"


def test_the_map_that_ships_has_all_of_it(shipped_path: Path) -> None:
    knowledge = known(shipped_path)
    for table in ("facts", "labels", "units", "sources", "aliases", "events", "series", "hours"):
        assert getattr(knowledge, table), table
    assert knowledge.sources["article"].date == "2022-01-11"
    assert knowledge.hours[FeatureRef("ports", "futian_port")]


def test_holidays_and_hours_name_their_calendar(path: Path) -> None:
    execute(
        path,
        "CREATE TABLE holiday (region, date, kind, name_en, source_id)",
        "INSERT INTO holiday VALUES ('mainland', '2026-02-14', 'working_day', 'Work', 's1')",
        "INSERT INTO holiday VALUES ('hong_kong', '2026-02-17', 'day_off', 'New Year', 's1')",
        "CREATE TABLE opening_hours (feature_id, traffic, hours, calendar)",
        "INSERT INTO opening_hours VALUES ('a', 'passenger', 'PH off', 'hong_kong')",
    )
    knowledge = known(path)
    assert [(h.region, h.day_off, h.name.en) for h in knowledge.holidays] == [
        ("mainland", False, "Work"),
        ("hong_kong", True, "New Year"),
    ]
    (hours,) = knowledge.hours[FeatureRef("ports", "a")]
    assert (hours.hours, hours.calendar, hours.as_of) == ("PH off", "hong_kong", "")
