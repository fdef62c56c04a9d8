import re

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QRectF
from PySide6.QtSvg import QSvgGenerator

from hetao_map.model.style import PointSymbolizer
from hetao_map.render.glyphs import paint_glyph
from hetao_map.render.lettering import painting
from hetao_map.render.theme import LIGHT
from hetao_map.resources import asset

NAMES = sorted(path.stem for path in asset("symbols").glob("*.svg"))


@pytest.mark.parametrize("name", NAMES)
def test_a_symbol_gets_no_stroke_of_its_own_on_paper(qapp, name: str) -> None:
    """QSvgRenderer strokes what has no stroke in black, where shapes stay shapes."""
    buffer, generator = QBuffer(), QSvgGenerator()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator.setOutputDevice(buffer)
    mark = PointSymbolizer(symbol=name, size=24, fill=(200, 0, 0, 255))
    with painting(generator) as painter:
        paint_glyph(painter, QRectF(0, 0, 24, 24), mark, LIGHT)
    drawn = re.findall(r"<g ([^>]*)>\s*<(?:path|circle|rect)", buffer.data().data().decode())
    assert drawn
    assert [group for group in drawn if 'stroke="#000000"' in group] == []
