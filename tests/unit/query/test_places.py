import pytest

from hetao_map.model.dataset import Catalog
from hetao_map.query.places import Places, places_of
from tests.layers import make_catalog, make_layer


@pytest.fixture(scope="module")
def places(shipped: Catalog) -> Places:
    return places_of(shipped.datasets[0])


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("ports/futian_port", "ports/futian_port"),
        ("futian_port", "ports/futian_port"),
        ("福田口岸", "ports/futian_port"),
        ("FUTIAN PORT", "ports/futian_port"),
        ("futian kouan", "ports/futian_port"),
        ("福田口岸站", "stations/futian_checkpoint_station"),
        ("上水", "place/sheung_shui"),
        ("Sheung Shui", "place/sheung_shui"),
        ("Lok Ma Chau", "stations/lok_ma_chau_station"),
        ("香港园区", "cooperation_zone/hong_kong_park"),
        ("香港園區", "cooperation_zone/hong_kong_park"),
        ("Hetao One", "innovation_sites/hetao_one"),
    ],
)
def test_a_place_is_found_by_what_people_call_it(places: Places, text: str, node: str) -> None:
    found = places.find(text)
    assert found is not None
    assert found.node == node


@pytest.mark.parametrize("text", ["", "  ", "Narnia", "No. 1 Channel", "Boundary", "x" * 5000])
def test_what_is_no_place_is_not_found(places: Places, text: str) -> None:
    assert places.find(text) is None


@pytest.mark.parametrize("text", ["114.05,22.51", "22.51, 114.05", "22°30′36″N 114°03′00″E"])
def test_coordinates_are_a_place(places: Places, text: str) -> None:
    found = places.find(text)
    assert found is not None
    assert found.node == "114.050000,22.510000"
    assert found.lonlat == pytest.approx((114.05, 22.51), abs=1e-6)


def test_a_node_of_coordinates_is_the_same_place_again(places: Places) -> None:
    found = places.find("114.05,22.51")
    assert found is not None
    assert places.find(found.node) == found


@pytest.mark.parametrize(
    ("typed", "node"),
    [
        ("ftbsq", "cooperation_zone/futian_bonded_zone"),
        ("hetaoyihao", "innovation_sites/hetao_one"),
        ("河套壹號", "innovation_sites/hetao_one"),
        ("sheung", "place/sheung_shui"),
        ("Mai P", "ecological_reserves/mai_po"),
        ("福田口", "ports/futian_port"),
    ],
)
def test_half_a_name_is_completed(places: Places, typed: str, node: str) -> None:
    offered = [stop.node for stop in places.complete(typed)]
    assert node in offered[:3]
    assert len(offered) <= 8


def test_a_misspelled_name_is_completed_but_not_taken_for_another(places: Places) -> None:
    assert "Futian" in [stop.name.en for stop in places.complete("Futain")]
    assert places.find("Futain") is None


def test_names_spelled_alike_are_offered(places: Places) -> None:
    assert "Futian" in [name.en for name in places.near_names("Futain")]
    assert places.near_names("qqqqzzzz") == []


def test_every_place_of_the_shipped_network_has_names(places: Places) -> None:
    for stop in places.stops.values():
        assert all((stop.name.zh_hans, stop.name.zh_hant, stop.name.en)), stop.node


def test_a_file_without_ways_has_no_places() -> None:
    (other,) = make_catalog(make_layer([])).datasets
    assert places_of(other).complete("a") == []
