"""The PDF as other programs read it."""

import re
from pathlib import Path

import pytest

from hetao_map.model.dataset import Catalog
from hetao_map.render.output import write_sheet
from hetao_map.text.language import Language
from tests.unit.render.outputs import page, plain, read_by

WORDS = {
    Language.ZH_HANS: [
        "河套深港科技创新合作区",
        "福田口岸",
        "图例",
        "口岸桥梁",
        "资料来源",
        "比例尺",
    ],
    Language.ZH_HANT: [
        "河套深港科技創新合作區",
        "福田口岸",
        "圖例",
        "口岸橋樑",
        "資料來源",
        "比例",
    ],
    Language.EN: ["Science and Technology", "Futian Port", "Legend", "Port bridges", "Sources"],
}


@pytest.fixture(autouse=True)
def _qt(qapp) -> None:
    pass


@pytest.fixture(params=list(Language), ids=lambda language: language.value)
def written(request: pytest.FixtureRequest, shipped: Catalog, tmp_path: Path):
    language = request.param
    path = tmp_path / "map.pdf"
    write_sheet(page(shipped, language), path)
    return language, path


def test_its_text_can_be_found(written) -> None:
    language, path = written
    text = read_by("pdftotext", "-layout", path, "-")
    for word in (*WORDS[language], "OpenStreetMap", "CSDI", "1:", "2022-01-11", "114°0"):
        assert word in text, word


def test_no_radical_stands_for_a_word(written) -> None:
    text = read_by("pdftotext", written[1], "-")
    assert re.findall("[\u2e80-\u2fdf\ufb00-\ufb06\ue000-\uf8ff\ufffd]", text) == []


def test_its_fonts_are_embedded(written) -> None:
    rows = read_by("pdffonts", written[1]).splitlines()[2:]
    assert rows
    assert all(row.split()[-5:-2] == ["yes", "no", "yes"] for row in rows)


def test_its_page_is_a4_and_knows_its_title(written) -> None:
    language, path = written
    info = read_by("pdfinfo", path)
    assert "A4" in info
    assert WORDS[language][0] in info
    assert "Date" not in info
    assert b"/Lang (%b)" % language.value.encode() in path.read_bytes()


def test_the_same_map_has_the_same_bytes(shipped: Catalog, tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        write_sheet(page(shipped), tmp_path / name)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_a_picture_without_margins_is_a_page_of_its_size(shipped: Catalog, tmp_path: Path) -> None:
    write_sheet(plain(shipped, (600, 400)), tmp_path / "map.pdf")
    assert "450 x 300 pts" in read_by("pdfinfo", tmp_path / "map.pdf")
