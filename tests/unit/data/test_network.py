from pathlib import Path

import pytest

from hetao_map.data.connection import opened
from hetao_map.data.network import read_network
from hetao_map.model.network import Network
from tests.files import execute, points, write_geopackage


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return write_geopackage(tmp_path / "places.gpkg", places=points(1))


def network(path: Path) -> Network:
    with opened(path) as connection:
        return read_network(connection)


def test_a_file_of_others_has_no_ways(path: Path) -> None:
    assert not network(path)


def test_ways_and_places_are_read(path: Path) -> None:
    execute(
        path,
        "CREATE TABLE network_place (id, name_en, lon, lat)",
        "INSERT INTO network_place VALUES ('town', 'Town', 114.05, 22.51), ('moon', 'Moon', 1, '')",
        "CREATE TABLE network_edge (id, from_node, to_node, both_ways, mode, minutes_low, "
        "minutes_likely, minutes_high, wait_minutes, basis, hours, fare)",
        "INSERT INTO network_edge VALUES ('way', 'ports/a', 'place/town', 1, 'walk', 3, 5, 9, 2, "
        "'published', '06:30-22:30', 1.5)",
    )
    found = network(path)
    assert [place.lonlat for place in found.places] == [(114.05, 22.51), None]
    (edge,) = found.edges
    assert (edge.minutes, edge.wait_minutes, edge.fare) == ((3.0, 5.0, 9.0), 2.0, 1.5)
    assert edge.published
    assert edge.both_ways
    assert found.nodes == ("ports/a", "place/town")


@pytest.mark.parametrize(
    ("cells", "minutes"),
    [
        ("'a/b', 'c/d', NULL, 5, NULL", (5.0, 5.0, 5.0)),
        ("'a/b', 'c/d', 7, 5, 2", (5.0, 5.0, 5.0)),
        ("'a/b', 'c/d', -7, 5, 9", (0.0, 5.0, 9.0)),
        ("'a/b', 'c/d', 1, 'five', 9", None),
        ("'a/b', 'c/d', 1, -5, 9", None),
        ("'a/b', '', 1, 5, 9", None),
        ("NULL, 'c/d', 1, 5, 9", None),
    ],
)
def test_a_row_that_makes_no_sense_is_left_out(
    path: Path, cells: str, minutes: tuple[float, float, float] | None
) -> None:
    execute(
        path,
        "CREATE TABLE network_edge (from_node, to_node, minutes_low, minutes_likely, minutes_high)",
        f"INSERT INTO network_edge VALUES ({cells})",
    )
    assert [edge.minutes for edge in network(path).edges] == ([minutes] if minutes else [])
