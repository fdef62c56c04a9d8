from pathlib import Path

import pytest

from hetao_map.files import companions_of, replace_file, stamp_of
from hetao_map.model.errors import OutputError
from tests.files import everything_in


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.bin"
    for content in (b"first, the longer one", b"second", b""):
        replace_file(path, content)
        assert everything_in(tmp_path) == {"a.bin": content}


def test_a_file_may_be_read_by_others_as_new_files_may(tmp_path: Path) -> None:
    replace_file(tmp_path / "a", b"x")
    (tmp_path / "b").write_bytes(b"x")
    assert (tmp_path / "a").stat().st_mode == (tmp_path / "b").stat().st_mode


def test_a_failure_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "a"
    path.write_bytes(b"old")
    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OutputError, match="the disk is full"):
        replace_file(path, b"new")
    assert everything_in(tmp_path) == {"a": b"old"}


def test_the_table_of_a_shapefile_is_a_part_of_its_state(tmp_path: Path) -> None:
    path = tmp_path / "a.shp"
    path.write_bytes(b"shapes")
    before = stamp_of(path)
    path.with_suffix(".dbf").write_bytes(b"words")
    assert stamp_of(path) != before
    assert stamp_of(path) == stamp_of(path)


def test_capital_letters_lead_to_capital_letters(tmp_path: Path) -> None:
    assert tmp_path / "A.DBF" in companions_of(tmp_path / "A.SHP")
    assert companions_of(tmp_path / "a.gpkg")[0] == tmp_path / "a.gpkg-wal"
