"""What the check says of picture tiles."""

from pathlib import Path

import pytest

from hetao_map.data.check import check
from tests.files import everything_in, execute, points, write_geopackage
from tests.tiles import HALF_WORLD_M, around, picture, write_mbtiles, write_tile_table

WORLD = (-HALF_WORLD_M, -HALF_WORLD_M, HALF_WORLD_M, HALF_WORLD_M)
PIXEL = 2 * HALF_WORLD_M / 256
WHOLE = {
    "bounds": "114,22,115,23",
    "minzoom": 14,
    "maxzoom": 14,
    "attribution": "© Somebody",
}


def sentences(path: Path) -> tuple[list[str], list[str]]:
    report = check(path)
    return (
        [found.sentence.en for found in report.errors],
        [found.sentence.en for found in report.warnings],
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return write_mbtiles(tmp_path / "t.mbtiles", around(picture()), **WHOLE)


def test_a_sound_tile_set_has_no_findings_and_is_not_touched(path: Path) -> None:
    before = everything_in(path.parent)
    assert sentences(path) == ([], [])
    assert everything_in(path.parent) == before


@pytest.mark.parametrize(
    ("change", "error", "warning"),
    [
        ("DELETE FROM metadata WHERE name = 'format'", "no format", ""),
        ("DELETE FROM metadata WHERE name = 'bounds'", "", "no bounds"),
        ("UPDATE metadata SET value = 'all' WHERE name = 'bounds'", "‘all’ for bounds", ""),
        ("UPDATE metadata SET value = 9 WHERE name = 'maxzoom'", "", "14–9, and there are 14–14"),
        ("UPDATE tiles SET tile_data = '<svg/>'", "Of 25 tiles looked at, 25 are no pictures", ""),
        ("UPDATE tiles SET tile_data = x'00' WHERE rowid = 3", "Of 25 tiles looked at, 1 are", ""),
    ],
)
def test_each_fault_of_a_tile_set_is_found(
    path: Path, change: str, error: str, warning: str
) -> None:
    execute(path, change)
    for found, wanted in zip(sentences(path), (error, warning), strict=True):
        assert [wanted in sentence for sentence in found] == ([True] if wanted else [])


def test_an_endless_view_of_tiles_is_given_up(path: Path) -> None:
    execute(
        path,
        "DROP TABLE tiles",
        "CREATE VIEW tiles AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x FROM n) "
        "SELECT 14 AS zoom_level, x AS tile_column, x AS tile_row, x'00' AS tile_data FROM n "
        "WHERE x < 0",
    )
    report = check(path, deadline_s=1.0)
    assert any("tiles" in found.sentence.en for found in report.errors)


@pytest.mark.parametrize(
    ("matrix", "error", "warning"),
    [
        ((0, 1, 1, 256, 256, PIXEL, PIXEL), "", ""),
        ((0, 1, 1, 256, 256, PIXEL / 2, PIXEL / 2), "", "matrix of zoom 0 is not as large"),
        ((0, 1, 1, 0, 256, PIXEL, PIXEL), "figures of zoom 0", ""),
        ((1, 2, 2, 256, 256, PIXEL / 2, PIXEL / 2), "Tiles of zoom 0 have no row", ""),
    ],
)
def test_each_fault_of_a_tile_table_is_found(
    tmp_path: Path, matrix: tuple[float, ...], error: str, warning: str
) -> None:
    path = write_geopackage(tmp_path / "t.gpkg", places=points(3))
    write_tile_table(path, [(0, 0, 0, picture())], [matrix], WORLD)
    for found, wanted in zip(sentences(path), (error, warning), strict=True):
        mine = [sentence for sentence in found if sentence.startswith("pictures")]
        assert [wanted in sentence for sentence in mine] == ([True] if wanted else [])
