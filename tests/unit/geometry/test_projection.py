import math
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hetao_map.geometry.extent import Extent
from hetao_map.geometry.projection import (
    HONG_KONG_GRID,
    WEB_MERCATOR,
    extent_between,
    extent_to_lonlat,
    extent_to_map,
    grid_for,
    north_of,
    projected,
    to_lonlat,
    to_map,
    transformer,
)

FUTIAN_PORT = (114.0629, 22.5176)


@given(st.floats(113, 115), st.floats(21.5, 23.5), st.sampled_from([HONG_KONG_GRID, WEB_MERCATOR]))
def test_degrees_come_back_from_the_map(lon: float, lat: float, epsg: int) -> None:
    assert to_lonlat(to_map((lon, lat), epsg), epsg) == pytest.approx((lon, lat), abs=1e-7)


def test_the_hong_kong_grid_is_the_published_one() -> None:
    """The origin of the grid, from the Hong Kong Survey and Mapping Office."""
    assert to_map((114.178556, 22.312133), HONG_KONG_GRID) == pytest.approx(
        (836694.05, 819069.80), abs=300
    )


def test_coordinates_of_a_file_land_where_their_degrees_do() -> None:
    expected = to_map(FUTIAN_PORT, HONG_KONG_GRID)
    (found,) = projected(np.array([FUTIAN_PORT]), "EPSG:4326", HONG_KONG_GRID)
    assert found == pytest.approx(expected)


@pytest.mark.parametrize(
    "crs", ["EPSG:4490", "EPSG:4547", "EPSG:4526", "EPSG:4610", "EPSG:4611", "EPSG:32650"]
)
@pytest.mark.parametrize("map_epsg", [HONG_KONG_GRID, WEB_MERCATOR])
def test_each_datum_of_the_region_is_where_wgs84_is(crs: str, map_epsg: int) -> None:
    own = np.column_stack(transformer("EPSG:4326", crs).transform([114.06], [22.52]))
    expected = to_map((114.06, 22.52), map_epsg)
    assert projected(own, crs, map_epsg)[0] == pytest.approx(expected, abs=0.01)
    x, y = own[0].tolist()
    box = extent_between(Extent(x, y, x, y), crs, f"EPSG:{map_epsg}")
    assert box is not None
    assert (box.xmin, box.ymax) == pytest.approx(expected, abs=0.01)
    back = transformer(f"EPSG:{map_epsg}", crs).transform(*expected)
    assert back == pytest.approx((x, y), abs=0.01)


def test_coordinates_already_in_the_map_stay_as_they_are() -> None:
    xy = np.array([[1.5, 2.5]])
    assert projected(xy, "EPSG:2326", HONG_KONG_GRID) is xy


def test_boxes_hold_their_corners_on_both_sides() -> None:
    degrees = Extent(114.0, 22.4, 114.2, 22.6)
    box = extent_to_map(degrees, HONG_KONG_GRID)
    for lon, lat in ((114.0, 22.4), (114.2, 22.6), (114.0, 22.6)):
        assert box.padded(0.01).contains(to_map((lon, lat), HONG_KONG_GRID))
    assert extent_to_lonlat(box, HONG_KONG_GRID).padded(1e-6).contains((114.2, 22.6))


@pytest.mark.parametrize(
    ("extent", "epsg"),
    [
        (None, HONG_KONG_GRID),
        (Extent(114.0, 22.4, 114.2, 22.6), HONG_KONG_GRID),
        (Extent(114.0, 22.4, 120.0, 22.6), WEB_MERCATOR),
        (Extent(-180, -80, 180, 80), WEB_MERCATOR),
    ],
)
def test_the_grid_suits_the_data(extent: Extent | None, epsg: int) -> None:
    assert grid_for(extent) == epsg


def test_threads_can_project_at_once() -> None:
    with ThreadPoolExecutor(4) as pool:
        found = set(pool.map(lambda _: to_map(FUTIAN_PORT, HONG_KONG_GRID), range(200)))
    assert len(found) == 1


@pytest.mark.parametrize(("lon", "degrees"), [(113.5, 0.26), (114.1785, 0.0), (114.8, -0.24)])
def test_true_north_lies_beside_the_grids_top(lon: float, degrees: float) -> None:
    point = to_map((lon, 22.5), 2326)
    assert north_of(point, 2326) == pytest.approx(degrees, abs=0.005)
    x, y = to_map((lon, 22.51), 2326)
    assert math.degrees(math.atan2(x - point[0], y - point[1])) == pytest.approx(degrees, abs=0.005)


def test_web_mercator_has_north_at_its_top_everywhere() -> None:
    assert north_of(to_map((100.0, 40.0), 3857), 3857) == 0
    assert north_of((1e12, 1e12), 2326) == 0
