"""Whatever becomes of the child, the file costs one sentence and leaves nothing."""

import sys
from pathlib import Path

import pytest

from hetao_map.data.formats import conversion
from hetao_map.data.formats.kinds import Format
from hetao_map.data.open import open_files
from hetao_map.model.errors import InputError
from tests.files import everything_in
from tests.foreign_files import geojson

# What a child does instead of its work, and what is said of it.
CHILDREN = {
    "dies": ("import os; os.abort()", "ended unexpectedly"),
    "leaves": ("", r"ended unexpectedly \(0\)"),
    "wants memory": ("import sys; sys.exit('std::bad_alloc')", "more memory than it is given"),
    "talks nonsense": ("print('[]', '{', 'x' * 200_000, '7', sep=chr(10))", "ended unexpectedly"),
    "names no sentence": (
        "import json; print(json.dumps({'error': 'SAME', 'values': {}})); "
        "print(json.dumps({'note': '__name__', 'values': {}}))",
        "ended unexpectedly",
    ),
    "never answers": ("import time; time.sleep(100)", "took too long for its size"),
}


def child(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    monkeypatch.setattr(conversion, "child_command", lambda: [sys.executable, "-c", code])


@pytest.mark.parametrize("what", CHILDREN)
def test_a_child_that_fails_costs_one_sentence(
    what: str, tmp_path: Path, private: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    geojson(tmp_path / "a.geojson")
    code, said = CHILDREN[what]
    child(monkeypatch, code)
    monkeypatch.setattr(conversion, "_LEAST_S", 2.0)
    with pytest.raises(InputError, match=said) as error:
        open_files([tmp_path / "a.geojson"])
    assert error.value.sentence.en.startswith(str(tmp_path / "a.geojson"))
    assert everything_in(private) == {}


def test_a_driver_that_nobody_knew_is_left_out_and_the_file_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    geojson(tmp_path / "a.geojson")
    seen = tmp_path / "seen"
    own = conversion.child_command()
    code = (
        "import os, subprocess, sys\n"
        f"open({str(seen)!r}, 'a').write(os.environ['GDAL_SKIP'] + chr(10))\n"
        "if 'Stranger' not in os.environ['GDAL_SKIP']:\n"
        '    print(\'{"drivers": ["Stranger"]}\')\n'
        "else:\n"
        f"    os.execv({own[0]!r}, {own!r})\n"
    )
    child(monkeypatch, code)
    (layer,) = open_files([tmp_path / "a.geojson"]).layers
    assert layer.rows == 5
    first, second = seen.read_text().splitlines()
    assert "Stranger" not in first
    assert second.endswith(",Stranger")


@pytest.mark.parametrize("name", ["GDAL_DATA", "PROJ_DATA", "PROJ_LIB", "GDAL_SKIP", "CPL_DEBUG"])
def test_settings_of_the_computer_change_nothing(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    geojson(tmp_path / "a.geojson")
    monkeypatch.setenv(name, "GeoJSON" if name == "GDAL_SKIP" else "/nowhere")
    (layer,) = open_files([tmp_path / "a.geojson"]).layers
    assert layer.rows == 5


def test_a_large_file_has_more_time_than_a_small_one() -> None:
    small, large = (conversion.seconds_for(Format.GEOJSON, n) for n in (1000, 10**9))
    assert small < 10
    assert large > 600


def test_the_share_fits_a_progress_bar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    geojson(tmp_path / "a.geojson")
    child(monkeypatch, "print('{\"progress\": [30000000000, 60000000000]}')")
    told: list[tuple[int, int]] = []
    with pytest.raises(InputError):
        open_files([tmp_path / "a.geojson"], lambda _path, done, of: told.append((done, of)))
    assert told == [(50_000, 100_000)]
