"""What has been painted on the screen before does not change the bytes of a file."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPainterPath

from hetao_map.model.dataset import Catalog
from hetao_map.render.fonts import FAMILIES, font
from hetao_map.render.lettering import painting
from hetao_map.render.output import sheet_bytes
from hetao_map.render.still_letters import still_letters
from hetao_map.text.language import Language
from tests.unit.render.outputs import page

WORDS = "Futian Port, Sheung Shui 1:25 000"
_SIZES = iter(range(14, 400))


@pytest.fixture(autouse=True)
def _qt(qapp) -> None:
    pass


def outline(*, bold: bool = False) -> list[tuple[float, float]]:
    path = QPainterPath()
    path.addText(QPointF(0, 0), font(Language.EN, 13, bold=bold), WORDS)
    elements = map(path.elementAt, range(path.elementCount()))
    return [(element.x, element.y) for element in elements]


def paint_on_the_screen(*, bold: bool = False) -> None:
    """Paint the letters at parts of a pixel, as a window does, in a size not used before."""
    image = QImage(900, 60, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    letters = QFont()
    letters.setFamilies(FAMILIES[Language.EN])
    letters.setPixelSize(next(_SIZES))
    letters.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    letters.setBold(bold)
    with painting(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(letters)
        painter.drawText(QPointF(3.37, 40), WORDS)


@pytest.mark.parametrize("bold", [False, True])
def test_an_outline_is_what_it_was_before_letters_were_painted(bold: bool) -> None:
    still_letters()
    before = outline(bold=bold)
    paint_on_the_screen(bold=bold)
    still_letters()
    assert outline(bold=bold) == before


@pytest.mark.parametrize("ending", [".pdf", ".svg", ".png"])
@pytest.mark.parametrize("language", [Language.EN, Language.ZH_HANT])
def test_a_file_has_the_same_bytes_after_letters_were_painted(
    shipped: Catalog, ending: str, language: Language
) -> None:
    before = sheet_bytes(page(shipped, language), ending)
    for bold in (False, True):
        paint_on_the_screen(bold=bold)
    assert sheet_bytes(page(shipped, language), ending) == before
