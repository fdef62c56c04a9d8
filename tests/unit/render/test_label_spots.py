from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF
from shapely import LineString, Point, box

from hetao_map.geometry.columns import Kind
from hetao_map.model.style import LabelPart, LineSymbolizer, Rule, Stroke, Style, TextSymbolizer
from hetao_map.render.label_spots import at_home, label_centers, line_boxes, line_spots
from hetao_map.render.label_text import TextShapes
from hetao_map.render.labels import place_labels
from hetao_map.render.request import LabelRequest
from hetao_map.render.theme import LIGHT
from hetao_map.text.language import Language
from tests.layers import VIEW, columns_of, make_layer, style_of

NAME = TextSymbolizer((LabelPart("name", is_column=True),), size=10, anchor=(0, 0.5),
                      displacement=(6, 0))  # fmt: skip
PEN = LineSymbolizer(Stroke((0, 0, 0, 255), 4))
BOX = QRectF(-20, -6, 40, 12)
WINDOW = QRectF(0, 0, 100, 100)


@pytest.mark.parametrize("kind", list(Kind))
def test_the_place_that_the_style_wants_comes_first(kind: Kind) -> None:
    first = next(label_centers(NAME, kind, [(50, 50)], BOX))
    assert (first.x(), first.y()) == (76, 50)


def test_a_label_beside_a_point_never_covers_it() -> None:
    for center in label_centers(NAME, Kind.POINT, [(50, 50)], BOX):
        assert not BOX.translated(center).contains(50, 50)


def test_a_label_of_an_area_stays_near_its_middle() -> None:
    plain = replace(NAME, anchor=(0.5, 0.5), displacement=(0, 0))
    for center in label_centers(plain, Kind.POLYGON, [(50, 50)], BOX):
        assert BOX.adjusted(-24, -24, 24, 24).translated(center).contains(50, 50)


def test_a_label_far_from_its_area_is_not_at_home() -> None:
    (column,) = columns_of(box(0, 0, 50, 100)).columns
    assert at_home(column, 0, VIEW, QPointF(55, 20), 6)
    assert not at_home(column, 0, VIEW, QPointF(57, 20), 6)
    (line,) = columns_of(LineString([(0, 0), (9, 9)])).columns
    assert at_home(line, 0, VIEW, QPointF(90, 20), 6)


def test_a_line_has_its_label_where_it_is_seen() -> None:
    (column,) = columns_of(LineString([(-900, 50), (60, 50)])).columns
    spots = line_spots(column, 0, VIEW, WINDOW)
    assert all(WINDOW.contains(x, y) for x, y in spots)
    assert spots[0] == pytest.approx((30, 50), abs=8)
    assert line_spots(column, 0, VIEW.panned(500, 0), QRectF(70, 0, 9, 9)) == []


def test_labels_keep_off_the_lines_that_have_names_beside_them() -> None:
    line = LineString([(50, 0), (50, 100)])
    named = make_layer([line], style_of(PEN, NAME), name=("A name",))
    boxes = line_boxes(named, VIEW)
    assert boxes
    assert all(abs(found.center().x() - 50) < 1 for found in boxes)
    followed = make_layer([line], style_of(PEN, replace(NAME, follow_line=True)), name=("A",))
    assert line_boxes(followed, VIEW) == []
    assert line_boxes(make_layer([line], style_of(PEN)), VIEW) == []


def test_a_label_of_a_line_does_not_cross_it(qapp) -> None:
    line = LineString([(30, 0), (70, 100)])
    layer = make_layer([line], style_of(PEN, NAME), name=("Bridge",))
    (label,), hidden = place_labels(LabelRequest(VIEW, (layer,), LIGHT, Language.EN), TextShapes())
    assert hidden == 0
    assert not any(label.boxes[0].intersects(found) for found in line_boxes(layer, VIEW))


def test_a_label_can_be_turned_and_measured_in_metres(qapp) -> None:
    def size(symbolizer: TextSymbolizer) -> np.ndarray:
        style = Style((Rule(symbolizers=(symbolizer,)),))
        layer = make_layer([Point(50, 50)], style, name=("Somewhere",))
        request = LabelRequest(VIEW, (layer,), LIGHT, Language.EN)
        ((label,), _) = place_labels(request, TextShapes())
        (found,) = label.boxes
        return np.array([found.width() - 4, found.height() - 4])

    plain = replace(NAME, anchor=(0.5, 0.5), displacement=(0, 0))
    wide, high = size(plain)
    assert size(replace(plain, rotation=90)) == pytest.approx([high, wide])
    assert size(replace(plain, unit_m=1.2))[1] == pytest.approx(high * 1.2, rel=0.1)
