import datetime as dt

import pytest

from hetao_map.model.dataset import Catalog, Dataset
from hetao_map.model.errors import NotFoundError, UsageError
from hetao_map.model.route import Route
from hetao_map.query.path_search import Prefer
from hetao_map.query.route import find_route
from hetao_map.query.route_text import range_words, route_json, route_text
from hetao_map.text.language import Language
from hetao_map.text.times import lasting
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
        ("114.14,22.53", HOME, "2026-11-24T10:00", "which side of the boundary"),
        ("31.2,121.5", HOME, "2026-11-24T10:00", "No known way begins near"),
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
    assert "no route" in caught.value.sentence.en


def test_the_same_place_twice_is_refused(dataset) -> None:
    with pytest.raises(UsageError):
        way(dataset, HOME, HOME, "2026-11-24T10:00")


def test_a_way_can_begin_at_any_spot_and_says_what_that_is_worth(dataset) -> None:
    route = way(dataset, "114.0478,22.53", "Sheung Shui", "2026-11-24T10:00")
    assert route.legs[0].start.lonlat == pytest.approx((114.0478, 22.53), abs=1e-6)
    assert route.legs[0].estimate
    low, likely, high = route.legs[0].minutes
    assert low < likely < high
    assert any("straight line" in note.text.en for note in route.notes)
    assert len(route.legs[0].path) >= 2


def test_after_the_last_metro_a_taxi_goes_to_the_port_that_is_open(dataset) -> None:
    route = way(dataset, "stations/futian_station", "Sheung Shui", "2026-11-24T23:50")
    assert ports(route) == ["ports/huanggang_port", "ports/lok_ma_chau_control_point"]
    assert route.legs[0].mode == "taxi"
    assert route.arrives < dt.datetime(2026, 11, 25, 2)


def test_a_place_without_ways_is_reached_from_its_own_side(dataset) -> None:
    route = way(dataset, "Mai Po", "Lok Ma Chau Station", "2026-11-24T10:00")
    assert ports(route) in ([], ["ports/lok_ma_chau_spur_line"])
    assert all(leg.mode != "border_control" for leg in route.legs)
    across = way(dataset, "Mai Po", HOME, "2026-11-24T10:00")
    assert ports(across)[:1] == ["ports/lok_ma_chau_spur_line"]


@pytest.mark.parametrize(("start", "end"), [("22.515,114.05", PARK), (PARK, "22.515,114.05")])
def test_nobody_walks_through_the_river(dataset, start: str, end: str) -> None:
    route = way(dataset, start, end, "2026-11-24T10:00")
    assert len(ports(route)) == 2


def test_two_spots_on_one_side_need_no_stop(dataset) -> None:
    route = way(dataset, "114.05,22.505", "114.055,22.512", "2026-11-24T10:00")
    assert [leg.mode for leg in route.legs] in (["walk"], ["taxi"])


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


def test_nobody_arrives_earlier_by_setting_out_later(dataset) -> None:
    start = dt.datetime(2026, 11, 24, 20)
    for first, last in ((HOME, "Sheung Shui"), ("Admiralty", HOME), ("114.0478,22.53", PARK)):
        arrivals = [
            find_route(dataset, first, last, start + dt.timedelta(minutes=minutes)).arrives
            for minutes in range(0, 12 * 60, 11)
        ]
        assert arrivals == sorted(arrivals)


def test_stops_that_are_not_placed_are_passed_on_a_straight_line_that_says_so(dataset) -> None:
    route = way(dataset, "Huanggang Port", "Sheung Shui", "2026-11-24T23:30")
    across = [leg for leg in route.legs if leg.schematic]
    assert {leg.mode for leg in across} >= {"border_control", "shuttle_bus"}
    assert across[0].path[0] == route.start.lonlat
    for leg in route.legs:
        for stop, place in ((leg.start, leg.path[0]), (leg.end, leg.path[-1])):
            assert stop.lonlat is None or place == pytest.approx(stop.lonlat)
    for before, after in zip(route.legs, route.legs[1:], strict=False):
        if before.path and after.path:
            assert before.path[-1] == pytest.approx(after.path[0])
    beyond = way(dataset, "Huanggang Port", "Qianhaiwan", "2026-11-24T10:00")
    assert beyond.legs[-1].path == ()
    assert not beyond.legs[-1].schematic


@pytest.mark.parametrize(
    ("minutes", "words"), [(7, "7 min"), (59, "59 min"), (60, "1 h"), (565, "9 h 25 min")]
)
def test_a_long_way_is_told_in_hours(minutes: int, words: str) -> None:
    assert lasting(minutes, Language.EN) == words


def test_a_day_is_named_once(dataset) -> None:
    night = way(dataset, "stations/futian_station", "Sheung Shui", "2026-11-24T23:50")
    words = range_words(night, Language.EN)
    assert words.count("25 November 2026") == 1
    day = way(dataset, HOME, PARK, "2026-11-24T10:00")
    assert "November" not in range_words(day, Language.EN)
