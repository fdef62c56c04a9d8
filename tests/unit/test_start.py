"""The files of the start: the good ones make the map, whatever is wrong with the others."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hetao_map.model.errors import InputError
from hetao_map.resources import shipped_geopackage
from hetao_map.start import crs_of, first_map, openable
from tests.files import UNREADABLE, points, write_geopackage


def test_without_files_it_is_the_map_that_ships() -> None:
    assert openable([]) == ([shipped_geopackage()], [])


def test_one_bad_file_among_several_costs_one_file(tmp_path: Path) -> None:
    good = write_geopackage(tmp_path / "good.gpkg", places=points(2))
    damaged = tmp_path / "damaged.gpkg"
    UNREADABLE["cut short"](damaged)
    names = [str(tmp_path / "missing.gpkg"), str(damaged), str(good), str(good)]
    paths, errors = openable(names)
    assert paths == [damaged, good]
    beginning = first_map(paths, errors, {})
    assert [dataset.path for dataset in beginning.catalog.datasets] == [good]
    assert len(beginning.errors) == 2


def test_files_that_are_all_wrong_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        openable([str(tmp_path / "missing.gpkg"), str(tmp_path)])


def test_where_nothing_can_be_read_the_map_that_ships_is_shown(tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.gpkg"
    UNREADABLE["overwritten"](damaged)
    beginning = first_map([damaged], [], {})
    assert [d.path for d in beginning.catalog.datasets] == [shipped_geopackage()]
    assert "damaged.gpkg" in beginning.errors[0].sentence.en


def test_what_was_said_of_a_crs_counts_unless_the_line_says_otherwise(tmp_path: Path) -> None:
    path = tmp_path / "plan.gpkg"
    settings = tmp_path / "settings.json"
    settings.write_text(json.dumps({"version": 1, "told_crs": {str(path): "EPSG:4547"}}))
    assert crs_of([path], None, tmp_path) == {str(path): "EPSG:4547"}
    assert crs_of([path], "EPSG:2326", tmp_path) == {str(path): "EPSG:2326"}
    settings.write_text("{")
    assert crs_of([path], None, tmp_path) == {str(path): ""}
    assert settings.read_text() == "{"
