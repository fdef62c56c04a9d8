"""All that watches over one run of the window."""

from __future__ import annotations

from pathlib import Path

from hetao_map.faults.crash_file import CrashFile
from hetao_map.faults.hooks import Hooks
from hetao_map.faults.log_file import end_log, keep_log
from hetao_map.faults.starts import SAFE_AFTER, Starts
from hetao_map.session.journal import Journal, keep_journal
from hetao_map.text.language import Language


class Guard:
    """Log, crash file, hooks and the mark of this start, in the folder of the settings.

    safe tells that the starts before this one have failed. Lives on the window's thread.
    """

    def __init__(self, folder: Path, language: Language) -> None:
        self.journal: Journal = keep_journal()
        self._log = keep_log(folder / "log")
        self._crashes = CrashFile(folder / "log")
        self._crashes.open()
        self._starts = Starts(folder)
        self.safe = self._starts.begin() >= SAFE_AFTER
        self.hooks = Hooks(language)
        self.hooks.install()

    def map_is_there(self) -> None:
        """Take note that this start has not failed."""
        self._starts.succeeded()

    def last_lines(self) -> list[str]:
        """Return the last lines of the log, and those of a crash before this run."""
        crash = self._crashes.last_lines()
        return [*self.journal.last_lines(), *(["Last crash:", *crash] if crash else [])]

    def end(self) -> None:
        """Stop watching; the run has ended in order."""
        self.hooks.remove()
        self._starts.end()
        end_log(self._log)
        self._crashes.close()
