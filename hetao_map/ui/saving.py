"""Writing files while the window goes on: how far it is, that it is done, or why not."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QProgressDialog, QWidget

from hetao_map.model.errors import HetaoError
from hetao_map.model.layer import Stale
from hetao_map.render.scheduler import Scheduler
from hetao_map.text import messages
from hetao_map.text.localized import LocalizedText

Progress = Callable[[int, int], None]
Write = Callable[[Progress, Stale], object]
"""Writes a file in a worker; tells how far it is, and may stop once nobody waits for it."""

_SHOWN_AFTER_MS = 400

log = logging.getLogger(__name__)


@dataclass(frozen=True, eq=False)
class _Failed:
    sentence: LocalizedText


class Saving(QObject):
    """Writes one file after the other in a thread of its own. Lives on the window's thread."""

    saved = Signal(str)
    """The name of the file that is there now."""
    failed = Signal(object)
    """A sentence: why it is not."""

    _moved = Signal(str, int, int)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window, self._scheduler = window, Scheduler()
        self._open: dict[str, QProgressDialog] = {}
        self._scheduler.done.connect(self._finish)
        self._moved.connect(self._move)

    def start(self, path: Path, write: Write) -> None:
        """Write the file; the answer comes as saved or failed, and as neither when cancelled."""
        key = str(path)
        self._close(key)
        self._open[key] = self._dialog(key, path.name)
        self._scheduler.request(key, lambda stale: self._write(key, write, stale))

    def close(self) -> None:
        """Give up what is being written; nothing of it is left."""
        for key in list(self._open):
            self._cancel(key)
        self._scheduler.close()

    def _write(self, key: str, write: Write, stale: Stale) -> _Failed | None:
        """Write the file and return what went wrong; runs in the worker."""
        try:
            write(partial(self._moved.emit, key), stale)
        except HetaoError as error:
            return _Failed(error.sentence)
        except Exception as error:
            if not stale():
                log.exception("a file could not be written")
            return _Failed(messages.UNEXPECTED.with_values(reason=repr(error)))
        return None

    def _dialog(self, key: str, name: str) -> QProgressDialog:
        words = self.tr("Writing {name}…").format(name=name)
        dialog = QProgressDialog(words, self.tr("Cancel"), 0, 0, self._window)
        dialog.setWindowTitle(self.tr("Export"))
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.setAutoClose(False)
        dialog.setAutoReset(False)
        dialog.setMinimumDuration(_SHOWN_AFTER_MS)
        dialog.canceled.connect(partial(self._cancel, key))
        dialog.setValue(0)
        return dialog

    def _move(self, key: str, done: int, of: int) -> None:
        dialog = self._open.get(key)
        if dialog is not None and of:
            dialog.setMaximum(of)
            dialog.setValue(done)

    def _cancel(self, key: str) -> None:
        self._scheduler.cancel(key)
        self._close(key)

    def _close(self, key: str) -> None:
        dialog = self._open.pop(key, None)
        if dialog is not None:
            dialog.canceled.disconnect()
            dialog.close()
            dialog.deleteLater()

    def _finish(self, key: str, result: _Failed | None) -> None:
        self._close(key)
        if result is None:
            self.saved.emit(Path(key).name)
        else:
            self.failed.emit(result.sentence)
