"""The rows of a layer as they are written to a file: values, and shapes in WGS84."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

import numpy as np
import shapely

from hetao_map.geometry.columns import Shapes
from hetao_map.geometry.projection import projected
from hetao_map.model.dataset import Dataset
from hetao_map.model.datum import shift_note
from hetao_map.model.knowledge import Source
from hetao_map.model.layer import Layer, Stale
from hetao_map.text.language import Language

Progress = Callable[[int, int], None]

SOURCE_PARTS = ("title", "publisher", "date", "address", "licence")
_AT_ONCE = 5_000
# A millimetre: on the way to the map's grid and back a coordinate changes by less.
_DECIMALS = 8


class StoppedError(Exception):
    """Nobody waits for the file any more."""


@dataclass(frozen=True, eq=False)
class Batch:
    """Some rows of the layer: columns by name, shapes (n,) with None where there is none."""

    rows: Sequence[int]
    columns: dict[str, list[object]]
    shapes: Shapes

    def values(self) -> Iterator[dict[str, object]]:
        """Yield the attributes of each row."""
        for values in zip(*self.columns.values(), strict=True):
            yield dict(zip(self.columns, values, strict=True))


class Records:
    """What is written of a layer, in batches, so that a long writing can be told of and stopped."""

    def __init__(
        self,
        layer: Layer,
        dataset: Dataset,
        rows: Sequence[int] | None,
        progress: Progress,
        stale: Stale,
    ) -> None:
        self.layer, self.dataset = layer, dataset
        self.names = tuple(layer.attributes)
        self.rows = range(len(layer.attributes["fid"])) if rows is None else tuple(rows)
        self._progress, self._stale = progress, stale

    def batches(self) -> Iterator[Batch]:
        """Yield the rows some thousand at a time, in the order asked for; at least one batch."""
        self._tell(0)
        for start in range(0, max(len(self.rows), 1), _AT_ONCE):
            rows = self.rows[start : start + _AT_ONCE]
            columns = {name: self.column(name, rows) for name in self.names}
            yield Batch(rows, columns, self._shapes(rows))
            self._tell(start + len(rows))

    def column(self, name: str, rows: Sequence[int] | None = None) -> list[object]:
        """Return the values of a column by row, those that no file can hold made text."""
        values = self.layer.attributes[name]
        return [_storable(values[row]) for row in (self.rows if rows is None else rows)]

    def source(self, source_id: object) -> Source:
        """Return the source of an id; one that the file does not describe has its id alone."""
        known = self.dataset.knowledge.sources
        return known.get(str(source_id)) or Source("" if source_id is None else str(source_id))

    @cached_property
    def has_sources(self) -> bool:
        """Tell whether the rows name their sources."""
        return "source_id" in self.names

    @cached_property
    def source_names(self) -> tuple[str, ...]:
        """Return the names of the columns for SOURCE_PARTS, none where no source is named."""
        if not self.has_sources:
            return ()
        return tuple(free_name(f"source_{part}", self.names) for part in SOURCE_PARTS)

    def source_values(self, source_id: object) -> tuple[str, ...]:
        """Return what stands in the columns source_names for a row with a source."""
        source = self.source(source_id)
        return tuple(getattr(source, part) for part in SOURCE_PARTS) if self.has_sources else ()

    def note(self, language: Language) -> str:
        """Return what is to be known of the coordinates, empty for nothing."""
        return shift_note(self.layer).in_(language)

    def _tell(self, done: int) -> None:
        if self._stale():
            raise StoppedError
        self._progress(done, len(self.rows))

    def _shapes(self, rows: Sequence[int]) -> Shapes:
        pieces: dict[int, list[Any]] = {}
        for column, positions in self.layer.located(np.array(rows, dtype=np.int64), self._stale):
            shapes = column.shapes(positions)
            for row, shape in zip(column.rows[positions].tolist(), shapes, strict=True):
                pieces.setdefault(row, []).append(shape)
        multi = self.layer.spec.geometry.startswith("MULTI")
        joined = [_joined(pieces.get(row, []), multi) for row in rows]
        found: Shapes = np.empty(len(joined), dtype=object)
        found[:] = joined
        return _in_degrees(found, self.dataset.map_epsg)


def free_name(wanted: str, taken: Sequence[str]) -> str:
    """Return a name like the wanted one that no column has, whatever the case of its letters."""
    used = {name.casefold() for name in taken}
    names = (wanted if number == 1 else f"{wanted}_{number}" for number in range(1, len(used) + 2))
    return next(name for name in names if name.casefold() not in used)


def _joined(pieces: list[Any], multi: bool) -> Any:
    """Return the pieces of a row, each a multi-part shape, as the one shape they were in the file.

    multi: whether the layer's shapes are of several parts even where there is one.
    """
    if not pieces:
        return None
    if len(pieces) == 1 and multi:
        return pieces[0]
    shapes = [piece.geoms[0] if len(piece.geoms) == 1 else piece for piece in pieces]
    return shapes[0] if len(shapes) == 1 else shapely.GeometryCollection(shapes)


def _in_degrees(shapes: Shapes, map_epsg: int) -> Shapes:
    """Return shapes in map metres as WGS84 longitude and latitude."""
    change = partial(projected, source=f"EPSG:{map_epsg}", map_epsg=4326)
    moved: Shapes = shapely.transform(shapes, lambda xy: np.round(change(xy), _DECIMALS))
    there = np.array([shape is not None for shape in moved], dtype=bool)
    finite = np.isfinite(shapely.bounds(moved)).all(axis=1) if len(moved) else there
    moved[there & ~finite] = None
    return moved


def _storable(value: object) -> object:
    if isinstance(value, str):
        return value.replace("\0", "")
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, bytes):
        return value.hex()
    return value if value is None or isinstance(value, int) else str(value)
