"""Reading a GeoPackage: any one, with what ours says besides where it is there."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import nullcontext, suppress
from dataclasses import dataclass, field
from pathlib import Path

import shapely

from hetao_map.data.connection import Connection, opened, stored, table_names, table_rows
from hetao_map.data.contents import (
    Contents,
    Entry,
    columns_of_table,
    read_contents,
)
from hetao_map.data.fields import read_fields
from hetao_map.data.knowledge import read_knowledge
from hetao_map.data.layer_styles import read_style
from hetao_map.data.layer_table import NoGeometryError, read_table, spec_of
from hetao_map.data.place import indexed_place
from hetao_map.data.presets import read_presets
from hetao_map.data.raw_indexed import RawIndexed, finished_indexed, sound_boxes
from hetao_map.data.raw_layer import RawLayer, assumptions, finished, placement_of
from hetao_map.data.reference_systems import reference_systems
from hetao_map.data.rtree import IndexDamagedError
from hetao_map.geometry.extent import union
from hetao_map.geometry.projection import grid_for
from hetao_map.model.dataset import Dataset
from hetao_map.model.errors import InputError
from hetao_map.model.layer import Field
from hetao_map.text import messages
from hetao_map.text.localized import LocalizedText, same

Progress = Callable[[int, int], None]
Raw = RawLayer | RawIndexed


@dataclass
class _Reading:
    """What is known of the file while its layers are read one by one."""

    connection: Connection
    path: Path
    chosen_crs: str
    crs_of: dict[int, str]
    settings: dict[str, dict[str, object]]
    fields: dict[str, tuple[Field, ...]]
    notes: list[LocalizedText] = field(default_factory=list)

    def note(self, sentence: LocalizedText, layer: str, **values: object) -> None:
        """Keep a sentence about a layer of the file."""
        self.notes.append(sentence.with_values(path=self.path, layer=layer, **values))


def read(
    path: Path, map_epsg: int | None = None, progress: Progress | None = None, crs: str = ""
) -> Dataset:
    """Return the whole file as a Dataset. Any thread; the file is closed again on return.

    map_epsg is the CRS wanted, by default the one that suits the data. progress is told the
    number of layers done and of all. crs is that of layers which name none. Raises InputError
    when nothing of it can be shown; what is missing otherwise stands in the notes.
    """
    with opened(path) as connection:
        if not {"gpkg_contents", "gpkg_geometry_columns"} <= table_names(connection):
            raise InputError(messages.NOT_A_GEOPACKAGE, path=path)
        contents = read_contents(connection)
        reading = _begin(connection, path, contents, crs)
        raw = _raw_layers(reading, contents, progress or (lambda _done, _all: None))
        knowledge, presets = read_knowledge(connection), read_presets(connection)
    notes = reading.notes
    if not raw:
        raise _nothing_to_show(path, contents, notes)
    epsg = map_epsg or grid_for(union(layer.lonlat for layer in raw if layer.lonlat))
    if epsg != 2326:
        notes.append(messages.WORLD_GRID)
    layers = tuple(
        finished_indexed(layer, epsg)
        if isinstance(layer, RawIndexed)
        else finished(layer, epsg, path, notes)
        for layer in raw
    )
    assumed = assumptions((layer.spec.id, layer.placement) for layer in raw)
    return Dataset(path, same(path.name), layers, epsg, knowledge, tuple(notes), presets, assumed)


def _begin(connection: Connection, path: Path, contents: Contents, crs: str) -> _Reading:
    crs_of = reference_systems(connection, {entry.srs_id for entry in contents.entries})
    settings = {str(row.get("layer")): row for row in table_rows(connection, "layer_setting")}
    reading = _Reading(connection, path, crs, crs_of, settings, read_fields(connection))
    for name in contents.missing:
        reading.note(messages.TABLE_MISSING, name)
    if contents.entries:
        for name in contents.tiles:
            reading.note(messages.TILES_SKIPPED, name)
    return reading


def _nothing_to_show(path: Path, contents: Contents, notes: list[LocalizedText]) -> InputError:
    if notes:
        return InputError(notes[0])
    for names, sentence in (
        (contents.tiles, messages.ONLY_TILES),
        (contents.tables, messages.ONLY_TABLES),
    ):
        if names:
            return InputError(sentence, path=path, layers=", ".join(names))
    return InputError(messages.NO_LAYERS, path=path)


def _raw_layers(reading: _Reading, contents: Contents, progress: Progress) -> list[Raw]:
    found = contents.entries
    result: list[Raw] = []
    for number, entry in enumerate(found):
        progress(number, len(found))
        if (raw := _raw_layer_or_note(reading, entry)) is not None:
            result.append(raw)
    progress(len(found), len(found))
    return result


def _raw_layer_or_note(reading: _Reading, entry: Entry) -> Raw | None:
    """Return one layer; a bad one costs only itself, and is noted."""
    connection = reading.connection
    is_view = not stored(connection, entry.name)
    try:
        with connection.for_a_view() if is_view else nullcontext():
            raw = _raw_layer(reading, entry)
    except TimeoutError:
        reading.note(messages.VIEW_TOO_SLOW, entry.name)
    except NoGeometryError:
        reading.note(messages.NO_GEOMETRY, entry.name)
    except (sqlite3.Error, ValueError, MemoryError, NotImplementedError) as error:
        if "interrupted" in str(error):
            raise
        reading.note(messages.LAYER_SKIPPED, entry.name, reason=error)
    else:
        if raw.placement.crs:
            return raw
        reading.note(messages.UNKNOWN_CRS, entry.name)
    return None


def _raw_layer(reading: _Reading, entry: Entry) -> Raw:
    connection, declared = reading.connection, reading.crs_of.get(entry.srs_id, "")
    columns = columns_of_table(connection, entry.name)
    style = read_style(connection, entry, reading.path, reading.notes)
    fields = reading.fields.get(entry.name.casefold(), ())
    spec = spec_of(entry, reading.settings.get(entry.name, {}), style, fields)
    if large := indexed_place(connection, entry, columns, reading.path):
        # An index that cannot be read is no loss: the table holds all that it does.
        with suppress(IndexDamagedError):
            boxes = sound_boxes(connection, large, entry.geometry_type)
            names = tuple(column.name for column in columns if column.name != large.column)
            placement = placement_of(declared, boxes.bounds, reading.chosen_crs)
            return RawIndexed(spec, boxes, names, large, placement)
    table = read_table(connection, entry, columns)
    boxes_of_rows = shapely.bounds(table.shapes).reshape(-1, 4)
    return RawLayer(spec, table, placement_of(declared, boxes_of_rows, reading.chosen_crs))
