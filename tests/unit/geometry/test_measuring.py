"""Lengths and areas are those of pyproj's Geod, from a few metres to a continent."""

from itertools import pairwise

import numpy as np
import pytest
from pyproj import Geod
from shapely import LineString, Polygon
from shapely.geometry.polygon import orient

from hetao_map.geometry.measuring import crosses_itself, enclosed_area, segment_lengths

GEOD = Geod(ellps="WGS84")
SHAPES = 1000
MILLIMETRE, SQUARE_MILLIMETRE = 1e-3, 1e-6
Ring = list[tuple[float, float]]


def star(chance: np.random.Generator) -> Ring:
    """A shape that does not cross itself, of 10 m to 1 000 km, most of them in the zone."""
    near = chance.random() < 0.7
    lon, lat = (114.05, 22.51) if near else (chance.uniform(-170, 170), chance.uniform(-70, 70))
    size = 10 ** chance.uniform(1, 4 if near else 6)
    turns = np.sort(chance.uniform(0, 360, chance.integers(3, 13))).tolist()
    ring = [GEOD.fwd(lon, lat, turn, size * chance.uniform(0.3, 1))[:2] for turn in turns]
    return ring if chance.random() < 0.5 else ring[::-1]


@pytest.fixture(scope="module")
def shapes() -> list[Ring]:
    chance = np.random.default_rng(20220111)
    return [star(chance) for _ in range(SHAPES)]


def test_lengths_are_geodesic(shapes: list[Ring]) -> None:
    for ring in shapes:
        lengths = segment_lengths(ring)
        for length, (start, end) in zip(lengths, pairwise(ring), strict=True):
            assert length == pytest.approx(GEOD.inv(*start, *end)[2], abs=MILLIMETRE)
        whole = GEOD.geometry_length(LineString(ring))
        assert sum(lengths) == pytest.approx(whole, abs=MILLIMETRE)


def test_areas_are_geodesic(shapes: list[Ring]) -> None:
    for ring in shapes:
        area, _perimeter = GEOD.geometry_area_perimeter(orient(Polygon(ring)))
        assert enclosed_area(ring) == pytest.approx(abs(area), abs=SQUARE_MILLIMETRE, rel=1e-15)


def test_a_square_degree_at_the_equator_has_the_known_area() -> None:
    # As GeographicLib's Planimeter tells it.
    ring = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)]
    assert enclosed_area(ring) == pytest.approx(12_308_778_361.469, abs=0.01)


def test_less_than_a_shape_has_no_size() -> None:
    assert segment_lengths([]) == segment_lengths([(114.0, 22.5)]) == []
    assert enclosed_area([(114.0, 22.5), (114.1, 22.5)]) == 0.0


def test_a_bow_tie_crosses_itself() -> None:
    square = [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)]
    assert not crosses_itself(square)
    assert crosses_itself([(0, 0), (1, 1), (1, 0), (0, 1), (0, 0)])
