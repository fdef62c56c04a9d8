import re
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.cli.command import hetao_map
from tests.files import everything_in, points, write_geopackage


def rendered(path: Path, *words: object) -> QImage:
    done = hetao_map("render", "-o", path, "--size", "300x200", *words)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert path.name in everything_in(path.parent)
    return QImage(str(path))


@pytest.fixture(scope="module")
def ordinary_map(tmp_path_factory: pytest.TempPathFactory) -> QImage:
    return rendered(tmp_path_factory.mktemp("ordinary") / "map.png")


def test_the_map_becomes_a_picture_of_the_size(tmp_path: Path) -> None:
    image = rendered(tmp_path / "map.png")
    assert (image.width(), image.height()) == (300, 200)
    assert list(everything_in(tmp_path)) == ["map.png"]
    assert len({image.pixel(x, 100) for x in range(300)}) > 10


def test_a_dense_screen_makes_more_pixels_of_the_same_map(tmp_path: Path) -> None:
    assert rendered(tmp_path / "map.png", "--dpr", "2").width() == 600


def test_the_density_of_paper_is_counted_from_96_dots(tmp_path: Path) -> None:
    assert rendered(tmp_path / "map.png", "--dpi", "144").width() == 450


@pytest.mark.parametrize(
    "words",
    [
        ("--center", "114.0629,22.5176", "--scale", "10000"),
        ("--bbox", "114.05,22.50,114.08,22.53"),
        ("--layers", "ports,land"),
        ("--language", "zh-Hans"),
        ("--theme", "dark"),
        ("--date", "1990-01-01"),
        ("--highlight", "cooperation_zone/hetao_zone"),
        ("--no-furniture",),
        ("--legend",),
        ("--grid",),
    ],
    ids=lambda words: words[0],
)
def test_each_option_can_be_seen(
    tmp_path: Path, ordinary_map: QImage, words: tuple[str, ...]
) -> None:
    assert rendered(tmp_path / "map.png", *words) != ordinary_map


def test_an_older_picture_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "map.png"
    path.write_text("older")
    assert rendered(path).width() == 300
    assert list(everything_in(tmp_path)) == ["map.png"]


def test_a_file_of_others_is_painted_and_left_alone(tmp_path: Path) -> None:
    path = write_geopackage(tmp_path / "places.gpkg", places=points(20))
    before = path.read_bytes()
    image = rendered(tmp_path / "map.png", path, "--no-furniture")
    assert len({image.pixel(x, y) for x in range(0, 300, 2) for y in range(0, 200, 2)}) > 1
    assert everything_in(tmp_path).keys() == {"places.gpkg", "map.png"}
    assert path.read_bytes() == before


@pytest.mark.parametrize(("ending", "start"), [(".pdf", b"%PDF-1."), (".SVG", b"<?xml")])
def test_the_ending_says_what_is_written(tmp_path: Path, ending: str, start: bytes) -> None:
    path = tmp_path / f"map{ending}"
    done = hetao_map("render", "-o", path, "--language", "zh-Hant")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert path.read_bytes().startswith(start)
    assert list(everything_in(tmp_path)) == [path.name]


def test_two_runs_write_the_same_bytes(tmp_path: Path) -> None:
    for ending in (".pdf", ".svg", ".png"):
        for name in ("a", "b"):
            hetao_map("render", "-o", tmp_path / (name + ending), "--size", "500x450")
        first, second = ((tmp_path / (name + ending)).read_bytes() for name in ("a", "b"))
        assert first == second


def pdf_box(path: Path, *words: str) -> tuple[float, ...]:
    """The page of a PDF in points."""
    assert hetao_map("render", "-o", path, *words).returncode == 0
    box = re.search(rb"/MediaBox \[([\d. ]+)\]", path.read_bytes())
    assert box is not None
    return tuple(float(number) for number in box[1].split())[2:]


@pytest.mark.parametrize(
    ("words", "size_mm"),
    [
        ((), (297, 210)),
        (("--page", "A3-portrait"), (297, 420)),
        (("--page", "A2-landscape"), (594, 420)),
        (("--size", "960x480"), (254, 127)),
    ],
)
def test_a_pdf_has_the_page_asked_for(
    tmp_path: Path, words: tuple[str, ...], size_mm: tuple[float, float]
) -> None:
    box = pdf_box(tmp_path / "map.pdf", *words)
    assert box == pytest.approx([side / 25.4 * 72 for side in size_mm], abs=0.6)


def test_a_page_can_be_a_picture(tmp_path: Path) -> None:
    path = tmp_path / "map.png"
    assert hetao_map("render", "-o", path, "--page", "A4-portrait", "--dpi", "150").returncode == 0
    image = QImage(str(path))
    assert (image.width(), image.height()) == (1240, 1754)
    assert image.dotsPerMeterX() == pytest.approx(150 / 0.0254, abs=1)
