"""The network of the shipped map: its sources, its ranges, and that trips are found with it."""

import datetime as dt
import itertools

import pytest

from hetao_map.model.dataset import Catalog, Dataset
from hetao_map.query.places import places_of
from hetao_map.query.route import find_route

MODES = {"walk", "metro", "east_rail", "shuttle_bus", "bus", "taxi", "border_control"}
# Usual places on each side.
NORTH = ("stations/futian_station", "innovation_sites/hetao_one", "ports/huanggang_port")
SOUTH = (
    "place/sheung_shui",
    "place/admiralty",
    "place/yuen_long",
    "place/tin_tsz",
    "place/san_tin_interchange",
    "cooperation_zone/hong_kong_park",
)
ZONE = ("innovation_sites", "cooperation_zone", "ports")


@pytest.fixture(scope="module")
def dataset(shipped: Catalog) -> Dataset:
    return shipped.datasets[0]


def test_each_way_has_a_range_and_a_source(dataset: Dataset) -> None:
    edges = dataset.knowledge.network.edges
    assert {edge.mode for edge in edges} == MODES
    for edge in edges:
        low, likely, high = edge.minutes
        assert low < likely < high, edge.id
        assert edge.source_id in dataset.knowledge.sources, edge.id
        if edge.published:
            assert edge.source_id != "own", edge.id


def test_each_port_has_a_control_and_ways_on_its_own_side(dataset: Dataset) -> None:
    edges = dataset.knowledge.network.edges
    layer = dataset.layer("ports")
    assert layer is not None
    for row in layer.positions_of_row:
        node = f"ports/{layer.id_of(row)}"
        modes = {edge.mode for edge in edges if node in (edge.start, edge.end)}
        assert "border_control" in modes, node
        assert len(modes) > 1, node


@pytest.mark.parametrize("time", ["10:00", "22:45"])
def test_from_any_place_of_the_zone_one_comes_to_the_other_side_and_back(
    dataset: Dataset, time: str
) -> None:
    departs = dt.datetime.fromisoformat(f"2026-11-24T{time}")
    layers = (dataset.layer(name) for name in ZONE)
    zone = [
        f"{layer.id}/{layer.id_of(row)}"
        for layer in layers
        if layer
        for row in layer.positions_of_row
    ]
    assert len(zone) > 20
    for place, goal in itertools.product(zone, (*NORTH, *SOUTH)):
        for start, end in ((place, goal), (goal, place)):
            if start == end:
                continue
            route = find_route(dataset, start, end, departs)
            assert route.legs, (start, end)
            assert route.arrives - departs < dt.timedelta(hours=12), (start, end)


def test_every_stop_that_is_on_the_map_is_placed(dataset: Dataset) -> None:
    for stop in places_of(dataset).stops.values():
        if not stop.node.startswith("place/"):
            assert stop.lonlat is not None, stop.node
