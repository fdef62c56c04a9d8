"""The fact sheet: the same bytes each time, its words can be found, pages as many as needed."""

from dataclasses import replace
from pathlib import Path

import pytest

from hetao_map.geometry.viewport import Viewport
from hetao_map.model.card import InfoCard
from hetao_map.model.dataset import Catalog
from hetao_map.model.feature import FeatureRef
from hetao_map.query.around import around
from hetao_map.query.ask import of_feature
from hetao_map.render.fact_sheet import MAP_SIZE_PX, fact_sheet
from hetao_map.render.picture import Picture
from hetao_map.render.theme import LIGHT
from hetao_map.session.actions import view_of
from hetao_map.text.language import Language
from tests.unit.render.outputs import read_by
from tests.unit.render.test_still_letters import paint_on_the_screen


def made(shipped: Catalog, path: str, language: Language) -> tuple[InfoCard, bytes]:
    ref = FeatureRef.parse(path)
    answer = of_feature(shipped, ref, language)
    card = replace(answer.card, around=around(shipped, answer.feature, language))
    visible = frozenset(layer.id for layer in shipped.layers)
    viewport = view_of(answer.feature, Viewport(size_px=MAP_SIZE_PX))
    picture = Picture(viewport, shipped, visible, language, LIGHT, ref)
    return card, fact_sheet(card, picture, "Hetao Map · hetao.gpkg")


def pages_of(content: bytes, folder: Path) -> list[str]:
    """The words of each page."""
    path = folder / "sheet.pdf"
    path.write_bytes(content)
    return read_by("pdftotext", "-layout", path, "-").split("\f")[:-1]


@pytest.fixture(autouse=True)
def _qt(qapp) -> None:
    pass


@pytest.mark.parametrize("language", Language)
def test_the_words_of_the_card_are_found_on_its_pages(
    shipped: Catalog, tmp_path: Path, language: Language
) -> None:
    card, content = made(shipped, "ports/futian_port", language)
    text = "".join(pages_of(content, tmp_path)).replace("\n", "").replace(" ", "")
    assert card.title.replace(" ", "") in text
    for section in card.sections:
        assert section.title.replace(" ", "") in text
    for neighbour in card.around:
        assert neighbour.name.replace(" ", "") in text
    assert "hetao.gpkg" in text


def test_the_same_sheet_is_the_same_bytes(shipped: Catalog) -> None:
    once, twice = (made(shipped, "ecological_reserves/mai_po", Language.EN)[1] for _ in "ab")
    assert once == twice


def test_a_long_card_takes_pages_that_are_numbered(shipped: Catalog, tmp_path: Path) -> None:
    pages = pages_of(made(shipped, "ecological_reserves/mai_po", Language.EN)[1], tmp_path)
    assert len(pages) > 1
    for number, text in enumerate(pages, start=1):
        assert text.rstrip().replace(" ", "").endswith(f"{number}/{len(pages)}")


@pytest.mark.parametrize("path", ["ports/futian_port", "ecological_reserves/futian_mangrove"])
def test_what_was_on_the_screen_in_between_changes_no_byte(shipped: Catalog, path: str) -> None:
    _, before = made(shipped, path, Language.EN)
    for bold in (False, True):
        paint_on_the_screen(bold=bold)
    assert made(shipped, path, Language.EN)[1] == before
