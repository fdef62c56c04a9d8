import os
import pwd

import pytest

from hetao_map.environment import settle_environment


@pytest.mark.parametrize(
    "name",
    ["PROJ_DATA", "PROJ_LIB", "PROJ_NETWORK", "GDAL_DATA", "GDAL_DRIVER_PATH", "OGR_X", "CPL_X"],
)
def test_settings_of_other_programs_are_forgotten(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, "ON")
    settle_environment()
    assert name not in os.environ


def test_everything_else_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = {"QT_PLUGIN_PATH": "/a", "LANG": "C", "TMPDIR": "/b", "HOME": "/c"}
    for name, value in kept.items():
        monkeypatch.setenv(name, value)
    settle_environment()
    assert {name: os.environ[name] for name in kept} == kept


@pytest.mark.parametrize(
    ("scale", "kept"),
    [("2", True), ("1.25", True), ("0", False), ("nan", False), ("1e9", False), ("abc", False)],
)
def test_a_scale_that_makes_no_sense_is_forgotten(
    monkeypatch: pytest.MonkeyPatch, scale: str, kept: bool
) -> None:
    monkeypatch.setenv("QT_SCALE_FACTOR", scale)
    settle_environment()
    assert (os.environ.get("QT_SCALE_FACTOR") == scale) is kept


@pytest.mark.parametrize("home", [None, ""])
def test_a_home_is_found_where_none_is_named(
    monkeypatch: pytest.MonkeyPatch, home: str | None
) -> None:
    monkeypatch.delenv("HOME", raising=False)
    if home is not None:
        monkeypatch.setenv("HOME", home)
    settle_environment()
    assert os.environ["HOME"] == pwd.getpwuid(os.getuid()).pw_dir
