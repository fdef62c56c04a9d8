from dataclasses import replace

import pytest
from PySide6.QtGui import QImage, QPainter

from hetao_map.geometry.viewport import Viewport
from hetao_map.model.dataset import Catalog
from hetao_map.render.furniture import furniture_of, paint_furniture
from hetao_map.render.furniture_pictures import FurniturePictures, controls_box
from hetao_map.render.picture import Picture
from hetao_map.render.theme import DARK, LIGHT
from hetao_map.text.language import Language
from tests.likeness import pixels
from tests.unit.render.test_furniture import FULL, VIEW


@pytest.fixture(autouse=True)
def _qt(qapp) -> None:
    pass


def seen(view: Viewport, **changes) -> Picture:
    picture = Picture(view, Catalog(), frozenset(), Language.EN, LIGHT, surround=FULL)
    return replace(picture, **changes)


def drawn(pictures: FurniturePictures, picture: Picture, *, moving: bool = False) -> QImage:
    image = blank(picture.viewport)
    painter = QPainter(image)
    pictures.paint(painter, picture, moving=moving)
    painter.end()
    return image


def at_once(picture: Picture) -> QImage:
    image = blank(picture.viewport)
    painter = QPainter(image)
    taken = (controls_box(picture.viewport),)
    furniture = furniture_of(picture.viewport, picture.language, picture.surround, taken=taken)
    paint_furniture(painter, furniture, picture.theme)
    painter.end()
    return image


def blank(view: Viewport) -> QImage:
    width, height = view.size_px
    ratio = view.device_pixel_ratio
    image = QImage(round(width * ratio), round(height * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(0x8090A0)
    return image


def alike(first: QImage, second: QImage) -> bool:
    """Tell whether two pictures are the same but for the rounding of colours."""
    return bool((abs(pixels(first) - pixels(second)) <= 4).all())


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
@pytest.mark.parametrize("grid", [0, 2326])
def test_pieces_look_as_the_whole(ratio: float, grid: int) -> None:
    picture = seen(replace(VIEW, device_pixel_ratio=ratio), surround=replace(FULL, grid=grid))
    assert alike(drawn(FurniturePictures(), picture), at_once(picture))


def test_the_scale_bar_is_true_while_the_map_moves() -> None:
    pictures = FurniturePictures()
    drawn(pictures, seen(VIEW))
    nearer = seen(VIEW.zoomed(1.7), surround=replace(FULL, attribution="© Somebody else"))
    moving = drawn(pictures, nearer, moving=True)
    corner = moving.rect().adjusted(0, moving.height() - 60, -moving.width() // 2, 0)
    assert alike(moving.copy(corner), at_once(nearer).copy(corner))
    assert not alike(moving, at_once(nearer))
    assert alike(drawn(pictures, nearer), at_once(nearer))


@pytest.mark.parametrize(
    "change",
    [{"theme": DARK}, {"surround": replace(FULL, legend=())}, {"viewport": VIEW.panned(5000, 0)}],
    ids=["theme", "legend", "view"],
)
def test_what_differs_is_painted_anew(change) -> None:
    pictures = FurniturePictures()
    drawn(pictures, seen(VIEW))
    picture = replace(seen(VIEW), **change)
    assert alike(drawn(pictures, picture), at_once(picture))
