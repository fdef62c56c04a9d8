"""Tiles on the map: where they lie, what stands in for them, and how they look."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage

from hetao_map.data.open import open_files
from hetao_map.geometry.extent import Extent
from hetao_map.geometry.projection import extent_between, to_map
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.tiles import TileLayer
from hetao_map.render.layer import render_layer
from hetao_map.render.request import RenderRequest, RenderResult
from hetao_map.render.theme import DARK, LIGHT, Theme
from hetao_map.render.tiles.mesh import MOST_ERROR_PX
from tests.files import points, write_geopackage
from tests.tiles import (
    COLUMN,
    HALF_WORLD_M,
    ROW,
    ZOOM,
    around,
    block_of,
    checkerboard,
    picture,
    write_mbtiles,
    write_tile_table,
)
from tests.unit.render.tiles.exact import pixels, warped

# How far a colour may be off that of the exact warp, of 255: the fields differ by 220, and a
# field's edge that lies a fifth of a pixel off would be off by 44.
NEAR_ENOUGH = 6.0
ZONE = (114.06, 22.515)


def layer_of(path: Path, *others: Path) -> TileLayer:
    found = [la for la in open_files([path, *others]).layers if isinstance(la, TileLayer)]
    return found[0]


def view_of(layer: TileLayer, metres_per_px: float, size: tuple[int, int] = (700, 500)) -> Viewport:
    return Viewport(to_map(ZONE, layer.map_epsg), metres_per_px, size)


def painted(
    layer: TileLayer, view: Viewport, theme: Theme = LIGHT, look: str = "dimmed"
) -> RenderResult:
    return render_layer(RenderRequest(view, layer, theme, look))


def colour_at(result: RenderResult, x: int, y: int) -> str:
    assert result.image is not None
    left, top = result.origin
    return result.image.pixelColor(x - left, y - top).name(QColor.NameFormat.HexArgb)


@pytest.fixture
def board(tmp_path: Path) -> TileLayer:
    path = write_mbtiles(tmp_path / "board.mbtiles", around(picture(checkerboard()), reach=5))
    return layer_of(path)


@pytest.mark.parametrize("metres_per_px", [11.0, 9.0, 2.5, 0.4])
@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_a_checkerboard_is_where_each_pixel_asked_by_itself_puts_it(
    board: TileLayer, metres_per_px: float, ratio: float
) -> None:
    assert board.map_epsg == 2326
    view = view_of(board, metres_per_px * ratio, (500, 400)).resized((500, 400), ratio)
    result = painted(board, view)
    (level,) = board.grid.levels
    assert result.origin == (0, 0)
    off = np.abs(pixels(result.image) - warped(checkerboard(), board, level, view))
    assert off.max() < NEAR_ENOUGH


@pytest.mark.parametrize("epsg", [4326, 2326])
def test_grids_in_degrees_and_in_metres_of_hong_kong_lie_as_exactly(
    tmp_path: Path, epsg: int
) -> None:
    box = extent_between(Extent(114.0, 22.47, 114.12, 22.55), "EPSG:4326", f"EPSG:{epsg}")
    # Tiles of another size than usual, wider than high.
    side, columns, rows = (300, 200), 6, 5
    pixel_x, pixel_y = box.width / (columns * 300), box.height / (rows * 200)
    board = checkerboard(600, 25).copy(0, 0, 300, 200)
    tiles = block_of(lambda _c, _r: picture(board), range(columns), range(rows), 3)
    matrix = (3, columns, rows, *side, pixel_x, pixel_y)
    path = write_tile_table(
        tmp_path / "t.gpkg", tiles, [matrix], (box.xmin, box.ymin, box.xmax, box.ymax), epsg
    )
    layer = layer_of(path)
    view = view_of(layer, 6.0, (600, 400))
    result = painted(layer, view)
    assert result.origin == (0, 0)
    off = np.abs(pixels(result.image) - warped(board, layer, layer.grid.levels[0], view))
    assert off.max() < NEAR_ENOUGH


def test_the_whole_world_lies_in_web_mercator_as_exactly(tmp_path: Path) -> None:
    board = checkerboard()
    tiles = block_of(lambda _c, _r: picture(board), range(8), range(4), 2)
    matrix = (2, 8, 4, 256, 256, 360 / 2048, 180 / 1024)
    path = write_tile_table(tmp_path / "w.gpkg", tiles, [matrix], (-180, -90, 180, 90), 4326)
    layer = layer_of(path)
    assert layer.map_epsg == 3857
    view = Viewport((4e6, 5e6), 20_000, (500, 400))
    result = painted(layer, view)
    off = np.abs(pixels(result.image) - warped(board, layer, layer.grid.levels[0], view))
    # Here the two grids bend against each other as far as the mesh allows.
    assert off.max() < NEAR_ENOUGH + 220 * MOST_ERROR_PX
    assert (off > NEAR_ENOUGH).mean() < 0.02


def test_the_world_on_the_grid_of_hong_kong_is_painted_as_far_as_it_reaches(
    tmp_path: Path,
) -> None:
    world = write_mbtiles(
        tmp_path / "w.mbtiles", block_of(lambda _c, _r: picture(), range(1), range(1), 0)
    )
    near = write_geopackage(tmp_path / "near.gpkg", near=points(2))
    layer = layer_of(near, world)
    assert layer.map_epsg == 2326
    result = painted(layer, view_of(layer, 20_000.0))
    assert colour_at(result, 350, 250) == "#ffff0000"


def test_no_pixel_between_tiles_and_blocks_is_left_out(tmp_path: Path) -> None:
    layer = layer_of(write_mbtiles(tmp_path / "red.mbtiles", around(picture("red"), reach=9)))
    result = painted(layer, view_of(layer, 9.3, (2200, 1500)))
    assert result.image is not None
    found = pixels(result.image)
    assert (found[40:-40, 40:-40] == [0, 0, 255, 255]).all()


def test_the_level_suits_the_scale(tmp_path: Path) -> None:
    colours = {12: "red", 14: "lime", 16: "blue"}
    tiles = [t for z, colour in colours.items() for t in around(picture(colour), z, reach=6)]
    layer = layer_of(write_mbtiles(tmp_path / "levels.mbtiles", tiles))
    size_at_zone = 0.924
    for zoom, colour in colours.items():
        metres = 2 * HALF_WORLD_M / 2**zoom / 256 * size_at_zone
        for factor in (0.9, 1.2):
            result = painted(layer, view_of(layer, metres * factor, (50, 50)))
            assert colour_at(result, 25, 25) == QColor(colour).name(QColor.NameFormat.HexArgb)


def test_a_coarser_tile_stands_in_for_one_that_is_missing_or_bad(tmp_path: Path) -> None:
    parents = around(picture("red"), ZOOM - 1, reach=3)
    children = [
        (ZOOM, COLUMN, ROW, picture("blue")),
        (ZOOM, COLUMN + 1, ROW, picture("blue")[:200]),
    ]
    layer = layer_of(write_mbtiles(tmp_path / "gaps.mbtiles", [*parents, *children]))
    # The corner between the blue tile, the bad one to its right and those missing below.
    side = 2 * HALF_WORLD_M / 2**ZOOM
    corner = ((COLUMN + 1) * side - HALF_WORLD_M, HALF_WORLD_M - (ROW + 1) * side)
    box = extent_between(Extent(*corner, *corner), "EPSG:3857", "EPSG:2326")
    view = Viewport(box.center, 9.0, (100, 100))
    result = painted(layer, view)
    assert colour_at(result, 30, 30) == "#ff0000ff"
    assert {colour_at(result, x, y) for x, y in ((70, 30), (30, 70), (70, 70))} == {"#ffff0000"}
    assert layer.bad == {(ZOOM, (COLUMN + 1, ROW))}


def test_where_there_are_no_tiles_nothing_is_painted(tmp_path: Path) -> None:
    tiles = around(picture("red"), reach=0)
    layer = layer_of(write_mbtiles(tmp_path / "one.mbtiles", tiles, bounds="113,22,115,23"))
    result = painted(layer, view_of(layer, 30.0, (800, 600)))
    assert colour_at(result, 10, 10) == "#00000000"
    far = replace(view_of(layer, 9.0), center=(700_000.0, 700_000.0))
    assert painted(layer, far).image is None


def test_a_stale_request_ends_without_a_picture(board: TileLayer) -> None:
    asked = []

    def stale() -> bool:
        asked.append(1)
        return len(asked) > 4

    view = view_of(board, 5.0, (1500, 1200))
    result = render_layer(RenderRequest(view, board, LIGHT), stale)
    assert not result.complete
    assert result.image is None
    assert len(asked) < 12


def test_in_the_dark_pictures_are_dimmed_turned_or_left_alone(tmp_path: Path) -> None:
    white = layer_of(write_mbtiles(tmp_path / "white.mbtiles", around(picture("white"))))
    view = view_of(white, 9.0, (40, 40))
    looks = {look: painted(white, view, DARK, look) for look in ("dimmed", "turned", "plain")}
    light = {look: QColor(colour_at(r, 20, 20)).lightness() for look, r in looks.items()}
    assert light["plain"] == 255
    assert 100 < light["dimmed"] < 160
    assert 25 < light["turned"] < 35
    assert colour_at(painted(white, view, LIGHT, "turned"), 20, 20) == "#ffffffff"


def test_turned_colours_keep_their_hue(tmp_path: Path) -> None:
    layer = layer_of(write_mbtiles(tmp_path / "g.mbtiles", around(picture("#c0e0a0"))))
    result = painted(layer, view_of(layer, 9.0, (40, 40)), DARK, "turned")
    before, after = QColor("#c0e0a0"), QColor(colour_at(result, 20, 20))
    assert after.hslHue() == pytest.approx(before.hslHue(), abs=3)
    assert after.lightness() < 100


def test_what_is_transparent_stays_so_when_it_is_dimmed(tmp_path: Path) -> None:
    image = QImage(256, 256, QImage.Format.Format_ARGB32)
    image.fill(QColor(255, 255, 255, 0))
    layer = layer_of(write_mbtiles(tmp_path / "clear.mbtiles", around(picture(image))))
    result = painted(layer, view_of(layer, 9.0, (40, 40)), DARK)
    assert colour_at(result, 20, 20) == "#00000000"


def test_far_out_tiles_are_averaged_not_picked(tmp_path: Path) -> None:
    tiles = around(picture(checkerboard(256, 2)), reach=3)
    layer = layer_of(write_mbtiles(tmp_path / "fine.mbtiles", tiles))
    # Eight pixels of the tiles are one of the screen: all fields become their mean.
    result = painted(layer, view_of(layer, 8 * 8.83, (30, 30)))
    assert result.image is not None
    middle = pixels(result.image)[10:20, 10:20, :3]
    assert np.abs(middle - [100, 130, 130]).max() < 6
