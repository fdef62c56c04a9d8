"""A PDF whose bytes depend on nothing but the map, and whose Chinese can be found again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from html import escape

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter, QRawFont

from hetao_map.geometry.paper import PX_PER_MM
from hetao_map.render.fonts import FAMILIES, font
from hetao_map.render.lettering import painting
from hetao_map.render.pdf_objects import PdfObject, parsed, written
from hetao_map.render.sheet import Sheet
from hetao_map.render.sheet_painting import paint_sheet
from hetao_map.render.still_letters import still_letters
from hetao_map.text.language import Language

_DATES = re.compile(rb"/(?:CreationDate|ModDate) \(D:\d{14}[^)]*\)\s*")
_CMAP = re.compile(rb"begincmap.*?endcmap", re.DOTALL)
_CODE = re.compile(rb"<([0-9A-F]{4})>(?= [\]<]|\]| <)")
# Of twins in shape the one that people write: blanks, the dash of a span, the full-width slash.
_TWINS = {0x0009: 0x0020, 0x00A0: 0x0020, 0x2012: 0x2013, 0x2215: 0xFF0F}
_RADICALS = range(0x2E80, 0x2FE0)
_IDEOGRAPHS = range(0x4E00, 0xA000)


def pdf(sheet: Sheet, title: str) -> bytes:
    """Return the page as a PDF: shapes, and text that can be selected, with its fonts."""
    language = sheet.picture.language
    return pdf_pages(sheet.size_px, title, language, [partial(paint_sheet, sheet=sheet)])


def pdf_pages(
    size_px: tuple[float, float],
    title: str,
    language: Language,
    pages: Sequence[Callable[[QPainter], None]],
) -> bytes:
    """Return a PDF of pages of one size in logical pixels, each painted by a function."""
    still_letters()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    size = QSizeF(size_px[0] / PX_PER_MM, size_px[1] / PX_PER_MM)
    writer.setPageSize(QPageSize(size, QPageSize.Unit.Millimeter, "", _EXACT))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    # A logical pixel is the unit, so that patterns have the size that they have elsewhere.
    writer.setResolution(96)
    writer.setTitle(title)
    writer.setCreator("Hetao Map")
    writer.setDocumentXmpMetadata(_metadata(title, language))
    with painting(writer) as painter:
        for number, paint in enumerate(pages):
            if number:
                writer.newPage()
            painter.save()
            paint(painter)
            painter.restore()
    return settled(bytes(buffer.data().data()), language)


_EXACT = QPageSize.SizeMatchPolicy.ExactMatch


def _metadata(title: str, language: Language) -> bytes:
    """Return XMP with the title alone; Qt's own would hold the time of writing."""
    words = f'<rdf:li xml:lang="{language.value}">{escape(title, quote=False)}</rdf:li>'
    words += f'<rdf:li xml:lang="x-default">{escape(title, quote=False)}</rdf:li>'
    return (
        '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title><rdf:Alt>{words}</rdf:Alt></dc:title></rdf:Description></rdf:RDF>"
        '</x:xmpmeta><?xpacket end="r"?>'
    ).encode()


def settled(content: bytes, language: Language) -> bytes:
    """Return the PDF without the time of writing, in a fixed order, with text that is found."""
    file = parsed(content)
    if file is None:
        return content
    readable = partial(_readable, words=_words_of_radicals(language))
    objects = {
        number: PdfObject(_DATES.sub(b"", part.head), _CMAP.sub(readable, part.stream))
        for number, part in file.objects.items()
    }
    root = objects[file.root].head
    tag = b"/Type /Catalog\n/Lang (%b)" % language.value.encode()
    objects[file.root] = PdfObject(root.replace(b"/Type /Catalog", tag, 1))
    return written(replace(file, objects=objects))


def _readable(found: re.Match[bytes], words: Mapping[int, int]) -> bytes:
    """Return a table from letters to Unicode without radicals and rare twins, as long as before.

    Qt takes the first code point that has a letter's shape, and where a font draws the radical
    U+2F1D and the word U+53E3 alike, a search for the word would not find it.
    """
    head, start, body = found[0].partition(b"beginbfrange")
    return head + start + _CODE.sub(partial(_replaced, words=words), body)


def _replaced(found: re.Match[bytes], words: Mapping[int, int]) -> bytes:
    code = int(found[1], 16)
    return b"<%04X>" % _TWINS.get(code, words.get(code, code))


@lru_cache(maxsize=len(Language))
def _words_of_radicals(language: Language) -> dict[int, int]:
    """Return the ideograph of each radical that the map's fonts draw with the same shape.

    The language's own fonts come first: U+2F3E is 户 in one and 戶 in another.
    """
    found: dict[int, int] = {}
    first = FAMILIES[language]
    for family in dict.fromkeys([*first, *(name for each in FAMILIES.values() for name in each)]):
        wanted = font(Language.ZH_HANS, 12)
        wanted.setFamilies([family])
        raw = QRawFont.fromFont(wanted)
        if raw.familyName() == family:
            word_of = {glyph: code for code, glyph in _glyphs(raw, _IDEOGRAPHS)}
            for code, glyph in _glyphs(raw, _RADICALS):
                if glyph in word_of:
                    found.setdefault(code, word_of[glyph])
    return found


def _glyphs(raw: QRawFont, codes: Iterable[int]) -> list[tuple[int, int]]:
    """Return (code, glyph) of the code points that the font has."""
    pairs = []
    for code in codes:
        glyphs = raw.glyphIndexesForString(chr(code))
        if glyphs and glyphs[0]:
            pairs.append((code, glyphs[0]))
    return pairs
