import pytest
from shapely import GeometryCollection, LineString, Point, Polygon, box

from hetao_map.model.filters import Compare
from hetao_map.model.style import (
    LabelPart,
    LineSymbolizer,
    PolygonSymbolizer,
    Rule,
    Stroke,
    Style,
    TextSymbolizer,
)
from hetao_map.query.identify import identify
from tests.layers import make_layer, style_of

LABEL = TextSymbolizer((LabelPart("name", True),))


def ids(layers, point=(5, 5), tolerance=3.0) -> list[str]:
    return [hit.ref.id for hit in identify(layers, point, tolerance)]


def test_points_come_before_lines_and_lines_before_areas() -> None:
    layer = make_layer(
        [box(0, 0, 10, 10), LineString([(0, 5), (10, 5)]), Point(5, 7)],
        id=("area", "line", "point"),
    )
    assert ids([layer]) == ["point", "line", "area"]


def test_the_smaller_area_comes_first_whatever_the_order_of_layers() -> None:
    large = make_layer([box(0, 0, 100, 100)], layer_id="large", id=("large",))
    small = make_layer([box(4, 4, 6, 6)], layer_id="small", id=("small",))
    assert ids([large, small]) == ids([small, large]) == ["small", "large"]


def test_an_area_around_the_point_comes_before_one_beside_it() -> None:
    layer = make_layer([box(0, 0, 100, 100), box(-9, 0, -1, 9)], id=("around", "beside"))
    assert ids([layer], point=(1, 5)) == ["around", "beside"]


def test_the_nearer_point_comes_first_and_of_two_alike_the_upper_layer() -> None:
    lower = make_layer([Point(5, 6), Point(5, 5.5)], layer_id="lower", id=("far", "near"))
    upper = make_layer([Point(5, 6)], layer_id="upper", id=("upper",))
    assert ids([lower, upper]) == ["near", "upper", "far"]


def test_a_feature_is_listed_once_with_its_best_part() -> None:
    layer = make_layer([GeometryCollection([box(0, 0, 10, 10), Point(5, 6)])], id=("both",))
    (hit,) = identify([layer], (5, 5), 3)
    assert hit.distance == 1


def test_nothing_beyond_the_tolerance_is_hit() -> None:
    layer = make_layer([Point(5, 9)], id=("a",))
    assert ids([layer], tolerance=3.9) == []
    assert ids([layer], tolerance=4) == ["a"]


def test_a_hole_is_not_hit() -> None:
    ring = Polygon(box(-50, -50, 60, 60).exterior, [box(0, 0, 10, 10).exterior])
    assert ids([make_layer([ring])]) == []


@pytest.mark.parametrize("style", [style_of(LABEL), Style()], ids=["only a label", "no rule"])
def test_what_is_not_drawn_cannot_be_hit(style: Style) -> None:
    assert ids([make_layer([box(0, 0, 10, 10)], style)]) == []


def test_a_rule_draws_only_its_own_rows() -> None:
    drawn = Rule(filter=Compare("kind", "=", "a"), symbolizers=(PolygonSymbolizer(),))
    other = Rule(is_else=True, symbolizers=(LABEL,))
    layer = make_layer([box(0, 0, 9, 9)] * 2, Style((drawn, other)), kind=("a", "b"), id=("a", "b"))
    assert ids([layer]) == ["a"]


def test_what_is_left_over_is_drawn_by_the_else_rule() -> None:
    first = Rule(filter=Compare("kind", "=", "a"), symbolizers=(LABEL,))
    rest = Rule(is_else=True, symbolizers=(LineSymbolizer(Stroke((0, 0, 0, 255))),))
    layer = make_layer([box(0, 0, 9, 9)] * 2, Style((first, rest)), kind=("a", "b"), id=("a", "b"))
    assert ids([layer]) == ["b"]
