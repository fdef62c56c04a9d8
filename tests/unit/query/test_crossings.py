import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely import Point

from hetao_map.model.dataset import Catalog
from hetao_map.model.feature import FeatureRef
from hetao_map.model.knowledge import Holiday, Hours, Knowledge
from hetao_map.query.crossings import Crossing, State, crossings_at
from hetao_map.query.crossings_text import crossings_json, crossings_text
from hetao_map.text.language import Language
from hetao_map.text.localized import LocalizedText
from tests.layers import make_catalog, make_layer

PORT = FeatureRef("ports", "port")
CHECKED = "2026-01-01"


def catalog_of(*hours: Hours, holidays: tuple[Holiday, ...] = ()) -> Catalog:
    names = {f"name_{name}": [text] for name, text in zip(
        ("zh_hans", "zh_hant", "en"), ("口岸", "口岸", "The port"), strict=True)}  # fmt: skip
    layer = make_layer([Point(1, 1)], layer_id="ports", id=["port"], **names)
    return make_catalog(layer, knowledge=Knowledge(hours={PORT: hours}, holidays=holidays))


def hours(text: str, traffic: str = "passenger", first: str = "", as_of: str = CHECKED) -> Hours:
    return Hours(traffic, text, first, "", as_of, "s1")


def passengers(catalog: Catalog, moment: str) -> Crossing:
    found = crossings_at(catalog, dt.datetime.fromisoformat(moment))
    return next(row for row in found.rows if row.traffic == "passenger")


def test_a_port_says_until_when_and_when_next() -> None:
    catalog = catalog_of(hours("06:30-22:30"))
    closing = dt.datetime(2026, 3, 10, 22, 30)
    opening = dt.datetime(2026, 3, 11, 6, 30)
    for moment, state, until, opens in (
        ("2026-03-10T12:00", State.OPEN, closing, None),
        ("2026-03-10T22:00", State.CLOSING, closing, None),
        ("2026-03-10T22:30", State.CLOSED, opening, opening),
        ("2026-03-10T14:30Z", State.CLOSED, opening, opening),
    ):
        row = passengers(catalog, moment)
        assert (row.state, row.until, row.opens) == (state, until, opens)


def test_round_the_clock_has_no_end_and_a_kind_without_hours_is_not_known() -> None:
    found = crossings_at(catalog_of(hours("24/7")), dt.datetime(2026, 3, 10))
    states = {row.traffic: (row.state, row.until, row.opens) for row in found.rows}
    assert states == {
        "passenger": (State.OPEN, None, None),
        "vehicle": (State.UNKNOWN, None, None),
        "goods": (State.UNKNOWN, None, None),
    }


def test_a_kind_of_traffic_of_the_files_own_is_shown() -> None:
    found = crossings_at(catalog_of(hours("24/7", "horses")), dt.datetime(2026, 3, 10))
    assert found.rows[-1].traffic == "horses"
    assert "horses      open all day" in crossings_text(found, Language.EN)


def test_what_helps_stands_first(shipped: Catalog) -> None:
    found = crossings_at(shipped, dt.datetime(2026, 3, 10, 22, 10))
    people = [row.state for row in found.rows if row.traffic == "passenger"]
    assert people == [State.OPEN, State.OPEN, State.CLOSING, State.CLOSING]


def test_a_source_that_has_run_out_is_said() -> None:
    catalog = catalog_of(hours("24/7"))
    (notice,) = crossings_at(catalog, dt.datetime(2028, 1, 2)).notices
    assert "last checked on 1 January 2026" in notice.en
    assert "from 2 January 2028" in notice.en
    assert "2028年1月2日" in notice.zh_hans
    assert crossings_at(catalog, dt.datetime(2028, 1, 1, 23)).notices == ()


def test_holidays_and_the_ends_of_the_calendar_are_said() -> None:
    name = LocalizedText("国庆日", "國慶日", "National Day")
    holidays = (Holiday("hong_kong", "2026-10-01", True, name),)
    catalog = catalog_of(hours("24/7"), holidays=holidays)
    for day, words in (
        (dt.datetime(2026, 10, 1), "holiday in Hong Kong (National Day)"),
        (dt.datetime(2027, 1, 1), "ends on 31 December 2026"),
        (dt.datetime(2025, 12, 31), "begins on 1 January 2026"),
    ):
        (notice,) = crossings_at(catalog, day).notices
        assert words in notice.en
        assert notice.zh_hans
        assert notice.zh_hant
    assert crossings_at(catalog, dt.datetime(2026, 10, 2)).notices == ()


def test_a_file_of_others_has_no_crossings() -> None:
    catalog = make_catalog(make_layer([Point(1, 1)]))
    assert crossings_at(catalog, dt.datetime(2026, 3, 10)).rows == ()


def test_hours_without_their_layer_are_left_alone() -> None:
    catalog = make_catalog(knowledge=Knowledge(hours={PORT: (hours("24/7"),)}))
    assert crossings_at(catalog, dt.datetime(2026, 3, 10)).rows == ()


@pytest.mark.parametrize("language", list(Language))
def test_the_table_is_in_each_language(shipped: Catalog, language: Language) -> None:
    text = crossings_text(crossings_at(shipped, dt.datetime(2026, 10, 1, 22, 10)), language)
    words = {
        "zh-Hans": "即将关闭：22:30",
        "zh-Hant": "即將關閉：22:30",
        "en": "closing soon, at 22:30",
    }
    assert words[language.value] in text


def test_json_has_the_keys_of_the_contract(shipped: Catalog) -> None:
    value = crossings_json(crossings_at(shipped, dt.datetime(2026, 3, 10, 12)), Language.EN)
    assert value["at"] == "2026-03-10T12:00:00+08:00"
    rows = {(row["id"], row["traffic"]): row for row in value["crossings"]}
    row = rows["futian_port", "passenger"]
    assert row["until"] == "2026-03-10T22:30:00+08:00"
    assert (row["state"], row["opens"], set(row["name"])) == (
        "open",
        None,
        {"zh-Hans", "zh-Hant", "en"},
    )


@given(
    st.sampled_from(["24/7", "off", "06:30-22:30", "Mo-Fr 09:00-17:00", "18:00-26:00"]),
    st.datetimes(dt.datetime(2025, 1, 1), dt.datetime(2029, 1, 1)),
)
def test_just_after_until_the_state_is_another(text: str, moment: dt.datetime) -> None:
    catalog = catalog_of(hours(text, first="2025-06-01"))
    row = passengers(catalog, moment.isoformat())
    if row.until is not None:
        after = passengers(catalog, (row.until + dt.timedelta(microseconds=1)).isoformat())
        assert after.state is not row.state
        assert row.until > moment
    if row.opens is not None:
        assert passengers(catalog, row.opens.isoformat()).state in (State.OPEN, State.CLOSING)
