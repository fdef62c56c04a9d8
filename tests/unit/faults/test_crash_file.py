import subprocess
import sys
from pathlib import Path

from hetao_map.faults.crash_file import MOST_BYTES, CrashFile
from tests.files import everything_in

DIE = """
import ctypes, sys
from pathlib import Path
from hetao_map.faults.crash_file import CrashFile
CrashFile(Path(sys.argv[1])).open()
def read_nothing():
    ctypes.string_at(0)
read_nothing()
"""


def die(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", DIE, str(folder)], stderr=subprocess.PIPE, check=False
    )
    assert done.returncode != 0


def test_a_crash_in_c_is_written_with_the_calls_that_led_to_it(tmp_path: Path) -> None:
    die(tmp_path)
    lines = CrashFile(tmp_path).last_lines()
    assert any("read_nothing" in line for line in lines)
    assert not any(str(tmp_path) in line for line in lines)


def test_a_run_without_a_crash_leaves_nothing(tmp_path: Path) -> None:
    crashes = CrashFile(tmp_path / "log")
    crashes.open()
    crashes.close()
    crashes.close()
    assert everything_in(tmp_path) == {}
    assert crashes.last_lines() == []


def test_a_long_history_is_turned_over(tmp_path: Path) -> None:
    (tmp_path / "crash.log").write_bytes(b"x" * (MOST_BYTES + 1))
    crashes = CrashFile(tmp_path)
    crashes.open()
    crashes.close()
    assert list(everything_in(tmp_path)) == ["crash.1.log"]


def test_without_a_place_for_it_nothing_is_said(tmp_path: Path) -> None:
    (tmp_path / "log").write_text("a file in the way")
    crashes = CrashFile(tmp_path / "log")
    crashes.open()
    crashes.close()
    assert crashes.last_lines() == []
