"""Reading a GeoPackage: any one, with what ours says besides where it is there.

So are tile sets in the other format of SQLite, MBTiles.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

import shapely

from hetao_map.data.connection import Connection, opened, quoted, table_names, table_rows
from hetao_map.data.contents import (
    Contents,
    Entry,
    columns_of_table,
    read_contents,
)
from hetao_map.data.edition import edition_of
from hetao_map.data.fields import joined_fields, read_fields
from hetao_map.data.functions import is_slow_with_long_values
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
from hetao_map.model.errors import CancelledError, InputError
from hetao_map.model.layer import Field, Layer, Stale, never
from hetao_map.text import messages
from hetao_map.text.localized import LocalizedText, same

if TYPE_CHECKING:
    from hetao_map.data.formats.conversion import Converted
    from hetao_map.data.tiles.raw import RawTiles

Progress = Callable[[int, int], None]
_GEOMETRY_LIST, _TILE_LIST = "gpkg_geometry_columns", "gpkg_tile_matrix_set"
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
    stand_in: Converted | None = None
    notes: list[LocalizedText] = field(default_factory=list)

    def note(self, sentence: LocalizedText, layer: str, **values: object) -> None:
        """Keep a sentence about a layer of the file."""
        self.notes.append(sentence.with_values(path=self.path, layer=layer, **values))


def read(
    path: Path,
    map_epsg: int | None = None,
    progress: Progress | None = None,
    crs: str = "",
    stale: Stale = never,
    stand_in: Converted | None = None,
) -> Dataset:
    """Return the whole file as a Dataset. Any thread; the file is closed again on return.

    map_epsg is the CRS wanted, by default the one that suits the data. progress is told the
    number of layers done and of all. crs is that of layers which name none. Raises InputError
    when nothing of it can be shown, CancelledError once stale says that nobody waits for it;
    what is missing otherwise stands in the notes. stand_in is what a file in another format
    was converted to.
    """
    where = stand_in.path if stand_in else path
    with opened(where, stop=stale, shown=path) as connection:
        names = table_names(connection)
        if "gpkg_contents" not in names and "tiles" in names:
            return _of_mbtiles(connection, path, map_epsg)
        if "gpkg_contents" not in names or not names & {_GEOMETRY_LIST, _TILE_LIST}:
            raise InputError(messages.NOT_A_GEOPACKAGE, path=path)
        contents = read_contents(connection)
        reading = _begin(connection, path, contents, crs)
        reading.stand_in = stand_in
        raw = _raw_layers(reading, contents, progress or (lambda _done, _all: None))
        tiles = _raw_tiles(reading, contents)
        knowledge, presets = read_knowledge(connection), read_presets(connection)
        edition = edition_of(connection)
    notes = [*(stand_in.notes if stand_in else ()), *reading.notes]
    if not raw and not tiles:
        raise _nothing_to_show(path, contents, notes)
    epsg = map_epsg or _grid_of(raw or tiles)
    if epsg != 2326:
        notes.append(messages.WORLD_GRID)
    layers = _pictures(tiles, epsg, path, notes)
    for layer in raw:
        if stale():
            raise CancelledError(messages.CANCELLED, path=path)
        layers.append(_on_the_map(layer, epsg, path, notes))
    if not layers:
        raise _nothing_to_show(path, contents, notes)
    assumed = assumptions((layer.spec.id, layer.placement) for layer in raw)
    title = same(path.name)
    return Dataset(
        path, title, tuple(layers), epsg, knowledge, tuple(notes), presets, assumed, edition
    )


def _grid_of(raw: Sequence[Raw | RawTiles]) -> int:
    return grid_for(union(layer.lonlat for layer in raw if layer.lonlat))


def _on_the_map(raw: Raw, epsg: int, path: Path, notes: list[LocalizedText]) -> Layer:
    if isinstance(raw, RawIndexed):
        return finished_indexed(raw, epsg, notes)
    return finished(raw, epsg, path, notes)


def _of_mbtiles(connection: Connection, path: Path, map_epsg: int | None) -> Dataset:
    from hetao_map.data.tiles.mbtiles import read_mbtiles

    raw = read_mbtiles(connection, path)
    epsg, notes = map_epsg or _grid_of([raw]), list[LocalizedText]()
    if epsg != 2326:
        notes.append(messages.WORLD_GRID)
    layers = _pictures([raw], epsg, path, notes)
    if not layers:
        raise InputError(notes[-1])
    return Dataset(path, same(path.name), tuple(layers), epsg, notes=tuple(notes))


def _raw_tiles(reading: _Reading, contents: Contents) -> list[RawTiles]:
    """Return the tables of pictures; a bad one costs only itself, and is noted."""
    if not contents.pictures:
        return []
    from hetao_map.data.tiles.matrices import read_tile_table

    found = []
    for entry in contents.pictures:
        crs = reading.crs_of.get(entry.srs_id, "")
        try:
            if crs:
                found.append(read_tile_table(reading.connection, entry, reading.path, crs))
            else:
                reading.note(messages.UNKNOWN_TILE_CRS, entry.name)
        except InputError as error:
            reading.notes.append(error.sentence)
        except (sqlite3.Error, ValueError) as error:
            if "interrupted" in str(error):
                raise
            reading.note(messages.LAYER_SKIPPED, entry.name, reason=error)
    return found


def _pictures(
    tiles: Sequence[RawTiles], epsg: int, path: Path, notes: list[LocalizedText]
) -> list[Layer]:
    """Return the layers of pictures on the map's grid; what lies beyond it is noted."""
    if not tiles:
        return []
    from hetao_map.data.tiles.raw import finished_tiles

    layers: list[Layer] = []
    for raw in tiles:
        if (layer := finished_tiles(raw, epsg)) is not None:
            layers.append(layer)
        else:
            notes.append(messages.TILES_BEYOND.with_values(path=path, layer=raw.spec.id))
    return layers


def _begin(connection: Connection, path: Path, contents: Contents, crs: str) -> _Reading:
    used = {e.srs_id for e in contents.entries} | {e.srs_id for e in contents.pictures}
    crs_of = reference_systems(connection, used)
    settings = {str(row.get("layer")): row for row in table_rows(connection, "layer_setting")}
    reading = _Reading(connection, path, crs, crs_of, settings, read_fields(connection))
    for name in contents.missing:
        reading.note(messages.TABLE_MISSING, name)
    if contents.entries or contents.pictures:
        for name in contents.other_tiles:
            reading.note(messages.TILES_SKIPPED, name)
    return reading


def _nothing_to_show(path: Path, contents: Contents, notes: list[LocalizedText]) -> InputError:
    if notes:
        return InputError(notes[0])
    for names, sentence in (
        (contents.other_tiles, messages.ONLY_TILES),
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
        reading.connection.check_wanted()
        if (raw := _raw_layer_or_note(reading, entry)) is not None:
            result.append(raw)
    progress(len(found), len(found))
    return result


def _raw_layer_or_note(reading: _Reading, entry: Entry) -> Raw | None:
    """Return one layer; a bad one costs only itself, and is noted."""
    connection = reading.connection
    try:
        with connection.reading(entry.name):
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
    style, styled = read_style(connection, entry, reading.path, reading.notes)
    fields = joined_fields(reading.fields.get(entry.name.casefold(), ()), styled)
    spec = spec_of(entry, reading.settings.get(entry.name, {}), style, fields)
    stand_in = reading.stand_in
    # A file of our own has an index where one is needed.
    where, least = (stand_in.path, 1) if stand_in else (reading.path, None)
    large = indexed_place(connection, entry, columns, where, least)
    # Later questions of a layer that is read by its index are not as careful.
    if large and not is_slow_with_long_values(connection, quoted(entry.name)):
        large = replace(large, keeper=stand_in and stand_in.folder)
        # An index that cannot be read is no loss: the table holds all that it does.
        with suppress(IndexDamagedError):
            boxes = sound_boxes(connection, large, entry.geometry_type)
            names = tuple(column.name for column in columns if column.name != large.column)
            placement = placement_of(declared, boxes.bounds, reading.chosen_crs)
            return RawIndexed(spec, boxes, names, large, placement)
    table = read_table(connection, entry, columns)
    boxes_of_rows = shapely.bounds(table.shapes).reshape(-1, 4)
    return RawLayer(spec, table, placement_of(declared, boxes_of_rows, reading.chosen_crs))
