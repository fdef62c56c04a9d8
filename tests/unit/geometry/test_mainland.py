import numpy as np
import pytest
import shapely

from hetao_map.geometry.mainland import BOUNDARY, in_mainland
from hetao_map.geometry.projection import projected
from hetao_map.model.dataset import Catalog

SHENZHEN = [
    (114.0629, 22.5176), (114.0698, 22.5210), (114.11, 22.54), (114.18, 22.56), (113.93, 22.50),
    (113.91, 22.54), (114.0478, 22.5076),
]  # fmt: skip
HONG_KONG = [
    (114.0790, 22.5160), (114.06562, 22.51503), (114.0363, 22.4925), (114.17, 22.30),
    (114.13, 22.50), (113.96, 22.46), (114.2, 22.54), (113.92, 22.31),
]  # fmt: skip
UNKNOWN = [(114.25, 22.56), (113.80, 22.42)]
ELSEWHERE = [(113.55, 22.19), (2.35, 48.86), (-100.0, 40.0)]
MAINLAND = [(113.30, 23.10), (116.4, 39.9), (121.5, 31.2)]


@pytest.mark.parametrize("place", [*SHENZHEN, *MAINLAND])
def test_places_in_the_mainland_are_shifted(place: tuple[float, float]) -> None:
    assert in_mainland(np.array([place])).tolist() == [True]


@pytest.mark.parametrize("place", [*HONG_KONG, *UNKNOWN, *ELSEWHERE])
def test_places_elsewhere_are_not(place: tuple[float, float]) -> None:
    assert in_mainland(np.array([place])).tolist() == [False]


def test_many_at_once_are_each_as_alone() -> None:
    places = np.array([*SHENZHEN, *HONG_KONG, *ELSEWHERE, (np.nan, np.nan)])
    assert in_mainland(places).sum() == len(SHENZHEN)


def test_the_boundary_is_that_of_the_map(shipped: Catalog) -> None:
    layer = shipped.layer("boundary")
    (column,) = layer.geometries.columns
    theirs = shapely.linestrings(column.rings_of(0)[0])
    mine = shapely.linestrings(projected(np.array(BOUNDARY), "EPSG:4326", shipped.map_epsg))
    # The map's line has two straight miles at its western end, this one the points of the Order.
    near = shapely.clip_by_rect(theirs, 819_000, 830_000, 840_000, 850_000)
    assert shapely.hausdorff_distance(near, shapely.intersection(mine, near.buffer(200))) < 200
    assert mine.distance(shapely.points(column.xy)).max() < 60
