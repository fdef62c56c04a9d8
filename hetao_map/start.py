"""The files of the start: what of them can be read makes the map, what cannot is said."""

from __future__ import annotations

import argparse
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from hetao_map.data.open import check_openable
from hetao_map.data.reading import Awaited, Found, added, read_each
from hetao_map.model.dataset import Catalog
from hetao_map.model.errors import CancelledError, HetaoError
from hetao_map.resources import shipped_geopackage
from hetao_map.session.keeper import told_crs
from hetao_map.session.set_aside import set_aside
from hetao_map.single_window import WISHES
from hetao_map.text import messages
from hetao_map.text.localized import LocalizedText

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Beginning:
    """The first map, and why some of the files are not on it."""

    catalog: Catalog = Catalog()  # noqa: RUF009
    errors: tuple[HetaoError, ...] = ()


def openable(names: Sequence[str]) -> tuple[list[Path], list[HetaoError]]:
    """Return the files to open, those that ship for none, and what is wrong with the others.

    Raises InputError when there is something wrong with all of them.
    """
    paths, errors = [], []
    for name in names:
        path = Path(name)
        try:
            check_openable(path)
            paths.append(path.absolute())
        except HetaoError as error:
            errors.append(error)
    if errors and not paths:
        raise errors[0]
    return list(dict.fromkeys(paths)) or [shipped_geopackage()], errors


def made_safe(options: argparse.Namespace, folder: Path) -> tuple[LocalizedText, ...]:
    """Set aside what is kept and forget what was asked for; return what to say of it."""
    notes = [messages.SAFE_ASKED if options.safe else messages.SAFE_START]
    if set_aside(folder):
        notes.append(messages.SET_ASIDE)
    if options.files:
        names = ", ".join(Path(name).name for name in options.files)
        notes.append(messages.SAFE_FILES.with_values(paths=names))
    for name in WISHES:
        setattr(options, name, None)
    return tuple(notes)


def crs_of(paths: Sequence[Path], asked: str | None, folder: Path) -> dict[str, str]:
    """Return by path in which CRS layers are that do not say theirs: as asked, or as said once.

    folder is where a person's settings are.
    """
    told = told_crs(folder)
    return {str(path): asked or told.get(str(path), "") for path in paths}


def first_map(
    paths: Sequence[Path],
    errors: Sequence[HetaoError],
    told: Mapping[str, str],
    awaited: Awaited | None = None,
) -> Beginning:
    """Return the map of the files; where none of them can be read, the one that ships.

    Any thread. told is what crs_of returns. errors are told along with those that are found now.
    """
    try:
        found = _read(paths, told, awaited or Awaited())
        lost = (*errors, *found.errors)
        shipped = shipped_geopackage()
        if not found.datasets and list(paths) != [shipped]:
            found = read_each([shipped])
            lost += found.errors
        return Beginning(added(Catalog(), found.datasets), lost)
    except Exception as error:
        log.exception("the files could not be read")
        return Beginning(errors=(*errors, HetaoError(messages.UNEXPECTED, reason=repr(error))))


def _read(paths: Sequence[Path], told: Mapping[str, str], awaited: Awaited) -> Found:
    """Return what can be read of the files; nothing when the reading is given up."""
    try:
        return read_each(paths, told, awaited.tell, awaited.stale)
    except CancelledError as error:
        return Found(errors=(error,))
