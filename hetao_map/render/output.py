"""A map as a file: PNG, PDF or SVG by the ending of its name, all painted the same way."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSize
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgGenerator

from hetao_map.files import replace_file
from hetao_map.geometry.paper import PX_PER_MM
from hetao_map.render.lettering import painting
from hetao_map.render.pdf import pdf
from hetao_map.render.picture import blank_image, png
from hetao_map.render.sheet import Sheet
from hetao_map.render.sheet_painting import paint_sheet
from hetao_map.render.still_letters import still_letters

ENDINGS = (".png", ".pdf", ".svg")
# Hundredths of a millimetre: an SVG's size is whole dots of its resolution.
_DOTS_PER_INCH, _DOTS_PER_MM = 2540, 100


def write_sheet(sheet: Sheet, path: Path) -> None:
    """Write the page to a file; its ending, one of ENDINGS, says in which format.

    Raises OutputError when it cannot be written, UsageError when it is too large.
    """
    replace_file(path, sheet_bytes(sheet, path.suffix.lower()))


def sheet_bytes(sheet: Sheet, ending: str) -> bytes:
    """Return what a file of the page holds, by one of ENDINGS. Raises UsageError as above."""
    still_letters()
    return {".png": _png, ".pdf": _pdf, ".svg": _svg}[ending](sheet)


def title_of(sheet: Sheet) -> str:
    """Return what the file is called within."""
    surround = sheet.picture.surround
    return " · ".join(part for part in (surround.title, surround.subtitle) if part)


def sheet_image(sheet: Sheet) -> QImage:
    """Return the page as an image with its picture's pixels for each logical pixel.

    Raises UsageError when it is too large.
    """
    image = blank_image(sheet.size_px, sheet.picture.viewport.device_pixel_ratio)
    with painting(image) as painter:
        paint_sheet(painter, sheet)
    return image


def _png(sheet: Sheet) -> bytes:
    return png(sheet_image(sheet))


def _pdf(sheet: Sheet) -> bytes:
    return pdf(sheet, title_of(sheet))


def _svg(sheet: Sheet) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(buffer)
    generator.setResolution(_DOTS_PER_INCH)
    width, height = sheet.size_px
    per_px = _DOTS_PER_MM / PX_PER_MM
    generator.setSize(QSize(round(width * per_px), round(height * per_px)))
    generator.setViewBox(QRectF(0, 0, width, height))
    generator.setTitle(title_of(sheet))
    generator.setDescription(_description(sheet))
    with painting(generator) as painter:
        paint_sheet(painter, sheet)
    return bytes(buffer.data().data())


def _description(sheet: Sheet) -> str:
    surround = sheet.picture.surround
    return "\n".join(part for part in (surround.dated, surround.attribution) if part)
