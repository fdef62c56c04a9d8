import contextlib
import json
import os
import pty
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from hetao_map.data.formats import conversion
from tests import foreign_files as foreign
from tests.cli.command import complaint, environment, hetao_map
from tests.files import everything_in

DEADLINE_S = 120


@pytest.fixture
def private(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("private")


@pytest.fixture
def env(private: Path) -> dict[str, str]:
    return environment(TMPDIR=str(private))


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """One file of each format, in a folder of its own."""
    paths = []
    for name, (write, _) in foreign.FORMATS.items():
        path = tmp_path / name.replace("a.", "") / name
        path.parent.mkdir()
        write(path)
        paths.append(path)
    return paths


def test_all_formats_are_listed_with_their_true_counts_and_drawn(
    files: list[Path], tmp_path: Path, private: Path, env: dict[str, str]
) -> None:
    before = everything_in(tmp_path)
    listed = hetao_map("layers", *files, "--json", "--crs", "EPSG:2326", env=env)
    assert (listed.returncode, listed.stderr) == (0, "")
    found = Counter(
        (layer["id"].split("@")[0], layer["feature_count"]) for layer in json.loads(listed.stdout)
    )
    expected = Counter(pair for _, rows in foreign.FORMATS.values() for pair in rows.items())
    assert found == expected
    assert everything_in(tmp_path) == before
    picture = tmp_path / "out.png"
    drawn = hetao_map("render", *files, "-o", picture, "--crs", "EPSG:2326", env=env)
    assert (drawn.returncode, drawn.stderr) == (0, "")
    assert picture.read_bytes()[:4] == b"\x89PNG"
    picture.unlink()
    assert everything_in(tmp_path) == before
    assert everything_in(private) == {}


def test_features_of_other_formats_are_found_and_told(tmp_path: Path, env: dict[str, str]) -> None:
    path = tmp_path / "a.csv"
    foreign.csv(path)
    found = hetao_map("search", "落馬洲", path, "--json", env=env)
    (hit,) = json.loads(found.stdout)["hits"]
    assert (hit["layer"], hit["id"], hit["lon"]) == ("a", "5", 114.054)
    told = hetao_map("info", path, "--at", "114.054,22.51", "--json", env=env)
    (hit,) = json.loads(told.stdout)["hits"]
    assert hit["name"]["en"] == "落馬洲"


@pytest.mark.parametrize("name", ["vrt.geojson", "wfs.gml", "entities.osm", "address.json"])
def test_what_only_points_elsewhere_ends_with_one_sentence(
    name: str, tmp_path: Path, env: dict[str, str]
) -> None:
    (tmp_path / name).write_text(foreign.OUTREACHING[name]("http://127.0.0.1:1/x"))
    assert name in complaint(hetao_map("layers", tmp_path / name, env=env), 3)


def test_a_question_about_the_crs_is_an_answer_with_something_left_out(
    tmp_path: Path, env: dict[str, str]
) -> None:
    foreign.dxf(tmp_path / "a.dxf")
    done = hetao_map("layers", tmp_path / "a.dxf", env=env)
    assert done.returncode == 6
    assert "name another with --crs" in done.stderr


def test_check_says_what_it_checks(tmp_path: Path, env: dict[str, str]) -> None:
    foreign.gpx(tmp_path / "a.gpx")
    line = complaint(hetao_map("check", tmp_path / "a.gpx", env=env), 3)
    assert "check looks at GeoPackages only, and this is GPX" in line


def _long(path: Path) -> Path:
    row = json.dumps(foreign.feature(foreign.AREAS[0], name="x"))
    text = '{"type":"FeatureCollection","features":[' + ",".join([row] * 20_000) + "]}"
    path.write_text(text)
    return path


def test_ctrl_c_ends_the_reader_and_leaves_nothing(
    tmp_path: Path, private: Path, env: dict[str, str]
) -> None:
    # What a shell starts in the background is deaf to the signal, and so are its children.
    hearing = ["env", "--default-signal=INT", sys.executable]
    command = [*hearing, "-m", "hetao_map", "layers", str(_long(tmp_path / "a.geojson"))]
    with subprocess.Popen(
        command,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        ends = time.monotonic() + DEADLINE_S
        while not any(private.rglob("layers.gpkg")) and time.monotonic() < ends:
            time.sleep(0.01)
        running.send_signal(signal.SIGINT)
        out, complaints = running.communicate(timeout=DEADLINE_S)
    assert (running.returncode, out, complaints) == (130, "", "")
    assert everything_in(private) == {}
    assert sorted(everything_in(tmp_path)) == ["a.geojson"]


def test_a_reader_ends_with_the_program_that_was_killed(
    tmp_path: Path, private: Path, env: dict[str, str]
) -> None:
    path = _long(tmp_path / "a.geojson")
    command = [sys.executable, "-m", "hetao_map", "layers", str(path)]
    # The reader holds the standard error of nobody but itself: its end is seen by its folder.
    with subprocess.Popen(
        command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as running:
        ends = time.monotonic() + DEADLINE_S
        while not any(private.rglob("layers.gpkg")) and time.monotonic() < ends:
            time.sleep(0.01)
        running.kill()
    assert len(everything_in(private)) > 0
    foreign.gpx(tmp_path / "a.gpx")
    assert hetao_map("layers", tmp_path / "a.gpx", env=env).returncode == 0
    assert everything_in(private) == {}


def test_a_terminal_sees_how_far_the_reading_is(tmp_path: Path, env: dict[str, str]) -> None:
    mine, theirs = pty.openpty()
    command = [sys.executable, "-m", "hetao_map", "layers", str(_long(tmp_path / "a.geojson"))]
    with subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=theirs) as running:
        os.close(theirs)
        shown = b""
        # Reading from a terminal whose other side has gone fails.
        with contextlib.suppress(OSError):
            while part := os.read(mine, 4096):
                shown += part
        assert running.wait(DEADLINE_S) == 0
    os.close(mine)
    assert b"a.geojson: " in shown
    assert b" %" in shown
    assert shown.endswith(b"\r\x1b[K")


def test_a_frozen_program_is_its_own_child(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/hetao-map")
    assert conversion.child_command() == ["/opt/hetao-map", "--read-foreign-file"]


def test_a_file_in_the_folder_one_is_in_is_no_module(tmp_path: Path, env: dict[str, str]) -> None:
    foreign.gpx(tmp_path / "a.gpx")
    for name in ("pyogrio.py", "shapely.py", "json.py", "hetao_map.py"):
        (tmp_path / name).write_text("raise SystemExit(99)")
    # Started as installed programs are: without the current folder among the places of modules.
    start = "from hetao_map.__main__ import main; raise SystemExit(main())"
    done = subprocess.run(
        [sys.executable, "-P", "-c", start, "layers", "a.gpx"],
        env=env, cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert "waypoints" in done.stdout
