import datetime as dt

import pytest

from hetao_map.model.dataset import Catalog
from hetao_map.model.errors import NotFoundError
from hetao_map.model.feature import FeatureRef
from hetao_map.model.route import Route, Trip
from hetao_map.query.trip import answer_to, end_of, name_of_end, route_for
from hetao_map.text.localized import LocalizedText
from tests.layers import make_catalog, make_layer

NOW = dt.datetime(2026, 11, 24, 10)
HOME, PARK = "innovation_sites/hetao_one", "cooperation_zone/hong_kong_park"


def test_without_a_moment_it_begins_now(shipped: Catalog) -> None:
    assert route_for(shipped, Trip(HOME, PARK), NOW).ready == NOW


def test_with_a_moment_now_does_not_count(shipped: Catalog) -> None:
    later = NOW + dt.timedelta(hours=3)
    assert route_for(shipped, Trip(HOME, PARK, later), NOW).ready == later
    by = route_for(shipped, Trip(HOME, PARK, later, arrive_by=True), NOW)
    assert by.arrives <= later


def test_what_goes_wrong_is_a_sentence(shipped: Catalog) -> None:
    assert isinstance(answer_to(shipped, Trip(HOME, PARK), NOW), Route)
    for trip in (Trip("Narnia", PARK), Trip(HOME, HOME), Trip(HOME, PARK, dt.datetime(2040, 1, 1))):
        answer = answer_to(shipped, trip, NOW)
        assert isinstance(answer, LocalizedText)
        assert all((answer.zh_hans, answer.zh_hant, answer.en))


def test_files_without_ways_are_named() -> None:
    catalog = make_catalog(make_layer([]))
    with pytest.raises(NotFoundError) as caught:
        route_for(catalog, Trip("a", "b"), NOW)
    assert catalog.datasets[0].path.name in caught.value.sentence.en


def test_an_end_is_called_by_its_name_or_as_it_was_typed(shipped: Catalog) -> None:
    assert name_of_end(shipped, HOME).zh_hant == "河套壹號"
    assert name_of_end(shipped, "Narnia").en == "Narnia"
    assert name_of_end(shipped, "") == LocalizedText()


def test_a_feature_is_an_end_by_itself_or_by_where_it_is(shipped: Catalog) -> None:
    assert end_of(shipped, FeatureRef.parse(HOME)) == HOME
    assert end_of(shipped, FeatureRef("ecological_reserves", "mai_po")).endswith("mai_po")
    line = end_of(shipped, FeatureRef("rail_lines", "mtr_eal"))
    lon, lat = map(float, line.split(","))
    assert 113.9 < lon < 114.2
    assert 22.4 < lat < 22.6
    assert end_of(shipped, FeatureRef("ports", "nowhere")) == ""
