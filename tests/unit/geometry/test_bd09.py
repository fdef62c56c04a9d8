import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hetao_map.geometry.bd09 import all_from_bd09, all_to_bd09
from hetao_map.geometry.gcj02 import FORMULA_AREA, all_from_gcj02, all_to_gcj02
from hetao_map.geometry.projection import projected

lons = st.floats(FORMULA_AREA.xmin, FORMULA_AREA.xmax)
lats = st.floats(FORMULA_AREA.ymin, FORMULA_AREA.ymax)


def test_it_is_the_published_formula() -> None:
    # What the tests of coordtransform's ports have for the same place in both.
    gcj02 = np.array([[116.404, 39.915]])
    place = all_from_gcj02(gcj02)
    assert all_to_bd09(place)[0] == pytest.approx((116.41036949371029, 39.92133699351021), abs=1e-8)


def test_near_the_zone_it_lies_a_kilometre_off() -> None:
    place = np.array([[114.0629, 22.5176]])
    off = projected(all_to_bd09(place), "EPSG:4326", 2326) - projected(place, "EPSG:4326", 2326)
    assert np.hypot(*off[0]) == pytest.approx(1250, abs=100)


@given(lons, lats)
def test_the_way_back_is_true_to_a_centimetre_and_better(lon: float, lat: float) -> None:
    place = np.array([[lon, lat]])
    # A hundredth of a millimetre of the formula itself.
    assert all_from_bd09(all_to_bd09(place))[0] == pytest.approx((lon, lat), abs=1e-9)


def test_many_places_are_each_as_alone() -> None:
    generator = np.random.default_rng(7)
    places = np.column_stack([generator.uniform(73, 137, 500), generator.uniform(1, 55, 500)])
    for change in (all_to_bd09, all_from_bd09, all_to_gcj02, all_from_gcj02):
        alone = np.vstack([change(place[None]) for place in places])
        assert np.abs(change(places) - alone).max() < 1e-9
    assert len(all_from_bd09(np.empty((0, 2)))) == 0
