"""A small JSON file that outlives the program, with the ones before it."""

from __future__ import annotations

import json
import logging
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from typing import Any, NoReturn

from hetao_map.files import put_in_place
from hetao_map.text import messages
from hetao_map.text.localized import LocalizedText
from hetao_map.text.reasons import why_unread

log = logging.getLogger(__name__)

VERSION = 1
KEPT = 5
MOST_BYTES = 4_000_000


class KeptFile:
    """The latest of up to five files: NAME.json, and NAME.1.json to NAME.4.json of earlier runs.

    A file is written whole or not at all. One that cannot be understood is renamed to *.broken.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._turned = False
        self._written: bytes | None = None

    def read(self) -> tuple[dict[str, Any], tuple[LocalizedText, ...]]:
        """Return the content of the newest good file, {} without one, and what went wrong."""
        broken: list[Path] = []
        notes: list[LocalizedText] = []
        found: dict[str, Any] | None = None
        for path in self._generations():
            try:
                found = _parsed(path)
                break
            except FileNotFoundError:
                continue
            except OSError as error:
                reason = why_unread(error)
                notes.append(messages.FILE_UNREADABLE.with_values(path=path, reason=reason))
            except (ValueError, TypeError, RecursionError) as error:
                log.warning("%s cannot be understood: %s", path.name, error)
                broken.append(_set_aside(path))
        if broken:
            sentence = messages.SESSION_BROKEN if found is None else messages.SESSION_OLDER
            notes.append(sentence.with_values(path=broken[0]))
        return found or {}, tuple(notes)

    def peek(self) -> dict[str, Any]:
        """Return the content of the newest file, {} where it cannot be read; it stays as it is."""
        try:
            return _parsed(self._path)
        except (OSError, ValueError, TypeError, RecursionError):
            return {}

    def write(self, content: dict[str, Any]) -> None:
        """Put the content into the file; the first time in a run, keep the file of the last run.

        Raises OSError when the folder or the file cannot be written.
        """
        text = json.dumps({"version": VERSION, **content}, ensure_ascii=False, indent=1)
        data = text.encode("utf-8", errors="replace")
        if data == self._written:
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._turn(data)
        put_in_place(self._path, data)
        self._written = data

    def _generations(self) -> list[Path]:
        stem = self._path.stem
        return [self._path, *(self._path.with_name(f"{stem}.{n}.json") for n in range(1, KEPT))]

    def _turn(self, data: bytes) -> None:
        """Make room for a new file: each of the former ones becomes one older."""
        turned, self._turned = self._turned, True
        if turned or not self._path.exists() or self._path.read_bytes() == data:
            return
        files = self._generations()
        for younger, older in reversed(list(pairwise(files))):
            with suppress(FileNotFoundError):
                younger.replace(older)


def _parsed(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise ValueError("too large")
    found = json.loads(data.decode("utf-8"), parse_constant=_no_number)
    if not isinstance(found, dict) or found.get("version") != VERSION:
        raise ValueError("not of this version")
    return found


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")


def _set_aside(path: Path) -> Path:
    """Rename a broken file; return the name it has now."""
    aside = path.with_name(f"{path.name}.broken")
    try:
        path.replace(aside)
    except OSError:
        return path
    return aside
