import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.command import complaint, hetao_map
from tests.files import everything_in, points, write_geopackage
from tests.hardship import ordinary_user
from tests.unit.render.outputs import read_by

PARK = ("--feature", "cooperation_zone/hong_kong_park")
BOX = "POLYGON((114.05 22.5, 114.06 22.5, 114.06 22.52, 114.05 22.52, 114.05 22.5))"


def text_of(path: Path) -> str:
    return "".join(read_by("pdftotext", "-raw", path, "-").split())


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("HongKongPark", "Keyfigures", "Editionof31March2026", "closingsoon,at22:30")),
        ("zh-Hans", ("香港园区", "主要数据", "数据版本2026年3月31日", "即将关闭：22:30")),
        ("zh-Hant", ("香港園區", "主要數據", "數據版本2026年3月31日", "即將關閉：22:30")),
    ],
)
def test_two_runs_write_the_same_bytes(
    tmp_path: Path, language: str, words: tuple[str, ...]
) -> None:
    for name in ("a.pdf", "b.pdf"):
        path = tmp_path / name
        asked = (*PARK, "--feature", "ports/futian_port", "--at", "2026-10-01T22:10")
        done = hetao_map("brief", *asked, "--language", language, "-o", path)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
    assert sorted(everything_in(tmp_path)) == ["a.pdf", "b.pdf"]
    text = text_of(tmp_path / "a.pdf").casefold()
    for word in words:
        assert word.casefold() in text


def test_an_area_is_wkt_a_file_or_a_box(tmp_path: Path) -> None:
    file = tmp_path / "area.geojson"
    ring = [[114.05, 22.5], [114.06, 22.5], [114.06, 22.52], [114.05, 22.52], [114.05, 22.5]]
    file.write_text(f'{{"type": "Polygon", "coordinates": [{ring}]}}', encoding="utf-8")
    asked = {
        "wkt.pdf": ("--area", BOX),
        "file.pdf": ("--area", file),
        "box.pdf": ("--bbox", "114.05,22.5,114.06,22.52"),
    }
    for name, words in asked.items():
        done = hetao_map("brief", *words, "--title", "Mine", "-o", tmp_path / name)
        assert (done.returncode, done.stderr) == (0, "")
        text = text_of(tmp_path / name)
        assert "Mine" in text
        assert "Areaasdrawn:227.9ha" in text
        assert "22.5000°to22.5200°N" in text
    assert (tmp_path / "wkt.pdf").read_bytes() == (tmp_path / "file.pdf").read_bytes()


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--feature", "ports/nowhere"), 1, "There is no feature ports/nowhere"),
        (("--feature", "nowhere"), 1, "There is no feature nowhere"),
        (("--bbox", "100,10,100.1,10.1"), 1, "nothing in that area"),
        ((*PARK, "--date", "1950-01-01"), 1, "was not there on 1 January 1950"),
        (("--bbox", "115,22,114,23"), 2, "is no box"),
        (("--bbox", "-180,-90,180,90"), 2, "too far away to be shown"),
        (("--area", "here"), 2, "is no area"),
        (("--area", "POLYGON((114 22, 115"), 2, "is no area"),
        (("--area", "POLYGON((114 22, 115 23, 115 22, 114 23, 114 22))"), 2, "crosses itself"),
        (("--area", "POLYGON((114 22, 215 22, 115 23, 114 22))"), 2, "outside the world"),
        (("--area", "gone.geojson"), 3, "gone.geojson: the file does not exist"),
        ((*PARK, "--bbox", "114,22,115,23"), 2, "not allowed with"),
        ((*PARK, "--at", "noon"), 2, "is no time"),
        ((*PARK, "--layers", "nowhere"), 2, "There is no layer nowhere"),
        ((), 2, "required"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(
    tmp_path: Path, words: tuple[str, ...], code: int, said: str
) -> None:
    assert said in complaint(hetao_map("brief", *words, "-o", tmp_path / "out.pdf"), code)
    assert everything_in(tmp_path) == {}


@pytest.mark.parametrize(("language", "said"), [("zh-Hans", "没有任何地物"), ("zh-Hant", "地物")])
def test_it_is_said_in_the_language_asked_for(tmp_path: Path, language: str, said: str) -> None:
    asked = ("--bbox", "100,10,100.1,10.1", "--language", language)
    assert said in complaint(hetao_map("brief", *asked, "-o", tmp_path / "out.pdf"), 1)


def test_another_ending_than_pdf_is_refused(tmp_path: Path) -> None:
    line = complaint(hetao_map("brief", *PARK, "-o", tmp_path / "out.png"), 2)
    assert "must end in .pdf" in line


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    line = complaint(hetao_map("brief", *PARK, "-o", tmp_path / "gone" / "out.pdf"), 4)
    assert "cannot be written" in line
    assert everything_in(tmp_path) == {}


def test_a_folder_without_permission_is_said(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    done = hetao_map("brief", *PARK, "-o", tmp_path / "out.pdf", before=ordinary_user())
    assert "cannot be written" in complaint(done, 4)
    tmp_path.chmod(0o700)
    assert everything_in(tmp_path) == {}


def test_the_map_that_is_open_is_never_written_over(tmp_path: Path, shipped_path: Path) -> None:
    # A GeoPackage may be called anything.
    path = shutil.copyfile(shipped_path, tmp_path / "hetao.pdf")
    before = everything_in(tmp_path)
    assert "never overwritten" in complaint(hetao_map("brief", path, *PARK, "-o", path), 4)
    assert everything_in(tmp_path) == before


def test_a_file_without_these_tables_is_told_of_and_said(tmp_path: Path) -> None:
    path = write_geopackage(tmp_path / "places.gpkg", places=points(3))
    done = hetao_map("brief", path, "--bbox", "114,22,115,23", "-o", tmp_path / "out.pdf")
    assert (done.returncode, done.stdout) == (6, "")
    lines = done.stderr.splitlines()
    assert len(lines) == 3
    assert all("places.gpkg" in line and "Traceback" not in line for line in lines)
    assert "place1" in text_of(tmp_path / "out.pdf")


def test_a_large_layer_is_on_the_map_and_said(tmp_path: Path) -> None:
    path = write_geopackage(tmp_path / "many.gpkg", few=points(320), many=points(5_001))
    done = hetao_map("brief", path, "--bbox", "114,22,115,23", "-o", tmp_path / "out.pdf")
    assert done.returncode == 6
    assert "20 more features" in done.stderr
    assert "Layer many has more than 5000 features" in done.stderr


def test_text_of_the_data_is_no_markup_and_no_flood(tmp_path: Path) -> None:
    path = write_geopackage(tmp_path / "odd.gpkg", odd=[(points(1)[0][0], "x" * 60_000)])
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("ALTER TABLE odd ADD COLUMN note TEXT")
        connection.execute("UPDATE odd SET note = ?", ("<b>bold</b> " + "河套 " * 30_000,))
    done = hetao_map("brief", path, "--feature", "odd/1", "-o", tmp_path / "out.pdf")
    assert done.returncode == 6
    text = text_of(tmp_path / "out.pdf")
    assert "<b>bold</b>" in text
    assert len(text) < 40_000
