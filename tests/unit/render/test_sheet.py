from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QFontMetricsF

from hetao_map.geometry.paper import PAGES, page_px
from hetao_map.model.dataset import Catalog
from hetao_map.render.fonts import font
from hetao_map.render.label_text import TextShapes
from hetao_map.render.labels import place_labels
from hetao_map.render.output import _png
from hetao_map.render.picture import Picture
from hetao_map.render.request import LabelRequest
from hetao_map.render.sheet import Sheet, make_sheet
from hetao_map.render.swatch import SWATCH_PX
from hetao_map.text.language import Language
from tests.unit.render.outputs import Looker


@pytest.fixture(autouse=True)
def _qt(qapp) -> None:
    pass


def parts(sheet: Sheet) -> list[QRectF]:
    """The frame, the legend and the small print of a page, in logical pixels."""
    height = sheet.size_px[1]
    small = QFontMetricsF(font(sheet.picture.language, 9))
    foot = len(sheet.small_print) * small.height()
    print_width = max(small.horizontalAdvance(line) for line in sheet.small_print)
    boxes = [sheet.frame, QRectF(38, height - 38 - foot, print_width, foot)]
    if sheet.legend is not None:
        boxes.append(QRectF(sheet.legend_at, sheet.legend.size))
    return boxes


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("language", list(Language))
def test_all_of_a_page_is_on_it_and_nothing_lies_on_another(
    shipped: Catalog, name: str, language: Language
) -> None:
    sheet = make_sheet(page_px(name), Looker(shipped, language))
    assert sheet.legend is not None
    assert sheet.legend.left_out == 0
    boxes = parts(sheet)
    inside = QRectF(36, 36, sheet.size_px[0] - 72, sheet.size_px[1] - 72)
    assert [box for box in boxes if not inside.contains(box)] == []
    assert not any(a.intersects(b) for n, a in enumerate(boxes) for b in boxes[:n])
    assert sheet.frame.width() * sheet.frame.height() > 0.45 * inside.width() * inside.height()


@pytest.mark.parametrize("size", [(450, 450), (700, 450), (450, 900), (2000, 430)])
def test_an_odd_page_is_laid_out_too(shipped: Catalog, size: tuple[int, int]) -> None:
    boxes = parts(make_sheet(size, Looker(shipped)))
    assert not any(a.intersects(b) for n, a in enumerate(boxes) for b in boxes[:n])
    assert boxes[0].width() > 100
    assert boxes[0].height() > 60


def test_a_small_page_is_all_map(shipped: Catalog) -> None:
    sheet = make_sheet((300, 200), Looker(shipped))
    assert not sheet.framed
    assert (sheet.frame, sheet.legend, sheet.small_print) == (QRectF(0, 0, 300, 200), None, ())
    assert sheet.picture.surround.legend == ()


def test_a_page_without_furniture_is_all_map(shipped: Catalog) -> None:
    sheet = make_sheet(page_px("A4-portrait"), Looker(shipped, furniture=False))
    assert not sheet.framed
    assert sheet.picture.viewport.size_px == (794, 1123)


def test_a_long_title_is_set_smaller_before_it_is_cut(shipped: Catalog) -> None:
    wide, narrow = (make_sheet((width, 500), Looker(shipped)) for width in (1200, 760))
    assert wide.title == narrow.title
    assert wide.title_px > narrow.title_px
    assert make_sheet((450, 500), Looker(shipped)).title.endswith("…")


@pytest.mark.parametrize("ratio", [1.0, 150 / 96, 300 / 96])
def test_resolution_moves_no_part_and_no_label(shipped: Catalog, ratio: float) -> None:
    """Within 0.3 mm, which is 1.1 logical pixels."""
    plain, fine = (
        make_sheet(page_px("A4-landscape"), Looker(shipped, ratio=r)) for r in (1, ratio)
    )
    moved = fine.frame.topLeft() - plain.frame.topLeft()
    assert max(abs(moved.x()), abs(moved.y())) < 1.1
    assert fine.frame.size() == plain.frame.size()
    assert fine.small_print == plain.small_print
    for a, b in zip(labels(plain), labels(fine), strict=True):
        assert a == b


def labels(sheet: Sheet) -> list[tuple[str, list[tuple[float, ...]]]]:
    picture = sheet.picture
    request = LabelRequest(
        picture.viewport, picture.catalog.layers, picture.theme, picture.language
    )
    placed, _ = place_labels(request, TextShapes())
    assert len(placed) > 10
    return [
        (label.text, [tuple(round(v, 3) for v in box.getRect()) for box in label.boxes])
        for label in placed
    ]


def test_the_map_does_not_stick_out_of_its_frame(shipped: Catalog) -> None:
    from PySide6.QtGui import QImage

    sheet = make_sheet(page_px("A4-landscape"), Looker(shipped))
    bare = replace(sheet, title="", small_print=(), legend=None)
    bare = replace(bare, picture=replace(bare.picture, surround=type(bare.picture.surround)()))
    image = QImage.fromData(_png(bare))
    paper = image.pixel(0, 0)
    frame = bare.frame.adjusted(-2, -2, 2, 2)
    width, height = image.width(), image.height()
    outside = [
        (x, y)
        for x in range(width)
        for y in (*range(0, int(frame.top())), *range(int(frame.bottom()) + 1, height))
    ]
    outside += [(x, y) for y in range(height) for x in (0, 5, 36, width - 1, width - 5)]
    assert {image.pixel(x, y) for x, y in outside} == {paper}
    assert QSizeF(image.size()) == QSizeF(1123, 794)


def test_the_legend_has_room_for_what_the_frame_shows_and_not_the_whole_page(
    shipped: Catalog,
) -> None:
    looker, page = Looker(shipped), page_px("A4-landscape")
    title = "Research and professional bodies (schematic)"

    def look(size: tuple[int, int]) -> Picture:
        picture = looker(size)
        rows = [replace(row, title="Land") for row in picture.surround.legend]
        if size[0] < page[0]:
            rows[0] = replace(rows[0], title=title)
        return replace(picture, surround=replace(picture.surround, legend=tuple(rows)))

    sheet = make_sheet(page, look)
    assert sheet.legend is not None
    assert sheet.legend.rows[0].title == title
    needed = QFontMetricsF(font(Language.EN, 11)).horizontalAdvance(title)
    assert sheet.legend.column_width - SWATCH_PX[0] > needed
    assert sheet.legend_at.x() + sheet.legend.size.width() < page[0] - 36
