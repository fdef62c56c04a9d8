import pytest
from PySide6.QtCore import QPointF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter

from hetao_map.geometry.columns import Kind
from hetao_map.model.style import PolygonSymbolizer
from hetao_map.model.surround import LegendRow
from hetao_map.render.legend import LegendBlock, legend_block, paint_legend, paint_panel, panel_box
from hetao_map.render.theme import LIGHT
from hetao_map.text.language import Language


@pytest.fixture(autouse=True)
def _qt(qapp) -> None:
    pass


def rows(count: int, title: str = "Ponds and gei wai") -> list[LegendRow]:
    area = (PolygonSymbolizer((200, 0, 0, 255)),)
    return [LegendRow("a", f"{title} {n}", area, frozenset({Kind.POLYGON})) for n in range(count)]


def laid_out(count: int, width: float, height: float, **more: bool) -> LegendBlock:
    block = legend_block(rows(count), Language.EN, QSizeF(width, height), **more)
    assert block is not None
    assert block.size.width() <= width + 0.01
    assert block.size.height() <= height + 0.01
    return block


def test_a_short_legend_is_one_column() -> None:
    block = laid_out(5, 900, 600)
    assert (block.per_column >= 5, block.left_out, len(block.rows)) == (True, 0, 5)


def test_rows_move_closer_before_a_column_is_added() -> None:
    loose, close = laid_out(10, 200, 250), laid_out(10, 200, 200)
    assert loose.row_height > close.row_height
    assert (loose.left_out, close.left_out) == (0, 0)


def test_a_long_legend_takes_more_columns() -> None:
    block = laid_out(40, 900, 300)
    assert block.left_out == 0
    assert block.per_column < 40


def test_a_low_legend_is_spread_over_the_width() -> None:
    block = laid_out(12, 900, 600, low=True)
    assert block.per_column < 5


def test_what_finds_no_room_is_counted() -> None:
    block = laid_out(40, 160, 120)
    assert block.left_out == 40 - len(block.rows) > 0


def test_the_name_of_a_layer_is_not_the_last_line_and_is_not_counted() -> None:
    lines = rows(6)
    lines[2:2] = [LegendRow("b", "Roads", (), frozenset(), is_heading=True)]
    # Room for three lines and what is left out.
    block = legend_block(lines, Language.EN, QSizeF(160, 24 + 4 * 14))
    assert block is not None
    assert [row.is_heading for row in block.rows] == [False, False]
    assert block.left_out == 4


def test_nothing_to_explain_and_no_room_give_no_legend() -> None:
    assert legend_block([], Language.EN, QSizeF(500, 500)) is None
    assert legend_block(rows(5), Language.EN, QSizeF(500, 20)) is None
    assert legend_block(rows(5), Language.EN, QSizeF(30, 500)) is None
    assert legend_block(rows(5), Language.EN, QSizeF(-5, -5)) is None


def test_the_legend_is_painted_within_its_size() -> None:
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    block = laid_out(6, 300, 250)
    painter = QPainter(image)
    paint_legend(painter, block, QPointF(20, 20), LIGHT, 1.0)
    painter.end()
    white = image.pixel(399, 299)
    painted = {(x, y) for x in range(400) for y in range(300) if image.pixel(x, y) != white}
    right, bottom = 20 + block.size.width(), 20 + block.size.height()
    assert {p for p in painted if not (18 <= p[0] <= right and 18 <= p[1] <= bottom)} == set()
    red = {y for x, y in painted if image.pixelColor(x, y).getRgb()[:3] == (200, 0, 0)}
    assert len(red) >= 6 * 8


def test_a_panel_has_a_ground_of_its_own() -> None:
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.black)
    block, corner = laid_out(3, 300, 250), QPointF(10, 10)
    painter = QPainter(image)
    paint_panel(painter, block, corner, LIGHT, 1.0)
    painter.end()
    box = panel_box(block, corner)
    assert image.pixelColor(int(box.right()) - 3, int(box.bottom()) - 3).lightness() > 200
    assert image.pixelColor(int(box.right()) + 3, 20).lightness() == 0
