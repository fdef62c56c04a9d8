import math

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPdfWriter

from hetao_map.render.fonts import font
from hetao_map.render.lettering import Run, fill_text, is_vector, painting, stroke_halo, write
from hetao_map.text.language import Language
from tests.likeness import pixels

BLACK = QColor(0, 0, 0)


@pytest.fixture(autouse=True)
def _qt(qapp) -> None:
    pass


def blank() -> QImage:
    image = QImage(120, 120, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    return image


def test_a_halo_lies_below_its_letters() -> None:
    plain, haloed = blank(), blank()
    for image, halo in ((plain, None), (haloed, QColor(255, 0, 0))):
        with painting(image) as painter:
            painter.setFont(font(Language.EN, 40, bold=True))
            write(painter, QPointF(20, 70), "I", BLACK, halo)
    dark = [(x, y) for x in range(120) for y in range(120) if plain.pixelColor(x, y) == BLACK]
    assert dark
    assert all(haloed.pixelColor(x, y) == BLACK for x, y in dark)
    red = QColor(255, 0, 0)
    assert any(haloed.pixelColor(x, y) == red for x in range(120) for y in range(120))


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
def test_a_rim_counts_once_where_letters_meet(ratio: float) -> None:
    path = QPainterPath()
    path.addText(QPointF(10, 40), font(Language.EN, 28), "Bay88")
    image = QImage(round(120 * ratio), round(60 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.white)
    with painting(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(3.3, 2.6)
        stroke_halo(painter, path, QColor(0, 0, 0, 120), 2)
        outer = painter.transform().map(path).boundingRect()
    greys = pixels(image)[:, :, 0]
    assert greys.min() == pytest.approx(255 - 120, abs=1)
    ys, xs = (greys < 250).nonzero()
    seen = QRectF(QPointF(xs.min(), ys.min()), QPointF(xs.max() + 1, ys.max() + 1))
    wanted = outer.adjusted(-2, -2, 2, 2)
    assert seen.left() / ratio == pytest.approx(wanted.left(), abs=1)
    assert seen.right() / ratio == pytest.approx(wanted.right(), abs=1)
    assert seen.top() / ratio == pytest.approx(wanted.top(), abs=1)
    assert seen.bottom() / ratio == pytest.approx(wanted.bottom(), abs=1)


def test_text_as_text_lies_where_its_outline_does() -> None:
    """A PDF gets letters at the places that were found for their outlines."""
    at, letters = QPointF(60, 60), font(Language.ZH_HANS, 30)
    path = QPainterPath()
    path.addText(QPointF(0, 0), letters, "口")
    run = Run("口", letters, at, math.radians(30))
    image = blank()
    with painting(image) as painter:
        painter.translate(run.at)
        painter.rotate(math.degrees(run.angle))
        painter.setFont(run.font)
        painter.drawText(QPointF(0, 0), run.text)
        outline = painter.transform().map(path).boundingRect()
    dark = [(x, y) for x in range(120) for y in range(120)
            if image.pixelColor(x, y).lightness() < 128]  # fmt: skip
    box = outline.adjusted(-1, -1, 1, 1)
    assert dark
    assert all(box.contains(QPointF(x + 0.5, y + 0.5)) for x, y in dark)


def test_only_a_pdf_gets_text() -> None:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    with painting(QPdfWriter(buffer)) as painter:
        assert is_vector(painter)
        fill_text(painter, QPainterPath(), [Run("A", font(Language.EN, 20), QPointF(9, 40))], BLACK)
    assert b"begincmap" in buffer.data().data()
    image = blank()
    with painting(image) as painter:
        assert not is_vector(painter)
        fill_text(painter, QPainterPath(), [Run("A", font(Language.EN, 20), QPointF(9, 40))], BLACK)
    assert image == blank()


def test_a_painter_ends_where_painting_fails() -> None:
    image = blank()
    with pytest.raises(ZeroDivisionError), painting(image):
        raise ZeroDivisionError
    assert not image.paintingActive()
    assert QPainter(image).isActive()


def test_no_letter_is_drawn_by_a_glyph_without_a_code_point() -> None:
    """Ligatures and local digits could not be found again in a PDF."""
    for language in Language:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        with painting(QPdfWriter(buffer)) as painter:
            painter.setFont(font(language, 20))
            painter.drawText(QPointF(9, 40), "ACE office 22/2008")
        tables = buffer.data().data().split(b"beginbfrange")[1:]
        assert tables
        for table in tables:
            body = table.split(b"endbfrange")[0]
            assert b"<FB" not in body
            for digit in (b"0030", b"0032", b"0038"):
                assert digit in body
