from dataclasses import replace

import pytest
from shapely import LineString, Point, box

from hetao_map.geometry.columns import Geometries, Kind
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.dataset import Catalog
from hetao_map.model.filters import Compare
from hetao_map.model.style import (
    LabelPart,
    LineSymbolizer,
    PointSymbolizer,
    PolygonSymbolizer,
    Rule,
    Stroke,
    Style,
    TextSymbolizer,
)
from hetao_map.query.legend import layer_legend, legend_rows
from hetao_map.text.language import Language
from hetao_map.text.localized import LocalizedText, same
from tests.layers import VIEW, make_layer

AREA = PolygonSymbolizer((1, 2, 3, 255))
EDGE = LineSymbolizer(Stroke((4, 5, 6, 255)))
MARK = PointSymbolizer()
NAME = TextSymbolizer((LabelPart("name", is_column=True),))


def rule(kind: str, title: str = "", *symbolizers: object, **more: object) -> Rule:
    condition = Compare("kind", "=", kind)
    return Rule(title=same(title), filter=condition, symbolizers=symbolizers or (AREA,), **more)


def titles(layer: object, view: Viewport = VIEW, language: Language = Language.EN) -> list[str]:
    return [row.title for row in legend_rows([layer], view, language)]


def two_kinds(*rules: Rule):
    shapes = [box(10, 10, 20, 20), box(500, 500, 510, 510)]
    return make_layer(shapes, Style(rules), kind=["near", "far"])


def test_only_rules_that_draw_something_in_view_have_a_row() -> None:
    layer = two_kinds(rule("near", "Near"), rule("far", "Far"), rule("none", "None"))
    assert titles(layer) == ["Near"]
    assert titles(layer, VIEW.zoomed(0.05)) == ["Near", "Far"]
    assert titles(layer, VIEW.panned(5000, 0)) == []


def test_classes_of_a_gis_stand_below_the_name_of_their_layer() -> None:
    gis = (replace(rule("near", "1"), title=LocalizedText(en="1")), rule("far", "2"))
    layer = two_kinds(*gis)
    rows = legend_rows([layer], VIEW, Language.EN)
    assert [(row.title, row.is_heading) for row in rows] == [("Things", True), ("1", False)]
    assert titles(layer, VIEW.panned(5000, 0)) == []
    named = two_kinds(replace(gis[0], title=LocalizedText(en="Things")))
    assert titles(named) == ["Things"]


def test_a_shape_whose_box_alone_is_in_view_is_not_in_view() -> None:
    around = LineString([(-50, 50), (-50, -50), (150, -50), (150, 150)])
    layer = make_layer([around], Style((Rule(title=same("Line"), symbolizers=(EDGE,)),)))
    assert titles(layer) == []
    assert titles(layer, VIEW.zoomed(0.5)) == ["Line"]


def test_only_rules_of_this_scale_have_a_row() -> None:
    layer = two_kinds(rule("near", "Near", max_scale=VIEW.scale_denominator))
    assert titles(layer) == []
    assert titles(layer, VIEW.zoomed(1.01)) == ["Near"]


def test_labels_have_no_row() -> None:
    rows = legend_rows(
        [two_kinds(rule("near", "Name", NAME), rule("near", "Area", AREA, NAME))], VIEW, Language.EN
    )
    assert [(row.title, row.symbolizers) for row in rows] == [("Area", (AREA,))]


def test_rules_without_a_title_stand_for_their_layer_once() -> None:
    layer = two_kinds(rule("near"), rule("near", "", EDGE))
    (row,) = legend_rows([layer], VIEW, Language.EN)
    assert (row.title, row.symbolizers) == ("Things", (AREA, EDGE))


def test_rules_without_a_title_add_nothing_to_those_that_have_one() -> None:
    assert titles(two_kinds(rule("near", "Near"), rule("near", "", EDGE))) == ["Near"]


def test_an_else_rule_takes_what_is_left() -> None:
    rest = Rule(title=same("Rest"), is_else=True, symbolizers=(AREA,))
    assert titles(two_kinds(rule("far", "Far"), rest)) == ["Rest"]
    assert titles(two_kinds(rule("near", "Near"), rest)) == ["Near"]


def test_layers_come_from_the_top_down_and_rules_in_their_order() -> None:
    below = make_layer([box(0, 0, 9, 9)], Style((Rule(title=same("B"), symbolizers=(AREA,)),)))
    above = two_kinds(rule("near", "A1"), rule("near", "A2"))
    assert [r.title for r in legend_rows([below, above], VIEW, Language.EN)] == ["A1", "A2", "B"]


def test_a_row_knows_what_it_stands_for() -> None:
    shapes = [Point(5, 5), LineString([(0, 0), (9, 9)]), box(900, 900, 910, 910)]
    (row,) = legend_rows([make_layer(shapes)], VIEW, Language.EN)
    assert row.kinds == {Kind.POINT, Kind.LINE}


@pytest.mark.parametrize(
    ("language", "title"),
    [(Language.ZH_HANS, "线"), (Language.ZH_HANT, "綫"), (Language.EN, "Line")],
)
def test_titles_come_in_the_language(language: Language, title: str) -> None:
    style = Style((Rule(title=LocalizedText("线", "綫", "Line"), symbolizers=(MARK,)),))
    assert titles(make_layer([Point(5, 5)], style), VIEW, language) == [title]


def test_the_map_that_ships_is_explained_without_repetition(shipped: Catalog) -> None:
    extent = shipped.extent("theme")
    assert extent is not None
    view = Viewport(size_px=(1200, 800)).fitted(extent)
    for language in Language:
        found = [row.title for row in legend_rows(shipped.layers, view, language)]
        assert len(found) == len(set(found)) > 15
        assert all(found)


def test_a_layer_that_is_only_its_own_name_has_no_entries_of_its_own() -> None:
    one, two = two_kinds(rule("near", "Things")), two_kinds(rule("near", "Near"))
    same_name = replace(one, spec=replace(one.spec, title=same("Things")))
    assert layer_legend(same_name, VIEW, Language.EN) == ()
    assert [row.title for row in layer_legend(two, VIEW, Language.EN)] == ["Near"]


def test_of_a_layer_read_by_its_index_the_style_alone_is_asked() -> None:
    layer = two_kinds(rule("far", "Far"), rule("none", "None"), rule("near", "No", max_scale=1))
    unread = replace(layer, geometries=Geometries(()))
    assert [row.title for row in layer_legend(unread, VIEW, Language.EN)] == ["Far", "None"]
