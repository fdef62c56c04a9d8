"""The last lines of the log, kept in memory for a report; without names of private folders."""

from __future__ import annotations

import logging
import re
from collections import deque

LINE_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_KEPT = 60
_FOLDERS = re.compile(r"(?:[A-Za-z]:)?[/\\](?:[^/\\:*?\"'<>|\r\n]+[/\\])+|~[/\\]\S*[/\\]")
_SHOWN = 20


class Journal(logging.Handler):
    """Remembers what is logged. Lives as long as the process."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self._lines: deque[str] = deque(maxlen=_KEPT)
        self.setFormatter(logging.Formatter(LINE_FORMAT))

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a line; runs in any thread."""
        self._lines.append(self.format(record))

    def last_lines(self) -> list[str]:
        """Return the last lines, with no folder in them."""
        lines = [line for entry in list(self._lines) for line in entry.splitlines()]
        return [without_folders(line) for line in lines[-_SHOWN:]]


def without_folders(text: str) -> str:
    """Return a text in which each path is only the name of its file."""
    return _FOLDERS.sub("…/", text)


class OneLine(logging.Formatter):
    """Words a record for a terminal: what is wrong, not the calls that led to it."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the message, and the words of the exception that it is about."""
        error = record.exc_info[1] if record.exc_info else None
        words = record.getMessage()
        return f"{words}: {type(error).__name__}: {error}" if error is not None else words


def keep_journal() -> Journal:
    """Begin a journal of all that is logged; warnings still go to stderr, on a line each."""
    journal = Journal()
    root = logging.getLogger()
    if not root.handlers and logging.lastResort is not None:
        logging.lastResort.setFormatter(OneLine())
        root.addHandler(logging.lastResort)
    root.addHandler(journal)
    return journal
