import pytest

from hetao_map.model.dataset import Catalog
from hetao_map.model.route import Stop
from hetao_map.query.places import find_stop, near_names, stops_of
from hetao_map.text.localized import LocalizedText


@pytest.fixture(scope="module")
def stops(shipped: Catalog) -> dict[str, Stop]:
    return stops_of(shipped.datasets[0])


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
def test_a_place_is_found_by_what_people_call_it(stops, text: str, node: str) -> None:
    found = find_stop(stops, text)
    assert found is not None
    assert found.node == node


@pytest.mark.parametrize("text", ["", "  ", "Narnia", "Mai Po", "x" * 5000])
def test_what_is_no_place_is_not_found(stops, text: str) -> None:
    assert find_stop(stops, text) is None


def test_names_spelled_alike_are_offered(stops) -> None:
    assert "Futian" in [name.en for name in near_names(stops, "Futain")]
    assert near_names(stops, "qqqqzzzz") == []


def test_every_place_of_the_shipped_network_has_names(stops) -> None:
    for stop in stops.values():
        assert all((stop.name.zh_hans, stop.name.zh_hant, stop.name.en)), stop.node


def test_a_node_without_a_feature_keeps_its_id() -> None:
    assert find_stop({"a/b": Stop("a/b", LocalizedText("b", "b", "b"))}, "b") is not None
