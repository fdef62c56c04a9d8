"""The briefing's PDF as other programs read it."""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from hetao_map.model.briefing import Briefing, Wish
from hetao_map.model.dataset import Catalog
from hetao_map.model.feature import FeatureRef
from hetao_map.query.area import ring_of_box, rings_of, subject_of_features
from hetao_map.query.briefing import make_briefing
from hetao_map.render.briefing import pages_of
from hetao_map.render.picture import render_map
from hetao_map.text.language import Language
from hetao_map.ui.briefing_pages import briefing_bytes
from tests.unit.render.outputs import Looker, differing, read_by
from tests.unit.render.test_still_letters import paint_on_the_screen

ZONE = FeatureRef("cooperation_zone", "hetao_zone")
NAMES = {
    Language.ZH_HANS: ("河套深港科技创新合作区", "皇岗口岸", "资料来源", "主要数据"),
    Language.ZH_HANT: ("河套深港科技創新合作區", "皇崗口岸", "資料來源", "主要數據"),
    Language.EN: ("Science and Technology", "Huanggang Port", "Sources", "Key figures"),
}


@pytest.fixture(autouse=True)
def _qt(qapp) -> None:
    pass


def visible(catalog: Catalog) -> frozenset[str]:
    return frozenset(layer.id for layer in catalog.layers if layer.spec.visible)


def zone(catalog: Catalog, language: Language) -> Briefing:
    subject, _ = subject_of_features(catalog, [ZONE])
    return make_briefing(catalog, subject, Wish(language))


@pytest.fixture(scope="module", params=list(Language), ids=lambda language: language.value)
def written(
    request: pytest.FixtureRequest, qapp, shipped: Catalog, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Briefing, Path]:
    briefing = zone(shipped, request.param)
    path = tmp_path_factory.mktemp("briefing") / "zone.pdf"
    path.write_bytes(briefing_bytes(shipped, visible(shipped), briefing))
    return briefing, path


@cache
def page_text(path: Path, number: int) -> str:
    """A page's text in the order in which it was set, without blanks."""
    text = read_by("pdftotext", "-raw", "-f", number, "-l", number, path, "-")
    return bare(text)


def bare(text: str) -> str:
    # The fonts draw the two points alike, and a PDF can name but one of them.
    return re.sub(r"\s", "", text).replace("・", "·")


def test_names_figures_and_notes_can_be_found(written) -> None:
    briefing, path = written
    count = len(pages_of(briefing)) + 1
    text = "".join(page_text(path, number) for number in range(1, count + 1))
    for word in NAMES[briefing.language]:
        assert bare(word) in text
    for note in briefing.notes:
        assert bare(f"[{note.number}]{note.short}") in text
        assert bare(f"[{note.number}]{note.full}{note.address}") in text
    for part in (part for section in briefing.sections for part in section.parts):
        assert bare(part.title) in text
        for line in (one for row in part.rows for cell in row for one in cell):
            assert bare(line.text + "".join(f"[{n}]" for n in line.notes)) in text


def test_each_page_ends_with_the_notes_that_it_cites(written) -> None:
    briefing, path = written
    short = {note.number: bare(f"[{note.number}]{note.short}") for note in briefing.notes}
    for number, page in enumerate(pages_of(briefing), 2):
        text = page_text(path, number)
        for note in page.notes:
            assert short[note] in text
            # Once in the text at least, and once before the note.
            assert text.count(f"[{note}]") >= 2
        if not any(line.text.startswith("[") for _, piece in page.placed for line in piece.lines):
            # A year in brackets is no number of a note.
            numbers = {int(n) for n in re.findall(r"\[(\d+)\]", text)}
            assert numbers & short.keys() == page.notes


def test_no_heading_ends_a_page_and_each_table_goes_on_under_its_head(written) -> None:
    briefing, _ = written
    for page in pages_of(briefing):
        assert not page.placed[-1][1].keeps
        first = page.placed[0][1]
        assert first.head is None


def test_a_statement_is_on_the_page_of_its_label(shipped: Catalog) -> None:
    reserve = FeatureRef("ecological_reserves", "futian_mangrove")
    subject, _ = subject_of_features(shipped, [reserve])
    for language in Language:
        for page in pages_of(make_briefing(shipped, subject, Wish(language))):
            rows = [piece for _, piece in page.placed if piece.head is not None]
            assert all(row.lines for row in rows)
            assert not rows or any(line.x == 0 for line in rows[0].lines)


def test_its_fonts_are_inside_and_its_pages_are_a4(written) -> None:
    briefing, path = written
    rows = read_by("pdffonts", path).splitlines()[2:]
    assert rows
    assert all(row.split()[-5:-2] == ["yes", "no", "yes"] for row in rows)
    info = read_by("pdfinfo", path)
    assert "A4" in info
    assert re.search(rf"Pages: +{len(pages_of(briefing)) + 1}\n", info)
    assert page_text(path, 1).endswith(f"1/{len(pages_of(briefing)) + 1}")


def test_no_radical_stands_for_a_word(written) -> None:
    text = read_by("pdftotext", written[1], "-")
    assert re.findall("[\u2e80-\u2fdf\ufb00-\ufb06\ue000-\uf8ff\ufffd]", text) == []


def test_the_same_briefing_has_the_same_bytes(shipped: Catalog) -> None:
    briefing = zone(shipped, Language.EN)
    before = briefing_bytes(shipped, visible(shipped), briefing)
    for bold in (False, True):
        paint_on_the_screen(bold=bold)
    again = briefing_bytes(shipped, visible(shipped), zone(shipped, Language.EN))
    assert again == before


@pytest.mark.parametrize("how", ["highlights", "rings"])
def test_an_outline_is_drawn_on_the_map(shipped: Catalog, how: str) -> None:
    park = FeatureRef("cooperation_zone", "hong_kong_park")
    rings = rings_of(ring_of_box(114.06, 22.51, 114.07, 22.52), shipped.map_epsg)
    looker = Looker(shipped)
    plain = render_map(looker((400, 300)))
    marks = {"highlights": (park,), "rings": rings}[how]
    marked = render_map(replace(looker((400, 300)), **{how: marks}))
    assert 0.005 < differing(plain, marked, 2) < 0.1
