"""Tile tables of a GeoPackage: their grids, also those that lie."""

from pathlib import Path

import pytest

from hetao_map.data.open import open_files
from hetao_map.model.errors import InputError
from hetao_map.model.layer import never
from hetao_map.model.tiles import TileLayer
from tests.files import everything_in, execute, points, write_geopackage
from tests.tiles import HALF_WORLD_M, Matrix, Tile, picture, write_tile_table

WORLD = (-HALF_WORLD_M, -HALF_WORLD_M, HALF_WORLD_M, HALF_WORLD_M)
PIXEL = 2 * HALF_WORLD_M / 256
ZONE = (12_690_000.0, 2_570_000.0, 12_710_000.0, 2_590_000.0)
SOUND: Matrix = (0, 1, 1, 256, 256, PIXEL, PIXEL)
TILE: Tile = (0, 0, 0, picture())


def layer_of(path: Path) -> TileLayer:
    layer = open_files([path]).layers[0]
    assert isinstance(layer, TileLayer)
    return layer


def test_features_and_pictures_of_one_file_are_both_there(tmp_path: Path) -> None:
    path = write_geopackage(tmp_path / "both.gpkg", places=points(4))
    write_tile_table(path, [TILE], [SOUND], WORLD)
    before = everything_in(tmp_path)
    catalog = open_files([path])
    assert [(la.id, la.spec.geometry) for la in catalog.layers] == [
        ("pictures", "raster"),
        ("places", "GEOMETRY"),
    ]
    assert catalog.map_epsg == 2326
    assert catalog.notes == ()
    layer = catalog.layers[0]
    assert isinstance(layer, TileLayer)
    assert layer.spec.title.en == "Pictures"
    assert layer.source.read(0, range(1), range(1), never) == {(0, 0): picture()}
    assert everything_in(tmp_path) == before


def test_a_file_of_pictures_alone_needs_no_list_of_geometry(tmp_path: Path) -> None:
    path = write_tile_table(tmp_path / "t.gpkg", [TILE], [SOUND], ZONE)
    execute(path, "DROP TABLE gpkg_geometry_columns")
    assert layer_of(path).id == "pictures"


def test_what_the_tiles_cover_may_be_a_part_of_their_grid(tmp_path: Path) -> None:
    part = (12_695_000.0, 2_575_000.0, 12_700_000.0, 2_580_000.0)
    matrix = (3, 2, 2, 512, 512, 20, 20)
    path = write_tile_table(tmp_path / "t.gpkg", [], [matrix], ZONE, covered=part)
    layer = layer_of(path)
    assert layer.grid.corner == (ZONE[0], ZONE[3])
    assert layer.extent_lonlat.xmin == pytest.approx(114.041, abs=0.01)
    assert layer.extent_lonlat.width == pytest.approx(5000 / 111_319.49, rel=0.01)


def test_levels_are_ordered_by_the_size_of_their_pixels(tmp_path: Path) -> None:
    matrices: list[Matrix] = [(9, 4, 4, 250, 250, 20, 20), (2, 1, 1, 250, 250, 80, 80)]
    layer = layer_of(write_tile_table(tmp_path / "t.gpkg", [], matrices, ZONE))
    assert [level.zoom for level in layer.grid.levels] == [2, 9]


LYING: dict[str, Matrix] = {
    "no pixels": (1, 1, 1, 256, 256, 0, 0),
    "negative pixels": (1, 1, 1, 256, 256, -5, -5),
    "pixels without end": (1, 1, 1, 256, 256, 1e300, 1e300),
    "text for a pixel": (1, 1, 1, 256, 256, "wide", 3),
    "no tiles": (1, 0, 0, 256, 256, 5, 5),
    "more tiles than there can be": (1, 2**40, 1, 256, 256, 5, 5),
    "no size": (1, 1, 1, 0, 0, 5, 5),
    "huge tiles": (1, 1, 1, 50_000, 50_000, 5, 5),
    "nothing": (None, None, None, None, None, None, None),
    "a zoom that is none": ("far", 1, 1, 256, 256, 5, 5),
}


@pytest.mark.parametrize("matrix", LYING.values(), ids=LYING.keys())
def test_a_level_that_makes_no_sense_costs_itself(tmp_path: Path, matrix: Matrix) -> None:
    path = write_tile_table(tmp_path / "one.gpkg", [TILE], [matrix, SOUND], WORLD)
    assert [level.zoom for level in layer_of(path).grid.levels] == [0]
    path = write_tile_table(tmp_path / "all.gpkg", [TILE], [matrix], WORLD)
    with pytest.raises(InputError, match="pictures: it could not be read"):
        open_files([path])


@pytest.mark.parametrize(
    "box", [(0, 0, 0, 0), (10, 10, -10, -10), ("a", "b", "c", "d"), (None,) * 4, (0, 0, 1e400, 1)]
)
def test_a_matrix_set_that_makes_no_sense_is_said(
    tmp_path: Path, box: tuple[float, float, float, float]
) -> None:
    path = write_geopackage(tmp_path / "t.gpkg", places=points(2))
    write_tile_table(path, [TILE], [SOUND], box)
    catalog = open_files([path])
    assert [layer.id for layer in catalog.layers] == ["places"]
    assert ["pictures" in note.en for note in catalog.notes] == [True]


def test_tiles_of_an_unknown_reference_system_are_said(tmp_path: Path) -> None:
    path = write_geopackage(tmp_path / "t.gpkg", places=points(2))
    write_tile_table(path, [TILE], [SOUND], WORLD, srs_id=0)
    assert [note.en.partition(":")[0] for note in open_files([path]).notes] == [
        f"{path}, tiles pictures"
    ]


def test_tiles_that_are_only_announced_are_said(tmp_path: Path) -> None:
    path = write_geopackage(tmp_path / "t.gpkg", places=points(2))
    write_tile_table(path, [TILE], [SOUND], WORLD)
    execute(path, "DROP TABLE pictures")
    assert "no such table" in open_files([path]).notes[0].en


def test_a_large_grid_opens_at_once_and_shows_from_a_scale_on(tmp_path: Path) -> None:
    matrix = (20, 2**20, 2**20, 256, 256, PIXEL / 2**20, PIXEL / 2**20)
    layer = layer_of(write_tile_table(tmp_path / "t.gpkg", [], [matrix], WORLD))
    assert 0 < layer.spec.max_scale < 5_000
    small = layer_of(write_tile_table(tmp_path / "s.gpkg", [TILE], [SOUND], WORLD))
    assert small.spec.max_scale == 0
