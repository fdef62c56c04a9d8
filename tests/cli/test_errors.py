import os
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.command import complaint, environment, hetao_map
from tests.files import (
    LIVE_ROWS,
    UNREADABLE,
    everything_in,
    points,
    write_geopackage,
    write_with_live_log,
)
from tests.hardship import fill, ordinary_user, small_disk

PLACE = ("--at", "114.0629,22.5176")


def questions(path: Path) -> list[tuple[str, ...]]:
    return [
        ("layers", str(path)),
        ("info", str(path), *PLACE),
        ("search", "port", str(path)),
        ("render", str(path), "-o", str(path.parent / "out.png")),
        ("gui", str(path)),
    ]


@pytest.mark.parametrize("number", range(5), ids=["layers", "info", "search", "render", "gui"])
def test_a_missing_file_is_named_by_every_command(tmp_path: Path, number: int) -> None:
    path = tmp_path / "gone.gpkg"
    line = complaint(hetao_map(*questions(path)[number]), 3)
    assert str(path) in line
    assert everything_in(tmp_path) == {}


@pytest.mark.parametrize("fault", UNREADABLE.values(), ids=UNREADABLE)
@pytest.mark.parametrize("number", [0, 3], ids=["layers", "render"])
def test_a_faulty_file_is_named_and_nothing_is_written(
    tmp_path: Path, fault: Callable[[Path], None], number: int
) -> None:
    path = tmp_path / "fault.gpkg"
    fault(path)
    before = everything_in(tmp_path)
    assert "fault.gpkg" in complaint(hetao_map(*questions(path)[number]), 3)
    assert everything_in(tmp_path) == before


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant"])
def test_a_complaint_comes_in_the_language_asked_for(tmp_path: Path, language: str) -> None:
    done = hetao_map("layers", tmp_path / "gone.gpkg", "--language", language)
    assert {"zh-Hans": "找不到文件", "zh-Hant": "找不到檔案"}[language] in complaint(done, 3)


@pytest.mark.parametrize(
    "words",
    [
        ("info", "--at", "200,22"),
        ("info", "--at", "114,95"),
        ("info", "--at", "114"),
        ("info", "--at", "nan,nan"),
        ("info", "--at", "福田"),
        ("info",),
        ("info", *PLACE, "--tolerance", "-5"),
        ("info", *PLACE, "--layers", "nowhere"),
        ("render", "-o", "map.png", "--layers", "ports,nowhere"),
        ("render", "-o", "map.png", "--bbox", "115,22,114,23"),
        ("render", "-o", "map.png", "--bbox", "114,22,115"),
        ("render", "-o", "map.png", "--center", "114,22", "--bbox", "114,22,115,23"),
        ("render", "-o", "map.png", "--center", "999,22"),
        ("render", "-o", "map.png", "--size", "0x100"),
        ("render", "-o", "map.png", "--size", "99999x99999"),
        ("render", "-o", "map.png", "--dpr", "inf"),
        ("render", "-o", "map.png", "--scale", "0"),
        ("render", "-o", "map.png", "--date", "2023-02-30"),
        ("render", "-o", "map.png", "--theme", "pink"),
        ("render", "-o", "map.pdf", "--page", "A5-landscape"),
        ("render", "-o", "map.pdf", "--page", "A4-portrait", "--size", "600x400"),
        ("render", "-o", "map.png", "--size", "20000x100", "--dpr", "8"),
        ("render", "-o", "map.docx"),
        ("render", "-o", "map"),
        ("render",),
        ("layers", "--language", "fr"),
        ("layers", "--unknown"),
        ("search",),
        ("search", "port", "--limit", "0"),
    ],
    ids=" ".join,
)
def test_wrong_usage_is_one_sentence_and_writes_nothing(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    complaint(hetao_map(*words, cwd=tmp_path), 2)
    assert everything_in(tmp_path) == {}


def test_an_unknown_layer_is_told_with_the_known_ones() -> None:
    line = complaint(hetao_map("info", *PLACE, "--layers", "nowhere"), 2)
    assert "nowhere" in line
    assert "ports" in line


@pytest.mark.parametrize("feature", ["ports/nowhere", "nowhere/futian_port", "ports", "/", ""])
def test_an_unknown_feature_is_not_found(tmp_path: Path, feature: str) -> None:
    complaint(hetao_map("info", "--feature", feature), 1)
    done = hetao_map("render", "-o", tmp_path / "map.png", "--highlight", feature)
    complaint(done, 1)
    assert everything_in(tmp_path) == {}


@pytest.mark.parametrize("json", [(), ("--json",)], ids=["text", "json"])
@pytest.mark.parametrize(
    "words", [("info", "--at", "10,50"), ("search", "没有这个地方")], ids=["info", "search"]
)
def test_nothing_found_says_so(words: tuple[str, ...], json: tuple[str, ...]) -> None:
    done = hetao_map(*words, *json)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "".join(done.stdout.split()) == ('{"hits":[]}' if json else "")


def test_an_output_in_a_folder_that_is_not_there_cannot_be_written(tmp_path: Path) -> None:
    path = tmp_path / "missing" / "map.png"
    assert str(path) in complaint(hetao_map("render", "-o", path, "--size", "50x50"), 4)
    assert everything_in(tmp_path) == {}


def test_an_output_that_is_a_folder_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "map.png").mkdir()
    complaint(hetao_map("render", "-o", tmp_path / "map.png", "--size", "50x50"), 4)
    assert everything_in(tmp_path) == {"map.png": None}


@pytest.mark.parametrize("ending", ["png", "pdf", "svg"])
def test_every_kind_of_output_can_be_refused(tmp_path: Path, ending: str) -> None:
    path = tmp_path / "missing" / f"map.{ending}"
    assert str(path) in complaint(hetao_map("render", "-o", path, "--size", "50x50"), 4)
    assert everything_in(tmp_path) == {}


@pytest.fixture
def ordinary() -> list[str]:
    return ordinary_user()


def test_a_folder_that_may_not_be_written_is_named(tmp_path: Path, ordinary: list[str]) -> None:
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o555)
    done = hetao_map("render", "-o", folder / "map.png", "--size", "50x50", before=ordinary)
    assert "locked" in complaint(done, 4)
    assert everything_in(folder) == {}


def test_a_file_that_may_not_be_read_is_named(tmp_path: Path, ordinary: list[str]) -> None:
    path = write_geopackage(tmp_path / "secret.gpkg", places=points(3))
    path.chmod(0)
    assert "secret.gpkg" in complaint(hetao_map("layers", path, before=ordinary), 3)


def test_a_folder_that_may_not_be_written_can_be_read_from(
    tmp_path: Path, ordinary: list[str]
) -> None:
    path = write_geopackage(tmp_path / "places.gpkg", places=points(3))
    path.chmod(0o444)
    tmp_path.chmod(0o555)
    done = hetao_map("layers", path, before=ordinary)
    tmp_path.chmod(0o755)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("places\t")
    assert list(everything_in(tmp_path)) == ["places.gpkg"]


def test_a_live_log_in_a_folder_that_may_not_be_written_shows_all_rows(
    tmp_path: Path, ordinary: list[str]
) -> None:
    share, private = tmp_path / "share", tmp_path / "private"
    share.mkdir()
    private.mkdir()
    path = share / "places.gpkg"
    with closing(write_with_live_log(path)):
        for file in share.iterdir():
            file.chmod(0o444)
        share.chmod(0o555)
        before = everything_in(share)
        done = hetao_map("layers", path, before=ordinary, env=environment(TMPDIR=str(private)))
        share.chmod(0o755)
        assert everything_in(share) == before
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith(f"\t{LIVE_ROWS}\n")
    assert everything_in(private) == {}


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
def test_without_a_display_the_window_says_so(tmp_path: Path) -> None:
    env = environment(HOME=str(tmp_path), XDG_CONFIG_HOME=str(tmp_path))
    line = complaint(hetao_map("gui", "--config-dir", tmp_path / "settings", env=env), 5)
    assert "hetao-map render" in line
    assert everything_in(tmp_path) == {}


@pytest.mark.parametrize("ending", ["png", "pdf", "svg"])
def test_a_full_disk_keeps_the_former_picture_and_is_told(tmp_path: Path, ending: str) -> None:
    with small_disk(tmp_path / "disk", 64) as disk:
        path = disk / f"map.{ending}"
        path.write_bytes(b"former")
        fill(disk)
        for language, said in (
            ("en", "the disk is full; make room"),
            ("zh-Hans", "磁盘已满，请腾出空间"),
            ("zh-Hant", "磁碟已滿，請騰出空間"),
        ):
            words = ("render", "-o", path, "--size", "900x600", "--language", language)
            line = complaint(hetao_map(*words), 4)
            assert said in line
            assert "space left" not in line
        assert path.read_bytes() == b"former"
        assert sorted(everything_in(disk)) == ["filler", f"map.{ending}"]


def test_a_full_disk_is_told() -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this system has no /dev/full")
    with full.open("w") as output:
        done = hetao_map("layers", "--json", stdout=output)
    assert done.returncode == 4
    assert len(done.stderr.splitlines()) == 1


def test_a_reader_that_has_gone_is_no_error() -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    done = hetao_map("layers", "--json", stdout=write_end)
    os.close(write_end)
    assert (done.returncode, done.stderr) == (0, "")
