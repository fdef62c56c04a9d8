"""Names that stand off their marks where marks crowd."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely import LineString, Point, box

from hetao_map.geometry.projection import to_map
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.dataset import Catalog
from hetao_map.model.style import LabelPart, PointSymbolizer, TextSymbolizer
from hetao_map.render.label_places import PlacedLabel
from hetao_map.render.label_room import crossing
from hetao_map.render.label_text import TextShapes
from hetao_map.render.labels import place_labels
from hetao_map.render.placed_marks import mark_boxes
from hetao_map.render.request import LabelRequest
from hetao_map.render.theme import LIGHT
from hetao_map.text.language import Language
from tests.layers import make_layer, style_of

SHAPES = TextShapes()
VIEW = Viewport(center=(200, 150), metres_per_px=1, size_px=(400, 300))
MARK = PointSymbolizer("circle", 12, (255, 0, 0, 255))
NAME = TextSymbolizer((LabelPart("name", True),), displacement=(8, 0), anchor=(0, 0.5))
CROWD = [(200 + 24 * column, 150 + 24 * row) for column in (-1, 0, 1) for row in (-1, 0, 1)]


@pytest.fixture(autouse=True)
def _qt(qapp) -> None:
    pass


def crowd(max_displacement: float) -> tuple[list[PlacedLabel], int]:
    label = replace(NAME, max_displacement=max_displacement)
    names = [f"Building number {n}" for n in range(len(CROWD))]
    layer = make_layer([Point(spot) for spot in CROWD], style_of(MARK, label), name=names)
    return place_labels(LabelRequest(VIEW, (layer,), LIGHT, Language.EN), SHAPES)


def as_shapes(label: PlacedLabel) -> list[object]:
    found: list[object] = [box(b.left(), b.top(), b.right(), b.bottom()) for b in label.boxes]
    if label.leader is not None:
        ends = (label.leader.start, label.leader.end)
        found.append(LineString([point.toTuple() for point in ends]))
    return found


def test_a_crowd_is_named_with_lines_that_cross_nothing() -> None:
    _, without = crowd(0)
    placed, hidden = crowd(150)
    assert without > 0
    assert hidden == 0
    assert any(label.leader for label in placed)
    for one, other in combinations(placed, 2):
        assert not any(a.intersects(b) for a in as_shapes(one) for b in as_shapes(other))


def test_a_line_goes_from_the_mark_to_its_name() -> None:
    for label in crowd(150)[0]:
        if label.leader is not None:
            x, y = label.wish.spot
            start, end = label.leader.start, label.leader.end
            assert 5 < np.hypot(start.x() - x, start.y() - y) < 9
            assert label.boxes[0].adjusted(-1, -1, 1, 1).contains(end)


def test_a_mark_alone_has_its_name_beside_it() -> None:
    label = replace(NAME, max_displacement=150)
    layer = make_layer([Point(200, 150)], style_of(MARK, label), name=("Alone",))
    (placed,), _ = place_labels(LabelRequest(VIEW, (layer,), LIGHT, Language.EN), SHAPES)
    assert placed.leader is None


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("center", [(114.0625, 22.5155), (114.058, 22.516)])
def test_all_of_the_zone_is_named_at_1_to_25_000(
    shipped: Catalog, language: Language, center: tuple[float, float]
) -> None:
    view = Viewport(to_map(center, 2326), 1, (1200, 800)).at_scale(25_000)
    visible = frozenset(layer.id for layer in shipped.layers if layer.spec.visible)
    layers = shipped.shown(visible, 25_000)
    placed, _ = place_labels(LabelRequest(view, layers, LIGHT, language), SHAPES)
    named = {(label.key[0], label.key[1]) for label in placed}
    for layer in layers:
        if layer.id in ("innovation_sites", "ports", "crossing_channels"):
            assert [n for n in layer.ids if (layer.id, layer.row_of(n)) not in named] == []
    marks = [mark for layer in layers for mark in mark_boxes(layer, view)]
    for one, other in combinations(placed, 2):
        assert not any(a.intersects(b) for a in one.boxes for b in other.boxes)
    assert not any(part.intersects(mark) for one in placed for part in one.boxes for mark in marks)


numbers = st.integers(-40, 40)


@given(st.tuples(*[numbers] * 4), st.tuples(numbers, numbers, st.integers(1, 30)))
def test_a_crossing_is_what_shapely_says(
    line: tuple[int, int, int, int], square: tuple[int, int, int]
) -> None:
    x, y, size = square
    edges = (x, y, x + size, y + size)
    inner = box(*edges).buffer(-1e-6)
    found = crossing(np.array([line], dtype=float), np.array([edges], dtype=float))[0, 0]
    exact = LineString([line[:2], line[2:]]).intersects(inner)
    touching = LineString([line[:2], line[2:]]).touches(box(*edges))
    assert found == exact or touching


@pytest.mark.parametrize("language", list(Language))
def test_a_name_off_its_mark_does_not_lie_beside_another(
    shipped: Catalog, language: Language
) -> None:
    view = Viewport(to_map((114.058, 22.514), 2326), 1, (900, 600)).at_scale(50_000)
    visible = frozenset(layer.id for layer in shipped.layers if layer.spec.visible)
    layers = shipped.shown(visible, 50_000)
    placed, _ = place_labels(LabelRequest(view, layers, LIGHT, language), SHAPES)
    ports = {label.key: label.wish.spot for label in placed if label.key[0] == "ports"}
    assert len(ports) == 4
    for label in placed:
        if label.key in ports and label.leader is not None:
            (edges,) = label.boxes
            around = box(edges.left(), edges.top(), edges.right(), edges.bottom())
            others = [Point(spot) for key, spot in ports.items() if key != label.key]
            assert all(around.distance(other) > 15 for other in others)
