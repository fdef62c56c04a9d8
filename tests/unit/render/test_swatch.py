import pytest

from hetao_map.geometry.columns import Kind
from hetao_map.model.dataset import Catalog
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
from hetao_map.model.surround import LegendRow
from hetao_map.render.swatch import SWATCH_PX, layer_row, swatch_image
from hetao_map.render.theme import DARK, LIGHT
from tests.layers import make_layer
from tests.unit.render.pixels import colour

RED, BLUE = (255, 0, 0, 255), (0, 0, 255, 255)
NOTHING = (0, 0, 0, 0)
MIDDLE = (SWATCH_PX[0] / 2, SWATCH_PX[1] / 2 + 1)


@pytest.fixture(autouse=True)
def _qt(qapp) -> None:
    pass


def row(symbolizer: object, *kinds: Kind) -> LegendRow:
    return LegendRow("a", "", (symbolizer,), frozenset(kinds))


@pytest.mark.parametrize(
    ("symbolizer", "kind"),
    [
        (PolygonSymbolizer(RED), Kind.POLYGON),
        (LineSymbolizer(Stroke(RED, 3)), Kind.LINE),
        (PointSymbolizer("square", 8, RED), Kind.POINT),
    ],
    ids=["area", "line", "mark"],
)
def test_a_sample_has_the_colour_of_the_map(symbolizer: object, kind: Kind) -> None:
    image = swatch_image(row(symbolizer, kind), LIGHT)
    assert colour(image, *MIDDLE) == RED
    assert colour(image, 0, 0) == NOTHING


def test_a_symbolizer_paints_only_what_it_paints_on_the_map() -> None:
    image = swatch_image(row(PolygonSymbolizer(RED), Kind.LINE), LIGHT)
    assert colour(image, *MIDDLE) == NOTHING


def test_a_large_mark_is_made_to_fit() -> None:
    image = swatch_image(row(PointSymbolizer("square", 300, RED), Kind.POINT), LIGHT)
    assert colour(image, *MIDDLE) == RED
    assert colour(image, 1, MIDDLE[1]) == NOTHING


def test_the_dark_sample_is_another() -> None:
    area = row(PolygonSymbolizer((244, 243, 238, 255)), Kind.POLYGON)
    assert swatch_image(area, LIGHT) != swatch_image(area, DARK)


def test_a_layer_is_stood_for_by_what_fills_it() -> None:
    label = TextSymbolizer((LabelPart("x"),))
    edge, area = LineSymbolizer(Stroke(BLUE)), PolygonSymbolizer(RED)
    rules = (Rule(symbolizers=(label,)), Rule(symbolizers=(edge,)), Rule(symbolizers=(area, label)))
    assert layer_row(make_layer([], Style(rules))).symbolizers == (area,)
    assert layer_row(make_layer([], Style(rules[:2]))).symbolizers == (edge,)


def test_every_layer_that_ships_has_a_sample(shipped: Catalog) -> None:
    blank = swatch_image(LegendRow("", "", (), frozenset()), LIGHT)
    for layer in shipped.layers:
        for theme in (LIGHT, DARK):
            assert swatch_image(layer_row(layer), theme) != blank, layer.id
