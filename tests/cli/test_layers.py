import json
from contextlib import closing
from pathlib import Path

from tests.cli.command import environment, hetao_map
from tests.files import LIVE_ROWS, everything_in, points, write_geopackage, write_with_live_log


def test_each_layer_is_a_line_in_the_language() -> None:
    done = hetao_map("layers", "--language", "zh-Hant")
    assert (done.returncode, done.stderr) == (0, "")
    rows = [line.split("\t") for line in done.stdout.splitlines()]
    assert ["ports", "口岸", "POINT", "4"] in rows


def test_a_file_of_others_is_listed(tmp_path: Path) -> None:
    path = write_geopackage(tmp_path / "河套 #1?.gpkg", places=points(7))
    done = hetao_map("layers", path, "--json")
    (layer,) = json.loads(done.stdout)
    assert (layer["id"], layer["feature_count"], layer["visible"]) == ("places", 7, True)
    assert everything_in(tmp_path) == {path.name: path.read_bytes()}


def test_a_live_log_is_read_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "places.gpkg"
    with closing(write_with_live_log(path)):
        before = everything_in(tmp_path)
        (layer,) = json.loads(hetao_map("layers", path, "--json").stdout)
        assert everything_in(tmp_path) == before
    assert layer["feature_count"] == LIVE_ROWS


def test_several_files_are_one_list(tmp_path: Path) -> None:
    one = write_geopackage(tmp_path / "one.gpkg", places=points(1))
    two = write_geopackage(tmp_path / "two.gpkg", places=points(2))
    done = hetao_map("layers", one, two)
    assert [line.split("\t")[0] for line in done.stdout.splitlines()] == ["places", "places@two"]


def test_what_was_skipped_is_named_and_counts(tmp_path: Path) -> None:
    path = write_geopackage(tmp_path / "a.gpkg", places=[*points(2), (b"GP\x00\x01 broken", "bad")])
    done = hetao_map("layers", path)
    assert done.returncode == 6
    assert "1 features could not be read" in done.stderr
    assert done.stdout.split("\t")[-1].strip() == "3"


def test_a_terminal_without_chinese_gets_escapes() -> None:
    done = hetao_map("layers", "--language", "zh-Hans", env=environment(PYTHONIOENCODING="ascii"))
    assert done.returncode == 0
    assert "\\u" in done.stdout


def test_the_version_is_told() -> None:
    assert hetao_map("--version").stdout.startswith("hetao-map ")
