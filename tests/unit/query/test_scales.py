from dataclasses import replace

import pytest
from shapely import Point

from hetao_map.model.layer import Layer
from hetao_map.model.style import PointSymbolizer, Rule, Style
from hetao_map.query.scales import nearest_shown, reason_hidden, shown_ranges
from hetao_map.text.language import Language
from tests.layers import make_layer


def layer_of(*scales: tuple[float, float], own: tuple[float, float] = (0, 0)) -> Layer:
    symbolizers = (PointSymbolizer("circle", 6.0, (0, 0, 0, 255)),)
    rules = tuple(Rule(min_scale=a, max_scale=b, symbolizers=symbolizers) for a, b in scales)
    layer = make_layer([Point(0, 0)], Style(rules))
    return replace(layer, spec=replace(layer.spec, min_scale=own[0], max_scale=own[1]))


@pytest.mark.parametrize(
    ("layer", "denominator", "limit"),
    [
        (layer_of((0, 0)), 50_000, None),
        (layer_of((0, 30_000)), 50_000, 30_000),
        (layer_of((0, 30_000)), 20_000, None),
        (layer_of((0, 30_000), (80_000, 0)), 50_000, 30_000),
        (layer_of((80_000, 0)), 50_000, 80_000),
        (layer_of((0, 0), own=(0, 10_000)), 50_000, 10_000),
        (layer_of((20_000, 0), own=(0, 10_000)), 50_000, None),
        (layer_of(), 50_000, None),
    ],
)
def test_the_nearest_scale_that_shows_something(layer, denominator, limit) -> None:
    assert nearest_shown(shown_ranges(layer), denominator) == limit


def test_the_reason_says_which_way_to_zoom() -> None:
    assert reason_hidden(30_000, 50_000, Language.EN) == "Shown from 1:30,000"
    assert reason_hidden(80_000, 50_000, Language.EN) == "Shown beyond 1:80,000"
    assert reason_hidden(30_000, 50_000, Language.ZH_HANS) == "放大至 1:30,000 才显示"
