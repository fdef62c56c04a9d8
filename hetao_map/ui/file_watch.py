"""Tells when open files may have changed: by the system's word, and by looking now and then."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from hetao_map.files import companions_of

# A save is many small writes: they are gathered until there has been none for so long,
_QUIET_MS = 150
# but no longer than this.
_LONGEST_MS = 700
# On a share the system may not tell of anything.
_LOOK_EVERY_MS = 5000


class FileWatch(QObject):
    """Watches files, the folders that they lie in and what a database keeps beside them.

    It only says that it is time to look; whether anything differs is not its business.
    """

    stirred = Signal()
    """Something has been going on, and is over or goes on for long."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._paths: tuple[Path, ...] = ()
        self._system = QFileSystemWatcher(self)
        self._system.fileChanged.connect(self._on_event)
        self._system.directoryChanged.connect(self._on_event)
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._longest = QTimer(self, singleShot=True, interval=_LONGEST_MS)
        self._net = QTimer(self, interval=_LOOK_EVERY_MS)
        for timer in (self._quiet, self._longest, self._net):
            timer.timeout.connect(self._tell)

    @property
    def watched(self) -> tuple[Path, ...]:
        """Return the files that are watched."""
        return self._paths

    def watch(self, paths: Iterable[Path]) -> None:
        """Watch these files, and no others."""
        paths = tuple(paths)
        if paths == self._paths:
            return
        self._paths = paths
        wanted = set(map(str, self._wanted()))
        gone = [name for name in self._known() if name not in wanted]
        if gone:
            self._system.removePaths(gone)
        self._add_missing()
        if paths:
            self._net.start()
        else:
            self._net.stop()

    def stop(self) -> None:
        """Watch nothing any more."""
        self.watch(())
        self._quiet.stop()
        self._longest.stop()

    def _on_event(self, _path: str) -> None:
        self._quiet.start()
        if not self._longest.isActive():
            self._longest.start()

    def _tell(self) -> None:
        self._quiet.stop()
        self._longest.stop()
        # A file that has been replaced is dropped by the system, and a new one must be added.
        self._add_missing()
        self.stirred.emit()

    def _add_missing(self) -> None:
        watched = set(self._known())
        missing = [str(path) for path in self._wanted() if str(path) not in watched]
        there = [name for name in missing if Path(name).exists()]
        if there:
            self._system.addPaths(there)

    def _known(self) -> list[str]:
        return [*self._system.files(), *self._system.directories()]

    def _wanted(self) -> list[Path]:
        beside = [companion for path in self._paths for companion in companions_of(path)]
        folders = dict.fromkeys(path.parent for path in self._paths)
        return [*self._paths, *beside, *folders]
