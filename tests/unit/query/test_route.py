import datetime as dt

import pytest

from hetao_map.model.dataset import Catalog, Dataset
from hetao_map.model.errors import NotFoundError, UsageError
from hetao_map.model.route import Route
from hetao_map.query.path_search import Prefer
from hetao_map.query.route import find_route
from hetao_map.query.route_text import route_json, route_text
from hetao_map.text.language import Language
from tests.layers import make_catalog, make_layer

HOME, PARK = "Hetao One", "hong_kong_park"


@pytest.fixture(scope="module")
def dataset(shipped: Catalog) -> Dataset:
    return shipped.datasets[0]


def way(dataset: Dataset, start: str, end: str, moment: str, **more: object) -> Route:
    return find_route(dataset, start, end, dt.datetime.fromisoformat(moment), **more)  # type: ignore[arg-type]


def ports(route: Route) -> list[str]:
    nodes = (stop.node for leg in route.legs for stop in (leg.start, leg.end))
    return list(dict.fromkeys(node for node in nodes if node.startswith("ports/")))


def test_by_day_one_crosses_on_foot_and_by_night_by_bus(dataset) -> None:
    day = way(dataset, HOME, "Sheung Shui", "2026-11-24T10:00")
    night = way(dataset, HOME, "Sheung Shui", "2026-11-24T23:30")
    assert ports(day) == ["ports/futian_port", "ports/lok_ma_chau_spur_line"]
    assert ports(night) == ["ports/huanggang_port", "ports/lok_ma_chau_control_point"]
    assert "shuttle_bus" in {leg.mode for leg in night.legs}


def test_legs_follow_each_other(dataset) -> None:
    route = way(dataset, HOME, "Admiralty", "2026-11-24T10:00")
    assert route.legs[0].start == route.start
    assert route.legs[-1].end == route.end
    assert route.legs[-1].arrives == route.arrives
    for before, after in zip(route.legs, route.legs[1:], strict=False):
        assert before.end == after.start
        assert after.departs - before.arrives == dt.timedelta(minutes=after.waits)
    assert route.earliest <= route.arrives <= route.latest


def test_two_stations_of_one_line_are_one_leg_along_the_railway(dataset) -> None:
    route = way(dataset, "福田口岸站", "会展中心", "2026-11-24T10:00")
    (leg,) = route.legs
    assert (leg.mode, leg.rides, leg.line.en) == ("metro", 2, "Shenzhen Metro Line 4")
    assert len(leg.path) > 3
    assert all(114.0 < lon < 114.2 and 22.4 < lat < 22.6 for lon, lat in leg.path)


def test_the_last_chance_is_just_before_the_port_closes(dataset) -> None:
    route = way(dataset, "Futian Port", "Lok Ma Chau Station", "2026-11-24T20:00")
    assert route.leave_by == dt.datetime(2026, 11, 24, 22, 2)
    last = way(dataset, "Futian Port", "Lok Ma Chau Station", "2026-11-24T22:02")
    late = way(dataset, "Futian Port", "Lok Ma Chau Station", "2026-11-24T22:03")
    assert last.arrives == dt.datetime(2026, 11, 24, 22, 34)
    assert late.arrives.date() == dt.date(2026, 11, 25) or ports(late) != ports(last)


def test_waiting_for_the_opening_is_part_of_the_way(dataset) -> None:
    route = way(dataset, "Futian Port", "spur_line", "2026-11-24T05:45")
    control = next(leg for leg in route.legs if leg.mode == "border_control")
    assert control.departs == dt.datetime(2026, 11, 24, 6, 30)
    assert control.waits == 45


def test_why_not_the_other_port(dataset) -> None:
    open_both = way(dataset, HOME, "Sheung Shui", "2026-11-24T10:00").not_chosen
    assert "minutes later" in open_both[0].text.en
    assert "Huanggang Port" in open_both[0].text.en
    at_night = way(dataset, HOME, "Sheung Shui", "2026-11-24T23:30").not_chosen
    assert "closed by then; one can cross from 06:30" in at_night[0].text.en
    words = " ".join(remark.text.en for remark in open_both)
    assert "No. 1 Channel: for goods only" in words
    assert "do not stop in the zone" in words


def test_a_way_on_one_side_says_nothing_of_ports(dataset) -> None:
    assert way(dataset, "福田站", "石厦", "2026-11-24T10:00").not_chosen == ()


def test_documents_are_a_note_with_a_source(dataset) -> None:
    notes = way(dataset, HOME, "Sheung Shui", "2026-11-24T10:00").notes
    note = next(note for note in notes if "Frontier Closed Area" in note.text.en)
    assert note.source is not None
    assert note.source.publisher == "Hong Kong Police Force"


def test_fewest_changes_never_boards_more_often(dataset) -> None:
    for start, end in ((HOME, "Admiralty"), ("福田站", "皇岗口岸站"), ("下沙", "华新站")):
        first = way(dataset, start, end, "2026-11-24T10:00")
        fewest = way(dataset, start, end, "2026-11-24T10:00", prefer=Prefer.CHANGES)
        assert fewest.changes <= first.changes
        assert fewest.arrives >= first.arrives


def test_to_be_there_in_time(dataset) -> None:
    by = dt.datetime(2026, 11, 24, 18)
    route = find_route(dataset, "Sheung Shui", HOME, by, arrive_by=True)
    later = find_route(dataset, "Sheung Shui", HOME, route.ready + dt.timedelta(minutes=1))
    assert route.arrives <= by < later.arrives


def test_moments_of_other_zones_are_told_in_hong_kongs_time(dataset) -> None:
    route = way(dataset, "福田站", "石厦", "2026-11-24T02:00+00:00")
    assert route.ready == dt.datetime(2026, 11, 24, 10)


@pytest.mark.parametrize(
    ("start", "end", "moment", "words"),
    [
        ("Narnia", HOME, "2026-11-24T10:00", "“Narnia”"),
        (HOME, "Futain", "2026-11-24T10:00", "nearest names are: Futian"),
        ("{path} " * 50, HOME, "2026-11-24T10:00", "{path} {path}"),
        (HOME, PARK, "2035-01-01T10:00", "not known for 1 January 2035"),
        (HOME, PARK, "2019-01-01T10:00", "good from 4 February 2020 to 22 October 2027"),
    ],
)
def test_what_is_not_known_is_a_sentence(
    dataset, start: str, end: str, moment: str, words: str
) -> None:
    with pytest.raises(NotFoundError) as caught:
        way(dataset, start, end, moment)
    assert words in caught.value.sentence.en
    assert all((caught.value.sentence.zh_hans, caught.value.sentence.zh_hant))


def test_nobody_crosses_while_all_ports_are_closed_or_unknown(dataset) -> None:
    with pytest.raises(NotFoundError) as caught:
        way(dataset, HOME, PARK, "2020-06-01T10:00")
    assert "no way" in caught.value.sentence.en


def test_the_same_place_twice_is_refused(dataset) -> None:
    with pytest.raises(UsageError):
        way(dataset, HOME, HOME, "2026-11-24T10:00")


def test_a_file_without_ways_is_said() -> None:
    (other,) = make_catalog(make_layer([])).datasets
    with pytest.raises(NotFoundError) as caught:
        way(other, HOME, PARK, "2026-11-24T10:00")
    assert "network_edge" in caught.value.sentence.en


@pytest.mark.parametrize("language", list(Language))
def test_estimates_are_marked_in_each_language(dataset, language: Language) -> None:
    text = route_text(way(dataset, HOME, PARK, "2026-11-24T10:00"), language)
    word = {"zh-Hans": "估计", "zh-Hant": "估計", "en": "estimate"}[language.value]
    assert text.count(word) >= 4


def test_a_published_time_is_marked_as_such(dataset) -> None:
    route = way(dataset, "Sheung Shui", "Admiralty", "2026-11-24T10:00")
    assert "published time" in route_text(route, Language.EN)
    assert not route.legs[0].estimate


def test_json_says_all_of_it(dataset) -> None:
    value = route_json(way(dataset, HOME, PARK, "2026-11-24T10:00"), Language.EN)
    assert value["depart"] == "2026-11-24T10:00:00+08:00"
    assert value["from"]["id"] == "innovation_sites/hetao_one"
    assert value["estimate"] is True
    leg = value["legs"][0]
    assert set(leg["minutes"]) == {"low", "likely", "high"}
    assert leg["path"][0] == [value["from"]["lon"], value["from"]["lat"]]
    assert {note["source"] for note in value["notes"]} >= {"fca_notice", "loop_access"}
