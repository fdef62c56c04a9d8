"""What is remembered between two starts: a small JSON file, written whole or not at all."""

from __future__ import annotations

import json
import logging
import os
import tempfile
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from hetao_map.text.language import Language

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Settings:
    """A person's choices; empty means that the system decides."""

    language: str = ""
    theme: str = "auto"
    window: tuple[int, int] = (1360, 860)
    maximized: bool = False

    @property
    def chosen_language(self) -> Language | None:
        """Return the language chosen, None when none was."""
        tags = {language.value: language for language in Language}
        return tags.get(self.language)


class SettingsFile:
    """The settings of one folder. A broken file is set aside and the defaults are used."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "settings.json"

    def load(self) -> Settings:
        """Return what was saved, or the defaults."""
        try:
            found = json.loads(self._path.read_text(encoding="utf-8"))
            return _checked(found)
        except FileNotFoundError:
            return Settings()
        except (OSError, ValueError, TypeError, OverflowError) as error:
            log.warning("%s cannot be read and is set aside: %s", self._path.name, error)
            with suppress(OSError):
                self._path.replace(self._path.with_suffix(".broken"))
            return Settings()

    def save(self, settings: Settings) -> None:
        """Write the settings; a folder that cannot be written is only logged."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(prefix=".settings-", dir=self._path.parent)
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(asdict(settings), file, ensure_ascii=False, indent=1)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(self._path)
        except OSError as error:
            log.warning("the settings could not be saved: %s", error)


def _checked(found: object) -> Settings:
    """Return settings of values that make sense; raises TypeError or ValueError otherwise."""
    if not isinstance(found, dict):
        raise TypeError("not an object")
    known = {field.name for field in fields(Settings)}
    values = {name: value for name, value in found.items() if name in known}
    width, height = values.get("window", (1360, 860))
    values["window"] = (min(max(int(width), 640), 8000), min(max(int(height), 480), 8000))
    if values.get("theme", "auto") not in ("light", "dark", "auto"):
        raise ValueError("unknown theme")
    if not isinstance(values.get("language", ""), str):
        raise TypeError("the language is not a text")
    values["maximized"] = values.get("maximized") is True
    return Settings(**values)
