import pytest
import shapely
from shapely import LineString, MultiPolygon, Point, Polygon, box

from hetao_map.geometry.extent import Extent
from hetao_map.text.localized import LocalizedText
from tests.layers import make_layer


def test_ids_come_from_the_id_column() -> None:
    layer = make_layer([Point(0, 0), Point(1, 1)], id=("a", "b"))
    assert layer.ids == ("a", "b")
    assert layer.find("b").point == (1, 1)


@pytest.mark.parametrize("ids", [("a", "a"), ("a", None)])
def test_ids_that_do_not_tell_features_apart_are_not_used(ids: tuple[str | None, ...]) -> None:
    assert make_layer([Point(0, 0), Point(1, 1)], id=ids).ids == ("1", "2")


def test_a_row_without_geometry_is_not_found() -> None:
    layer = make_layer([None, Point(1, 1)], id=("a", "b"))
    assert layer.find("a") is None
    assert layer.find("c") is None


def test_a_feature_brings_its_attributes_and_names() -> None:
    layer = make_layer(
        [Point(3, 4)], id=("a",), name_en=("Port",), name_zh_hans=("口岸",), kind=("port",)
    )
    feature = layer.find("a")
    assert feature.name == LocalizedText("口岸", "", "Port")
    assert (feature.kind, feature.status) == ("port", "")
    assert feature.extent == Extent(3, 4, 3, 4)
    assert feature.attributes["fid"] == 1


@pytest.mark.parametrize("column", ["NAME", "Title", "名称"])
def test_files_of_others_are_named_by_a_column_that_looks_like_a_name(column: str) -> None:
    assert make_layer([Point(0, 0)], **{column: ("Loop",)}).name(0).en == "Loop"


def test_a_layer_without_names_has_none() -> None:
    assert not make_layer([Point(0, 0)], height=(3,)).name(0)


@pytest.mark.parametrize(
    "shape",
    [
        Point(1, 2),
        LineString([(0, 0), (10, 0), (10, 10)]),
        MultiPolygon([box(0, 0, 1, 1), box(5, 5, 9, 9)]),
        Polygon(box(0, 0, 9, 9).exterior, [box(1, 1, 8, 8).exterior]),
        Polygon([(0, 0), (2, 2), (2, 0), (0, 2)]),
        Polygon([(0, 0), (0, 0), (0, 0)]),
        LineString([(3, 3), (3, 3)]),
    ],
    ids=["point", "line", "areas", "ring", "bow tie", "no area", "no length"],
)
def test_the_point_of_a_feature_lies_on_it(shape: shapely.Geometry) -> None:
    spot = make_layer([shape]).point_on(0)
    assert shapely.distance(Point(spot), shapely.make_valid(shape)) < 1e-9


@pytest.mark.parametrize(
    ("scale", "shown"), [(999, False), (1000, True), (4999, True), (5000, False)]
)
def test_a_layer_is_shown_between_its_scales(scale: float, shown: bool) -> None:
    from dataclasses import replace

    spec = replace(make_layer([]).spec, min_scale=1000, max_scale=5000)
    assert spec.shown_at(scale) is shown
