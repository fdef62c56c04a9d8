"""A private GeoPackage that a reader of another format fills, for the map to open."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from hetao_map.data.formats.batches import Found
from hetao_map.data.formats.reports import Report
from hetao_map.data.formats.staged_layer import GEOMETRY, StagedLayer

# Tables by which a GeoPackage says more of its layers: a foreign layer is none of them.
_TAKEN = frozenset({
    "layer_setting", "layer_preset", "layer_styles", "fact", "fact_label", "source", "alias",
    "opening_hours", "holiday", "event", "event_feature", "story", "story_step", "series",
    "network_edge", "network_place", "unit",
})  # fmt: skip
_TAKEN_PREFIXES = ("gpkg_", "rtree_", "sqlite_", "layer_", "idx_")
_SCHEMA = """
PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA locking_mode=EXCLUSIVE;
PRAGMA application_id=1196444487; PRAGMA user_version=10400;
CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY,
    organization TEXT, organization_coordsys_id INTEGER, definition TEXT);
CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT, identifier TEXT,
    description TEXT, srs_id INTEGER);
CREATE TABLE gpkg_geometry_columns (table_name TEXT PRIMARY KEY, column_name TEXT,
    geometry_type_name TEXT, srs_id INTEGER, z INTEGER, m INTEGER);
CREATE TABLE layer_setting (layer TEXT, position INTEGER, visible INTEGER,
    title_zh_hans TEXT, title_zh_hant TEXT, title_en TEXT);
"""


class Staging:
    """The file while it is being filled. Not for several threads."""

    def __init__(self, path: Path, report: Report) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None)
        self._connection.executescript(_SCHEMA)
        self._report = report
        self._names: set[str] = set()

    def add(self, found: Found) -> int:
        """Read a layer to its end and keep it; return the number of its rows."""
        layer = StagedLayer(self._connection, self._free(found.name), self._report, self._free)
        self._connection.execute("BEGIN")
        for batch in found.batches():
            layer.add(batch)
        if layer.rows or not found.empty_is_left_out:
            self._register(layer, found)
        else:
            layer.drop()
        self._connection.execute("COMMIT")
        return layer.rows

    def close(self) -> None:
        """Write what is left."""
        self._connection.close()

    def _free(self, wanted: str) -> str:
        """Return a name for a table that no other has and that means nothing else."""
        base = wanted.replace("\x00", "").strip() or "layer"
        base = base.encode("utf-8", "replace").decode("utf-8")[:200]
        if base.casefold() in _TAKEN or base.casefold().startswith(_TAKEN_PREFIXES):
            base += "_" if base.casefold() in _TAKEN else ""
            base = base if not base.casefold().startswith(_TAKEN_PREFIXES) else f"_{base}"
        name, number = base, 1
        while name.casefold() in self._names:
            number += 1
            name = f"{base} {number}"
        self._names.add(name.casefold())
        return name

    def _register(self, layer: StagedLayer, found: Found) -> None:
        srs_id = self._reference_system(found.crs())
        if found.words_are_numbers:
            layer.make_numbers()
        for part, kind in layer.finished():
            row = (part, "features", part, "", srs_id)
            self._connection.execute("INSERT INTO gpkg_contents VALUES (?,?,?,?,?)", row)
            self._connection.execute(
                "INSERT INTO gpkg_geometry_columns VALUES (?,?,?,?,0,0)",
                (part, GEOMETRY, kind, srs_id),
            )
            title = found.title if part == layer.name else None
            words = (title.zh_hans, title.zh_hant, title.en) if title else (None, None, None)
            self._connection.execute(
                "INSERT INTO layer_setting VALUES (?,?,?,?,?,?)",
                (part, found.position, int(found.visible), *words),
            )

    def _reference_system(self, crs: str) -> int:
        """Return the number of a CRS in the file, 0 for none."""
        if not crs:
            return 0
        table = "gpkg_spatial_ref_sys"
        known = self._connection.execute(
            f"SELECT srs_id FROM {table} WHERE srs_name = ?",  # noqa: S608
            (crs,),
        ).fetchone()
        if known:
            return int(known[0])
        name, _, code = crs.partition(":")
        coded = name in ("EPSG", "ESRI") and code.isdecimal()
        (count,) = self._connection.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608
        row = (crs, count + 1, name if coded else "NONE", int(code) if coded else 0, crs)
        self._connection.execute(f"INSERT INTO {table} VALUES (?,?,?,?,?)", row)  # noqa: S608
        return int(count) + 1
