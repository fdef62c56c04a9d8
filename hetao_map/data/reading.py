"""Reading files for a map that is open already: each by itself, one bad file costs one file."""

from __future__ import annotations

import logging
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from pathlib import Path

from hetao_map.data.layer_ids import beside
from hetao_map.data.open import Progress, open_files
from hetao_map.files import stamp_of
from hetao_map.geometry.projection import WEB_MERCATOR
from hetao_map.model.dataset import Catalog, Dataset
from hetao_map.model.errors import CancelledError, HetaoError, InputError
from hetao_map.model.layer import LayerGroup, Stale, never
from hetao_map.text import file_news, messages
from hetao_map.text.localized import same

log = logging.getLogger(__name__)

# A writer that goes on changes the file while it is read; what was read may not fit together.
_TRIES = 3


@dataclass(frozen=True)
class Found:
    """Files that were read, each as it is by itself, and for the others why they were not."""

    datasets: tuple[Dataset, ...] = ()
    errors: tuple[HetaoError, ...] = ()


class Awaited:
    """A reading that somebody waits for: how far it is, and whether it has been given up.

    One thread reads and tells, another one looks and gives up.
    """

    def __init__(self) -> None:
        self.share = (0, 0)
        self._given_up = threading.Event()

    def tell(self, _path: Path, done: int, of: int) -> None:
        """Keep how far it is; of is 0 while nobody knows."""
        self.share = (done, of)

    def give_up(self) -> None:
        """Wait no longer."""
        self._given_up.set()

    def stale(self) -> bool:
        """Tell whether nobody waits any more."""
        return self._given_up.is_set()


def read_each(
    paths: Sequence[Path],
    crs_of: Mapping[str, str] | None = None,
    progress: Progress | None = None,
    stale: Stale = never,
) -> Found:
    """Return what can be read of the files. Any thread. Raises CancelledError once it is stale.

    crs_of tells by path in which CRS those layers are that do not say theirs.
    """
    datasets: list[Dataset] = []
    errors: list[HetaoError] = []
    for path in paths:
        try:
            datasets.append(read_file(path, (crs_of or {}).get(str(path), ""), progress, stale))
        except CancelledError:
            raise
        except HetaoError as error:
            errors.append(error)
    return Found(tuple(datasets), tuple(errors))


def read_file(
    path: Path, crs: str = "", progress: Progress | None = None, stale: Stale = never
) -> Dataset:
    """Return a file as it is now, in the grid that suits it, with the stamp of its state.

    Any thread. Raises InputError, also for a file that does not stop changing, and CancelledError.
    """
    for _ in range(_TRIES):
        stamp = stamp_of(path)
        try:
            (dataset,) = open_files([path], progress, crs, stale).datasets
        except CancelledError:
            raise
        except HetaoError:
            if stamp_of(path) == stamp:
                raise
            continue
        except Exception as error:
            log.exception("a file could not be read")
            raise InputError(messages.UNEXPECTED, reason=f"{path.name}: {error!r}") from error
        if stamp_of(path) == stamp:
            return replace(dataset, stamp=stamp)
    raise InputError(file_news.STILL_CHANGING, path=path)


def added(catalog: Catalog, datasets: Sequence[Dataset]) -> Catalog:
    """Return the catalog with files that were read, above what is there.

    Each is a group of its own with the file's name; one that is there already takes the place
    of its former state. The files agree on a grid: the whole world's where one needs it.
    """
    return reduce(_with, datasets, catalog)


def _with(catalog: Catalog, dataset: Dataset) -> Catalog:
    if catalog.at(dataset.path) is not None:
        catalog, dataset = agreed(catalog, dataset)
        return catalog.with_file(renewed(catalog, dataset))
    if not catalog.datasets:
        return Catalog((beside(dataset, ()),))
    catalog, dataset = agreed(catalog, dataset)
    named = beside(dataset, (layer.id for layer in catalog.layers))
    return catalog.with_file(_as_group(named))


def agreed(catalog: Catalog, dataset: Dataset) -> tuple[Catalog, Dataset]:
    """Return both in one grid: base maps follow the features, these go to the whole world's."""
    if catalog.map_epsg == dataset.map_epsg:
        return catalog, dataset
    grid = WEB_MERCATOR
    if dataset.only_pictures:
        grid = catalog.map_epsg
    elif all(other.only_pictures for other in catalog.datasets):
        grid = dataset.map_epsg
    # For files that are opened beside others: the first map comes before them.
    from hetao_map.data.regrid import in_grid

    moved = tuple(in_grid(other, grid) for other in catalog.datasets)
    return Catalog(moved), in_grid(dataset, grid)


def renewed(catalog: Catalog, dataset: Dataset) -> Dataset:
    """Return a file that was read again as part of a catalog in which its former state is.

    Its layers keep their ids, and the group that they have on this map.
    """
    _, dataset = agreed(catalog, dataset)
    before = catalog.at(dataset.path)
    others = (layer.id for layer in catalog.without(dataset.path).layers)
    named = beside(dataset, others, before.names if before else None)
    return _as_group(named) if before and _is_group(before) else named


def _group_of(path: Path) -> LayerGroup:
    return LayerGroup(f"file:{path}", same(path.name))


def _is_group(dataset: Dataset) -> bool:
    own = _group_of(dataset.path)
    return bool(dataset.layers) and all(layer.spec.group == own for layer in dataset.layers)


def _as_group(dataset: Dataset) -> Dataset:
    own = _group_of(dataset.path)
    layers = (replace(layer, spec=replace(layer.spec, group=own)) for layer in dataset.layers)
    return replace(dataset, layers=tuple(layers))
