"""Reading a GeoPackage: any one, with what ours says besides where it is there."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from hetao_map.data import layer_table, sld
from hetao_map.data.connection import opened, rows, table_names, table_rows
from hetao_map.data.indexed import IndexedLayer
from hetao_map.data.knowledge import read_knowledge
from hetao_map.data.place import FileColumns, Place, indexed_place
from hetao_map.data.presets import read_presets
from hetao_map.data.rtree import Boxes, IndexDamagedError, paged, read_boxes
from hetao_map.geometry.columns import Geometries, from_shapely
from hetao_map.geometry.extent import Extent, union
from hetao_map.geometry.projection import boxes_to_map, grid_for, projected
from hetao_map.model.dataset import Dataset
from hetao_map.model.errors import InputError
from hetao_map.model.layer import Layer, LayerSpec
from hetao_map.model.style import Style, default_style
from hetao_map.text import messages
from hetao_map.text.localized import LocalizedText, same

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class _RawLayer:
    """A layer as read, its coordinates still in the file's own CRS."""

    spec: LayerSpec
    table: layer_table.Table
    crs: str
    lonlat: Extent | None


@dataclass(frozen=True)
class _RawIndexed:
    """A large layer as read: its boxes in the file's own CRS, and where its rows are."""

    spec: LayerSpec
    boxes: Boxes
    names: tuple[str, ...]
    place: Place
    crs: str
    lonlat: Extent | None


def read(path: Path, map_epsg: int | None = None, progress: Progress | None = None) -> Dataset:
    """Return the whole file as a Dataset. Any thread; the file is closed again on return.

    map_epsg is the CRS wanted, by default the one that suits the data. progress is told the
    number of layers done and of all. Raises InputError when nothing of it can be shown; what
    is missing otherwise stands in the notes.
    """
    notes: list[LocalizedText] = []
    with opened(path) as connection:
        tables = table_names(connection)
        if not {"gpkg_contents", "gpkg_geometry_columns"} <= tables:
            raise InputError(messages.NOT_A_GEOPACKAGE, path=path)
        raw = _raw_layers(connection, path, notes, progress or (lambda _done, _all: None))
        knowledge, presets = read_knowledge(connection), read_presets(connection)
    if not raw:
        raise InputError(notes[0]) if notes else InputError(messages.NO_LAYERS, path=path)
    epsg = map_epsg or grid_for(union(layer.lonlat for layer in raw if layer.lonlat))
    if epsg != 2326:
        notes.append(messages.WORLD_GRID)
    layers = tuple(
        _finished_indexed(layer, epsg)
        if isinstance(layer, _RawIndexed)
        else _finished(layer, epsg, path, notes)
        for layer in raw
    )
    return Dataset(path, same(path.name), layers, epsg, knowledge, tuple(notes), presets)


def _raw_layers(
    connection: sqlite3.Connection, path: Path, notes: list[LocalizedText], progress: Progress
) -> list[_RawLayer | _RawIndexed]:
    found = layer_table.listed(connection)
    crs_of = layer_table.reference_systems(connection, {entry.srs_id for entry in found})
    settings = {str(row.get("layer")): row for row in table_rows(connection, "layer_setting")}
    result: list[_RawLayer | _RawIndexed] = []
    for number, entry in enumerate(found):
        progress(number, len(found))
        try:
            raw = _raw_layer(connection, entry, crs_of, settings, notes, path)
        except (sqlite3.Error, ValueError, MemoryError, NotImplementedError) as error:
            if "interrupted" in str(error):
                raise
            notes.append(
                messages.LAYER_SKIPPED.with_values(path=path, layer=entry.name, reason=error)
            )
            continue
        if raw is not None:
            result.append(raw)
    progress(len(found), len(found))
    return result


def _raw_layer(
    connection: sqlite3.Connection,
    entry: layer_table.Entry,
    crs_of: dict[int, str],
    settings: dict[str, dict[str, object]],
    notes: list[LocalizedText],
    path: Path,
) -> _RawLayer | _RawIndexed | None:
    crs = crs_of.get(entry.srs_id)
    if crs is None:
        notes.append(messages.UNKNOWN_CRS.with_values(path=path, layer=entry.name))
        return None
    style = _style(connection, entry, path, notes)
    spec = layer_table.spec_of(connection, entry, settings.get(entry.name), style)
    if large := indexed_place(connection, entry, path):
        # An index that cannot be read is no loss: the table holds all that it does.
        with suppress(IndexDamagedError):
            boxes = read_boxes(connection, entry.name, entry.geometry_column)
            names = layer_table.attribute_names(connection, entry)
            lonlat = _lonlat_of(_total(boxes.bounds), crs)
            return _RawIndexed(spec, boxes, names, large, crs, lonlat)
    table = layer_table.read_table(connection, entry)
    return _RawLayer(spec, table, crs, _lonlat(table, crs))


def _lonlat(table: layer_table.Table, crs: str) -> Extent | None:
    """Return the rectangle in degrees around a table's geometry, from its four corners."""
    import shapely

    if not len(table.shapes) or all(shape is None for shape in table.shapes):
        return None
    return _lonlat_of(shapely.total_bounds(table.shapes), crs)


def _total(bounds: np.ndarray) -> np.ndarray:
    return np.concatenate([bounds[:, :2].min(axis=0), bounds[:, 2:].max(axis=0)]).astype(float)


def _lonlat_of(bounds: np.ndarray, crs: str) -> Extent | None:
    """Return the rectangle in degrees around bounds (xmin, ymin, xmax, ymax) of a CRS."""
    xmin, ymin, xmax, ymax = bounds
    corners = np.array([[xmin, ymin], [xmin, ymax], [xmax, ymin], [xmax, ymax]])
    if not np.isfinite(corners).all():
        return None
    lonlat = projected(corners, crs, 4326)
    if not np.isfinite(lonlat).all():
        return None
    low, high = lonlat.min(axis=0), lonlat.max(axis=0)
    return Extent(float(low[0]), float(low[1]), float(high[0]), float(high[1]))


def _finished_indexed(raw: _RawIndexed, epsg: int) -> Layer:
    """Bring a large layer's boxes to the map's CRS; its geometries stay in the file."""
    place = replace(raw.place, crs=raw.crs, map_epsg=epsg)
    boxes = raw.boxes
    bounds = boxes_to_map(boxes.bounds, raw.crs, epsg)
    if bounds is not boxes.bounds:
        boxes = paged(boxes.ids, bounds, boxes.starts)
    return IndexedLayer(
        spec=raw.spec,
        geometries=Geometries(),
        attributes=FileColumns(place, raw.names, raw.boxes.ids),
        rows=len(raw.boxes.ids),
        extent_lonlat=raw.lonlat,
        place=place,
        boxes=boxes,
    )


def _finished(raw: _RawLayer, epsg: int, path: Path, notes: list[LocalizedText]) -> Layer:
    """Bring a layer's coordinates to the map's CRS and count what could not be read."""
    import shapely

    shapes = raw.table.shapes
    lost = list(raw.table.unreadable)
    if len(shapes):
        shapes = shapely.transform(shapes, lambda xy: projected(xy, raw.crs, epsg))
        xy, owner = shapely.get_coordinates(shapes, return_index=True)
        finite = np.isfinite(xy).all(axis=1)
        beyond = sorted(set(owner[~finite].tolist()))
        if beyond:
            shapes[beyond] = None
        lost += [str(raw.table.fids[row]) for row in beyond]
    if lost:
        notes.append(messages.ROWS_SKIPPED.with_values(path=path, layer=raw.spec.id, n=len(lost)))
    geometries = from_shapely(shapes, np.arange(len(shapes))) if len(shapes) else Geometries()
    return Layer(
        spec=raw.spec,
        geometries=geometries,
        attributes=raw.table.columns,
        rows=len(raw.table.fids),
        skipped=tuple(lost),
        extent_lonlat=raw.lonlat,
    )


def _style(
    connection: sqlite3.Connection,
    entry: layer_table.Entry,
    path: Path,
    notes: list[LocalizedText],
) -> Style:
    """Return the layer's style as QGIS chooses it: the default first, then the newest."""
    if "layer_styles" not in table_names(connection):
        return default_style(entry.geometry_type)
    found = rows(
        connection,
        "SELECT * FROM layer_styles WHERE f_table_name = ? AND f_geometry_column = ? "
        "AND styleSLD <> '' ORDER BY useAsDefault DESC, update_time DESC",
        entry.name,
        entry.geometry_column,
    )
    for row in found:
        try:
            return sld.parse(str(row["styleSLD"]), by_qgis=bool(row.get("styleQML")))
        except sld.StyleError as error:
            notes.append(
                messages.STYLE_SKIPPED.with_values(path=path, layer=entry.name, reason=error)
            )
    return default_style(entry.geometry_type)
