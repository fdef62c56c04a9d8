"""Tiles painted from the shipped map itself lie where the map has the same things."""

from pathlib import Path

import numpy as np
from PySide6.QtGui import QColor, QImage

from hetao_map.data import geopackage
from hetao_map.data.open import open_files
from hetao_map.geometry.projection import to_map
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.dataset import Catalog
from hetao_map.model.layer import Layer
from hetao_map.render.compose import paint_results
from hetao_map.render.layer import render_layer
from hetao_map.render.lettering import painting
from hetao_map.render.request import RenderRequest
from hetao_map.render.theme import LIGHT
from tests.tiles import COLUMN, HALF_WORLD_M, ROW, ZOOM, block_of, picture, write_mbtiles
from tests.unit.render.tiles.exact import pixels

LAYERS = ("land", "water", "shenzhen_river", "rail_lines")


def painted(layers: list[Layer], view: Viewport) -> QImage:
    image = QImage(*view.size_px, QImage.Format.Format_RGB32)
    image.fill(QColor(*LIGHT.beyond))
    with painting(image) as painter:
        for layer in layers:
            paint_results(painter, [render_layer(RenderRequest(view, layer, LIGHT))], view)
    return image


def tile_of(layers: list[Layer], zoom: int, column: int, row: int) -> bytes:
    side = 2 * HALF_WORLD_M / 2**zoom
    middle = ((column + 0.5) * side - HALF_WORLD_M, HALF_WORLD_M - (row + 0.5) * side)
    return picture(painted(layers, Viewport(middle, side / 256, (256, 256))))


def chosen(catalog: Catalog) -> list[Layer]:
    return [layer for layer in catalog.layers if layer.id in LAYERS]


def shift_between(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """By how many pixels the second picture lies off the first, by least squares."""
    down, right = np.gradient(one)
    slopes = np.column_stack([right.ravel(), down.ravel()])
    return np.linalg.lstsq(slopes, (one - other).ravel(), rcond=None)[0]


def test_base_map_and_layers_coincide(tmp_path: Path, shipped_path: Path) -> None:
    world = chosen(Catalog((geopackage.read(shipped_path, 3857),)))
    zoom, factor = ZOOM + 2, 4
    columns = range(COLUMN * factor + 1, COLUMN * factor + 6)
    rows = range(ROW * factor - 1, ROW * factor + 4)
    tiles = block_of(lambda c, r: tile_of(world, zoom, c, r), columns, rows, zoom)
    base = write_mbtiles(tmp_path / "base.mbtiles", tiles)
    catalog = open_files([shipped_path, base])
    middle = to_map((114.0635, 22.518), catalog.map_epsg)
    metres = 2 * HALF_WORLD_M / 2**zoom / 256 * 0.924
    view = Viewport(middle, metres, (420, 420))
    mine = pixels(painted(chosen(catalog), view))[..., 1]
    theirs = pixels(painted([la for la in catalog.layers if la.spec.is_raster], view))[..., 1]
    assert mine.std() > 10
    assert np.abs(shift_between(mine, theirs)).max() < 0.1
    assert np.corrcoef(mine.ravel(), theirs.ravel())[0, 1] > 0.95
