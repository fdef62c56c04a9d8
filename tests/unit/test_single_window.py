import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from hetao_map.single_window import SingleWindow, checked_wishes

CLAIM = """
import json, sys
from pathlib import Path
from hetao_map.single_window import SingleWindow
single = SingleWindow(Path(sys.argv[1]), [Path(name) for name in sys.argv[3:]])
print(single.claim(json.loads(sys.argv[2])))
"""
NOTHING = {"center": None, "scale": None, "layers": None, "feature": None}


@pytest.fixture(autouse=True)
def runtime(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of sockets; the path of one has room for some hundred characters."""
    if sys.platform == "win32":
        pytest.skip("pipes have no folder")
    with tempfile.TemporaryDirectory(prefix="one-") as folder:
        Path(folder).chmod(0o700)
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        yield Path(folder)


def another_start(settings: Path, *paths: Path, wishes: str = "{}") -> subprocess.Popen[str]:
    words = [str(settings), wishes, *map(str, paths)]
    return subprocess.Popen(
        [sys.executable, "-c", CLAIM, *words], stdout=subprocess.PIPE, text=True
    )


def answer(qtbot: QtBot, start: subprocess.Popen[str]) -> str:
    qtbot.waitUntil(lambda: start.poll() is not None)
    return start.communicate()[0].strip()


def test_a_second_start_is_answered_by_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    first = SingleWindow(tmp_path, [tmp_path / "a.gpkg"])
    assert first.claim({})
    called: list[Any] = []
    first.serve(called.append)
    wishes = '{"center": [114.1, 22.5], "scale": 9000}'
    assert answer(qtbot, another_start(tmp_path, tmp_path / "a.gpkg", wishes=wishes)) == "False"
    assert called == [NOTHING | {"center": (114.1, 22.5), "scale": 9000}]
    first.close()


def test_a_call_waits_until_there_is_a_window(qtbot: QtBot, tmp_path: Path) -> None:
    first = SingleWindow(tmp_path, [])
    assert first.claim({})
    start = another_start(tmp_path)
    called: list[Any] = []
    first.serve(called.append)
    assert answer(qtbot, start) == "False"
    assert called == [NOTHING]
    first.close()


def test_other_files_and_other_settings_have_windows_of_their_own(
    qtbot: QtBot, tmp_path: Path
) -> None:
    first = SingleWindow(tmp_path, [tmp_path / "a.gpkg"])
    assert first.claim({})
    first.serve(lambda _wishes: None)
    assert answer(qtbot, another_start(tmp_path, tmp_path / "b.gpkg")) == "True"
    assert answer(qtbot, another_start(tmp_path / "x", tmp_path / "a.gpkg")) == "True"
    first.follow([tmp_path / "b.gpkg"])
    assert answer(qtbot, another_start(tmp_path, tmp_path / "b.gpkg")) == "False"
    assert answer(qtbot, another_start(tmp_path, tmp_path / "a.gpkg")) == "True"
    first.close()


def test_one_that_has_died_costs_nothing(tmp_path: Path, runtime: Path) -> None:
    # It ends without closing.
    start = another_start(tmp_path)
    assert start.communicate()[0].strip() == "True"
    (left,) = runtime.iterdir()
    second = SingleWindow(tmp_path, [])
    assert second.claim({})
    assert left.is_socket()
    second.close()
    assert list(runtime.iterdir()) == []


def test_another_window_with_the_files_that_are_opened_keeps_its_right(
    qtbot: QtBot, tmp_path: Path
) -> None:
    called: list[str] = []
    first = SingleWindow(tmp_path, [tmp_path / "a.gpkg"])
    assert first.claim({})
    first.serve(lambda _wishes: called.append("first"))
    other = SingleWindow(tmp_path, [tmp_path / "b.gpkg"])
    assert other.claim({})
    other.serve(lambda _wishes: called.append("other"))
    other.follow([tmp_path / "a.gpkg"])
    assert answer(qtbot, another_start(tmp_path, tmp_path / "a.gpkg")) == "False"
    assert called == ["first"]
    other.close()
    assert answer(qtbot, another_start(tmp_path, tmp_path / "a.gpkg")) == "False"
    first.close()


def test_a_file_that_is_open_beside_others_is_called_by_itself(
    qtbot: QtBot, tmp_path: Path
) -> None:
    called: list[Any] = []
    first = SingleWindow(tmp_path, [tmp_path / "a.gpkg"])
    assert first.claim({})
    first.serve(called.append)
    first.follow([tmp_path / "a.gpkg", tmp_path / "b.gpkg"])
    for name in ("a.gpkg", "b.gpkg"):
        assert answer(qtbot, another_start(tmp_path, tmp_path / name)) == "False"
    both = another_start(tmp_path, tmp_path / "b.gpkg", tmp_path / "c.gpkg")
    assert answer(qtbot, both) == "True"
    first.close()
    assert len(called) == 2


def test_files_that_fail_to_open_do_not_count(qtbot: QtBot, tmp_path: Path) -> None:
    first = SingleWindow(tmp_path, [tmp_path / "a.gpkg", tmp_path / "bad.gpkg"])
    assert first.claim({})
    first.follow([tmp_path / "a.gpkg"])
    first.serve(lambda _wishes: None)
    assert answer(qtbot, another_start(tmp_path, tmp_path / "a.gpkg")) == "False"
    first.close()


def test_one_that_never_answers_keeps_its_socket(tmp_path: Path, runtime: Path) -> None:
    first = SingleWindow(tmp_path, [])
    assert first.claim({})
    (there,) = runtime.iterdir()
    second = SingleWindow(tmp_path, [])
    assert second.claim({})
    second.serve(lambda _wishes: None)
    second.close()
    assert there.is_socket()
    first.close()


def test_a_file_in_the_way_is_left_alone(tmp_path: Path, runtime: Path) -> None:
    probe = SingleWindow(tmp_path, [])
    assert probe.claim({})
    (there,) = runtime.iterdir()
    probe.close()
    there.write_text("mine")
    second = SingleWindow(tmp_path, [])
    assert second.claim({})
    second.serve(lambda _wishes: None)
    second.close()
    assert there.read_text() == "mine"


@pytest.mark.parametrize("sent", [b"\xff\n", b"[" * 9000 + b"\n", b"x" * 200_000, b"", b"[1]\n"])
def test_nonsense_is_no_call(qtbot: QtBot, tmp_path: Path, runtime: Path, sent: bytes) -> None:
    first = SingleWindow(tmp_path, [])
    assert first.claim({})
    called: list[Any] = []
    first.serve(called.append)
    (there,) = runtime.iterdir()
    with socket.socket(socket.AF_UNIX) as caller:
        caller.connect(str(there))
        caller.setblocking(False)
        with suppress(OSError):
            caller.sendall(sent)
    assert answer(qtbot, another_start(tmp_path)) == "False"
    assert called[-1] == NOTHING
    assert len(called) <= 2
    first.close()


def test_a_folder_that_others_can_reach_is_not_used(tmp_path: Path, runtime: Path) -> None:
    runtime.chmod(0o755)
    single = SingleWindow(tmp_path, [])
    assert single.claim({})
    assert list(runtime.iterdir()) == []
    single.close()


@pytest.mark.parametrize(
    "sent",
    [
        None,
        [],
        {"center": [1]},
        {"center": [200, 0]},
        {"center": ["a", 2]},
        {"center": [float("nan"), 2]},
        {"scale": -1},
        {"scale": "7"},
        {"layers": 7, "feature": ["x"]},
    ],
)
def test_wishes_that_make_no_sense_are_none(sent: object) -> None:
    assert checked_wishes(sent) == NOTHING
