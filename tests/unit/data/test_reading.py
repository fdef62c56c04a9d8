"""Files that join a map that is open: one bad file costs one file, and the others are kept."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from shapely import Point

from hetao_map.data.reading import added, read_each, read_file, renewed
from hetao_map.data.where import degrees_in, likely_systems, own_coordinates
from hetao_map.files import stamp_of
from hetao_map.model.dataset import Catalog
from hetao_map.model.errors import CancelledError
from tests.files import (
    UNREADABLE,
    add_layer,
    everything_in,
    execute,
    points,
    write_geopackage,
    write_with_live_log,
)


@pytest.mark.parametrize("fault", ["text named .gpkg", "empty", "cut short", "plain SQLite"])
def test_a_bad_file_costs_itself(tmp_path: Path, fault: str, shipped: Catalog) -> None:
    bad, good = tmp_path / "bad.gpkg", tmp_path / "good.gpkg"
    UNREADABLE[fault](bad)
    write_geopackage(good, places=points(3))
    found = read_each([bad, good, tmp_path / "missing.gpkg"])
    assert [dataset.path for dataset in found.datasets] == [good]
    assert len(found.errors) == 2
    assert all("gpkg" in error.sentence.en for error in found.errors)
    catalog = added(shipped, found.datasets)
    assert catalog.datasets[0] is shipped.datasets[0]


def test_an_opened_file_is_a_group_of_its_own_with_other_ids(
    tmp_path: Path, shipped: Catalog
) -> None:
    path = write_geopackage(tmp_path / "mine.gpkg", ports=points(3), huts=points(2))
    catalog = added(shipped, read_each([path]).datasets)
    mine = catalog.at(path)
    assert mine is not None
    assert [layer.id for layer in mine.layers] == ["ports@mine", "huts"]
    assert {layer.spec.group.title.en for layer in mine.layers} == {"mine.gpkg"}
    assert mine.names == {"ports": "ports@mine", "huts": "huts"}


def test_a_file_that_is_read_again_keeps_its_ids_and_its_group(
    tmp_path: Path, shipped: Catalog
) -> None:
    path = write_geopackage(tmp_path / "mine.gpkg", ports=points(3))
    catalog = added(shipped, read_each([path]).datasets)
    with closing(sqlite3.connect(path)) as connection, connection:
        add_layer(connection, "stations", points(1))
    again = renewed(catalog, read_file(path))
    assert [layer.id for layer in again.layers] == ["ports@mine", "stations@mine"]
    assert {layer.spec.group.title.en for layer in again.layers} == {"mine.gpkg"}


def test_the_first_file_keeps_the_groups_that_it_names(tmp_path: Path, shipped: Catalog) -> None:
    path = shipped.datasets[0].path
    again = renewed(shipped, read_file(path))
    assert [layer.spec.group.id for layer in again.layers] == [
        layer.spec.group.id for layer in shipped.datasets[0].layers
    ]


def test_a_far_file_brings_all_to_the_grid_of_the_world(tmp_path: Path, shipped: Catalog) -> None:
    path = write_geopackage(tmp_path / "berlin.gpkg", sights=[(Point(13.4, 52.5), "tower")])
    catalog = added(shipped, read_each([path]).datasets)
    assert {dataset.map_epsg for dataset in catalog.datasets} == {3857}
    ports = catalog.layer("ports")
    assert ports is not None
    extent = ports.extent()
    assert extent is not None
    assert extent.center[0] == pytest.approx(12_700_000, rel=0.01)


def test_a_stamp_tells_every_save_and_nothing_else(tmp_path: Path) -> None:
    path = write_geopackage(tmp_path / "a.gpkg", places=points(3))
    seen = [stamp_of(path), stamp_of(path)]
    assert seen[0] == seen[1]
    for number in range(3):
        execute(path, f"UPDATE places SET name = 'n{number}' WHERE fid = 1")
        seen.append(stamp_of(path))
    assert len(set(seen)) == 4
    path.unlink()
    assert stamp_of(path) == ()


def test_a_stamp_tells_a_save_into_the_log(tmp_path: Path) -> None:
    path = tmp_path / "a.gpkg"
    with closing(write_with_live_log(path)) as writer:
        before = stamp_of(path)
        writer.execute("UPDATE places SET name = 'new' WHERE fid = 1")
        assert stamp_of(path) != before


def test_a_stamp_tells_a_save_into_a_part_of_a_shapefile(tmp_path: Path) -> None:
    path = tmp_path / "plots.shp"
    path.write_bytes(b"shapes")
    before = stamp_of(path)
    path.with_suffix(".dbf").write_bytes(b"attributes")
    assert stamp_of(path) != before


def test_reading_leaves_the_file_and_its_folder_alone(tmp_path: Path) -> None:
    path = write_geopackage(tmp_path / "a.gpkg", places=points(3))
    before = everything_in(tmp_path)
    dataset = read_file(path)
    assert dataset.stamp == stamp_of(path)
    assert everything_in(tmp_path) == before


def test_reading_can_be_given_up(tmp_path: Path) -> None:
    path = write_geopackage(tmp_path / "a.gpkg", places=points(3))
    with pytest.raises(CancelledError):
        read_each([path], stale=lambda: True)


def _without_crs(path: Path) -> Path:
    write_geopackage(path)
    with closing(sqlite3.connect(path)) as connection, connection:
        add_layer(
            connection, "plan", [(Point(823_000, 841_000), "a"), (Point(824_000, 842_000), "b")], 0
        )
    return path


def test_what_a_person_says_of_the_crs_counts(tmp_path: Path) -> None:
    path = _without_crs(tmp_path / "plan.gpkg")
    (plain,) = read_each([path]).datasets
    assert [found.crs for found in plain.assumed] == ["EPSG:2326"]
    (told,) = read_each([path], {str(path): "EPSG:32650"}).datasets
    assert told.assumed == ()
    assert told.layers[0].extent_lonlat is not None
    assert told.layers[0].extent_lonlat.center[1] == pytest.approx(7.6, abs=0.1)


def test_each_likely_system_puts_the_layer_somewhere(tmp_path: Path) -> None:
    path = _without_crs(tmp_path / "plan.gpkg")
    (dataset,) = read_each([path]).datasets
    own = own_coordinates(dataset, dataset.layers[0], "EPSG:2326")
    assert own[0].tolist() == pytest.approx([823_000, 841_000], abs=0.01)
    systems = likely_systems(own)
    assert "EPSG:2326" in systems
    assert "EPSG:4326" not in systems
    lon, lat = degrees_in(own, "EPSG:2326")[0].tolist()
    assert (lon, lat) == (pytest.approx(114.05, abs=0.01), pytest.approx(22.51, abs=0.01))
