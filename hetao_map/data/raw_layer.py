"""A layer as it was read from any format, and what becomes of it on the map."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from hetao_map.data.reference_systems import can_be_in, likely_crs, lonlat_of
from hetao_map.geometry.columns import KINDS, Geometries, Kind, from_shapely
from hetao_map.geometry.extent import Extent
from hetao_map.geometry.projection import projected
from hetao_map.model.dataset import Assumption
from hetao_map.model.layer import Layer, LayerSpec
from hetao_map.model.style import default_style
from hetao_map.text import messages
from hetao_map.text.localized import LocalizedText


@dataclass(frozen=True)
class Table:
    """The rows of a table: shapes (m,) with None where there is no geometry, columns by name.

    unreadable are the fids of rows whose geometry cannot be read.
    """

    fids: tuple[object, ...]
    shapes: npt.NDArray[Any]
    columns: dict[str, tuple[object, ...]]
    unreadable: tuple[str, ...]


@dataclass(frozen=True)
class Placement:
    """The CRS of a layer, empty where it cannot be placed.

    assumed is set where neither the file names one that its coordinates can be in, nor a person.
    """

    crs: str
    assumed: bool = False


@dataclass(frozen=True)
class RawLayer:
    """A layer as read, its coordinates still in the file's own CRS."""

    spec: LayerSpec
    table: Table
    placement: Placement

    @property
    def lonlat(self) -> Extent | None:
        """Return the rectangle in degrees around the geometry, from its four corners."""
        import shapely

        shapes = self.table.shapes
        if not len(shapes) or all(shape is None for shape in shapes):
            return None
        return lonlat_of(shapely.total_bounds(shapes), self.placement.crs)


def placement_of(declared: str, boxes: npt.NDArray[np.floating], chosen: str = "") -> Placement:
    """Return where a layer lies whose features have these boxes (m, 4).

    declared is the CRS that its file names, empty for none or an unknown one; chosen is what a
    person says of layers that cannot be placed otherwise.
    """
    if declared and can_be_in(declared, boxes):
        return Placement(declared)
    if chosen and can_be_in(chosen, boxes):
        return Placement(chosen)
    crs = likely_crs(boxes)
    nothing_to_place = not np.isfinite(boxes).all(axis=1).any()
    return Placement(declared if nothing_to_place and declared else crs, not nothing_to_place)


def assumptions(layers: Iterable[tuple[str, Placement]]) -> tuple[Assumption, ...]:
    """Return the layers whose CRS nobody has said."""
    return tuple(Assumption(name, p.crs) for name, p in layers if p.assumed)


def finished(raw: RawLayer, epsg: int, path: Path, notes: list[LocalizedText]) -> Layer:
    """Bring a layer's coordinates to the map's CRS and count what could not be read."""
    import shapely

    shapes = raw.table.shapes
    lost = list(raw.table.unreadable)
    if len(shapes):
        shapes = shapely.transform(shapes, lambda xy: projected(xy, raw.placement.crs, epsg))
        xy, owner = shapely.get_coordinates(shapes, return_index=True)
        beyond = sorted(set(owner[~np.isfinite(xy).all(axis=1)].tolist()))
        if beyond:
            shapes[beyond] = None
        lost += [str(raw.table.fids[row]) for row in beyond]
    if lost:
        notes.append(messages.ROWS_SKIPPED.with_values(path=path, layer=raw.spec.id, n=len(lost)))
    geometries = from_shapely(shapes, np.arange(len(shapes))) if len(shapes) else Geometries()
    return Layer(
        spec=_drawable(raw.spec, geometries),
        geometries=geometries,
        attributes=raw.table.columns,
        rows=len(raw.table.fids),
        skipped=tuple(lost),
        extent_lonlat=raw.lonlat,
    )


def _drawable(spec: LayerSpec, geometries: Geometries) -> LayerSpec:
    """Return the layer with a style for all it holds, where the declared type hides some."""
    if spec.style != default_style(spec.geometry):
        return spec
    kinds = {column.kind for column in geometries.columns}
    shown = {KINDS[spec.geometry]} if spec.geometry in KINDS else set(Kind)
    return spec if kinds <= shown else replace(spec, style=default_style())
