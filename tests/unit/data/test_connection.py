import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

import pytest

from hetao_map.data import connection
from hetao_map.data.connection import opened, quoted, rows, stored, table_names, table_rows
from hetao_map.model.errors import InputError
from tests.files import (
    LIVE_ROWS,
    everything_in,
    execute,
    points,
    write_geopackage,
    write_with_hot_journal,
    write_with_live_log,
    write_with_named_super_journal,
)

ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return write_geopackage(tmp_path / "places.gpkg", places=points(10))


def names_in(path: Path) -> list[object]:
    with opened(path) as database:
        return [row["name"] for row in table_rows(database, "places")]


def test_reading_leaves_file_and_folder_as_they_were(path: Path) -> None:
    before = everything_in(path.parent)
    with opened(path) as database:
        assert len(table_rows(database, "places")) == 10
        assert everything_in(path.parent) == before
    assert everything_in(path.parent) == before


@pytest.mark.parametrize(
    "name", ["a#b.gpkg", "50%25 off?.gpkg", "河套 地图.gpkg", "'\".gpkg", "a;b!\n.gpkg"]
)
def test_odd_names_are_read(path: Path, name: str) -> None:
    odd = path.rename(path.with_name(name))
    assert len(names_in(odd)) == 10


def test_a_live_log_shows_its_rows_and_stays_untouched(tmp_path: Path) -> None:
    path = tmp_path / "places.gpkg"
    with closing(write_with_live_log(path)):
        before = everything_in(tmp_path)
        assert "places.gpkg-wal" in before
        assert len(names_in(path)) == LIVE_ROWS
        assert everything_in(tmp_path) == before


def test_a_log_whose_writer_has_gone_shows_its_rows(tmp_path: Path) -> None:
    (tmp_path / "work").mkdir()
    path = tmp_path / "places.gpkg"
    with closing(write_with_live_log(tmp_path / "work" / path.name)):
        for ending in ("", "-wal"):
            shutil.copyfile(tmp_path / "work" / f"places.gpkg{ending}", f"{path}{ending}")
    before = everything_in(tmp_path)
    assert len(names_in(path)) == LIVE_ROWS
    assert everything_in(tmp_path) == before


def test_a_file_in_log_mode_without_a_log_leaves_none(path: Path) -> None:
    execute(path, "PRAGMA journal_mode=wal")
    before = everything_in(path.parent)
    assert list(before) == ["places.gpkg"]
    assert len(names_in(path)) == 10
    assert everything_in(path.parent) == before


def test_a_hot_journal_is_rolled_back_in_a_copy_only(tmp_path: Path) -> None:
    path = tmp_path / "places.gpkg"
    write_with_hot_journal(path)
    before = everything_in(tmp_path)
    assert before["places.gpkg-journal"]
    assert names_in(path) == [name for _, name in points(10)]
    assert everything_in(tmp_path) == before


def test_a_journal_cannot_make_another_file_be_read_or_deleted(tmp_path: Path) -> None:
    """SQLite itself deletes the super-journal that a hot journal names once it is played back."""
    path, canary = tmp_path / "places.gpkg", tmp_path / "canary.txt"
    canary.write_text("kept", encoding="utf-8")
    write_with_named_super_journal(path, canary)
    before = everything_in(tmp_path)
    assert names_in(path) == [name for _, name in points(10)]
    assert everything_in(tmp_path) == before


def test_private_copies_are_gone_afterwards(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    private = tmp_path / "private"
    private.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(private))
    path = tmp_path / "places.gpkg"
    with closing(write_with_live_log(path)), opened(path) as database:
        assert len(table_rows(database, "places")) == LIVE_ROWS
        assert everything_in(private)
    assert everything_in(private) == {}


@pytest.mark.parametrize("log", [False, True], ids=["plain", "live log"])
@pytest.mark.parametrize(
    "sql", ["DELETE FROM places", "CREATE TABLE other (x)", "ATTACH ':memory:' AS other"]
)
def test_writing_is_refused(tmp_path: Path, sql: str, log: bool) -> None:
    path = tmp_path / "places.gpkg"
    if log:
        writer = write_with_live_log(path)
    else:
        writer = sqlite3.connect(write_geopackage(path, places=points(3)))
    with closing(writer), pytest.raises(InputError), opened(path) as database:
        database.execute(sql)


def test_a_query_without_end_is_stopped(path: Path) -> None:
    with pytest.raises(InputError, match="too long"), opened(path, deadline_s=0.1) as database:
        database.execute(ENDLESS).fetchall()


def test_a_view_that_yields_too_much_is_stopped(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    execute(path, "CREATE VIEW big AS SELECT zeroblob(100000) FROM places")
    monkeypatch.setattr(connection, "MAX_YIELD_BYTES", 500_000)
    with pytest.raises(InputError, match="more data"), opened(path) as database:
        table_rows(database, "big")


def test_only_real_tables_are_stored(path: Path) -> None:
    execute(path, "CREATE VIEW seen AS SELECT * FROM places")
    execute(path, "CREATE VIRTUAL TABLE boxes USING rtree (id, xmin, xmax)")
    with opened(path) as database:
        found = {name: stored(database, name) for name in ("places", "seen", "boxes", "missing")}
    assert found == {"places": True, "seen": False, "boxes": False, "missing": False}


def test_text_that_is_no_utf8_is_read_with_replacements(path: Path) -> None:
    execute(path, "UPDATE places SET name = CAST(x'666fff6f' AS TEXT)")
    assert set(names_in(path)) == {"fo\ufffdo"}


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with (
        pytest.raises(InputError, match=r"gone\.gpkg.*does not exist"),
        opened(tmp_path / "gone.gpkg"),
    ):
        pass
    assert everything_in(tmp_path) == {}


def test_a_file_used_as_a_folder_is_missing(path: Path) -> None:
    with pytest.raises(InputError, match="does not exist"), opened(path / "inner.gpkg"):
        pass


def test_tables_and_rows_can_be_asked_for(path: Path) -> None:
    with opened(path) as database:
        assert {"places", "gpkg_contents"} <= table_names(database)
        assert table_rows(database, "missing") == []
        sql = "SELECT name FROM places WHERE fid > ?"
        assert rows(database, sql, 9) == [{"name": "place 9"}]


def test_a_quote_in_a_name_does_no_harm(path: Path) -> None:
    execute(path, 'CREATE TABLE "a""b" (x)', 'INSERT INTO "a""b" VALUES (5)')
    assert quoted('a"b') == '"a""b"'
    with opened(path) as database:
        assert table_rows(database, 'a"b') == [{"x": 5}]
