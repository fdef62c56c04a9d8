"""The log of the program: two small files, no folder of anybody's in them."""

from __future__ import annotations

import logging
from contextlib import suppress
from pathlib import Path

from hetao_map.session.journal import LINE_FORMAT, without_folders

MOST_BYTES = 200_000
OLDER = 2


class _Private(logging.Formatter):
    """Words a record without the folders that it names."""

    def format(self, record: logging.LogRecord) -> str:
        return without_folders(super().format(record))


class LogFile(logging.Handler):
    """Writes what is logged to log/hetao-map.log; the older half is kept twice, then dropped.

    The file is made with the first record: a run in which nothing happens leaves none. Where it
    cannot be written nothing is said, for a log is not worth a complaint.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(logging.INFO)
        self.path = folder / "hetao-map.log"
        self._file: logging.Handler | None = None
        self._refused = False

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record; runs in any thread, one at a time."""
        if self._file is None and not self._refused:
            self._open()
        if self._file is not None:
            self._file.emit(record)

    def close(self) -> None:
        """Close the file, if there is one."""
        if self._file is not None:
            self._file.close()
        super().close()

    def _open(self) -> None:
        # It brings sockets and queues with it, which no start should wait for.
        from logging.handlers import RotatingFileHandler

        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._file = RotatingFileHandler(
                self.path,
                maxBytes=MOST_BYTES,
                backupCount=OLDER,
                encoding="utf-8",
                errors="backslashreplace",
            )
        except OSError:
            self._refused = True
        else:
            self._file.setFormatter(_Private(LINE_FORMAT))


def keep_log(folder: Path) -> LogFile:
    """Begin a log in a folder; nothing about logging itself is ever said on stderr."""
    logging.raiseExceptions = False
    for name in ("hetao_map", "qt"):
        logging.getLogger(name).setLevel(logging.INFO)
    log_file = LogFile(folder)
    logging.getLogger().addHandler(log_file)
    return log_file


def end_log(log_file: LogFile) -> None:
    """End a log."""
    logging.getLogger().removeHandler(log_file)
    with suppress(OSError):
        log_file.close()


def log_once(folder: Path, text: str) -> Path | None:
    """Write one fault into the log of a folder; return the log, None where it cannot be written."""
    log_file = LogFile(folder)
    log_file.handle(logging.LogRecord("fault", logging.CRITICAL, "", 0, text, None, None))
    log_file.close()
    return log_file.path if log_file.path.is_file() else None
