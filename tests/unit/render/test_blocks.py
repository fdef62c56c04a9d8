"""Polygons of a crowd as blocks: as much ink as the boxes that a painter draws."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from hetao_map.geometry.columns import Blocks, Kind
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.style import Hatch, LineSymbolizer, PolygonSymbolizer, Stroke, Symbolizer
from hetao_map.render.blocks import paint_blocks
from hetao_map.render.coverage import boxed
from hetao_map.render.request import RenderRequest, new_image
from hetao_map.render.stamps import pixels_of
from hetao_map.render.theme import LIGHT
from tests.unit.render.test_layer import make_layer

SIZE = (60, 40)
VIEW = Viewport((30.0, 20.0), 1.0, SIZE)
EDGE = Stroke((10, 20, 30, 255), 1.0)
SPOT = st.floats(-30, 80, width=32)


@given(st.lists(st.tuples(SPOT, SPOT, st.floats(0, 5), st.floats(0, 5)), max_size=6))
def test_boxes_cover_their_area_wherever_they_lie(found: list[tuple[float, ...]]) -> None:
    array = np.array(found, dtype=float).reshape(-1, 4)
    boxes = np.hstack([array[:, :2], array[:, :2] + array[:, 2:]])
    low = np.clip(boxes[:, :2], 0, SIZE)
    high = np.clip(boxes[:, 2:], 0, SIZE)
    shares = boxed(boxes, SIZE)
    assert shares.shape == (SIZE[1], SIZE[0])
    assert shares.sum() == pytest.approx((high - low).prod(axis=1).sum(), abs=0.01)


def painted(symbolizer: Symbolizer, blocks: Blocks) -> np.ndarray:
    image = new_image(QRectF(0, 0, *SIZE), 1.0)
    painter = QPainter(image)
    request = RenderRequest(VIEW, make_layer([]), LIGHT)
    paint_blocks(painter, request, symbolizer, blocks, QRectF(0, 0, *SIZE))
    painter.end()
    pixels = pixels_of(image)
    return pixels.view(np.uint8).reshape(*pixels.shape, 4).astype(int)


BLOCK = Blocks(np.array([(10.0, 10.0, 14.0, 13.0)]), np.array([0]))


def test_a_block_has_its_fill_within_its_edge() -> None:
    found = painted(PolygonSymbolizer((200, 100, 50, 255), EDGE), BLOCK)
    # The block reaches from row 27 to row 30, half of the edge lies outside.
    assert found[28, 11].tolist() == [50, 100, 200, 255]
    assert found[27, 10, 2] < 100
    assert found[26, 12, 3] == pytest.approx(128, abs=2)
    assert found[24, 12, 3] == 0


def test_a_line_alone_leaves_the_inside_empty() -> None:
    found = painted(LineSymbolizer(EDGE), BLOCK)
    assert found[28, 11, 3] == 0
    assert found[26, 12, 3] == pytest.approx(128, abs=2)


def test_a_pattern_is_a_tint() -> None:
    hatch = Hatch((255, 0, 0, 255), (45.0,), 4.0, 2.0)
    symbolizer = replace(PolygonSymbolizer(None), pattern=hatch)
    assert 0 < painted(symbolizer, BLOCK)[28, 11, 3] < 255


def test_a_block_is_smaller_than_its_box_and_in_its_middle() -> None:
    block = Blocks.within(np.array([(0.0, 0.0, 10.0, 20.0)]), np.array([5]))
    xmin, ymin, xmax, ymax = block.bounds[0].tolist()
    assert 0 < xmin < xmax < 10
    assert (xmin + xmax) / 2 == pytest.approx(5)
    assert (ymin + ymax) / 2 == pytest.approx(10)
    column = block.areas()
    assert column.kind is Kind.POLYGON
    assert column.rows.tolist() == [5]
    assert len(column.rings_of(0)[0]) == 5
