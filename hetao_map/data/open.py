"""Opening files together: one map, one CRS, each layer with an id of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from hetao_map.data import geopackage
from hetao_map.data.connection import MAGIC, first_bytes
from hetao_map.data.formats.kinds import Format
from hetao_map.data.layer_ids import distinct
from hetao_map.geometry.projection import WEB_MERCATOR
from hetao_map.model.dataset import Catalog, Dataset
from hetao_map.model.layer import Stale, never

Progress = Callable[[Path, int, int], None]


def check_openable(path: Path) -> None:
    """Raise InputError for a file that is missing, empty, no file, or of no format known here.

    It looks at the first bytes only and takes a few milliseconds at most.
    """
    format_of(path)


def format_of(path: Path) -> Format:
    """Return the format of a file by its first bytes. Raises InputError for none known here."""
    if first_bytes(path, len(MAGIC)) == MAGIC:
        return Format.GEOPACKAGE
    from hetao_map.data.formats.sniffing import recognised

    return recognised(path)


def open_files(
    paths: Sequence[Path],
    progress: Progress | None = None,
    crs: str = "",
    stale: Stale = never,
) -> Catalog:
    """Return the files as one catalog. Any thread. Raises InputError for the first bad file.

    progress is told (path, done, all) for each file: parts of its work, from 0 to all; all is 0
    while nobody can know how much there is. crs is that of layers which name none. stale is
    asked often, some twenty times a second, in this thread; once it says that nobody waits for
    the files, the reading ends with CancelledError and leaves nothing behind. When the files
    do not agree on a map CRS, all are read for the whole world's; base maps go with the others.
    """

    reads = [_reader(path, progress, crs, stale) for path in paths]
    datasets = [read(None) for read in reads]
    wanted = _common_grid(datasets)
    datasets = [
        dataset if dataset.map_epsg == wanted else read(wanted)
        for dataset, read in zip(datasets, reads, strict=True)
    ]
    return Catalog(distinct(datasets))


def _nobody(_path: Path, _done: int, _all: int) -> None:
    """Tell nobody."""


def _reader(
    path: Path, progress: Progress | None, crs: str, stale: Stale
) -> Callable[[int | None], Dataset]:
    """Return what reads a file for a map CRS; another format is converted once."""
    told = partial(progress or _nobody, path)
    kind = format_of(path)
    if kind is Format.GEOPACKAGE:
        return lambda epsg: geopackage.read(path, epsg, told, crs, stale)
    from hetao_map.data.formats.conversion import converted

    stand_in = converted(path, kind, told, stale)
    told(1, 1)
    return lambda epsg: geopackage.read(path, epsg, None, crs, stale, stand_in)


def _common_grid(datasets: list[Dataset]) -> int:
    """Return the CRS for all files: base maps follow the features, if there are any."""
    deciding = [d for d in datasets if not d.only_pictures] or datasets
    grids = {dataset.map_epsg for dataset in deciding}
    return grids.pop() if len(grids) == 1 else WEB_MERCATOR
