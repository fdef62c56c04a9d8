import json
from pathlib import Path

import pytest

from geodata.build import DEFAULT_SOURCES
from geodata.checks import find_problems
from geodata.sources import read_sources

PORTS = "features/ports.toml"
WATER = "features/water.toml"


def problems_of(folder: Path) -> list[str]:
    return find_problems(read_sources(folder))


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_shipped_sources_have_no_problem() -> None:
    assert problems_of(DEFAULT_SOURCES) == []


def test_the_small_sources_have_no_problem(small_sources: Path) -> None:
    assert problems_of(small_sources) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "sentence"),
    [
        (PORTS, 'name_zh_hant = "福田"\n', "", "ports/first has no name_zh_hant."),
        (PORTS, 'summary_en = "One"\n', "", "ports/first has no summary_en."),
        (WATER, 'summary_en = "One"\n', "", "water/first has no summary_en."),
        (PORTS, 'name_en = "Futian"', 'name_en = " "', "ports/first: name_en is empty"),
        (PORTS, "importance = 90", "importance = 101", "importance 101 is not between 0 and 100"),
        (PORTS, "importance = 90", "importance = 9.5", "importance '9.5' is not a number of"),
        (PORTS, "accuracy_m = 80", "accuracy_m = 0", "accuracy_m 0 is not above 0"),
        (PORTS, "accuracy_m = 80", "accuracy_m = true", "accuracy_m 'True' is not a number"),
        (PORTS, "accuracy_m = 80\n", "", "ports/first has no accuracy_m."),
        (PORTS, 'kind = "thing"', 'kind = "x"', "kind 'x' is not a value of kind_ports"),
        (PORTS, 'kind = "thing"', 'kind = ["x"]', "ports/first: kind is not text"),
        (PORTS, 'status = "open"', 'status = "shut"', "status 'shut' is not a value of status"),
        (PORTS, 'language = "en"', 'language = "fr"', "ports/first, alias 1: language 'fr' is not"),
        (PORTS, 'kind = "former"', 'kind = "old"', "alias 1: kind 'old' is not a value of"),
        (PORTS, 'traffic = "passenger"', 'traffic = "air"', "hours 1: traffic 'air' is not"),
        (PORTS, 'source_id = "s1"', 'source_id = "s99"', "source_id 's99' is not in source.csv"),
        (PORTS, 'key = "area"', 'key = "no"', "fact 1 (no): key 'no' is not in fact_label.csv"),
        (PORTS, 'unit = "ha"', 'unit = "acre"', "unit 'acre' is not in unit.csv"),
        (PORTS, "number = 5\n", "", "fact 1 (area) has a unit or an upper end, but no number."),
        (PORTS, "number = 5\n", "number = 8\n", "number_to 7.5 is below number 8"),
        (PORTS, '  value = "06:30-22:30"\n', "", "has neither a value nor a number nor a quote"),
        (PORTS, "  value =", "  value_en =", "fact 2 (area) has no value_zh_hans."),
        (PORTS, "  value =", '  note_en = "x"\n  value =', "fact 2 (area) has no note_zh_hant."),
        (PORTS, "  value =", f'  quote = "{"x" * 26}"\n  value =', "the quote is longer than 25"),
        (PORTS, 'as_of = "2025-10-22"', 'as_of = "2025-02-30"', "as_of '2025-02-30' is not a date"),
        (PORTS, 'as_of = "2025-10-22"', 'as_of = "22.10.2025"', "'22.10.2025' is not a date"),
        (PORTS, 'as_of = "2025-10-22"', "as_of = 2025-10-22", "as_of is not text; put it in"),
        (
            PORTS,
            'valid_from = "2007-08"',
            'valid_from = "2007-08"\nvalid_to = "2006"',
            "valid_from 2007-08 is after valid_to 2006",
        ),
        (PORTS, 'id = "first"', 'id = "First"', "id 'First' may hold only a-z, 0-9 and _"),
        (PORTS, 'id = "first"', 'id = "other"', "ports/other has 0 geometries, not one."),
        (PORTS, 'id = "first"', 'id = "other"', "there is no feature 'first' for this geometry."),
        (PORTS, 'id = "first"', 'colour = "red"\nid = "first"', "key 'colour' is not expected"),
        (WATER, 'kind = "pond"', 'kind = "thing"', "there is no template of the kind 'pond'."),
        (WATER, 'kind = "pond"', 'kind = "thing"', "template thing serves no geometry."),
        (
            WATER,
            "ports/first",
            "ports/none",
            "shared fact 1 (area): there is no feature ports/none",
        ),
        ("event.toml", "ports/first", "ports/none", "opened: there is no feature ports/none."),
        ("event.toml", 'date = "2021-09"', 'date = "2021-13"', "date '2021-13' is not a date"),
        ("event.toml", 'title_en = "Opened"\n', "", "event.toml, opened has no title_en."),
        ("series.csv", "water,first", "water,none", "row 2: there is no feature water/none."),
        ("series.csv", "1.5", "much", "series.csv, row 2: number 'much' is not a number."),
        ("series.csv", ",exact", ",sure", "precision 'sure' is not a value of precision"),
        ("source.csv", "2021-09-06", "6 Sept", "source.csv, row 2: date '6 Sept' is not a date"),
        ("unit.csv", "公頃,", ",", "unit.csv, row 2 has no label_zh_hant."),
        ("unit.csv", "公頃,", "", "unit.csv, row 2 has 3 cells instead of 4."),
        ("fact_label.csv", "overview", "cellar", "section 'cellar' is not a value of section"),
        ("layer_setting.csv", "ports,", "portals,", "has no row for the layer ports."),
        ("layer_preset.csv", "ports;", "lakes;", "row 2: there is no layer 'lakes'."),
        ("layer_preset.csv", "ports;", "water;", "row 2: the layer 'water' is given 2 times."),
        ("enum.csv", "traffic,passenger,A word\n", "", "no value for the constraint traffic."),
    ],
)
def test_what_is_wrong_is_said(
    small_sources: Path, file: str, old: str, new: str, sentence: str
) -> None:
    change(small_sources / file, old, new)
    found = problems_of(small_sources)
    assert any(sentence in problem for problem in found), found


def test_hours_belong_to_ports_only(small_sources: Path) -> None:
    hours = '\n[[feature.hours]]\ntraffic = "passenger"\nhours = "24/7"\nsource_id = "s1"\n'
    with (small_sources / "features" / "land.toml").open("a", encoding="utf-8") as file:
        file.write(hours)
    assert problems_of(small_sources) == ["land/first: only ports have opening hours."]


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        (PORTS, "ports.toml: the id 'first' is given 2 times."),
        ("event.toml", "event.toml: the id 'opened' is given 2 times."),
        ("unit.csv", "unit.csv: the unit 'ha' is given 2 times."),
        ("enum.csv", "enum.csv: the pair 'status open' is given 2 times."),
        ("layer_setting.csv", "layer_setting.csv: the layer 'ports' is given 2 times."),
        ("layer_preset.csv", "layer_preset.csv: the id 'few' is given 2 times."),
    ],
)
def test_what_is_there_twice_is_said(small_sources: Path, file: str, sentence: str) -> None:
    path = small_sources / file
    text = path.read_text(encoding="utf-8")
    again = text.split("\n", 1)[1] if file.endswith(".csv") else text
    path.write_text(text + again, encoding="utf-8")
    assert sentence in problems_of(small_sources)


@pytest.mark.parametrize(
    ("file", "text", "sentence"),
    [
        ("event.toml", "[[event", "event.toml is not TOML:"),
        ("event.toml", "[[happening]]", "event.toml: the key 'happening' is not expected here."),
        ("unit.csv", "", "unit.csv must begin with the line unit,label_zh_hans,"),
        ("unit.csv", "one,two\n", "unit.csv must begin with the line unit,label_zh_hans,"),
        ("geometry/ports.geojson", "{}", "ports.geojson is not a GeoJSON FeatureCollection."),
        ("geometry/ports.geojson", "[", "ports.geojson is not a GeoJSON FeatureCollection."),
    ],
)
def test_a_file_that_is_not_what_it_should_be_is_named(
    small_sources: Path, file: str, text: str, sentence: str
) -> None:
    (small_sources / file).write_text(text, encoding="utf-8")
    found = problems_of(small_sources)
    assert len(found) == 1
    assert found[0].startswith(sentence)


def test_a_file_that_is_not_text_is_named(small_sources: Path) -> None:
    (small_sources / "unit.csv").write_bytes(b"\xff\xfe\x00")
    (small_sources / "series.csv").unlink()
    found = problems_of(small_sources)
    assert found == ["unit.csv is not UTF-8 text.", "series.csv is missing."]


BOW_TIE = [[[114.0, 22.5], [114.1, 22.6], [114.1, 22.5], [114.0, 22.6], [114.0, 22.5]]]


@pytest.mark.parametrize(
    ("layer", "geometry", "sentence"),
    [
        ("ports", {"type": "Point", "coordinates": [22.51, 114.05]}, "lies outside Shenzhen"),
        (
            "ports",
            {"type": "Polygon", "coordinates": BOW_TIE},
            "does not fit into a layer of POINT",
        ),
        ("land", {"type": "Polygon", "coordinates": BOW_TIE}, "is not valid: Self-intersection"),
        ("land", {"type": "Polygon", "coordinates": []}, "the geometry is empty."),
        ("land", {"type": "Polygon"}, "land.geojson, feature 1 cannot be read:"),
        ("land", None, "land.geojson, feature 1"),
    ],
)
def test_a_wrong_geometry_is_said(
    small_sources: Path, layer: str, geometry: object, sentence: str
) -> None:
    feature = {"type": "Feature", "properties": {"id": "first"}, "geometry": geometry}
    text = json.dumps({"type": "FeatureCollection", "features": [feature]})
    (small_sources / "geometry" / f"{layer}.geojson").write_text(text, encoding="utf-8")
    found = problems_of(small_sources)
    assert any(sentence in problem for problem in found), found


@pytest.mark.parametrize(
    ("file", "old", "new", "sentence"),
    [
        ("network_edge.csv", "place/town", "place/moon", "to_node 'place/moon' is no feature"),
        ("network_edge.csv", "place/town", "ports/first", "leads from a place to itself"),
        ("network_edge.csv", "3,5,9", "6,5,9", "are not low, likely and high"),
        ("network_edge.csv", "3,5,9", "-1,5,9", "minutes_low -1.0 is below 0"),
        ("network_edge.csv", "3,5,9", "0,0,0", "are not low, likely and high"),
        ("network_edge.csv", "1.5,HKD", "1.5,", "has a fare without a currency"),
        ("network_edge.csv", ",1,walk", ",2,walk", "both_ways is 0 or 1, not 2"),
        ("network_edge.csv", "06:30-22:30", "PH off", "say in calendar whose"),
        ("network_edge.csv", "walk", "swim", "mode 'swim' is not a value of mode"),
        ("holiday.csv", "2026-01-01", "2026-01", "date '2026-01' is not a day"),
        (PORTS, 'hours = "06:30-22:30"', 'hours = "PH off"', "say in calendar whose"),
    ],
)
def test_a_fault_of_holidays_and_ways_is_said(
    small_sources: Path, file: str, old: str, new: str, sentence: str
) -> None:
    change(small_sources / file, old, new)
    found = problems_of(small_sources)
    assert any(sentence in problem for problem in found), found


def test_all_problems_are_listed(small_sources: Path) -> None:
    change(small_sources / PORTS, 'status = "open"', 'status = "shut"')
    change(small_sources / WATER, "importance = 90", "importance = 900")
    assert len(problems_of(small_sources)) == 2
