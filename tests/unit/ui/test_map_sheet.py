"""From what is chosen to the page: size, words, look."""

import dataclasses

import pytest

from hetao_map.geometry.paper import PAGES, page_px
from hetao_map.geometry.projection import to_map
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.dataset import Catalog
from hetao_map.model.feature import FeatureRef
from hetao_map.model.state import MapState, Selection
from hetao_map.render.output import sheet_image, title_of
from hetao_map.render.theme import DARK, LIGHT
from hetao_map.ui.map_sheet import SheetChoice, own_title, sheet_of

A4 = SheetChoice(page="A4-landscape")


@pytest.fixture
def state(qapp, shipped: Catalog) -> MapState:
    return MapState(
        catalog=shipped,
        visible=frozenset(layer.id for layer in shipped.layers if layer.spec.visible),
        viewport=Viewport(to_map((114.063, 22.515), 2326), 8, (700, 500)),
        selection=Selection((FeatureRef("ports", "futian_port"),)),
    )


@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_its_size_and_shows_all_that_the_window_does(state: MapState, page: str) -> None:
    sheet = sheet_of(state, SheetChoice(page=page), LIGHT)
    assert sheet.size_px == page_px(page)
    shown, seen = sheet.picture.viewport.extent, state.viewport.extent
    assert shown.xmin <= seen.xmin + 1e-6
    assert shown.ymax >= seen.ymax - 1e-6


def test_the_map_alone_is_as_large_as_in_the_window(state: MapState) -> None:
    sheet = sheet_of(state, SheetChoice(), LIGHT)
    assert sheet.size_px == (700, 500)
    assert not sheet.framed
    assert sheet.picture.viewport == state.viewport


@pytest.mark.parametrize("dpi", [96, 150, 300])
@pytest.mark.parametrize("size", [None, (900, 631)])
def test_a_picture_has_the_pixels_that_were_asked_for(
    state: MapState, dpi: int, size: tuple[int, int] | None
) -> None:
    choice = SheetChoice(".png", dpi=dpi, size_px=size)
    image = sheet_image(sheet_of(state, choice, LIGHT))
    wanted = size or tuple(round(side * dpi / 96) for side in (700, 500))
    assert (image.width(), image.height()) == wanted
    assert round(image.dotsPerMeterX() * 0.0254) == dpi


def test_words_and_look_are_those_chosen(state: MapState) -> None:
    sheet = sheet_of(state, A4, DARK)
    assert sheet.title == own_title(state) != ""
    assert sheet.legend is not None
    assert sheet.picture.theme is DARK
    assert sheet.picture.highlight == state.selection.current
    other = dataclasses.replace(
        A4, title=" <b>Mine</b> ", legend=False, grid=True, highlight=False, light=True
    )
    sheet = sheet_of(state, other, DARK)
    assert sheet.title == "<b>Mine</b>"
    assert title_of(sheet).startswith("<b>Mine</b> · ")
    assert sheet.legend is None
    assert sheet.picture.surround.grid == 2326
    assert sheet.picture.theme is LIGHT
    assert sheet.picture.highlight is None


def test_without_a_title_the_map_has_its_room(state: MapState) -> None:
    titled = sheet_of(state, A4, LIGHT)
    bare = sheet_of(state, dataclasses.replace(A4, title="  "), LIGHT)
    assert bare.title == title_of(bare) == ""
    assert bare.frame.top() < titled.frame.top()
