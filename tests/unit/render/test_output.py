from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import Qt

from hetao_map.model.dataset import Catalog
from hetao_map.model.errors import OutputError, UsageError
from hetao_map.render.output import ENDINGS, write_sheet
from hetao_map.text.language import Language
from tests.files import everything_in
from tests.unit.render.outputs import Looker, differing, image_of, page, plain, read_by

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(autouse=True)
def _qt(qapp) -> None:
    pass


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_same_map_is_the_same_file(shipped: Catalog, tmp_path: Path, ending: str) -> None:
    for name in ("a", "b"):
        write_sheet(plain(shipped), tmp_path / (name + ending))
    assert (tmp_path / f"a{ending}").read_bytes() == (tmp_path / f"b{ending}").read_bytes()


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_file_that_cannot_be_written_leaves_nothing(
    shipped: Catalog, tmp_path: Path, ending: str
) -> None:
    (tmp_path / f"map{ending}").mkdir()
    for path in (tmp_path / f"map{ending}", tmp_path / "missing" / f"map{ending}"):
        with pytest.raises(OutputError, match="map"):
            write_sheet(plain(shipped, (100, 80)), path)
    assert list(everything_in(tmp_path)) == [f"map{ending}"]


def test_a_layer_that_is_seen_through_is_one_picture_in_a_drawing(
    shipped: Catalog, tmp_path: Path
) -> None:
    for name, opacity in (("whole", {}), ("faded", {"water": 0.4, "land": 1.0})):
        write_sheet(plain(shipped, opacity=opacity), tmp_path / f"{name}.svg")
    whole, faded = ((tmp_path / f"{name}.svg").read_text() for name in ("whole", "faded"))
    assert faded.count("<image") == whole.count("<image") + 1


def test_a_picture_too_large_writes_nothing(shipped: Catalog, tmp_path: Path) -> None:
    sheet = replace(plain(shipped, (100, 80)), size_px=(50_000, 80))
    with pytest.raises(UsageError):
        write_sheet(sheet, tmp_path / "map.png")
    assert everything_in(tmp_path) == {}


@pytest.mark.parametrize("dpi", [150, 300])
def test_resolution_changes_nothing_but_the_grain(
    shipped: Catalog, tmp_path: Path, dpi: int
) -> None:
    for name, ratio in (("coarse", 1.0), ("fine", dpi / 96)):
        write_sheet(plain(shipped, ratio=ratio), tmp_path / f"{name}.png")
    coarse, fine = (image_of(tmp_path / f"{name}.png") for name in ("coarse", "fine"))
    assert fine.width() == round(600 * dpi / 96)
    assert fine.widthMM() == pytest.approx(coarse.widthMM(), abs=1)
    smooth = Qt.TransformationMode.SmoothTransformation
    scaled = fine.scaled(coarse.size(), Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    assert differing(coarse, scaled) < 0.06


def test_an_svg_has_a_title_a_description_and_its_size(shipped: Catalog, tmp_path: Path) -> None:
    write_sheet(page(shipped, Language.ZH_HANT), tmp_path / "map.svg")
    root = ET.parse(tmp_path / "map.svg").getroot()  # noqa: S314 - a file of our own
    assert (root.get("width"), root.get("height")) == ("297mm", "210mm")
    assert root.findtext(f"{SVG}title") == "河套深港科技創新合作區 · 河套地圖"
    assert "OpenStreetMap" in str(root.findtext(f"{SVG}desc"))
    assert next(root.iter(f"{SVG}text"), None) is None


@pytest.mark.parametrize("kind", ["plain", "page"])
def test_an_svg_looks_the_same_elsewhere(shipped: Catalog, tmp_path: Path, kind: str) -> None:
    sheet = plain(shipped) if kind == "plain" else page(shipped, Language.ZH_HANS)
    for ending in (".png", ".svg"):
        write_sheet(sheet, tmp_path / f"map{ending}")
    other = tmp_path / "other.png"
    read_by("rsvg-convert", "-d", 96, "-p", 96, tmp_path / "map.svg", "-o", other)
    assert differing(image_of(tmp_path / "map.png"), image_of(other)) < 0.01


def test_a_pdf_looks_the_same(shipped: Catalog, tmp_path: Path) -> None:
    sheet = plain(shipped, (600, 400))
    for ending in (".png", ".pdf"):
        write_sheet(sheet, tmp_path / f"map{ending}")
    read_by("pdftoppm", "-r", 96, "-singlefile", "-png", tmp_path / "map.pdf", tmp_path / "other")
    # Another rasteriser draws letters and thin lines with other shades.
    assert differing(image_of(tmp_path / "map.png"), image_of(tmp_path / "other.png")) < 0.09


def test_a_map_without_furniture_has_no_words_but_its_names(
    shipped: Catalog, tmp_path: Path
) -> None:
    bare = replace(Looker(shipped)((600, 400)), furniture=False)
    assert bare.surround.title
    sheet = plain(shipped, furniture=False)
    write_sheet(sheet, tmp_path / "map.pdf")
    text = read_by("pdftotext", tmp_path / "map.pdf", "-")
    assert "Futian Port" in text
    assert "Legend" not in text
    assert "OpenStreetMap" not in text
