from dataclasses import replace

import pytest
from shapely import LineString, MultiPoint, MultiPolygon, Point, Polygon, box

from hetao_map.model.filters import Compare
from hetao_map.model.layer import Layer
from hetao_map.model.style import (
    LineSymbolizer,
    PointSymbolizer,
    PolygonSymbolizer,
    Rule,
    Stroke,
    Style,
)
from hetao_map.render.layer import render_layer
from hetao_map.render.placed_marks import mark_boxes, mark_sizes
from hetao_map.render.request import RenderRequest, RenderResult
from hetao_map.render.theme import LIGHT
from tests.layers import VIEW, make_layer, style_of
from tests.unit.render.pixels import at

RED, BLUE, NONE = (255, 0, 0, 255), (0, 0, 255, 255), (0, 0, 0, 0)


@pytest.fixture(autouse=True)
def _qt(qapp) -> None:
    pass


def painted(layer: Layer, **view: object) -> RenderResult:
    return render_layer(RenderRequest(replace(VIEW, **view), layer, LIGHT))


def test_an_area_is_filled_and_its_hole_is_not() -> None:
    shape = Polygon(box(10, 10, 90, 90).exterior, [box(40, 40, 60, 60).exterior])
    result = painted(make_layer([shape], style_of(PolygonSymbolizer(RED))))
    assert at(result, 20, 20) == RED
    assert at(result, 50, 50) == NONE
    assert at(result, 5, 5) == NONE
    assert (result.complete, result.features) == (True, 1)


def test_north_is_up() -> None:
    result = painted(make_layer([box(10, 80, 20, 90)], style_of(PolygonSymbolizer(RED))))
    assert at(result, 15, 15) == RED
    assert at(result, 15, 85) == NONE


def test_a_line_has_its_width_and_an_area_its_edge() -> None:
    stroke = LineSymbolizer(Stroke(BLUE, 6))
    result = painted(make_layer([LineString([(0, 50), (100, 50)])], style_of(stroke)))
    assert [at(result, 50, y) for y in (46, 48, 51, 54)] == [NONE, BLUE, BLUE, NONE]
    assert at(painted(make_layer([box(20, 20, 80, 80)], style_of(stroke))), 50, 20) == BLUE


def test_a_mark_is_drawn_at_each_point() -> None:
    mark = PointSymbolizer("square", 10, RED)
    result = painted(make_layer([Point(20, 20), Point(80, 80)], style_of(mark)))
    assert [at(result, *p) for p in ((20, 80), (80, 20), (50, 50))] == [RED, RED, NONE]


def test_an_area_has_its_mark_at_the_centroid_and_a_line_in_its_middle() -> None:
    mark = style_of(PointSymbolizer("square", 10, RED))
    area = painted(make_layer([box(10, 10, 30, 70)], mark))
    assert [at(area, *p) for p in ((20, 60), (12, 88), (20, 40))] == [RED, NONE, NONE]
    line = painted(make_layer([LineString([(10, 10), (10, 90), (90, 90)])], mark))
    assert [at(line, *p) for p in ((10, 10), (10, 90), (50, 50))] == [RED, NONE, NONE]


def test_each_part_of_one_feature_is_not_marked_twice() -> None:
    parts = MultiPolygon([box(10, 10, 20, 20), box(80, 10, 90, 20)])
    result = painted(make_layer([parts], style_of(PointSymbolizer("square", 10, RED))))
    assert [at(result, x, 85) for x in (15, 50, 85)] == [NONE, RED, NONE]


def test_without_a_style_of_its_own_only_a_point_has_a_mark() -> None:
    layer = make_layer([box(20, 20, 80, 80), LineString([(0, 90), (100, 90)]), Point(10, 50)])
    assert mark_sizes(layer, VIEW).tolist() == [[10, 50, 7]]
    result = painted(layer)
    assert at(result, 50, 50) == at(result, 40, 60) != NONE


def test_a_mark_can_be_turned() -> None:
    mark = PointSymbolizer("square", 40, RED)
    straight = painted(make_layer([Point(50, 50)], style_of(mark)))
    turned = painted(make_layer([Point(50, 50)], style_of(replace(mark, rotation=45))))
    assert at(straight, 34, 34) == RED
    assert at(turned, 34, 34) == NONE
    assert at(turned, 50, 26) == RED


def test_rules_are_drawn_in_order_and_the_rest_by_the_else_rule() -> None:
    style = Style(
        (
            Rule(filter=Compare("kind", "=", "a"), symbolizers=(PolygonSymbolizer(RED),)),
            Rule(is_else=True, symbolizers=(PolygonSymbolizer(BLUE),)),
        )
    )
    shapes = [box(0, 0, 50, 100), box(50, 0, 100, 100)]
    result = painted(make_layer(shapes, style, kind=("a", "b")))
    assert (at(result, 25, 50), at(result, 75, 50)) == (RED, BLUE)


def test_a_rule_is_drawn_only_at_its_scales() -> None:
    scale = VIEW.scale_denominator
    for rule, expected in (
        (Rule(min_scale=scale * 2), NONE),
        (Rule(max_scale=scale / 2), NONE),
        (Rule(min_scale=scale / 2, max_scale=scale * 2), RED),
    ):
        style = Style((replace(rule, symbolizers=(PolygonSymbolizer(RED),)),))
        assert at(painted(make_layer([box(0, 0, 100, 100)], style)), 50, 50) == expected


def test_a_dense_screen_gets_a_denser_picture() -> None:
    layer = make_layer([box(0, 0, 100, 100)], style_of(PolygonSymbolizer(RED)))
    image = painted(layer, device_pixel_ratio=2.0).image
    assert (image.width(), image.devicePixelRatio()) == (200, 2)


def test_the_picture_covers_only_what_there_is() -> None:
    layer = make_layer([Point(50, 50)], style_of(PointSymbolizer("circle", 8, RED)))
    result = painted(layer, size_px=(2000, 2000))
    assert result.image.width() < 100


def test_nothing_in_view_gives_no_picture() -> None:
    layer = make_layer([Point(5000, 50)])
    assert painted(layer).image is None
    assert painted(make_layer([])).image is None


def test_a_mark_just_outside_reaches_into_the_view() -> None:
    layer = make_layer([Point(-4, 50)], style_of(PointSymbolizer("square", 20, RED)))
    assert at(painted(layer), 2, 50) == RED


def test_a_stale_job_stops() -> None:
    layer = make_layer([box(0, 0, 100, 100)], style_of(PolygonSymbolizer(RED)))
    result = render_layer(RenderRequest(VIEW, layer, LIGHT), lambda: True)
    assert not result.complete


def test_mark_boxes_are_where_marks_are_seen() -> None:
    layer = make_layer([Point(50, 50), Point(-4, 20), Point(-400, 20)],
                       style_of(PointSymbolizer("square", 20, RED)))  # fmt: skip
    boxes = [box_.getRect() for box_ in mark_boxes(layer, VIEW)]
    assert boxes == [(40, 40, 20, 20), (-14, 70, 20, 20)]


def test_marks_in_the_middle_have_boxes_too() -> None:
    layer = make_layer([box(40, 30, 60, 50)], style_of(PointSymbolizer("square", 20, RED)))
    assert [box_.getRect() for box_ in mark_boxes(layer, VIEW)] == [(40, 50, 20, 20)]
    assert mark_sizes(layer, VIEW).tolist() == [[50, 60, 20]]


def test_a_layer_without_marks_has_no_boxes() -> None:
    assert mark_boxes(make_layer([Point(50, 50)], style_of(PolygonSymbolizer(RED))), VIEW) == []
    assert mark_boxes(make_layer([box(0, 0, 9, 9)]), VIEW) == []


def test_mark_sizes_are_of_what_is_drawn() -> None:
    style = style_of(PointSymbolizer(size=8), PointSymbolizer(size=12))
    layer = make_layer([Point(50, 50), Point(500, 50)], style)
    assert mark_sizes(layer, VIEW).tolist() == [[50, 50, 12]]
    assert mark_sizes(make_layer([box(0, 0, 9, 9)]), VIEW).shape == (0, 3)


def test_each_point_of_several_in_one_feature_has_its_mark() -> None:
    mark = PointSymbolizer("circle", size=12, fill=RED)
    layer = make_layer([MultiPoint([(20, 20), (30, 30)]), Point(50, 50)], style_of(mark))
    assert mark_sizes(layer, VIEW).tolist() == [[20, 80, 12], [30, 70, 12], [50, 50, 12]]
