from dataclasses import replace

import pytest
from PySide6.QtCore import QBuffer, QRect
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator
from shapely import LineString, Point, box

from hetao_map.model.feature import FeatureRef
from hetao_map.model.style import PointSymbolizer, PolygonSymbolizer
from hetao_map.render.compose import (
    paint_below_marks,
    paint_highlight,
    paint_results,
    render_highlight,
)
from hetao_map.render.layer import render_layer
from hetao_map.render.request import RenderRequest, RenderResult, padded_view
from hetao_map.render.theme import LIGHT
from tests.layers import VIEW, make_catalog, make_layer, style_of
from tests.unit.render.pixels import colour

RED, EMPTY = (255, 0, 0, 255), (0, 0, 0, 0)


@pytest.fixture
def image(qapp) -> QImage:
    image = QImage(100, 100, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    return image


def draw(image: QImage, paint) -> QImage:
    painter = QPainter(image)
    paint(painter)
    painter.end()
    return image


def area(view=VIEW) -> RenderResult:
    layer = make_layer([box(40, 40, 60, 60)], style_of(PolygonSymbolizer(RED)))
    return render_layer(RenderRequest(view, layer, LIGHT))


def test_an_older_picture_moves_with_the_map(image: QImage) -> None:
    draw(image, lambda painter: paint_results(painter, [area()], VIEW.panned(30, -20)))
    assert colour(image, 80, 30) == RED
    assert colour(image, 50, 50) == EMPTY


def test_an_older_picture_grows_with_the_map(image: QImage) -> None:
    draw(image, lambda painter: paint_results(painter, [area()], VIEW.zoomed(3)))
    assert colour(image, 25, 25) == RED
    assert colour(image, 10, 10) == EMPTY


def test_a_picture_of_a_wider_view_lies_in_its_place(image: QImage) -> None:
    result = area(padded_view(VIEW, 40))
    draw(image, lambda painter: paint_results(painter, [result], VIEW))
    assert [colour(image, p, p) for p in (38, 42, 58, 62)] == [EMPTY, RED, RED, EMPTY]


def test_later_pictures_lie_above(image: QImage) -> None:
    blue = make_layer([box(40, 40, 60, 60)], style_of(PolygonSymbolizer((0, 0, 255, 255))))
    results = [RenderResult(VIEW), area(), render_layer(RenderRequest(VIEW, blue, LIGHT))]
    draw(image, lambda painter: paint_results(painter, results, VIEW))
    assert colour(image, 50, 50) == (0, 0, 255, 255)


@pytest.mark.parametrize(
    ("shape", "spot"),
    [
        (box(20, 20, 80, 80), (20, 50)),
        (LineString([(0, 50), (100, 50)]), (50, 50)),
        (Point(50, 50), (50, 37)),
    ],
    ids=["area", "line", "point"],
)
def test_the_highlight_runs_around_the_feature(image: QImage, shape, spot) -> None:
    catalog = make_catalog(make_layer([shape], id=("a",)))
    draw(image, lambda p: paint_highlight(p, catalog, FeatureRef("things", "a"), VIEW, LIGHT))
    assert colour(image, *spot)[:3] == LIGHT.accent


@pytest.mark.parametrize(
    "shape", [box(20, 20, 80, 80), LineString([(0, 50), (100, 50)]), Point(50, 50)]
)
def test_the_highlight_as_a_picture_is_the_highlight(image: QImage, shape) -> None:
    catalog, ref = make_catalog(make_layer([shape], id=("a",))), FeatureRef("things", "a")
    painted = draw(image.copy(), lambda p: paint_highlight(p, catalog, ref, VIEW, LIGHT))
    result = render_highlight(catalog, ref, padded_view(VIEW, 40), LIGHT)
    draw(image, lambda painter: paint_results(painter, [result], VIEW))
    assert image == painted


@pytest.mark.parametrize(
    "ref", [None, FeatureRef("things", "b"), FeatureRef("others", "a")], ids=str
)
def test_nothing_is_highlighted_for_what_is_not_there(image: QImage, ref) -> None:
    catalog = make_catalog(make_layer([box(20, 20, 80, 80)], id=("a",)))
    before = image.copy()
    draw(image, lambda painter: paint_highlight(painter, catalog, ref, VIEW, LIGHT))
    draw(image, lambda p: paint_results(p, [render_highlight(catalog, ref, VIEW, LIGHT)], VIEW))
    assert image == before


def test_a_result_without_a_picture_has_no_place() -> None:
    assert RenderResult(VIEW).placed(replace(VIEW, metres_per_px=2)).isEmpty()


RIVER = make_layer([LineString([(0, 50), (100, 50)])], layer_id="river", id=("a",))
PORT = make_layer(
    [Point(50, 50)], style_of(PointSymbolizer("square", 16, (0, 0, 255, 255))), layer_id="port"
)
ON_RIVER = make_catalog(RIVER, PORT)
LOOKS = [(RenderRequest(VIEW, layer, LIGHT), 1.0) for layer in (RIVER, PORT)]
HIGHLIGHT = (ON_RIVER, FeatureRef("river", "a"), VIEW, LIGHT, LOOKS)


def test_a_highlight_leaves_the_marks_on_its_line_whole(image: QImage) -> None:
    below = [render_layer(request) for request, _ in LOOKS]
    draw(image, lambda painter: paint_results(painter, below, VIEW))
    before = image.copy()
    draw(image, lambda painter: paint_below_marks(painter, *HIGHLIGHT))
    assert colour(image, 20, 50)[:3] == LIGHT.accent
    mark = QRect(43, 43, 14, 14)
    assert image.copy(mark) == before.copy(mark)


def test_in_a_drawing_the_marks_come_after_the_highlight(qapp) -> None:
    buffer, generator = QBuffer(), QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(buffer)
    draw(generator, lambda painter: paint_below_marks(painter, *HIGHLIGHT))
    drawing = bytes(buffer.data().data()).decode()
    accent, blue = "#{:02x}{:02x}{:02x}".format(*LIGHT.accent), "#0000ff"
    assert -1 < drawing.rfind(accent) < drawing.rfind(blue)
