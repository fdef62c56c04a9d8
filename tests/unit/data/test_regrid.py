"""A file in another grid of the map."""

from pathlib import Path

import numpy as np
import pytest
from shapely import Point

from hetao_map.data.open import open_files
from hetao_map.data.regrid import in_grid
from hetao_map.model.datum import in_datums
from hetao_map.model.tiles import TileLayer
from tests.files import points, write_geopackage
from tests.layers import make_catalog, make_layer
from tests.tiles import around, picture, write_mbtiles


def test_pictures_lie_where_they_would_if_they_were_read_for_that_grid(tmp_path: Path) -> None:
    path = write_mbtiles(tmp_path / "t.mbtiles", around(picture()), bounds="114,22.4,114.2,22.6")
    (near,) = open_files([path]).datasets
    far = write_geopackage(tmp_path / "far.gpkg", far=[(Point(10, 50), "Rhine")])
    world = open_files([far, path]).layer("t")
    moved = in_grid(near, 3857).layers[0]
    assert isinstance(moved, TileLayer)
    assert isinstance(world, TileLayer)
    assert moved.map_epsg == world.map_epsg == 3857
    # Boxes around boxes are a little larger.
    mine, theirs = (np.array([b.xmin, b.ymin, b.xmax, b.ymax]) for b in (moved.span, world.span))
    assert np.abs(mine - theirs).max() < 100


def test_a_shifted_layer_is_shifted_in_the_new_grid_too(tmp_path: Path) -> None:
    path = write_geopackage(tmp_path / "p.gpkg", places=points(3))
    (plain,) = open_files([path]).datasets
    shifted = in_datums(open_files([path]), {"places": "gcj02"}).datasets[0]
    moved = in_grid(shifted, 3857).layers[0]
    assert moved.datum == ""
    assert moved.unshifted is None
    assert moved.point_on(1) == pytest.approx(in_grid(plain, 3857).layers[0].point_on(1))


def test_a_file_of_that_grid_stays_itself() -> None:
    (dataset,) = make_catalog(make_layer([Point(821_000, 842_000)])).datasets
    assert in_grid(dataset, 2326) is dataset
