"""Opening and closing files while the window is open."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from hetao_map.data.formats.kinds import ENDINGS
from hetao_map.data.reading import Awaited, Found, added, read_each
from hetao_map.model.dataset import Catalog, Dataset
from hetao_map.model.errors import HetaoError
from hetao_map.model.state import MapState
from hetao_map.query.opened import opened_notes, short
from hetao_map.session.files import Files
from hetao_map.session.store import Store
from hetao_map.ui.file_question import give_room
from hetao_map.ui.file_reader import FileReader
from hetao_map.ui.notice import Notice, Offer
from hetao_map.ui.reading_bar import ReadingBar

# What is read faster needs no bar.
_SHOWN_AFTER_MS = 500
_LOOK_EVERY_MS = 100


@dataclass(frozen=True, eq=False)
class _Job:
    """Files that are read: at the person's wish, or because they were open the last time."""

    paths: tuple[Path, ...]
    asked: bool


class Opening(QObject):
    """Reads files beside those that are open, one wish after the other."""

    read = Signal(object, object)
    """path, stamp: the state in which a file was read."""
    reopened = Signal(object)
    """The paths that were tried again at the start, whatever has become of them."""

    def __init__(self, window: QWidget, canvas: QWidget, store: Store, notice: Notice) -> None:
        super().__init__(window)
        self._window, self._store = window, store
        self._notice = notice
        self._files = Files(store)
        self._reader = FileReader(self)
        self._jobs: dict[str, _Job] = {}
        self._number = 0
        self.layers_kept: Callable[[MapState], dict[str, Any]] = lambda _state: {}
        """What was kept of the layers of files that are open again."""
        self.ask_crs: Callable[[str], object] = lambda _layer_id: None
        """Opens the question where a layer lies."""
        self._patience = QTimer(self, singleShot=True, interval=_SHOWN_AFTER_MS)
        self._patience.timeout.connect(self._show_bar)
        self._bar = ReadingBar(canvas, store)
        self._bar.cancelled.connect(self.cancel)
        self._awaited: tuple[Awaited, str] | None = None
        self._look = QTimer(self, interval=_LOOK_EVERY_MS)
        self._look.timeout.connect(self._look_at_start)
        self._reader.done.connect(self._take)
        self._reader.failed.connect(self._give_up)
        self._reader.moved.connect(self._move)

    def await_start(self, paths: Sequence[Path], awaited: Awaited) -> None:
        """Show how far the files of the start are, with a way out, when they take their time."""
        self._awaited = awaited, _names(paths)
        QTimer.singleShot(_SHOWN_AFTER_MS, self._look, self._look.start)

    @property
    def awaits_start(self) -> bool:
        """Tell whether the files of the start may still be on their way."""
        return self._awaited is not None

    def _look_at_start(self) -> None:
        state = self._store.state
        if self._awaited is None or not state.opening:
            self._look.stop()
            self._awaited = None
            if not self._jobs and state.reading:
                self._store.update(reading="")
            return
        awaited, names = self._awaited
        if state.reading != names:
            self._store.update(reading=names)
        self._bar.move_to(*awaited.share)

    def ask(self) -> None:
        """Ask for files and open them."""
        recent = self._store.state.recent
        folder = str(Path(recent[0]).parent) if recent else ""
        # What is looked for first; a file is known by its content all the same.
        usual = " ".join(f"*{end}" for ends in ENDINGS.values() for end in ends)
        kinds = [self.tr("Map data") + f" ({usual})", self.tr("All files (*)")]
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(self._window, self.tr("Open files"), folder, ";;".join(kinds))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        # The many endings would not fit into the list of kinds.
        dialog.setOption(QFileDialog.Option.HideNameFilterDetails)
        give_room(dialog)
        if dialog.exec():
            self.open([Path(name) for name in dialog.selectedFiles()])
        dialog.deleteLater()

    def open(self, paths: Iterable[Path]) -> None:
        """Open files beside those that are open; go to one that is open already."""
        wanted = list(dict.fromkeys(path.absolute() for path in paths))
        open_now = [path for path in wanted if _open_as(path, self._store.state.catalog)]
        if len(open_now) == len(wanted) == 1:
            self._go_to(open_now)
        new = tuple(path for path in wanted if path not in open_now)
        if new:
            self._start(_Job(new, asked=True))

    def reopen(self, paths: Sequence[Path]) -> None:
        """Open files that were open the last time; the view stays where it is."""
        self._start(_Job(tuple(paths), asked=False))

    def read_with_crs(self, path: Path, crs: str) -> None:
        """Read an open file again with what a person says of its layers' CRS; go to it."""
        self._files.tell_crs(path, crs)
        if self._store.state.catalog.at(path) is not None:
            self._start(_Job((path,), asked=True))

    def close_file(self, path: Path) -> None:
        """Take a file off the map."""
        self._files.close(path)

    def cancel(self) -> None:
        """Give up what is being read now; what waits behind it comes next."""
        if self._awaited is not None:
            self._awaited[0].give_up()
            return
        key = next(iter(self._jobs), None)
        if key is not None:
            self._reader.cancel(key)
            self._end(key)

    def shut_down(self) -> None:
        """Give everything up."""
        self._patience.stop()
        self._look.stop()
        if self._awaited is not None:
            self._awaited[0].give_up()
        self._reader.close()

    @property
    def busy(self) -> bool:
        """Tell whether something is being read."""
        return bool(self._jobs)

    def _start(self, job: _Job) -> None:
        self._number += 1
        key = f"open{self._number}"
        self._jobs[key] = job
        if not self._patience.isActive() and not self._store.state.reading:
            self._patience.start()
        crs_of = dict(self._store.state.told_crs)
        self._reader.start(
            key, lambda progress, stale: read_each(job.paths, crs_of, progress, stale)
        )

    def _show_bar(self) -> None:
        job = next(iter(self._jobs.values()), None)
        names = _names(job.paths) if job else ""
        self._store.update(reading=names)

    def _move(self, key: str, _path: Path, done: int, of: int) -> None:
        if key == next(iter(self._jobs), None):
            self._bar.move_to(done, of)

    def _end(self, key: str) -> _Job:
        job = self._jobs.pop(key)
        if self._jobs and self._store.state.reading:
            self._show_bar()
        elif not self._jobs:
            self._patience.stop()
            self._store.update(reading="")
        if not job.asked:
            self.reopened.emit(job.paths)
        return job

    def _give_up(self, key: str, error: HetaoError) -> None:
        self._end(key)
        self._notice.add(error.sentence)

    def _take(self, key: str, found: object) -> None:
        """Show the files that were read, and tell of the others."""
        job = self._jobs[key]
        if isinstance(found, Found):
            for dataset in found.datasets:
                self.read.emit(dataset.path, dataset.stamp)
            self._show(job, found)
        self._end(key)

    def _show(self, job: _Job, found: Found) -> None:
        paths = [dataset.path for dataset in found.datasets]
        if paths:
            catalog = added(self._store.state.catalog, found.datasets)
            if job.asked:
                self._files.take(catalog, paths)
            else:
                state = self._store.state
                kept = self.layers_kept(_with(state, catalog))
                self._files.reopen(catalog, paths, kept)
        self._tell(job, found, [d for path in paths if (d := self._open_at(path))])

    def _open_at(self, path: Path) -> Dataset | None:
        return self._store.state.catalog.at(path)

    def _tell(self, job: _Job, found: Found, opened: list[Dataset]) -> None:
        """Say what is wrong or missing; what was open the last time has been told of then."""
        for error in found.errors:
            self._notice.add(short(error.sentence, job.paths))
        for dataset in opened if job.asked else ():
            self.tell_of(dataset)

    def tell_of(self, dataset: Dataset) -> None:
        """Say what a person should know of a file, and ask where it lies if nobody knows."""
        notes = opened_notes(dataset, self._store.state.catalog.datasets[0])
        names = [dataset.names.get(found.layer, found.layer) for found in dataset.assumed]
        offers = tuple(Offer(self._where_words, partial(self.ask_crs, name)) for name in names[:1])
        for number, note in enumerate(reversed(notes)):
            self._notice.add(note, offers if number == len(notes) - 1 else ())

    def _where_words(self) -> str:
        return self.tr("Where does it lie?…")

    def _go_to(self, paths: list[Path]) -> None:
        catalog = self._store.state.catalog
        opened = {found.path for path in paths if (found := _open_as(path, catalog))}
        self._files.take(catalog, opened)


def _names(paths: Sequence[Path]) -> str:
    more = f" +{len(paths) - 3}" if len(paths) > 3 else ""
    return ", ".join(path.name for path in paths[:3]) + more


def _with(state: MapState, catalog: Catalog) -> MapState:
    return replace(state, catalog=catalog)


def _open_as(path: Path, catalog: Catalog) -> Dataset | None:
    """Return the open file that a path leads to, whatever way it takes."""
    for dataset in catalog.datasets:
        try:
            if dataset.path == path or dataset.path.samefile(path):
                return dataset
        except OSError:
            continue
    return None
