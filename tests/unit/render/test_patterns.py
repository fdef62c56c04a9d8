import re

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QPainter, QPdfWriter
from shapely import box

from hetao_map.model.style import Hatch, MarkFill, PointSymbolizer, PolygonSymbolizer
from hetao_map.render.direct import paint_directly
from hetao_map.render.layer import render_layer
from hetao_map.render.request import RenderRequest
from hetao_map.render.theme import LIGHT
from tests.layers import VIEW, make_layer, style_of
from tests.unit.render.pixels import at

RED, CLEAR = (255, 0, 0, 255), (0, 0, 0, 0)
AREA = box(10, 10, 90, 90)
HATCHES = {
    "lines": Hatch(RED, (0.0,), spacing=10, width=4),
    "marks": MarkFill(PointSymbolizer("square", 4, RED), (10, 10)),
}


def request(pattern: Hatch | MarkFill, view=VIEW) -> RenderRequest:
    layer = make_layer([AREA], style_of(PolygonSymbolizer(pattern=pattern)))
    return RenderRequest(view, layer, LIGHT)


def test_lines_stand_at_their_distance() -> None:
    """The map's origin, at the lower left of the view, is where a pattern begins."""
    result = render_layer(request(HATCHES["lines"]))
    assert [at(result, 50, y) for y in (20, 25, 30, 35)] == [RED, CLEAR, RED, CLEAR]
    assert at(result, 5, 20) == CLEAR


def test_marks_stand_in_rows_and_columns() -> None:
    result = render_layer(request(HATCHES["marks"]))
    assert [at(result, x, y) for x, y in ((20, 20), (25, 20), (20, 25), (30, 70))] == [
        RED, CLEAR, CLEAR, RED
    ]  # fmt: skip


@pytest.mark.parametrize("pattern", HATCHES.values(), ids=HATCHES)
def test_a_pattern_moves_with_the_ground(pattern: Hatch | MarkFill) -> None:
    moved = render_layer(request(pattern, VIEW.panned(3, 3)))
    still = render_layer(request(pattern))
    assert [at(still, n, n) for n in range(30, 60)] == [
        at(moved, n + 3, n + 3) for n in range(30, 60)
    ]


def test_a_pattern_in_a_document_is_made_of_lines(qapp) -> None:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    painter = QPainter(writer)
    paint_directly(painter, request(HATCHES["lines"]))
    painter.end()
    assert not re.search(rb"/Subtype\s*/Image", data.data())
