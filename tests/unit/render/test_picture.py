import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from shapely import box

from hetao_map.geometry.projection import to_map
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.dataset import Catalog
from hetao_map.model.errors import OutputError, UsageError
from hetao_map.model.feature import FeatureRef
from hetao_map.model.style import PolygonSymbolizer
from hetao_map.render.picture import Picture, blank_image, render_map, save_png
from hetao_map.render.theme import DARK, LIGHT
from hetao_map.text.language import Language
from tests.files import everything_in
from tests.layers import VIEW, make_catalog, make_layer, style_of
from tests.unit.render.pixels import colour

RED = (255, 0, 0, 255)


@pytest.fixture(autouse=True)
def _qt(qapp) -> None:
    pass


def picture(catalog: Catalog, **more: object) -> Picture:
    visible = frozenset(layer.id for layer in catalog.layers)
    whole = Picture(VIEW, catalog, visible, Language.EN, LIGHT, furniture=False)
    return replace(whole, **more)


def coloured(layer_id: str, position: int, rgba: tuple[int, int, int, int]):
    style = style_of(PolygonSymbolizer(rgba))
    return make_layer([box(0, 0, 50, 100)], style, layer_id=layer_id, position=position)


def test_layers_are_painted_from_the_bottom_up_on_the_ground() -> None:
    catalog = make_catalog(coloured("top", 2, RED), coloured("bottom", 1, (0, 255, 0, 255)))
    image = render_map(picture(catalog))
    assert colour(image, 25, 50) == RED
    assert colour(image, 75, 50)[:3] == LIGHT.beyond


def test_a_layer_that_is_off_is_not_painted() -> None:
    image = render_map(picture(make_catalog(coloured("a", 1, RED)), visible=frozenset()))
    assert colour(image, 25, 50)[:3] == LIGHT.beyond


def test_the_picture_has_the_size_of_the_view_in_device_pixels() -> None:
    view = replace(VIEW, device_pixel_ratio=1.5)
    image = render_map(picture(make_catalog(coloured("a", 1, RED)), viewport=view))
    assert (image.width(), image.height(), image.devicePixelRatio()) == (150, 150, 1.5)
    assert colour(image, 25, 50) == RED


def test_layers_are_shown_only_at_their_scales() -> None:
    layer = coloured("a", 1, RED)
    spec = replace(layer.spec, max_scale=VIEW.scale_denominator)
    catalog = make_catalog(replace(layer, spec=spec))
    assert picture(catalog).layers == ()
    assert len(picture(catalog, viewport=VIEW.zoomed(2)).layers) == 1


def test_an_order_of_ones_own_goes_before_that_of_the_file() -> None:
    catalog = make_catalog(coloured("top", 2, RED), coloured("bottom", 1, (0, 255, 0, 255)))
    image = render_map(picture(catalog, order=("top", "bottom")))
    assert colour(image, 25, 50) == (0, 255, 0, 255)


def test_the_ground_is_seen_through_a_layer() -> None:
    ground, red = coloured("ground", 1, (0, 0, 0, 255)), coloured("red", 2, RED)
    image = render_map(picture(make_catalog(ground, red), opacity={"red": 0.4}))
    assert colour(image, 25, 50) == pytest.approx((102, 0, 0, 255), abs=1)


def shipped_picture(shipped: Catalog, **more: object) -> QImage:
    view = Viewport(to_map((114.063, 22.515), 2326), 8, (400, 300))
    return render_map(picture(shipped, **({"viewport": view, "furniture": True} | more)))


def test_the_same_map_is_the_same_picture(shipped: Catalog) -> None:
    assert shipped_picture(shipped) == shipped_picture(shipped)


@pytest.mark.parametrize(
    "change",
    [
        {"language": Language.ZH_HANS},
        {"theme": DARK},
        {"furniture": False},
        {"highlight": FeatureRef("ports", "futian_port")},
        {"visible": frozenset({"land"})},
    ],
    ids=lambda change: next(iter(change)),
)
def test_each_choice_can_be_seen(shipped: Catalog, change: dict[str, object]) -> None:
    assert shipped_picture(shipped, **change) != shipped_picture(shipped)


@pytest.mark.parametrize("dpi", [96, 150, 300])
def test_a_picture_knows_its_size_on_paper(dpi: int) -> None:
    image = blank_image((400, 300), dpi / 96)
    assert image.width() == round(400 * dpi / 96)
    assert image.dotsPerMeterX() / 100 * 2.54 == pytest.approx(dpi, rel=0.001)
    assert image.widthMM() == pytest.approx(400 / 96 * 25.4, abs=0.6)


@pytest.mark.parametrize("size", [(40_000, 10), (10, 40_000)])
def test_a_picture_too_large_to_paint_is_refused(size: tuple[int, int]) -> None:
    with pytest.raises(UsageError, match="too large"):
        blank_image(size, 1.0)


def test_a_saved_picture_is_the_picture(tmp_path: Path) -> None:
    image = render_map(picture(make_catalog(coloured("a", 1, RED))))
    path = tmp_path / "map.png"
    path.write_text("an older file")
    save_png(image, path)
    assert QImage(str(path)).convertToFormat(image.format()) == image
    assert list(everything_in(tmp_path)) == ["map.png"]


def test_a_picture_that_cannot_be_saved_leaves_nothing(tmp_path: Path) -> None:
    image = render_map(picture(make_catalog(coloured("a", 1, RED))))
    (tmp_path / "map.png").mkdir()
    for path in (tmp_path / "map.png", tmp_path / "missing" / "map.png"):
        with pytest.raises(OutputError, match=r"map\.png"):
            save_png(image, path)
    assert list(everything_in(tmp_path)) == ["map.png"]


CALLS = """
import sys
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath
image = QImage(10, 10, QImage.Format.Format_RGB32)
painter = QPainter(image)
path = QPainterPath()
before = sys.getrefcount(None)
for _ in range(10_000):
    painter.save()
    painter.setPen(Qt.GlobalColor.red)
    painter.drawPath(path)
    painter.restore()
painter.end()
print(before - sys.getrefcount(None))
"""


def test_painting_does_not_use_up_references_to_none() -> None:
    """PySide6 6.12 on Python 3.11 lost one in each call, until the interpreter aborted."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", CALLS], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert abs(int(done.stdout)) < 200
