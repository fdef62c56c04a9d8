"""Killed or failing, a saving leaves the old file or the whole new one, and nothing that grows."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from hetao_map.session.kept_file import KeptFile
from tests.faults.reader import Reader, Report
from tests.faults.saving import ENDINGS
from tests.files import points, write_geopackage

pytest.importorskip("resource", reason="processes are limited in another way here")

ROWS = 300
KILLS = 20


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader("geopandas", "tests.faults.saving") as child:
        yield child


class Saving:
    """A file that is saved over an older one, again and again."""

    def __init__(self, reader: Reader, folder: Path, ending: str) -> None:
        self._reader, self.ending = reader, ending
        self.source = write_geopackage(folder / "places.gpkg", places=points(ROWS))
        self.folder = folder / "out"
        self.folder.mkdir()
        self.target = self.folder / f"out{ending}"
        self.old = b"old" if ending != ".json" else b'{"version": 1, "place": "old"}'

    def again(self, **how: int) -> Report:
        for path in self.folder.glob("*"):
            if path.is_file():
                path.unlink()
        self.target.write_bytes(self.old)
        return self.goes_on(**how)

    def clear(self) -> None:
        """Away with what a killed one has left: its removal would be counted among the moments."""
        for folder in self.folder.glob(".hetao-*"):
            shutil.rmtree(folder)

    def goes_on(self, **how: int) -> Report:
        values = {"path": str(self.source), "target": str(self.target), **how}
        return self._reader.do("save", patience_s=120, **values)

    def is_old(self) -> bool:
        if self.ending == ".json":
            return KeptFile(self.target).read()[0]["place"] == "old"
        return self.target.read_bytes() == self.old

    def is_new(self, whole: bytes) -> bool:
        if self.ending == ".json":
            return KeptFile(self.target).read()[0] == json.loads(whole)
        if self.ending == ".gpkg":
            # GDAL writes the time into it.
            return self.target.read_bytes()[:6] == b"SQLite" and rows_in(self.target) == ROWS
        return self.target.read_bytes() == whole

    def left_over(self) -> list[str]:
        kept = {self.target.name, f"{self.target.stem}.1.json"}
        return [path.name for path in self.folder.iterdir() if path.name not in kept]


def rows_in(path: Path) -> int:
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return int(database.execute("SELECT count(*) FROM places").fetchone()[0])


@pytest.fixture(params=ENDINGS)
def saving(request: pytest.FixtureRequest, reader: Reader, tmp_path: Path) -> Saving:
    return Saving(reader, tmp_path, request.param)


def chosen(moments: int) -> list[int]:
    """Twenty moments: half of them at the end, where the file is put in its place."""
    half = KILLS // 2
    early = [1 + n * moments // half for n in range(half)]
    return early + [moments - n * min(moments // half, 12) for n in range(half)]


def test_a_kill_at_any_moment_leaves_the_old_or_the_new_file(saving: Saving) -> None:
    first = saving.again(kill_at=0)
    assert first.end == "saved", first
    whole, moments = saving.target.read_bytes(), first.answer["moments"]
    assert moments >= KILLS
    ends = set()
    for moment in chosen(moments):
        report = saving.again(kill_at=moment)
        assert report.signal == 9, report
        ends.add(saving.is_old())
        assert saving.is_old() or saving.is_new(whole), moment
        # What the killed ones left is gone but for that of the last.
        assert len(saving.left_over()) <= 1
        saving.clear()
    assert ends == {True, False}


def test_what_killed_ones_left_goes_with_the_next_saving(saving: Saving) -> None:
    moments = saving.again(kill_at=0).answer["moments"]
    left = 0
    for share in (0.3, 0.6, 0.9):
        saving.again(kill_at=int(moments * share))
        left = max(left, len(saving.left_over()))
    assert left == 1
    assert saving.goes_on().end == "saved"
    assert saving.left_over() == []


def test_every_access_to_the_disk_can_fail(saving: Saving) -> None:
    accesses = saving.again().answer["accesses"]
    assert accesses > 3
    whole = saving.target.read_bytes()
    for number in range(1, accesses + 1):
        report = saving.again(fail_at=number)
        assert report.end in ("saved", "clear error", "refused"), (number, report)
        if report.end == "saved":
            assert saving.is_new(whole), number
        else:
            assert saving.is_old(), (number, report)
            assert report.answer["sentence"]
    assert saving.goes_on().end == "saved"
    assert saving.left_over() == []


def test_a_disk_that_is_full_after_any_number_of_bytes_leaves_the_old_file(saving: Saving) -> None:
    saving.again()
    length = saving.target.stat().st_size
    for share in (0, 0.01, 0.3, 0.7, 0.99):
        report = saving.again(most_bytes=int(length * share))
        assert report.end in ("clear error", "refused"), (share, report)
        assert saving.is_old(), share
        assert saving.left_over() == []
        if report.end == "clear error":
            assert saving.target.name in report.answer["sentence"]
