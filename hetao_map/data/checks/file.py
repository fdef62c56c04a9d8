"""The file as a whole: its marks, what lies beside it, and SQLite's own check."""

from __future__ import annotations

from pathlib import Path

from hetao_map.data.checks.collector import FILE_FAULTS, Collector
from hetao_map.data.checks.subject import Subject
from hetao_map.text import findings as texts

_GPKG = 0x47504B47
_OLD = (0x47503130, 0x47503131)  # "GP10" and "GP11": versions 1.0 and 1.1 carry no number
_FIRST_NUMBERED, _NEXT_MAJOR = 10200, 20000


def check_companions(path: Path, collector: Collector) -> None:
    """Find what a writer has left beside the file."""
    for ending in ("-wal", "-journal"):
        companion = path.with_name(path.name + ending)
        if _exists(companion):
            collector.warning("", None, texts.COMPANION, name=companion.name)


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name that is too long, a folder that may not be searched
        return False


def check_marks(subject: Subject, collector: Collector) -> None:
    """Find marks in the file's header that are not those of a GeoPackage."""
    mark = int(subject.connection.execute("PRAGMA application_id").fetchone()[0])
    version = int(subject.connection.execute("PRAGMA user_version").fetchone()[0])
    if mark in _OLD:
        return
    if mark != _GPKG:
        collector.warning("", None, texts.APPLICATION_ID, found=f"0x{mark & 0xFFFFFFFF:08X}")
    elif not _FIRST_NUMBERED <= version < _NEXT_MAJOR:
        collector.warning("", None, texts.VERSION, found=version)


def check_integrity(subject: Subject, collector: Collector) -> None:
    """Find what SQLite itself holds for damaged, within the time that is left."""
    try:
        for (reason,) in subject.connection.execute("PRAGMA integrity_check(100)"):
            if reason != "ok":
                collector.error("", None, texts.INTEGRITY, reason=reason)
    except FILE_FAULTS as error:
        if "interrupted" in str(error):
            collector.warning("", None, texts.INTEGRITY_STOPPED)
        else:
            collector.error("", None, texts.INTEGRITY, reason=error)
