"""Base maps on the command line."""

import json
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from tests.cli.command import complaint, hetao_map
from tests.files import everything_in, points, write_geopackage
from tests.tiles import COLUMN, ROW, ZOOM, around, picture, write_mbtiles, write_tile_table

VIEW = ("--center", "114.05,22.513", "--scale", "40000", "--size", "300x200", "--no-furniture")


@pytest.fixture
def red(tmp_path: Path) -> Path:
    return write_mbtiles(tmp_path / "red.mbtiles", around(picture("red")), attribution="© Red")


def test_a_picture_has_the_base_map_below_the_features(red: Path, tmp_path: Path) -> None:
    places = write_geopackage(tmp_path / "places.gpkg", places=points(5))
    before = everything_in(tmp_path)
    done = hetao_map("render", places, red, "-o", tmp_path / "out.png", *VIEW)
    assert (done.returncode, done.stderr) == (0, "")
    image = QImage(str(tmp_path / "out.png"))
    assert image.pixelColor(20, 20) == QColor("red")
    colours = {image.pixelColor(x, y).name() for x in range(300) for y in range(200)}
    assert len(colours) > 5
    (tmp_path / "out.png").unlink()
    assert everything_in(tmp_path) == before


def test_a_page_and_a_drawing_hold_it_as_a_picture(red: Path, tmp_path: Path) -> None:
    for ending, mark in ((".pdf", b"/Image"), (".svg", b"data:image/png;base64")):
        out = tmp_path / f"out{ending}"
        done = hetao_map("render", red, "-o", out, *VIEW[:4])
        assert (done.returncode, done.stderr) == (0, "")
        assert mark in out.read_bytes()


def test_layers_list_it_without_a_count(red: Path) -> None:
    (layer,) = json.loads(hetao_map("layers", red, "--json").stdout)
    assert (layer["id"], layer["group"], layer["geometry"]) == ("red", "base", "raster")
    assert layer["feature_count"] is None
    assert layer["bbox"] == pytest.approx([113.99, 22.47, 114.1, 22.57], abs=0.02)
    assert hetao_map("layers", red).stdout == "red\tTiles\traster\t-\n"


def test_identify_and_search_pass_over_it(red: Path) -> None:
    assert "Nothing was found" in complaint_of("info", red, "--at", "114.05,22.52")
    assert "Nothing matches" in complaint_of("search", "red", red)


def complaint_of(*words: object) -> str:
    done = hetao_map(*words)
    assert done.returncode == 1
    return done.stderr


def test_a_bad_tile_costs_one_tile_and_is_said(tmp_path: Path) -> None:
    tiles = [t for t in around(picture("red")) if t[1:3] != (COLUMN, ROW)]
    bad = (ZOOM, COLUMN, ROW, picture("red")[:120])
    path = write_mbtiles(tmp_path / "t.mbtiles", [*tiles, bad])
    done = hetao_map("render", path, "-o", tmp_path / "out.png", *VIEW)
    assert done.returncode == 6
    (line,) = done.stderr.splitlines()
    assert "t.mbtiles, tiles t: 1 of them could not be read as pictures" in line
    assert not QImage(str(tmp_path / "out.png")).isNull()


def test_vector_tiles_are_refused_in_a_line(tmp_path: Path) -> None:
    path = write_mbtiles(tmp_path / "v.mbtiles", around(b"\x1f\x8b"), format="pbf")
    for words in (("layers", path), ("render", path, "-o", tmp_path / "out.png")):
        assert "vector tiles (pbf)" in complaint(hetao_map(*words), 3)


def test_check_knows_tiles(red: Path, tmp_path: Path) -> None:
    found = json.loads(hetao_map("check", red, "--json").stdout)
    assert found["errors"] == []
    assert {row["table"] for row in found["warnings"]} == {"metadata"}
    both = write_geopackage(tmp_path / "both.gpkg", places=points(2))
    write_tile_table(both, around(b"no picture"), [], (0, 0, 1, 1))
    done = hetao_map("check", both, "--json")
    assert done.returncode == 1
    assert {row["table"] for row in json.loads(done.stdout)["errors"]} == {"pictures"}
