import pytest
from hypothesis import given
from hypothesis import strategies as st

from hetao_map.geometry.gcj02 import FORMULA_AREA, from_gcj02, to_gcj02
from hetao_map.geometry.projection import HONG_KONG_GRID, to_map

lons = st.floats(FORMULA_AREA.xmin, FORMULA_AREA.xmax)
lats = st.floats(FORMULA_AREA.ymin, FORMULA_AREA.ymax)


def test_the_shift_at_the_port_is_the_known_one() -> None:
    # 526 m east and 301 m south of WGS 84.
    place = (114.0629, 22.5176)
    there, here = to_map(to_gcj02(place), HONG_KONG_GRID), to_map(place, HONG_KONG_GRID)
    assert there[0] - here[0] == pytest.approx(526, abs=2)
    assert there[1] - here[1] == pytest.approx(-301, abs=2)


@pytest.mark.parametrize(
    ("wgs84", "gcj02"),
    [
        # What the published implementation tests itself with: Shanghai, Shenzhen, Beijing.
        ((121.5272106, 31.1774276), (121.531541859215, 31.17530398364597)),
        ((113.912316, 22.543847), (113.9171764808363, 22.540796131694766)),
        ((116.377817, 39.911954), (116.38404722455657, 39.91334545536069)),
    ],
)
def test_it_is_the_published_formula(
    wgs84: tuple[float, float], gcj02: tuple[float, float]
) -> None:
    assert to_gcj02(wgs84) == pytest.approx(gcj02, abs=2e-7)


@given(lons, lats)
def test_there_and_back_is_the_same_place(lon: float, lat: float) -> None:
    assert from_gcj02(to_gcj02((lon, lat))) == pytest.approx((lon, lat), abs=1e-8)
