import pytest

from hetao_map.model.dataset import Catalog, Dataset
from hetao_map.model.network import NetworkEdge
from hetao_map.model.route import Stop
from hetao_map.query.approach import approaches
from hetao_map.query.places import places_of


@pytest.fixture(scope="module")
def dataset(shipped: Catalog) -> Dataset:
    return shipped.datasets[0]


def found(dataset: Dataset, here: str, there: str = "ports/futian_port") -> list[NetworkEdge]:
    places = places_of(dataset)
    ends = [places.find(text) for text in (here, there)]
    assert isinstance(ends[0], Stop)
    assert isinstance(ends[1], Stop)
    return list(approaches(dataset, *ends))


def test_on_the_mainland_one_walks_to_what_is_near(dataset: Dataset) -> None:
    edges = found(dataset, "114.0500,22.5350")
    on_foot = [edge for edge in edges if edge.mode == "walk"]
    assert "stations/shopping_park_station" in {edge.end for edge in on_foot}
    assert all(edge.minutes[0] <= edge.minutes[1] <= edge.minutes[2] for edge in edges)
    assert not any(edge.published for edge in edges)


def test_in_hong_kong_a_taxi_goes_where_taxis_go(dataset: Dataset) -> None:
    edges = found(dataset, "114.09,22.49")
    assert {edge.mode for edge in edges} == {"taxi"}
    assert "ports/futian_port" not in {edge.end for edge in edges}


def test_nobody_is_set_down_behind_a_control(dataset: Dataset) -> None:
    ends = {edge.end for edge in found(dataset, "114.0630,22.5180")}
    assert "ports/futian_port" in ends
    assert "crossing_channels/futian_footbridge" not in ends


def test_what_is_drawn_roughly_is_reached_roughly(dataset: Dataset) -> None:
    site = places_of(dataset).stops["innovation_sites/empyrean"]
    rough_spot = Stop("114.0,22.5", site.name, site.lonlat, accuracy_m=900.0)
    sharp_spot = Stop("114.0,22.5", site.name, site.lonlat)
    target = places_of(dataset).stops["ports/futian_port"]
    for rough, exact in zip(
        approaches(dataset, rough_spot, target),
        approaches(dataset, sharp_spot, target),
        strict=True,
    ):
        assert rough.minutes[0] <= exact.minutes[0]
        assert rough.minutes[2] >= exact.minutes[2]


@pytest.mark.parametrize("spot", ["114.14,22.53", "121.5,31.2", "113.55,22.15"])
def test_no_side_is_guessed(dataset: Dataset, spot: str) -> None:
    stop = places_of(dataset).find(spot)
    assert stop is not None
    assert found(dataset, spot) == []


def test_a_taxi_comes_to_a_station_but_nobody_needs_a_second_one(dataset: Dataset) -> None:
    assert {edge.mode for edge in found(dataset, "stations/futian_station")} == {"taxi"}
    assert found(dataset, "stations/fumin_station") == []
    assert found(dataset, "crossing_channels/futian_footbridge") == []
