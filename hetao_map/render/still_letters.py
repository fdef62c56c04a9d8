"""Outlines of letters that depend on the font alone.

Qt moves a font's face by a part of a pixel while it paints a glyph on the screen
(QFontEngineFT::loadGlyph, FT_Set_Transform) and leaves it so; the next outline read from the
face is moved as well and rounded to other sixty-fourths of a pixel. A glyph that is asked for
at no offset puts the face back, but one that Qt still knows is not asked for again: so this
asks in a size of its own. Each thread has faces of its own, and one font can have several: an
engine that Qt has kept goes on with the face it was made with. So each engine is asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count, product

from PySide6.QtGui import QFont, QRawFont, QTextLayout

from hetao_map.render.fonts import font, fonts_made
from hetao_map.text.language import Language

# Letters, figures, characters and signs, which can come from a font each.
_SAMPLE = "Aa1·河圳↗"
_SIZE_PX = 12
# Sizes that no engine was made for yet: such an engine has the face that new ones get.
_NEW_SIZES = count(200)


def still_letters() -> None:
    """Put back the faces of the map's fonts in this thread, before a file is written."""
    for wanted in [*fonts_made(), *_unknown_fonts()]:
        for raw, glyph in _fonts_of(wanted):
            # Another size is another engine, which knows no glyph yet, with the same face.
            raw.setPixelSize(raw.pixelSize() + 1)
            raw.advancesForGlyphIndexes([glyph])


def _unknown_fonts() -> Iterator[QFont]:
    size = next(_NEW_SIZES)
    for language, bold, italic in product(Language, (False, True), (False, True)):
        wanted = font(language, _SIZE_PX, bold=bold, italic=italic)
        wanted.setPixelSize(size)
        yield wanted


def _fonts_of(wanted: QFont) -> Iterator[tuple[QRawFont, int]]:
    """Yield each font that the sample is set in, with one of its glyphs."""
    layout = QTextLayout(_SAMPLE, wanted)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    for run in layout.glyphRuns():
        yield run.rawFont(), run.glyphIndexes()[0]
