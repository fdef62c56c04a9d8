import subprocess
import sys
from pathlib import Path

import pytest

from hetao_map.faults.starts import SAFE_AFTER, Starts
from tests.files import everything_in

RUN = """
import os, sys
from pathlib import Path
from hetao_map.faults.starts import Starts
starts = Starts(Path(sys.argv[1]))
print(starts.begin(), flush=True)
sys.stdin.read()
getattr(starts, sys.argv[2], lambda: None)()
os._exit(0)
"""


def other_run(folder: Path, end: str) -> subprocess.Popen[str]:
    run = subprocess.Popen(
        [sys.executable, "-c", RUN, str(folder), end],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert run.stdout is not None
    run.stdout.readline()
    return run


def finished(run: subprocess.Popen[str]) -> None:
    run.communicate()
    assert run.returncode == 0


def test_two_starts_that_died_make_the_third_a_safe_one(tmp_path: Path) -> None:
    for _ in range(SAFE_AFTER):
        finished(other_run(tmp_path, "dies"))
    starts = Starts(tmp_path)
    assert starts.begin() == SAFE_AFTER
    starts.succeeded()
    assert everything_in(tmp_path) == {}
    assert Starts(tmp_path).begin() == 0


def test_a_start_that_came_to_a_map_forgives_the_one_before(tmp_path: Path) -> None:
    finished(other_run(tmp_path, "dies"))
    finished(other_run(tmp_path, "succeeded"))
    finished(other_run(tmp_path, "dies"))
    assert Starts(tmp_path).begin() == 1


def test_an_end_in_order_before_the_map_is_no_failure(tmp_path: Path) -> None:
    for _ in range(3):
        finished(other_run(tmp_path, "end"))
    assert Starts(tmp_path).begin() == 0


def test_another_window_that_is_just_starting_is_no_failure(tmp_path: Path) -> None:
    runs = [other_run(tmp_path, "succeeded") for _ in range(2)]
    starts = Starts(tmp_path)
    assert starts.begin() == 0
    starts.end()
    for run in runs:
        finished(run)


@pytest.mark.parametrize("content", ["", "many", "9" * 5000, "-3"])
def test_a_count_that_makes_no_sense_does_no_harm(tmp_path: Path, content: str) -> None:
    (tmp_path / "starting").mkdir()
    (tmp_path / "starting" / "failed").write_text(content)
    starts = Starts(tmp_path)
    starts.begin()
    starts.succeeded()
    assert Starts(tmp_path).begin() == 0


def test_without_a_place_for_marks_no_start_has_failed(tmp_path: Path) -> None:
    (tmp_path / "starting").write_text("a file in the way")
    for _ in range(3):
        starts = Starts(tmp_path)
        assert starts.begin() == 0
        starts.succeeded()
