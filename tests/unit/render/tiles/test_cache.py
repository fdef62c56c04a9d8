from pathlib import Path

from PySide6.QtGui import QImage

from hetao_map.data.open import open_files
from hetao_map.model.tiles import TileLayer
from hetao_map.render.tiles.cache import TileCache
from hetao_map.render.tiles.levels import Choice
from tests.tiles import around, picture, write_mbtiles

KILOBYTES = 256


def image() -> QImage:
    return QImage(256, 256, QImage.Format.Format_ARGB32_Premultiplied)


def opened(tmp_path: Path) -> TileLayer:
    layer = open_files([write_mbtiles(tmp_path / "t.mbtiles", around(picture()))]).layers[0]
    assert isinstance(layer, TileLayer)
    return layer


def test_what_was_used_longest_ago_goes_first(tmp_path: Path) -> None:
    layer = opened(tmp_path)
    choice = Choice(layer.grid.levels[0])
    cache = TileCache(3 * KILOBYTES * 1024)
    for column in range(3):
        cache.put(layer, choice, (column, 0), image())
    assert cache.get(layer, choice, (0, 0)) is not None
    cache.put(layer, choice, (3, 0), image())
    there = [column for column in range(4) if cache.get(layer, choice, (column, 0)) is not None]
    assert there == [0, 2, 3]
    assert cache.size <= 3 * KILOBYTES * 1024


def test_tiles_of_a_file_that_is_closed_are_forgotten(tmp_path: Path) -> None:
    layer = opened(tmp_path)
    cache = TileCache()
    cache.put(layer, Choice(layer.grid.levels[0]), (0, 0), image())
    assert cache.size == KILOBYTES * 1024
    del layer
    assert cache.size == 0
