"""The check of the data in the window: findings, and the way from one to its row on the map."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from hetao_map.resources import shipped_geopackage
from tests.e2e.desktop import Desktop, Program
from tests.e2e.test_session import ask, dismiss_first_steps, still_map
from tests.e2e.test_window import map_box
from tests.files import points, write_geopackage


def spoilt(path: Path) -> Path:
    """The shipped file with a pond that its index lacks and a source that is not there."""
    shutil.copyfile(shipped_geopackage(), path)
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("DELETE FROM rtree_water_geom WHERE id = 100")
        db.execute("UPDATE fact SET source_id = 'nobody' WHERE fid = 3")
        db.execute("UPDATE gpkg_contents SET min_x = 100 WHERE table_name = 'stations'")
    return path


def test_findings_lead_to_their_rows_by_keyboard(desktop: Desktop, tmp_path: Path) -> None:
    path = spoilt(tmp_path / "spoilt.gpkg")
    before = path.read_bytes()
    with desktop.start([str(path)]) as program:
        window = program.window()
        dismiss_first_steps(window)
        start = still_map(program, window)
        ask(program, "Check the data")
        window.find("label", "Errors: 2, warnings: 1")
        window.find("list", "Findings").wait_state("focused")
        window.find("list item", pattern="^error: fact, fid 3: source_id “nobody”")
        pond = window.find("list item", pattern="^error: water, fid 100: The spatial index lacks")
        program.screen.key("Home", "Return")
        window.find("label", "This has no place on the map.")
        program.screen.key("Down", "Return")
        pond.wait_state("selected")
        moved = program.screen.wait_for_change(start, map_box(window))
        program.screen.key("End", "Return")
        window.find("label", "The map shows the whole layer.")
        program.screen.wait_for_change(moved, map_box(window))
        window.button("Copy as text").press()
        window.button("Copied")
        program.alive()
        assert program.complaints() == []
    assert path.read_bytes() == before
    assert sorted(one.name for one in tmp_path.iterdir() if one.name.startswith("spoilt")) == [
        path.name
    ]


def test_a_sound_file_is_said_to_be_sound_in_each_language(program: Program) -> None:
    window = program.window()
    still_map(program, window)
    ask(program, "Check the data")
    window.find("label", "No fault was found.")
    program.choose(window.button("Language"), "简体中文")
    window.find("label", "没有发现问题。")
    window.button("重新检查").press()
    window.find("label", "没有发现问题。")


@pytest.fixture
def endless(tmp_path: Path) -> Path:
    """A file with a view that never ends beside a layer that can be shown."""
    path = write_geopackage(tmp_path / "endless.gpkg", places=points(20))
    with closing(sqlite3.connect(path)) as db, db:
        db.execute(
            "CREATE VIEW numbers AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 "
            "FROM n) SELECT x AS fid, NULL AS geom FROM n WHERE x < 0"
        )
        db.execute(
            "INSERT INTO gpkg_contents (table_name, data_type, srs_id) "
            "VALUES ('numbers', 'features', 4326)"
        )
        db.execute("INSERT INTO gpkg_geometry_columns VALUES ('numbers','geom','POINT',4326,0,0)")
    return path


def test_a_check_that_takes_long_can_be_cancelled(desktop: Desktop, endless: Path) -> None:
    with desktop.start([str(endless)]) as program:
        window = program.window()
        dismiss_first_steps(window)
        still_map(program, window)
        ask(program, "Check the data")
        window.find("label", "Checking…")
        window.button("Cancel").press()
        window.find("label", "Nothing has been checked.")
        assert program.close() == 0
        assert program.complaints() == []


def test_a_file_of_another_format_is_said_not_to_be_checked(
    desktop: Desktop, tmp_path: Path
) -> None:
    path = tmp_path / "place.geojson"
    path.write_text(
        '{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"a": 1}, '
        '"geometry": {"type": "Point", "coordinates": [114.05, 22.51]}}]}',
        encoding="utf-8",
    )
    with desktop.start([str(path)]) as program:
        window = program.window()
        dismiss_first_steps(window)
        still_map(program, window)
        ask(program, "Check the data")
        window.find("label", pattern="^place.geojson.*GeoPackage")
        assert program.close() == 0
