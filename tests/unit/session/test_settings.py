import json
from pathlib import Path

import pytest

from hetao_map.session.settings import Settings, SettingsFile
from hetao_map.text.language import Language
from tests.files import everything_in


def test_what_was_saved_is_loaded(tmp_path: Path) -> None:
    settings = Settings("zh-Hant", "dark", (1000, 700), True)
    SettingsFile(tmp_path / "new").save(settings)
    assert SettingsFile(tmp_path / "new").load() == settings
    assert list(everything_in(tmp_path / "new")) == ["settings.json"]


def test_without_a_file_there_are_defaults(tmp_path: Path) -> None:
    assert SettingsFile(tmp_path).load() == Settings()
    assert everything_in(tmp_path) == {}


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"\xff\xfe", b'{"theme": "pink"}', b'{"window": 5}', b'{"window": ["a", 1]}',
     b'{"window": [1e999, 5]}', b'{"window": {"a": 1, "b": 2}}', b'{"theme": []}'],
)  # fmt: skip
def test_a_broken_file_is_set_aside(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "settings.json").write_bytes(content)
    assert SettingsFile(tmp_path).load() == Settings()
    assert everything_in(tmp_path) == {"settings.broken": content}


def test_values_are_kept_within_reason(tmp_path: Path) -> None:
    content = {"language": "fr", "window": [1, 99999], "unheard_of": 1}
    (tmp_path / "settings.json").write_text(json.dumps(content))
    settings = SettingsFile(tmp_path).load()
    assert settings.chosen_language is None
    assert settings.window == (640, 8000)
    assert Settings("zh-Hant").chosen_language is Language.ZH_HANT


@pytest.mark.parametrize("value", [5, None, ["zh-Hans"], {"a": 1}])
def test_a_language_that_is_no_text_is_none(tmp_path: Path, value: object) -> None:
    (tmp_path / "settings.json").write_text(json.dumps({"language": value, "maximized": value}))
    assert SettingsFile(tmp_path).load().chosen_language is None


def test_a_folder_that_cannot_be_made_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    SettingsFile(tmp_path / "file" / "deeper").save(Settings())
    assert everything_in(tmp_path) == {"file": b"in the way"}
