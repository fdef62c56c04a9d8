"""Keeps what a person has set up: at the end, and some seconds after each change."""

from __future__ import annotations

import hashlib
import logging
import re
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from hetao_map.futures import tell_failure
from hetao_map.model.dataset import Catalog
from hetao_map.model.state import MapState
from hetao_map.resources import shipped_geopackage
from hetao_map.session.checked import listed, text
from hetao_map.session.kept import MAP, PERSON, restored, written
from hetao_map.session.kept_file import KeptFile
from hetao_map.session.place import WindowPlace, read_place
from hetao_map.session.set_aside import bring_back
from hetao_map.session.store import Store
from hetao_map.text import messages
from hetao_map.text.localized import LocalizedText
from hetao_map.text.reasons import why_unwritten

log = logging.getLogger(__name__)

SAVE_AFTER_MS = 2000
_MOST = 50
_PATH_LENGTH = 4096
_OF_LAYERS = ("visible", "order", "opacity", "regrouped", "dark_looks", "datums")


class Keeper(QObject):
    """The files of one folder: settings.json of the person, one in sessions/ for each map.

    Lives on the window's thread; a thread of its own writes, so that no slow disk is waited for.
    """

    failed = Signal(object)
    """A LocalizedText: nothing can be kept for now. Said once, until it works again."""
    _result = Signal(object)

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._person = KeptFile(folder / "settings.json")
        self._map: KeptFile | None = None
        self._found: dict[str, Any] = {}
        self._base: frozenset[Path] = frozenset()
        self._waiting = False
        self._writer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="keeper")
        self._store: Store | None = None
        self._place: Callable[[], WindowPlace] = WindowPlace
        self._unwritable = self._closing = False
        self._pause = QTimer(self, singleShot=True, interval=SAVE_AFTER_MS)
        self._pause.timeout.connect(self.save)
        self._result.connect(self._take_result)

    def read_person(self) -> tuple[dict[str, Any], WindowPlace, tuple[LocalizedText, ...]]:
        """Return the fields of the state that are the person's, the window's place, and notes."""
        found, notes = self._person.read()
        return restored(PERSON, found, MapState()), read_place(found.get("window")), notes

    def watch(self, store: Store, place: Callable[[], WindowPlace]) -> None:
        """Keep the state of a store from now on."""
        self._store, self._place = store, place
        store.changed.connect(self._on_change)

    def read_map(self, state: MapState) -> tuple[dict[str, Any], tuple[LocalizedText, ...]]:
        """Return the fields that were kept of the map of a state's catalog, and notes."""
        name = session_name(state.catalog)
        self._map = KeptFile(self._folder / "sessions" / f"{name}.json") if name else None
        if self._map is None:
            return {}, ()
        self._base = frozenset(dataset.path for dataset in state.catalog.datasets)
        self._found, notes = self._map.read()
        self._waiting = bool(self.files_beside())
        return restored(MAP, self._found, state), notes

    def files_beside(self) -> tuple[Path, ...]:
        """Return the files that were open the last time beside those of the start."""
        try:
            found = listed(self._found.get("beside", []), _MOST)
            paths = (Path(name) for one in found if (name := text(one, _PATH_LENGTH)))
            return tuple(path for path in paths if path not in self._base)
        except (TypeError, ValueError) as error:
            log.warning("the files that were open are left out: %s", error)
            return ()

    def read_layers(self, state: MapState) -> dict[str, Any]:
        """Return what was kept of the layers, as it suits the files that are open by now."""
        found = restored(MAP, self._found, state)
        return {name: found[name] for name in _OF_LAYERS if name in found}

    def all_is_open(self) -> None:
        """Keep the map's files again: until they were open, what was kept of them had to stay."""
        self._waiting, self._found = False, {}

    def save(self) -> None:
        """Write what has changed; `failed` tells when that cannot be done."""
        if self._store is None:
            return
        self._pause.stop()
        state = self._store.state
        person = {**written(PERSON, state), "window": self._place().as_json()}
        jobs = [(self._person, person)]
        if self._map is not None and not self._waiting:
            beside = [str(d.path) for d in state.catalog.datasets if d.path not in self._base]
            head = {"files": _names(state.catalog), "beside": beside}
            jobs.append((self._map, {**head, **written(MAP, state)}))
        self._writer.submit(self._write, jobs).add_done_callback(tell_failure)

    def bring_back(self, state: MapState) -> dict[str, Any]:
        """Put back what a safe start has set aside; return the fields of a state that it holds.

        What is kept now is set aside in its turn. Empty when nothing can be brought back.
        """
        if not self._writer.submit(bring_back, self._folder).result():
            return {}
        self._person = KeptFile(self._folder / "settings.json")
        person, _place, _notes = self.read_person()
        found, _notes = self.read_map(state)
        return {**person, **found}

    def close(self) -> None:
        """Write a last time, and wait until it is done; on stderr it is said if that fails."""
        self._closing = True
        self.save()
        self._store = None
        self._writer.shutdown(wait=True)

    def _on_change(self, _old: MapState, _new: MapState) -> None:
        # Not put off by further changes: who goes on working loses no more than two seconds.
        if not self._pause.isActive():
            self._pause.start()

    def _write(self, jobs: list[tuple[KeptFile, dict[str, object]]]) -> None:
        """Write the files; runs in the thread of the writer."""
        problem: LocalizedText | None = None
        for file, content in jobs:
            try:
                file.write(content)
            except OSError as error:
                reason = why_unwritten(error)
                problem = messages.SESSION_UNWRITABLE.with_values(path=self._folder, reason=reason)
        if problem is not None and self._closing:
            log.warning("%s", problem.en)
        self._result.emit(problem)

    def _take_result(self, problem: LocalizedText | None) -> None:
        if problem is not None and not self._unwritable:
            self.failed.emit(problem)
        self._unwritable = problem is not None


def told_crs(folder: Path) -> Mapping[str, str]:
    """Return what a person has said of files whose layers do not say their CRS.

    It is asked for before there is a window; what is wrong with the file is told later.
    """
    found = KeptFile(folder / "settings.json").peek()
    told: Mapping[str, str] = restored(PERSON, found, MapState()).get("told_crs", {})
    return told


def session_name(catalog: Catalog) -> str:
    """Return the name of the file for a set of files; "" when nothing is open.

    The map that ships has one name wherever the program lies.
    """
    paths = [dataset.path.resolve() for dataset in catalog.datasets]
    if not paths:
        return ""
    if paths == [shipped_geopackage().resolve()]:
        return "hetao"
    digest = hashlib.sha256("\n".join(map(str, paths)).encode(errors="surrogateescape"))
    stem = re.sub(r"[^\w-]+", "-", paths[0].stem)[:40]
    return f"{stem}-{digest.hexdigest()[:12]}"


def _names(catalog: Catalog) -> list[str]:
    return [dataset.path.name for dataset in catalog.datasets]
