"""Features as a GeoPackage in EPSG:4326, with tables of what is known of them and by whom."""

from __future__ import annotations

import logging
import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import fields
from pathlib import Path
from typing import Any

from hetao_map.data.connection import quoted
from hetao_map.data.feature_export.records import Batch, Records, free_name
from hetao_map.files import working_folder
from hetao_map.model.feature import FeatureRef
from hetao_map.model.knowledge import Fact, Source
from hetao_map.text.language import Language
from hetao_map.text.localized import LocalizedText

_TYPES = {
    "POINT": "Point", "MULTIPOINT": "MultiPoint", "LINESTRING": "MultiLineString",
    "MULTILINESTRING": "MultiLineString", "POLYGON": "MultiPolygon",
    "MULTIPOLYGON": "MultiPolygon",
}  # fmt: skip
_KNOWN = ("fact", "source")
_NUMBERS = ("number", "number_to")

log = logging.getLogger(__name__)


def write_geopackage(records: Records, path: Path, language: Language) -> None:
    """Write the layer, and the tables fact and source for its rows.

    Raises EOFError when less is there than was to be written.
    """
    # GDAL cuts paths at an exclamation mark, and SQLite is slow or fails on network drives.
    with working_folder() as folder:
        local = folder / "part.gpkg"
        _write_tables(records, local, language)
        shutil.copyfile(local, path)


def _write_tables(records: Records, path: Path, language: Language) -> None:
    table = free_name(records.layer.id, (*_KNOWN, ""))
    columns = [_column(records, name) for name in records.names]
    for number, batch in enumerate(records.batches()):
        _write(_frame(batch, columns), path, table, **_told(records, batch, language, number))
    facts = list(_facts(records, table, language))
    counts = {table: len(records.rows)}
    for name, rows in zip(_KNOWN, (facts, _sources(records, facts)), strict=True):
        if rows:
            _write(_attributes(rows), path, name)
            counts[name] = len(rows)
    _check(path, counts, table)


def _told(records: Records, batch: Batch, language: Language, number: int) -> dict[str, Any]:
    """Return what GDAL is told of the layer."""
    spec, note = records.layer.spec, records.note(language)
    geometry_type = _TYPES.get(spec.geometry, "Unknown")
    several = any(shape is not None and shape.geom_type == "MultiPoint" for shape in batch.shapes)
    if geometry_type == "Point" and several:
        geometry_type = "MultiPoint"
    return {
        "append": number > 0,
        "geometry_type": geometry_type,
        "promote_to_multi": geometry_type.startswith("Multi"),
        "IDENTIFIER": spec.title.in_(language),
        "DESCRIPTION": "\n".join(filter(None, (spec.description.in_(language), note))),
        "GEOMETRY_NAME": free_name("geom", records.names),
    }


def _kind(values: Iterable[object]) -> str:
    """Return the type of data frame column that holds all the values."""
    types = {type(value) for value in values if value is not None}
    if types and types <= {int, bool}:
        return "Int64"
    return "float64" if types and types <= {int, bool, float} else "object"


def _column(records: Records, name: str) -> tuple[str, str, str]:
    """Return a column's name, the name it gets, and the type of data frame column for it."""
    values = records.column(name)
    if name.casefold() != "fid":
        return name, name, _kind(values)
    if all(type(value) is int for value in values) and len(set(values)) == len(values):
        return name, name, "Int64"
    # The key's own name is taken; a column of it that is no key would be refused.
    return name, free_name("fid_2", records.names), _kind(values)


def _frame(batch: Batch, columns: Iterable[tuple[str, str, str]]) -> Any:
    import geopandas
    import pandas

    series = {}
    for name, written, kind in columns:
        values = batch.columns[name]
        if kind == "object":
            values = [None if value is None else str(value) for value in values]
        series[written] = pandas.Series(values, dtype=kind)
    return geopandas.GeoDataFrame(series, geometry=list(batch.shapes), crs="EPSG:4326")


def _attributes(rows: list[dict[str, object]]) -> Any:
    import pandas

    columns = {name: [row[name] for row in rows] for name in rows[0]}
    return pandas.DataFrame({
        name: pandas.Series(values, dtype="float64" if name in _NUMBERS else _kind(values))
        for name, values in columns.items()
    })  # fmt: skip


def _write(frame: Any, path: Path, table: str, **told: Any) -> None:
    import pyogrio

    try:
        pyogrio.write_dataframe(frame, path, layer=table, driver="GPKG", **told)
    except RuntimeError as error:
        # All errors of pyogrio are such. GDAL speaks of SQL, which helps nobody at the window.
        log.warning("GDAL: %s", error)
        raise EOFError from error


def _facts(records: Records, table: str, language: Language) -> Iterable[dict[str, object]]:
    """Yield the facts of the rows, a column for each part, as a file of the map holds them."""
    known, labels = records.dataset.knowledge.facts, records.dataset.knowledge.labels
    for row in records.rows if known else ():
        feature_id = records.layer.id_of(row)
        for position, fact in enumerate(known.get(FeatureRef(records.layer.id, feature_id), ())):
            label = labels.get(fact.key)
            yield {
                "layer": table,
                "feature_id": feature_id,
                "position": position,
                "label": label.label.in_(language) if label else fact.key,
                **_cells(fact),
            }


def _cells(fact: Fact) -> dict[str, object]:
    cells: dict[str, object] = {}
    for field in fields(Fact):
        value = getattr(fact, field.name)
        if isinstance(value, LocalizedText):
            stem = "value" if field.name == "text" else field.name
            cells |= {f"{stem}_{one.suffix}": value.in_(one) for one in Language}
        else:
            cells[field.name] = value
    return cells


def _sources(records: Records, facts: list[dict[str, object]]) -> list[dict[str, object]]:
    """Return the sources that the rows and their facts name, each once."""
    named = records.column("source_id") if records.has_sources else []
    ids = dict.fromkeys([*named, *(fact["source_id"] for fact in facts)])
    sources = [records.source(source_id) for source_id in ids if source_id]
    return [{field.name: getattr(s, field.name) for field in fields(Source)} for s in sources]


def _check(path: Path, counts: dict[str, int], layer: str) -> None:
    """Raise EOFError when the file is not whole: GDAL does not tell of every failure.

    On a full disk it leaves out what it writes last, the spatial index.
    """
    uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    indexed = "SELECT count(*) FROM gpkg_extensions WHERE extension_name = 'gpkg_rtree_index'"
    try:
        with closing(sqlite3.connect(uri, uri=True)) as connection:
            found = {name: _count(connection, name) for name in counts}
            sound = connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
            indexes = connection.execute(f"{indexed} AND table_name = ?", (layer,)).fetchone()
    except sqlite3.Error as error:
        raise EOFError from error
    if found != counts or not sound or indexes != (1,):
        raise EOFError


def _count(connection: sqlite3.Connection, table: str) -> int:
    (count,) = connection.execute(f"SELECT count(*) FROM {quoted(table)}").fetchone()  # noqa: S608
    return int(count)
