"""The window's words: none untranslated, none forgotten, and the compiled files current."""

import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from hetao_map.resources import asset

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "hetao_map" / "ui").glob("*.py"))
BIN = Path(sys.executable).parent
NAMES = ["hetao_map_zh_hans", "hetao_map_zh_hant"]
QT_WORDS = ["qt_zh_hans", "qt_zh_hant"]


def messages(path: Path) -> dict[tuple[str, str], ET.Element]:
    root = ET.parse(path).getroot()  # noqa: S314 - a file of our own
    return {
        (str(context.findtext("name")), str(message.findtext("source"))): message
        for context in root.iter("context")
        for message in context.iter("message")
    }


@pytest.mark.parametrize("name", NAMES)
def test_every_word_of_the_window_is_in_the_file_and_no_other(name: str, tmp_path: Path) -> None:
    fresh = tmp_path / f"{name}.ts"
    command = [BIN / "pyside6-lupdate", "-locations", "none", *SOURCES, "-ts", fresh]
    subprocess.run(command, check=True, capture_output=True)
    assert messages(fresh).keys() == messages(asset(f"translations/{name}.ts")).keys()


@pytest.mark.parametrize("name", NAMES + QT_WORDS)
def test_every_word_is_translated(name: str) -> None:
    for key, message in messages(asset(f"translations/{name}.ts")).items():
        translation = message.find("translation")
        assert translation is not None
        assert translation.get("type") is None, key
        assert translation.text, key


@pytest.mark.parametrize("name", NAMES)
def test_placeholders_survive_translation(name: str) -> None:
    for (_, source), message in messages(asset(f"translations/{name}.ts")).items():
        assert ("{name}" in source) == ("{name}" in str(message.findtext("translation")))


@pytest.mark.parametrize("name", NAMES)
def test_what_asks_further_ends_with_one_ellipsis(name: str) -> None:
    for (_, source), message in messages(asset(f"translations/{name}.ts")).items():
        said = str(message.findtext("translation"))
        assert "……" not in said, source
        assert source.endswith("…") == said.endswith("…"), source


@pytest.mark.parametrize("name", NAMES + QT_WORDS)
def test_the_compiled_file_is_current(name: str, tmp_path: Path) -> None:
    source = tmp_path / f"{name}.ts"
    shutil.copy(asset(f"translations/{name}.ts"), source)
    compiled = tmp_path / f"{name}.qm"
    command = [BIN / "pyside6-lrelease", source, "-qm", compiled]
    subprocess.run(command, check=True, capture_output=True)
    assert compiled.read_bytes() == asset(f"translations/{name}.qm").read_bytes()
