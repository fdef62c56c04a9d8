"""Styles as QGIS 3.22 wrote them (tests/parity/renew.py), read without QGIS."""

from pathlib import Path

import pytest

from hetao_map.data.sld import parse
from hetao_map.model.expressions import Arithmetic, Constant, Property
from hetao_map.model.filters import ALL, And, Compare, IsNull, Like, Not, Or, Relation
from hetao_map.model.style import (
    Hatch,
    LabelPart,
    LineSymbolizer,
    PointSymbolizer,
    PolygonSymbolizer,
    Stroke,
    Style,
    TextSymbolizer,
)

FIXTURES = Path(__file__).resolve().parents[3] / "fixtures"
NAMES = sorted(path.stem for path in FIXTURES.glob("qgis_*.sld"))


def style(name: str, by_qgis: bool = True) -> Style:
    return parse((FIXTURES / f"{name}.sld").read_text(encoding="utf-8"), by_qgis=by_qgis)


def only(name: str):
    ((symbolizer,),) = (rule.symbolizers for rule in style(name).rules)
    return symbolizer


@pytest.mark.parametrize("name", NAMES)
def test_all_that_qgis_wrote_is_understood(name: str) -> None:
    found = style(name)
    assert found.notes == ()
    assert all(rule.symbolizers for rule in found.rules)


def test_its_dashes_count_in_widths() -> None:
    area = only("qgis_single_areas")
    assert isinstance(area, PolygonSymbolizer)
    assert area.fill == (0, 114, 178, 89)
    assert area.stroke == Stroke((0, 80, 126, 255), 2, (8, 4), join="bevel")


def test_it_offsets_lines_to_the_right() -> None:
    line = only("qgis_single_lines")
    assert isinstance(line, LineSymbolizer)
    assert (line.offset, line.stroke.cap) == (-6, "round")


def test_it_turns_and_lowers_displacements() -> None:
    mark = only("qgis_single_points")
    assert isinstance(mark, PointSymbolizer)
    assert (mark.mark, mark.size, mark.rotation) == ("pentagon", 15, 30)
    # 3 to the right and 6 down, then turned by 30 degrees clockwise.
    assert mark.displacement == pytest.approx((-0.4019, -6.6962), abs=1e-4)


def test_its_centroid_fill_is_a_mark_beside_the_area() -> None:
    ((area, mark),) = (rule.symbolizers for rule in style("qgis_centroids_areas").rules)
    assert isinstance(area, PolygonSymbolizer)
    assert isinstance(mark, PointSymbolizer)
    assert (mark.mark, mark.points_only) == ("triangle", False)


def test_all_other_values_are_what_is_left() -> None:
    *kinds, rest = style("qgis_categorised_areas").rules
    assert [rule.filter for rule in kinds] == [Compare("kind", "=", kind) for kind in "abc"]
    assert (rest.is_else, rest.filter) == (True, ALL)


def test_without_qgis_beside_it_a_missing_value_is_one() -> None:
    *_, rest = style("qgis_categorised_areas", by_qgis=False).rules
    assert rest.filter == Or((Compare("kind", "=", ""), IsNull("kind")))
    assert not rest.is_else


def test_steps_are_ranges() -> None:
    first, second, *_ = style("qgis_graduated_areas").rules
    assert first.filter == And((Compare("n", ">=", "0"), Compare("n", "<=", "5")))
    assert second.filter == And((Compare("n", ">", "5"), Compare("n", "<=", "11")))


def test_an_else_that_it_wrote_as_a_comment_is_one() -> None:
    rest, hatched, edge = style("qgis_rules_areas").rules
    assert rest.is_else
    kinds = Or((Compare("kind", "=", "a"), Compare("kind", "=", "b")))
    assert hatched.filter == And((kinds, Compare("n", ">", "4")))
    twice = Arithmetic("*", Property("n"), Constant("2"))
    sevens = Like("name", "(?s:.*7)")
    assert edge.filter == Or((Relation(twice, ">=", Constant("30")), sevens))
    assert (edge.min_scale, edge.max_scale) == (1000, 80000)


def test_a_hatch_has_angle_distance_and_width() -> None:
    hatched = style("qgis_rules_areas").rules[1].symbolizers[0]
    assert hatched == PolygonSymbolizer(pattern=Hatch((0, 158, 115, 255), (30,), 10, 2))


def test_conditions_on_missing_values() -> None:
    casing, core, _ = style("qgis_rules_lines").rules
    assert casing.filter == core.filter == Not(IsNull("kind"))


def test_its_labels_stand_apart_from_what_is_drawn() -> None:
    mark, label = style("qgis_labelled_points").rules
    assert mark.symbolizers == (PointSymbolizer("square", 9, (0, 114, 178, 255)),)
    (text,) = label.symbolizers
    assert isinstance(text, TextSymbolizer)
    assert text.label == (LabelPart("name", is_column=True),)
    assert (text.anchor, text.displacement, text.halo_radius) == ((0, 0.5), (7, 0), 1.5)
    assert label.part != mark.part
