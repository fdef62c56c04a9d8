"""Writes a GeoPackage 1.4 with sqlite3, the same bytes for the same content on every run."""

import os
import sqlite3
import struct
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

import shapely
from shapely.geometry.base import BaseGeometry

from geodata.contract import Column

Value = str | int | float | bytes | None
Row = Sequence[Value]
T = TypeVar("T")

SRS_ID = 4326
LAST_CHANGE = "2026-03-31T00:00:00.000Z"
RTREE_DEFINITION = "http://www.geopackage.org/spec140/#extension_rtree"
HEADER_FLAGS = 0b00000011  # envelope of minx, maxx, miny, maxy; little-endian
_FOLDER = Path(__file__).parent
_SQLITE_VERSION = 3_040_001  # what the file header says, whichever SQLite wrote it


def encode_geometry(shape: BaseGeometry) -> bytes:
    """Return shape as a GeoPackage binary: header with envelope, then ISO WKB."""
    minx, miny, maxx, maxy = shape.bounds
    header = struct.pack("<2sBBi4d", b"GP", 0, HEADER_FLAGS, SRS_ID, minx, maxx, miny, maxy)
    return header + bytes(shapely.to_wkb(shape, byte_order=1, flavor="iso"))


class GeoPackageWriter:
    """A new GeoPackage; it takes its place at the target when the with-block ends well.

    The file is written beside the target and renamed, so that a reader sees the old one or
    the new one, never half of either.
    """

    def __init__(self, target: Path) -> None:
        self._target = target
        self._draft = target.with_name(f"{target.name}.new")

    def __enter__(self) -> Self:
        self._target.parent.mkdir(parents=True, exist_ok=True)
        self._draft.unlink(missing_ok=True)
        self._db = sqlite3.connect(self._draft, isolation_level=None)
        self._db.executescript(
            "PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; PRAGMA auto_vacuum = NONE;"
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
            "PRAGMA application_id = 0x47504B47; PRAGMA user_version = 10400;"
        )
        self._db.executescript(_read_sql("schema.sql"))
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            if error is None:
                self._finish()
        finally:
            self._db.close()
            self._draft.unlink(missing_ok=True)

    def add_layer(
        self,
        name: str,
        geometry_type: str,
        columns: Sequence[Column],
        rows: Sequence[tuple[BaseGeometry, Row]],
    ) -> None:
        """Add a feature table with its spatial index; rows are shape and values, fid from 1."""
        self._create(name, columns, f'"geom" {geometry_type}, ')
        self._insert(name, [(fid, encode_geometry(g), *row) for fid, (g, row) in _numbered(rows)])
        self._execute(
            "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 0, 0)",
            (name, geometry_type, SRS_ID),
        )
        self._add_spatial_index(name, [shape for shape, _ in rows])
        self._add_count(name, len(rows))
        self._db.executescript(_read_sql("triggers.sql").replace("<t>", name))

    def add_attributes(self, name: str, columns: Sequence[Column], rows: Sequence[Row]) -> None:
        """Add a table without geometry; fid from 1 in the order of rows."""
        self._create(name, columns)
        self._insert(name, [(fid, *row) for fid, row in _numbered(rows)])
        self._add_count(name, len(rows))

    def register(
        self,
        name: str,
        data_type: str,
        title: str,
        description: str,
        bounds: tuple[float, float, float, float] | None = None,
    ) -> None:
        """Enter a table into gpkg_contents; bounds is west, south, east, north in degrees."""
        extent = bounds or (None, None, None, None)
        srs_id = None if bounds is None else SRS_ID
        row = (name, data_type, title, description, LAST_CHANGE, *extent, srs_id)
        self._insert("gpkg_contents", [row])

    def describe_columns(self, table: str, columns: Sequence[Column]) -> None:
        """Enter alias, help and constraint of each column into gpkg_data_columns."""
        self._insert(
            "gpkg_data_columns",
            [(table, c.name, c.alias, c.alias, c.help, None, c.constraint) for c in columns],
        )

    def add_enums(self, rows: Iterable[tuple[str, str, str | None]]) -> None:
        """Add enum constraints; rows are constraint, value, description."""
        self._insert(
            "gpkg_data_column_constraints",
            [(name, "enum", value, None, None, None, None, text) for name, value, text in rows],
        )

    def add_metadata(self, standard_uri: str, xml: str) -> None:
        """Add metadata that speaks of the whole file."""
        self._insert("gpkg_metadata", [(1, "dataset", standard_uri, "text/xml", xml)])
        reference = ("geopackage", None, None, None, LAST_CHANGE, 1, None)
        self._insert("gpkg_metadata_reference", [reference])

    def add_styles(self, styles: Sequence[tuple[str, str, str]]) -> None:
        """Add a default style a layer; styles are layer, SLD text, QML text (may be empty)."""
        # GDAL sees the table only when it is registered; it compares with empty strings.
        self.register("layer_styles", "attributes", "Layer styles", "Symbology of each layer")
        rows = [
            (fid, "", "", layer, "geom", layer, qml, sld, 1, f"Style of {layer}", "", None)
            for fid, (layer, sld, qml) in _numbered(styles)
        ]
        self._insert("layer_styles", [(*row, LAST_CHANGE) for row in rows])
        self._add_count("layer_styles", len(rows))

    def _execute(self, sql: str, values: Row = ()) -> None:
        self._db.execute(sql, values)

    def _create(self, name: str, columns: Sequence[Column], geometry: str = "") -> None:
        definitions = ", ".join(f'"{column.name}" {column.sql_type}' for column in columns)
        key = '"fid" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL'
        self._execute(f'CREATE TABLE "{name}" ({key}, {geometry}{definitions})')

    def _insert(self, table: str, rows: Sequence[Row]) -> None:
        if rows:
            marks = ", ".join("?" * len(rows[0]))
            self._db.executemany(f'INSERT INTO "{table}" VALUES ({marks})', rows)  # noqa: S608

    def _add_spatial_index(self, name: str, shapes: Sequence[BaseGeometry]) -> None:
        self._insert(
            "gpkg_extensions",
            [(name, "geom", "gpkg_rtree_index", RTREE_DEFINITION, "write-only")],
        )
        index = f"rtree_{name}_geom"
        self._execute(f'CREATE VIRTUAL TABLE "{index}" USING rtree(id, minx, maxx, miny, maxy)')
        boxes = [(fid, *shape.bounds) for fid, shape in _numbered(shapes)]
        self._insert(
            index, [(fid, west, east, south, north) for fid, west, south, east, north in boxes]
        )

    def _add_count(self, name: str, count: int) -> None:
        self._insert("gpkg_ogr_contents", [(name, count)])

    def _finish(self) -> None:
        """Pack the file, give it a fixed header, and put it in the target's place."""
        self._execute("VACUUM")
        self._db.close()
        _fix_header(self._draft)
        self._draft.replace(self._target)


def _numbered(rows: Iterable[T]) -> Iterable[tuple[int, T]]:
    return enumerate(rows, start=1)


def _read_sql(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


def _fix_header(path: Path) -> None:
    """Overwrite SQLite's change counter and version, which differ from one writer to another."""
    with path.open("r+b") as file:
        file.seek(24)
        file.write(struct.pack(">I", 1))
        file.seek(92)
        file.write(struct.pack(">II", 1, _SQLITE_VERSION))
        file.flush()
        os.fsync(file.fileno())
