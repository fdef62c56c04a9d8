"""SQL of a file can use functions, but none that takes hours in one step."""

import sqlite3
from pathlib import Path

import pytest

from hetao_map.data import functions
from hetao_map.data.connection import Connection, opened, quoted, table_rows
from hetao_map.model.errors import InputError
from tests.files import execute, points, write_geopackage

LONG = "zeroblob(2000000)"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return write_geopackage(tmp_path / "places.gpkg", places=points(3))


def view_of(path: Path, value: str) -> None:
    execute(path, f"CREATE VIEW seen AS SELECT fid, {value} AS value FROM places")


def test_a_view_may_make_labels(path: Path) -> None:
    view_of(path, "upper(replace(trim(name), 'place', 'No.'))")
    with opened(path) as database:
        assert [row["value"] for row in table_rows(database, "seen")] == ["NO. 0", "NO. 1", "NO. 2"]


@pytest.mark.parametrize(
    "value", [f"instr({LONG}, {LONG} || x'01')", f"replace({LONG}, {LONG}, 'x')", f"trim({LONG})"]
)
def test_what_is_slow_with_long_values_gets_none(path: Path, value: str) -> None:
    view_of(path, value)
    with pytest.raises(InputError, match="too big"), opened(path) as database:
        table_rows(database, "seen")


def test_long_values_are_read_where_nothing_is_slow(path: Path) -> None:
    view_of(path, LONG)
    with opened(path) as database:
        assert [len(row["value"]) for row in table_rows(database, "seen")] == [2_000_000] * 3


def test_one_table_makes_no_other_one_careful(path: Path) -> None:
    view_of(path, "trim(name)")
    execute(path, f"UPDATE places SET name = {LONG}")
    with opened(path) as database:
        with pytest.raises(sqlite3.DataError):
            table_rows(database, "seen")
        assert len(table_rows(database, "places")) == 3


def test_letters_are_refused_where_they_are_slow(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view_of(path, "printf('%.*c', 5, 'x')")
    monkeypatch.setattr(functions, "_LETTERS_ARE_FAST", False)
    with pytest.raises(InputError, match="may take hours"), opened(path) as database:
        table_rows(database, "seen")
    monkeypatch.setattr(functions, "_LETTERS_ARE_FAST", True)
    with opened(path) as database:
        assert table_rows(database, "seen")[0]["value"] == "xxxxx"


def test_a_computed_column_is_looked_at_as_a_view_is(path: Path) -> None:
    execute(path, f"CREATE TABLE computed (a, b AS (replace({LONG}, a, 'x')))")
    execute(path, "INSERT INTO computed VALUES ('y')")
    with opened(path) as database:
        assert isinstance(database, Connection)
        with pytest.raises(sqlite3.Error), database.reading("computed"):
            database.execute(f"SELECT * FROM {quoted('computed')}").fetchall()
