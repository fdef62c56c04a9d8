"""What lies around a feature: distances that pyproj confirms, directions, the nearest first."""

import pytest
from pyproj import Geod
from shapely import LineString, Point, box

from hetao_map.geometry.projection import to_lonlat
from hetao_map.model.card import Neighbour
from hetao_map.model.dataset import Catalog
from hetao_map.model.feature import FeatureRef
from hetao_map.query.around import RADIUS_M, around
from hetao_map.text.language import Language
from tests.layers import make_catalog, make_layer

EN = Language.EN
X, Y = 832_000.0, 840_000.0


def neighbours(geometries: list, asked: int = 0, language: Language = EN) -> list[Neighbour]:
    names = tuple(f"Place {number}" for number in range(len(geometries)))
    ids = tuple(str(number) for number in range(len(geometries)))
    layer = make_layer(geometries, id=ids, name_en=names, name_zh_hans=names, name_zh_hant=names)
    return list(around(make_catalog(layer), layer.feature(asked), language))


@pytest.mark.parametrize(
    ("dx", "dy", "direction"),
    [
        (0, 500, "north"), (500, 500, "north-east"), (500, 0, "east"), (500, -500, "south-east"),
        (0, -500, "south"), (-500, -500, "south-west"), (-500, 0, "west"),
        (-500, 500, "north-west"),
    ],
)  # fmt: skip
def test_a_neighbour_is_told_by_distance_and_direction(
    dx: float, dy: float, direction: str
) -> None:
    (found,) = neighbours([Point(X, Y), Point(X + dx, Y + dy)])
    start, end = (to_lonlat(p, 2326) for p in ((X, Y), (X + dx, Y + dy)))
    _, _, metres = Geod(ellps="WGS84").inv(*start, *end)
    assert found.distance_m == pytest.approx(metres, rel=1e-3)
    assert found.where == f"{round(metres, -1):.0f} m {direction}"


def test_the_words_are_those_of_the_language() -> None:
    points = [Point(X, Y), Point(X + 500, Y)]
    assert neighbours(points, 0, Language.ZH_HANS)[0].where == "东面500米"
    assert neighbours(points, 0, Language.ZH_HANT)[0].where == "東面500米"


def test_the_nearest_come_first_and_no_more_than_eight() -> None:
    points = [Point(X + 100 * number, Y) for number in range(12)]
    found = neighbours(points)
    assert [n.name for n in found] == [f"Place {number}" for number in range(1, 9)]


def test_inside_an_area_is_right_here_and_beyond_the_radius_is_not_near() -> None:
    area, far = box(X - 100, Y - 100, X + 100, Y + 100), Point(X + RADIUS_M * 1.01, Y)
    (found,) = neighbours([Point(X, Y), area, far])
    assert (found.name, found.where, found.distance_m) == ("Place 1", "right here", 0)


def test_a_line_is_near_to_what_lies_along_it() -> None:
    line = LineString([(X - 20_000, Y), (X + 20_000, Y)])
    found = neighbours([line, Point(X + 15_000, Y + 300)])
    assert [n.where for n in found] == ["300 m north"]


def test_the_port_knows_its_bridge_and_the_other_port(shipped: Catalog) -> None:
    ref = FeatureRef("ports", "futian_port")
    found = {n.ref.id: n for n in around(shipped, shipped.find(ref), EN)}
    assert found["futian_footbridge"].where == "right here"
    assert "south-east" in found["lok_ma_chau_spur_line"].where
    assert ref.id not in found
