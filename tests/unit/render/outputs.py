"""Maps as files, and other programs that read them."""

import shutil
import subprocess
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from hetao_map.geometry.paper import page_px
from hetao_map.geometry.projection import to_map
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.dataset import Catalog
from hetao_map.query.surround import Wanted, surround_of
from hetao_map.render.picture import Picture
from hetao_map.render.sheet import Sheet, make_sheet, plain_sheet
from hetao_map.render.theme import LIGHT
from hetao_map.text.language import Language

A4 = page_px("A4-landscape")
EVERYTHING = Wanted(legend=True, grid=True, page=True, date="2024-05-01")


class Looker:
    """What makes pictures of the shipped map around the ports."""

    def __init__(
        self, catalog: Catalog, language: Language = Language.EN, ratio: float = 1.0, **more: object
    ) -> None:
        self.catalog, self.language, self.ratio, self.more = catalog, language, ratio, more

    def __call__(self, size: tuple[int, int]) -> Picture:
        view = Viewport(to_map((114.063, 22.515), 2326), 8, size, self.ratio)
        visible = frozenset(layer.id for layer in self.catalog.layers)
        surround = surround_of(self.catalog, visible, view, self.language, EVERYTHING)
        whole = {"theme": LIGHT, "surround": surround} | self.more
        return Picture(view, self.catalog, visible, self.language, **whole)


def page(catalog: Catalog, language: Language = Language.EN, **more: object) -> Sheet:
    return make_sheet(A4, Looker(catalog, language, **more))


def plain(catalog: Catalog, size: tuple[int, int] = (600, 400), **more: object) -> Sheet:
    return plain_sheet(Looker(catalog, **more)(size))


def read_by(program: str, *words: object) -> str:
    """What another program says of a file; skips the test where it is not installed."""
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed")
    done = subprocess.run([program, *map(str, words)], capture_output=True, check=True)
    return done.stdout.decode()


def differing(a: QImage, b: QImage, step: int = 1) -> float:
    """The share of pixels that differ by more than a tenth of the range in a channel."""
    assert a.size() == b.size()
    count = far = 0
    for x in range(0, a.width(), step):
        for y in range(0, a.height(), step):
            pair = zip(a.pixelColor(x, y).getRgb(), b.pixelColor(x, y).getRgb(), strict=True)
            far += max(abs(p - q) for p, q in pair) > 26
            count += 1
    return far / count


def image_of(path: Path) -> QImage:
    image = QImage(str(path)).convertToFormat(QImage.Format.Format_RGB32)
    assert not image.isNull()
    return image
