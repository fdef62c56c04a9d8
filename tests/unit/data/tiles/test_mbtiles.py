"""MBTiles of any content: shown, or refused in a sentence; never changed."""

import gzip
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from hetao_map.data.connection import VIEW_DEADLINE_S
from hetao_map.data.open import open_files
from hetao_map.data.tiles import source
from hetao_map.data.tiles.mbtiles import text_of_html
from hetao_map.model.errors import InputError
from hetao_map.model.layer import never
from hetao_map.model.tiles import TileLayer, all_tile_notes
from tests.files import everything_in, execute, points, write_geopackage
from tests.tiles import COLUMN, ROW, ZOOM, around, picture, write_mbtiles

BOUNDS = "114.0,22.4,114.1,22.6"


def layer_of(path: Path) -> TileLayer:
    (layer,) = open_files([path]).layers
    assert isinstance(layer, TileLayer)
    return layer


def read(layer: TileLayer, zoom: int = ZOOM) -> dict[tuple[int, int], bytes | None]:
    columns, rows = range(COLUMN - 3, COLUMN + 4), range(ROW - 3, ROW + 4)
    return dict(layer.source.read(zoom, columns, rows, never))


@pytest.mark.parametrize("kind", ["png", "jpeg", "webp"])
def test_what_the_file_says_of_itself_is_shown_as_text(tmp_path: Path, kind: str) -> None:
    path = write_mbtiles(
        tmp_path / "city.mbtiles",
        around(picture("red", kind)),
        name="City <b>map</b>",
        description="From the air",
        attribution='© <a href="https://example.org">Somebody</a> &amp; others<script>x()</script>',
        bounds=BOUNDS,
        format=kind,
    )
    before = everything_in(tmp_path)
    layer = layer_of(path)
    assert (layer.id, layer.spec.title.en) == ("city", "City <b>map</b>")
    assert layer.spec.description.en == "From the air"
    assert layer.attribution == "© Somebody & others"
    assert (layer.spec.geometry, layer.rows, layer.spec.group.id) == ("raster", 0, "base")
    box = layer.extent_lonlat
    assert (box.xmin, box.ymin, box.xmax, box.ymax) == pytest.approx((114.0, 22.4, 114.1, 22.6))
    assert read(layer)[COLUMN, ROW] == picture("red", kind)
    assert everything_in(tmp_path) == before


def test_without_bounds_the_tiles_say_where_they_are(tmp_path: Path) -> None:
    layer = layer_of(write_mbtiles(tmp_path / "t.mbtiles", around(picture(), reach=0)))
    box = layer.extent_lonlat
    assert box.xmin == pytest.approx(COLUMN * 360 / 2**ZOOM - 180)
    assert box.width == pytest.approx(360 / 2**ZOOM)
    assert box.contains((114.05, 22.52))


@pytest.mark.parametrize(
    "bounds", ["", "nonsense", "1,2,3", "nan,0,1,2", "114.1,22.6,114.0,22.4", "0,0,0,0", "1e99"]
)
def test_bounds_that_make_no_sense_are_not_believed(tmp_path: Path, bounds: str) -> None:
    path = write_mbtiles(tmp_path / "t.mbtiles", around(picture(), reach=0), bounds=bounds)
    assert layer_of(path).extent_lonlat.contains((114.05, 22.52))


def test_levels_with_gaps_and_of_other_sizes_are_those_that_have_tiles(tmp_path: Path) -> None:
    large = picture("red", side=512)
    tiles = [t for zoom in (10, 14, 17) for t in around(large, zoom, reach=1)]
    layer = layer_of(write_mbtiles(tmp_path / "t.mbtiles", tiles))
    assert [level.zoom for level in layer.grid.levels] == [10, 14, 17]
    assert {level.tile_px for level in layer.grid.levels} == {(512, 512)}


def test_a_zoom_level_that_cannot_be_is_not_there(tmp_path: Path) -> None:
    strange = "INSERT INTO tiles VALUES (99, 0, 0, x'00'), (-3, 0, 0, x'00'), ('x', 0, 0, x'00')"
    path = write_mbtiles(tmp_path / "t.mbtiles", around(picture()))
    execute(path, strange)
    assert [level.zoom for level in layer_of(path).grid.levels] == [ZOOM]
    only = write_mbtiles(tmp_path / "only.mbtiles", [])
    execute(only, strange)
    with pytest.raises(InputError, match="no tiles"):
        open_files([only])


@pytest.mark.parametrize("said", ["pbf", "PBF ", "application/x-protobuf", "png"])
def test_vector_tiles_are_refused_in_a_sentence(tmp_path: Path, said: str) -> None:
    tile = gzip.compress(b"\x1a\x0a\x78\x02\x0a\x05water")
    path = write_mbtiles(tmp_path / "vector.mbtiles", around(tile), format=said)
    with pytest.raises(
        InputError, match=r"vector\.mbtiles: it holds vector tiles \(pbf\)"
    ) as found:
        open_files([path])
    assert found.value.exit_code == 3


@pytest.mark.parametrize("stored", [b"<svg/>", b"", None, "text", 7, 1.5], ids=repr)
def test_tiles_that_are_no_pictures_are_refused_in_a_sentence(
    tmp_path: Path, stored: object
) -> None:
    path = write_mbtiles(tmp_path / "t.mbtiles", around(stored))
    with pytest.raises(InputError, match="no pictures in PNG, JPEG or WebP"):
        open_files([path])


def test_a_tile_of_the_wrong_type_costs_itself_alone(tmp_path: Path) -> None:
    path = write_mbtiles(tmp_path / "t.mbtiles", around(picture()))
    row = 2**ZOOM - 1 - ROW
    at = f"WHERE tile_column = {COLUMN} + %d AND tile_row = {row}"
    execute(
        path,
        f"UPDATE tiles SET tile_data = 'text' {at % 0}",
        f"UPDATE tiles SET tile_data = 12 {at % 1}",
        f"UPDATE tiles SET tile_data = zeroblob({source.MAX_TILE_BYTES + 1}) {at % -1}",
        f"UPDATE tiles SET tile_data = NULL {at % -2}",
    )
    found = read(layer_of(path))
    assert {cell for cell, blob in found.items() if blob is None} == {
        (COLUMN + step, ROW) for step in (-2, -1, 0, 1)
    }
    assert len(found) == 25


def test_odd_keys_of_tiles_are_passed_over(tmp_path: Path) -> None:
    path = write_mbtiles(tmp_path / "t.mbtiles", around(picture()), index=False)
    execute(
        path,
        "INSERT INTO tiles SELECT zoom_level, 'x', tile_row, tile_data FROM tiles LIMIT 1",
        "INSERT INTO tiles SELECT zoom_level, tile_column + 0.5, tile_row, tile_data FROM tiles "
        "WHERE typeof(tile_column) = 'integer' LIMIT 1",
        f"INSERT INTO tiles SELECT zoom_level, {2**62}, {2**62}, tile_data FROM tiles LIMIT 1",
    )
    assert len(read(layer_of(path))) == 25


def test_a_view_over_map_and_images_is_as_good_as_a_table(tmp_path: Path) -> None:
    path = write_mbtiles(tmp_path / "t.mbtiles", around(picture()))
    execute(
        path,
        "ALTER TABLE tiles RENAME TO stored",
        "CREATE TABLE images (tile_id TEXT PRIMARY KEY, tile_data BLOB)",
        "INSERT INTO images SELECT 'red', tile_data FROM stored LIMIT 1",
        "CREATE VIEW tiles AS SELECT zoom_level, tile_column, tile_row, images.tile_data "
        "FROM stored JOIN images ON images.tile_id = 'red'",
    )
    assert set(read(layer_of(path)).values()) == {picture()}


def test_an_endless_view_ends_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "t.mbtiles"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("CREATE TABLE metadata (name text, value text)")
        connection.execute(
            "CREATE VIEW tiles AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) "
            "SELECT 40 AS zoom_level, x AS tile_column, x AS tile_row, zeroblob(9) AS tile_data "
            "FROM n"
        )
    assert VIEW_DEADLINE_S < 5
    with pytest.raises(InputError, match=r"t\.mbtiles"):
        open_files([path])


def test_a_view_that_yields_one_tile_for_ever_is_read_once(tmp_path: Path) -> None:
    path = write_mbtiles(tmp_path / "t.mbtiles", around(picture()), bounds=BOUNDS)
    layer = layer_of(path)
    row = 2**ZOOM - 1 - ROW
    execute(
        path,
        "ALTER TABLE tiles RENAME TO stored",
        "CREATE VIEW tiles AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) "
        f"SELECT {ZOOM} AS zoom_level, {COLUMN} + x - x AS tile_column, {row} AS tile_row, "
        "(SELECT tile_data FROM stored LIMIT 1) AS tile_data FROM n",
    )
    assert set(read(layer)) == {(COLUMN, ROW)}


def test_nobody_waits_means_nothing_is_read(tmp_path: Path) -> None:
    layer = layer_of(write_mbtiles(tmp_path / "t.mbtiles", around(picture()), index=False))
    columns, rows = range(COLUMN, COLUMN + 1), range(ROW, ROW + 1)
    assert set(layer.source.read(ZOOM, columns, rows, lambda: True)) <= {(COLUMN, ROW)}


def test_a_large_file_that_is_being_written_is_not_copied_for_each_view(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_mbtiles(tmp_path / "t.mbtiles", around(picture()))
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("PRAGMA journal_mode=wal")
    writer.execute("PRAGMA wal_autocheckpoint=0")
    writer.execute("INSERT INTO metadata VALUES ('note', 'still at work')")
    assert len(read(layer_of(path))) == 25
    monkeypatch.setattr(source, "MAX_COPIED_BYTES", 1000)
    with pytest.raises(InputError, match="another program is writing it"):
        open_files([path])
    writer.close()


def test_a_file_that_goes_away_is_said_and_shows_nothing(tmp_path: Path) -> None:
    path = write_mbtiles(tmp_path / "t.mbtiles", around(picture()))
    layer = layer_of(path)
    path.unlink()
    with pytest.raises(InputError, match="does not exist"):
        read(layer)


def test_a_base_map_goes_with_the_features_and_lies_below_them(tmp_path: Path) -> None:
    world = write_mbtiles(tmp_path / "world.mbtiles", [(0, 0, 0, picture())])
    near = write_geopackage(tmp_path / "near.gpkg", near=points(3))
    assert open_files([world]).map_epsg == 3857
    catalog = open_files([near, world])
    assert catalog.map_epsg == 2326
    assert [layer.id for layer in catalog.layers] == ["world", "near"]
    assert [layer.id for layer in catalog.ordered(("near",))] == ["world", "near"]
    assert catalog.extent() == catalog.layer("near").extent()
    assert [layer.id for layer in catalog.feature_layers] == ["near"]
    assert all_tile_notes(catalog) == ()


def test_bad_tiles_and_troubles_are_told(tmp_path: Path) -> None:
    catalog = open_files([write_mbtiles(tmp_path / "t.mbtiles", around(picture()))])
    (layer,) = catalog.layers
    assert isinstance(layer, TileLayer)
    layer.bad.update({(ZOOM, (1, 2)), (ZOOM, (1, 3))})
    (note,) = all_tile_notes(catalog)
    assert "t.mbtiles, tiles t: 2 of them" in note.en


def test_html_is_reduced_to_its_words() -> None:
    assert text_of_html("<p>a&nbsp;<b>b</b>\n c</p>") == "a b c"
    assert text_of_html("<" * 50_000) is not None
