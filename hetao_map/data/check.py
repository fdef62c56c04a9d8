"""The check of a GeoPackage: what is wrong in it, for those who keep the data."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from hetao_map.data.checks.clock import Clock
from hetao_map.data.checks.collector import Collector
from hetao_map.data.checks.entries import check_entries
from hetao_map.data.checks.enums import check_enums
from hetao_map.data.checks.file import check_companions, check_integrity, check_marks
from hetao_map.data.checks.geometry import check_geometry
from hetao_map.data.checks.hours import check_hours
from hetao_map.data.checks.index import check_counts, check_extent, check_rtree
from hetao_map.data.checks.network import check_network
from hetao_map.data.checks.own import read_own
from hetao_map.data.checks.reference_systems import check_reference_systems
from hetao_map.data.checks.references import check_references
from hetao_map.data.checks.relations import check_relations
from hetao_map.data.checks.stories import check_stories
from hetao_map.data.checks.structure import check_structure
from hetao_map.data.checks.styles import check_styles
from hetao_map.data.checks.subject import Subject, read_subject
from hetao_map.data.checks.tiles import check_mbtiles, check_tile_tables, is_mbtiles
from hetao_map.data.connection import DEADLINE_S, opened
from hetao_map.model.errors import CancelledError, InputError
from hetao_map.model.report import CheckReport
from hetao_map.text import messages
from hetao_map.text.reasons import why_damaged

Progress = Callable[[int, int], None]


def check(
    path: Path,
    deadline_s: float = DEADLINE_S,
    progress: Progress = lambda _done, _all: None,
    stop: Callable[[], bool] = lambda: False,
) -> CheckReport:
    """Return all findings on a file. Any thread; nothing is written.

    What is not done after deadline_s seconds is left, and a finding says so. progress is told
    the number of layers done and of all.

    Raises CancelledError soon after stop says that nobody waits, and InputError for a file that
    is missing, empty, no SQLite, or so damaged that not even its lists can be read. What our own
    tables must hold is asked only of those that are there: a GeoPackage by others needs none of
    them.
    """
    collector, clock = Collector(), Clock(deadline_s, stop)
    try:
        with opened(path, deadline_s, stop) as connection:
            check_companions(path, collector)
            _check_all(read_subject(connection, clock), collector, progress)
    except UnicodeDecodeError as error:  # SQLite's complaint quotes a damaged name
        reason = why_damaged("malformed schema")
        raise InputError(messages.DAMAGED, path=path, reason=reason) from error
    if stop():
        raise CancelledError(messages.CANCELLED, path=path)
    return collector.report()


def _check_all(subject: Subject, collector: Collector, progress: Progress) -> None:
    if is_mbtiles(subject):
        check_mbtiles(subject, collector)
        check_integrity(subject, collector)
        return
    check_marks(subject, collector)
    check_structure(subject, collector)
    check_styles(subject, collector)
    check_tile_tables(subject, collector)
    check_counts(subject, collector)
    _check_own(subject, collector)
    _check_layers(subject, collector, progress)
    check_enums(subject, collector)
    check_relations(subject, collector)
    check_integrity(subject, collector)


def _check_own(subject: Subject, collector: Collector) -> None:
    own = read_own(subject, collector)
    check_entries(own, collector)
    check_references(subject, own, collector)
    check_hours(own, collector)
    check_network(subject, own, collector)
    check_stories(subject, own, collector)


def _check_layers(subject: Subject, collector: Collector, progress: Progress) -> None:
    systems = check_reference_systems(subject, collector)
    for number, layer in enumerate(subject.layers):
        progress(number, len(subject.layers))
        placed = check_geometry(subject, layer, systems.get(layer.srs_id, ""), collector)
        check_rtree(subject, layer, placed, collector)
        check_extent(subject, layer, placed, collector)
    progress(len(subject.layers), len(subject.layers))
