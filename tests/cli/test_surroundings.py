"""What the environment and the computer say or lack must not bring the program down."""

import os
import sys
from pathlib import Path

import pytest

from tests.cli.command import complaint, environment, hetao_map
from tests.files import everything_in

NOWHERE = "/nonexistent"
HOSTILE = {
    "foreign PROJ": {"PROJ_DATA": NOWHERE, "PROJ_LIB": NOWHERE, "PROJ_NETWORK": "ON"},
    "foreign GDAL": {"GDAL_DATA": NOWHERE, "GDAL_DRIVER_PATH": NOWHERE, "OGR_SKIP": "GPKG"},
    "no temporary folder": {"TMPDIR": NOWHERE, "SQLITE_TMPDIR": NOWHERE},
    "the C locale": {"LANG": "C", "LC_ALL": "C"},
    "no UTF-8 at all": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "ASCII streams": {"PYTHONIOENCODING": "ascii"},
    "warnings as errors": {"PYTHONWARNINGS": "error"},
    "no assertions, no docstrings": {"PYTHONOPTIMIZE": "2"},
    "an odd scale": {"QT_SCALE_FACTOR": "0"},
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_environment_changes_nothing(name: str) -> None:
    plain = hetao_map("layers", "--json")
    done = hetao_map("layers", "--json", env=environment(**HOSTILE[name]))
    assert (done.returncode, done.stderr) == (0, "")
    if name not in ("ASCII streams", "no UTF-8 at all"):
        assert done.stdout == plain.stdout


@pytest.mark.parametrize("name", ["foreign PROJ", "foreign GDAL", "no temporary folder"])
def test_a_map_in_a_hostile_environment_is_the_same(tmp_path: Path, name: str) -> None:
    pictures = []
    for more in ({}, HOSTILE[name]):
        path = tmp_path / f"{len(pictures)}.png"
        env = environment(QT_QPA_PLATFORM="offscreen", **more)
        done = hetao_map("render", "-o", path, "--size", "300x200", env=env)
        assert (done.returncode, done.stderr) == (0, "")
        pictures.append(path.read_bytes())
    assert pictures[0] == pictures[1]


def test_without_a_home_everything_can_be_asked(tmp_path: Path) -> None:
    env = environment()
    env.pop("HOME", None)
    done = hetao_map("search", "Futian", env=env, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert everything_in(tmp_path) == {}


def shadowed_pyproj(folder: Path) -> dict[str, str]:
    """An environment in which pyproj has everything but its data."""
    import pyproj

    real = Path(pyproj.__file__).parent
    shadow = folder / "pyproj"
    shadow.mkdir()
    for path in real.iterdir():
        if path.name != "proj_dir":
            (shadow / path.name).symlink_to(path)
    libraries = real.with_name("pyproj.libs")
    if libraries.is_dir():
        (folder / "pyproj.libs").symlink_to(libraries)
    env = environment(PATH=str(folder))
    return env | {"PYTHONPATH": f"{folder}{os.pathsep}{env['PYTHONPATH']}"}


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right of their own there")
@pytest.mark.parametrize(
    ("words", "language"),
    [
        (("layers",), "en"),
        (("info", "--at", "114.06,22.51"), "zh-Hans"),
        (("check",), "zh-Hant"),
        (("gui",), "en"),
    ],
)
def test_missing_data_of_proj_is_one_sentence(
    tmp_path: Path, words: tuple[str, ...], language: str
) -> None:
    env = shadowed_pyproj(tmp_path)
    line = complaint(hetao_map(*words, "--language", language, env=env), 3)
    assert "proj.db" in line
    said = {"en": "install hetao-map", "zh-Hans": "请重新安装", "zh-Hant": "請重新安裝"}
    assert said[language] in line


def test_a_fault_of_the_program_is_one_sentence_and_stands_in_the_log(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import hetao_map.data.open as module\n"
        "def fail(*_arguments):\n"
        "    raise ValueError('odd')\n"
        "module.open_files = fail\n"
    )
    home = tmp_path / "home"
    env = environment(HOME=str(home), XDG_CONFIG_HOME=str(home / ".config"))
    env["PYTHONPATH"] = f"{tmp_path}{os.pathsep}{env['PYTHONPATH']}"
    line = complaint(hetao_map("layers", env=env), 70)
    log = home / ".config" / "hetao-map" / "log" / "hetao-map.log"
    assert "ValueError: odd" in line
    assert str(log) in line
    assert "in fail" in log.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "No window can be opened"), ("zh-Hans", "窗口打不开"), ("zh-Hant", "視窗未能開啟")],
)
def test_a_platform_that_is_not_there_is_one_sentence(
    tmp_path: Path, language: str, said: str
) -> None:
    env = environment(QT_QPA_PLATFORM="nonsense")
    done = hetao_map("gui", "--config-dir", tmp_path, "--language", language, env=env)
    assert said in complaint(done, 5)
