"""Errors that a person can act on; each becomes one line and an exit code (DESIGN, section 6)."""

from __future__ import annotations

from hetao_map.text.language import Language
from hetao_map.text.localized import LocalizedText


class HetaoError(Exception):
    """An error with a sentence in three languages; exit_code is the process's answer."""

    exit_code = 1

    def __init__(self, sentence: LocalizedText, **values: object) -> None:
        self.sentence = sentence.with_values(**values) if values else sentence
        super().__init__(self.sentence.en)

    def in_(self, language: Language) -> str:
        """Return the sentence on one line."""
        return " ".join(self.sentence.in_(language).split())


class UsageError(HetaoError):
    """What was asked for makes no sense."""

    exit_code = 2


class InputError(HetaoError):
    """A file cannot be read."""

    exit_code = 3


class CancelledError(HetaoError):
    """Nobody waits for the file any more; nothing of what was begun is left."""

    exit_code = 130


class OutputError(HetaoError):
    """A file cannot be written."""

    exit_code = 4


class NoDisplayError(HetaoError):
    """There is no screen for a window."""

    exit_code = 5


class NotFoundError(HetaoError):
    """Nothing answers the question."""

    exit_code = 1
