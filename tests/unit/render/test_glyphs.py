import threading

import pytest
from PySide6.QtGui import QColor
from shapely import Point

from hetao_map.model.style import PointSymbolizer, Stroke
from hetao_map.render.glyphs import colored
from hetao_map.render.layer import render_layer
from hetao_map.render.request import RenderRequest
from hetao_map.render.theme import DARK, LIGHT, Theme, adapted
from hetao_map.resources import asset, has_symbol
from tests.layers import VIEW, make_layer, style_of
from tests.unit.render.pixels import at

BLUE, WHITE = (0, 114, 178, 255), (255, 255, 255, 255)
PORT = PointSymbolizer(symbol="port", size=60, fill=BLUE, stroke=Stroke(WHITE))
NAMES = sorted(path.stem for path in asset("symbols").glob("*.svg"))


def painted(theme: Theme = LIGHT):
    layer = make_layer([Point(50, 50)], style_of(PORT))
    return at(render_layer(RenderRequest(VIEW, layer, theme)), 50, 50)


@pytest.mark.parametrize("name", NAMES)
def test_a_symbol_takes_two_colours(name: str) -> None:
    text = colored(name, "#010203", "#040506")
    assert "param(" not in text
    assert "#010203" in text
    assert "#040506" in text
    assert has_symbol(name)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_a_symbol_has_the_colours_of_its_style_and_theme(theme: Theme, qapp) -> None:
    assert QColor(*painted(theme)) == adapted(BLUE, theme)


def test_any_thread_may_paint_symbols(qapp) -> None:
    seen = []
    threads = [threading.Thread(target=lambda: seen.append(painted())) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == [BLUE] * 4
