"""Ways to spoil the GeoPackage that ships, each with what a check must find then."""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Callable
from dataclasses import dataclass

import pyproj
import shapely

from hetao_map.text import findings as texts
from hetao_map.text.localized import LocalizedText

Damage = Callable[[sqlite3.Connection], object]
BLOB_HEADER = 40  # the eight bytes every geometry has, and a box
POND = 100  # a feature of the layer water that touches no side of the layer's extent


@dataclass(frozen=True)
class Found:
    """A finding to expect; an empty table is the file as a whole."""

    severity: str
    table: str
    fid: int | None
    kind: LocalizedText


@dataclass(frozen=True)
class Case:
    """A damage with all that must be found, nothing more."""

    name: str
    damage: Damage
    found: tuple[Found, ...]


CASES: list[Case] = []


def error(table: str, fid: int | None, kind: LocalizedText) -> Found:
    return Found("error", table, fid, kind)


def warning(table: str, fid: int | None, kind: LocalizedText) -> Found:
    return Found("warning", table, fid, kind)


def case(name: str, damage: str | Damage, *found: Found) -> None:
    def run(db: sqlite3.Connection) -> None:
        if isinstance(damage, str):
            db.executescript(damage)
        else:
            damage(db)

    CASES.append(Case(name, run, found))


def change_pond(change: Callable[[bytes], bytes | None]) -> Damage:
    """Return a damage that puts another blob in the place of a pond's."""

    def run(db: sqlite3.Connection) -> None:
        (blob,) = db.execute("SELECT geom FROM water WHERE fid = ?", (POND,)).fetchone()
        db.execute("UPDATE water SET geom = ? WHERE fid = ?", (change(blob), POND))

    return run


def reshaped(make: Callable[[float, float, float, float], str]) -> Damage:
    """Return a damage that gives a pond another shape within the same bounds, as WKT."""

    def change(blob: bytes) -> bytes:
        west, east, south, north = struct.unpack_from("<4d", blob, 8)
        shape = shapely.from_wkt(make(west, south, east, north))
        return blob[:BLOB_HEADER] + bytes(shapely.to_wkb(shape))

    return change_pond(change)


def bow_tie(west: float, south: float, east: float, north: float) -> str:
    ring = f"{west} {south}, {east} {north}, {east} {south}, {west} {north}, {west} {south}"
    return f"MULTIPOLYGON ((({ring})))"


def diagonal(west: float, south: float, east: float, north: float) -> str:
    return f"LINESTRING ({west} {south}, {east} {north})"


def without_number(blob: bytes) -> bytes:
    """Put no number in the place of the second vertex's x; the first one closes the ring."""
    first = BLOB_HEADER + (1 + 4 + 4) + (1 + 4 + 4) + 4  # collection, polygon, ring
    at = first + 16
    return blob[:at] + struct.pack("<d", float("nan")) + blob[at + 8 :]


def swap_axes(db: sqlite3.Connection) -> None:
    """Write a port's latitude before its longitude, with an index and extent to match."""
    (blob,) = db.execute("SELECT geom FROM ports WHERE fid = 1").fetchone()
    x, y = shapely.from_wkb(blob[BLOB_HEADER:]).coords[0]
    header = blob[:8] + struct.pack("<4d", y, y, x, x)
    wkb = bytes(shapely.to_wkb(shapely.Point(y, x)))
    db.execute("UPDATE ports SET geom = ? WHERE fid = 1", (header + wkb,))
    db.execute(
        "UPDATE rtree_ports_geom SET minx = ?, maxx = ?, miny = ?, maxy = ? WHERE id = 1",
        (y, y, x, x),
    )
    db.execute("UPDATE gpkg_contents SET min_x = ?, max_y = ? WHERE table_name = 'ports'", (y, x))


def other_system(srs_id: int) -> str:
    """Return SQL that moves the boundary, one feature, to another reference system."""
    return (
        f"UPDATE gpkg_contents SET srs_id = {srs_id} WHERE table_name = 'boundary';"
        f"UPDATE gpkg_geometry_columns SET srs_id = {srs_id} WHERE table_name = 'boundary';"
    )


def without_key(db: sqlite3.Connection) -> None:
    db.executescript(
        "CREATE TABLE other AS SELECT * FROM unit; DROP TABLE unit;"
        "ALTER TABLE other RENAME TO unit;"
    )


# The file as a whole
case(
    "application id",
    "PRAGMA application_id = 0x41424344",
    warning("", None, texts.APPLICATION_ID),
)
case("version", "PRAGMA user_version = 3", warning("", None, texts.VERSION))

# Structure
case(
    "no list of reference systems",
    "DROP TABLE gpkg_spatial_ref_sys",
    error("gpkg_spatial_ref_sys", None, texts.LIST_MISSING),
)
case(
    "no list of geometry columns",
    "DROP TABLE gpkg_geometry_columns",
    error("gpkg_geometry_columns", None, texts.LIST_MISSING),
)
case(
    "a list without a column",
    "ALTER TABLE gpkg_spatial_ref_sys DROP COLUMN definition",
    error("gpkg_spatial_ref_sys", None, texts.COLUMN_MISSING),
)
case(
    "a listed table that is not there",
    "INSERT INTO gpkg_contents (table_name, data_type) VALUES ('ghost', 'attributes')",
    error("ghost", None, texts.NOT_IN_FILE),
)
case(
    "a dropped table",
    "DROP TABLE series",
    error("series", None, texts.NOT_IN_FILE),
)
case(
    "an unlisted layer",
    "UPDATE gpkg_contents SET data_type = 'attributes' WHERE table_name = 'land'",
    warning("land", None, texts.NOT_LISTED),
)
case(
    "a layer without a geometry column",
    "DELETE FROM gpkg_geometry_columns WHERE table_name = 'roads'",
    error("roads", None, texts.GEOMETRY_ROWS),
)
case(
    "a geometry column of another name",
    "UPDATE gpkg_geometry_columns SET column_name = 'shape' WHERE table_name = 'roads'",
    error("roads", None, texts.GEOMETRY_COLUMN),
)
case(
    "an unknown geometry type",
    "UPDATE gpkg_geometry_columns SET geometry_type_name = 'ROAD' WHERE table_name = 'roads'",
    error("roads", None, texts.GEOMETRY_TYPE_UNKNOWN),
)
case(
    "two reference systems for one layer",
    "UPDATE gpkg_contents SET srs_id = NULL WHERE table_name = 'roads'",
    warning("roads", None, texts.SRS_DIFFERS),
)
case("a table without a key", without_key, error("unit", None, texts.NO_KEY))
case(
    "a view of a table that is not there",
    "CREATE VIEW broken AS SELECT * FROM nowhere;"
    "INSERT INTO gpkg_contents (table_name, data_type) VALUES ('broken', 'attributes')",
    error("broken", None, texts.TABLE_UNREADABLE),
)

# Reference systems
case(
    "a standard row is missing",
    "DELETE FROM gpkg_spatial_ref_sys WHERE srs_id = 0",
    warning("gpkg_spatial_ref_sys", None, texts.SRS_STANDARD),
)
case(
    "a system that is not described",
    other_system(2326),
    error("boundary", None, texts.SRS_MISSING),
    warning("boundary", 1, texts.HEADER_SRS),
)
case(
    "an undefined system",
    other_system(-1),
    warning("boundary", None, texts.SRS_UNDEFINED),
    warning("boundary", 1, texts.HEADER_SRS),
)
case(
    "a system nobody knows",
    "INSERT INTO gpkg_spatial_ref_sys VALUES ('own', 9999, 'NONE', 1, 'a grid of ours', '');"
    + other_system(9999),
    error("boundary", None, texts.SRS_UNKNOWN),
    warning("boundary", 1, texts.HEADER_SRS),
)

# Geometry
case(
    "no GeoPackage geometry",
    change_pond(lambda _blob: b"POINT (114 22)"),
    error("water", POND, texts.GEOMETRY_HEADER),
)
case(
    "an extended geometry",
    change_pond(lambda blob: blob[:3] + bytes([blob[3] | 0b100000]) + blob[4:]),
    error("water", POND, texts.GEOMETRY_HEADER),
)
case(
    "a cut geometry",
    change_pond(lambda blob: blob[:-20]),
    error("water", POND, texts.GEOMETRY_UNREADABLE),
)
case("no number", change_pond(without_number), error("water", POND, texts.NOT_FINITE))
case("a bow tie", reshaped(bow_tie), error("water", POND, texts.INVALID))
case("a line among polygons", reshaped(diagonal), error("water", POND, texts.WRONG_TYPE))
case(
    "no geometry",
    f"UPDATE water SET geom = NULL WHERE fid = {POND};"
    f"DELETE FROM rtree_water_geom WHERE id = {POND}",
    warning("water", POND, texts.GEOMETRY_EMPTY),
)
case(
    "a geometry of another system",
    change_pond(lambda blob: blob[:4] + struct.pack("<i", 2326) + blob[8:]),
    warning("water", POND, texts.HEADER_SRS),
)
case(
    "a geometry with another box",
    change_pond(lambda blob: blob[:8] + struct.pack("<4d", 0, 1, 0, 1) + blob[BLOB_HEADER:]),
    error("water", POND, texts.HEADER_BOX),
)
case(
    "latitude before longitude",
    swap_axes,
    error("ports", 1, texts.OUT_OF_RANGE),
)
case(
    "another extent",
    "UPDATE gpkg_contents SET max_x = max_x + 0.001 WHERE table_name = 'stations'",
    warning("stations", None, texts.EXTENT),
)

# R-tree and counts
case("no index", "DROP TABLE rtree_roads_geom", error("roads", None, texts.RTREE_MISSING))
case(
    "an entry is missing",
    "DELETE FROM rtree_roads_geom WHERE id = 7",
    error("roads", 7, texts.RTREE_LACKS),
)
case(
    "an entry too many",
    "INSERT INTO rtree_roads_geom VALUES (999, 114, 114, 22.5, 22.5)",
    error("roads", 999, texts.RTREE_EXTRA),
)
case(
    "an entry in another place",
    "UPDATE rtree_roads_geom SET minx = 113, maxx = 113.1 WHERE id = 7",
    error("roads", 7, texts.RTREE_OFF),
)
case(
    "an entry without geometry",
    f"UPDATE water SET geom = NULL WHERE fid = {POND}",
    warning("water", POND, texts.GEOMETRY_EMPTY),
    warning("water", POND, texts.RTREE_EMPTY),
)
case(
    "a false count",
    "UPDATE gpkg_ogr_contents SET feature_count = 0 WHERE table_name = 'alias'",
    warning("alias", None, texts.COUNT),
)

# Styles
case(
    "a style that is no XML",
    "UPDATE layer_styles SET styleSLD = '<sld' WHERE id = 3",
    error("layer_styles", 3, texts.STYLE_UNREADABLE),
)
case(
    "a style with an unknown part",
    "UPDATE layer_styles SET styleSLD = '<S><Rule><RasterSymbolizer/></Rule></S>' WHERE id = 3",
    warning("layer_styles", 3, texts.STYLE_PART),
)
case(
    "a style without SLD",
    "UPDATE layer_styles SET styleSLD = NULL WHERE id = 3",
    warning("layer_styles", 3, texts.STYLE_WITHOUT_SLD),
)
case(
    "a style of no layer",
    "UPDATE layer_styles SET f_table_name = 'lakes' WHERE id = 3",
    warning("layer_styles", 3, texts.STYLE_LAYER),
)
case(
    "two default styles",
    "UPDATE layer_styles SET f_table_name = 'land' WHERE id = 3",
    error("layer_styles", None, texts.STYLE_DEFAULTS),
)

# Allowed values
case(
    "a value that is not allowed",
    "UPDATE stations SET kind = 'bus_stop' WHERE fid = 5",
    error("stations", 5, texts.ENUM),
)
case(
    "a number out of its range",
    "INSERT INTO gpkg_data_column_constraints VALUES ('few', 'range', NULL, 1, 1, 90, 1, '');"
    "UPDATE ports SET importance = CASE fid WHEN 1 THEN 0 WHEN 2 THEN 90 WHEN 3 THEN 91 ELSE 5 END;"
    "DELETE FROM gpkg_data_columns WHERE table_name = 'ports' AND column_name = 'importance';"
    "INSERT INTO gpkg_data_columns (table_name, column_name, name, constraint_name)"
    " VALUES ('ports', 'importance', 'weight', 'few')",
    error("ports", 1, texts.RANGE),
    error("ports", 3, texts.RANGE),
)
case(
    "a text that does not match its pattern",
    "INSERT INTO gpkg_data_column_constraints VALUES"
    " ('low', 'glob', '[a-z]*', NULL, NULL, NULL, NULL, '');"
    "UPDATE ports SET position_note = CASE fid WHEN 1 THEN 'low' WHEN 2 THEN 'Low' END;"
    "DELETE FROM gpkg_data_columns WHERE table_name = 'ports' AND column_name = 'position_note';"
    "INSERT INTO gpkg_data_columns (table_name, column_name, name, constraint_name)"
    " VALUES ('ports', 'position_note', 'note', 'low')",
    error("ports", 2, texts.GLOB),
)
case(
    "a constraint that is not defined",
    "DELETE FROM gpkg_data_column_constraints WHERE constraint_name = 'kind_land'",
    warning("land", None, texts.CONSTRAINT_MISSING),
)
case(
    "a described column that is not there",
    "ALTER TABLE source DROP COLUMN licence",
    warning("gpkg_data_columns", None, texts.DESCRIBED_MISSING),
)

# The tables of this map
case(
    "no id",
    "UPDATE land_cover SET id = '' WHERE fid = 9",
    error("land_cover", 9, texts.ID_EMPTY),
)
case(
    "an id twice",
    "UPDATE event SET id = (SELECT id FROM event WHERE fid = 1) WHERE fid = 2;"
    "UPDATE event_feature SET event_id = (SELECT id FROM event WHERE fid = 1)"
    " WHERE event_id NOT IN (SELECT id FROM event)",
    error("event", 2, texts.ID_TWICE),
)
case(
    "a theme without a name",
    "UPDATE ports SET name_zh_hans = NULL, name_zh_hant = NULL, name_en = NULL WHERE fid = 2",
    error("ports", 2, texts.TEXT_MISSING),
)
case(
    "a theme without a summary",
    "UPDATE ports SET summary_zh_hans = NULL, summary_zh_hant = '', summary_en = ' ' WHERE fid = 2",
    error("ports", 2, texts.TEXT_MISSING),
)
case(
    "a name in two languages",
    "UPDATE stations SET name_zh_hant = NULL WHERE fid = 4",
    error("stations", 4, texts.LANGUAGE_MISSING),
)
case(
    "a value in one language",
    "UPDATE fact SET value_zh_hans = NULL, value_zh_hant = NULL WHERE fid = 2",
    error("fact", 2, texts.LANGUAGE_MISSING),
)
case(
    "a note in one language",
    "UPDATE series SET note_zh_hans = NULL, note_zh_hant = NULL, note_en = 'so' WHERE fid = 2",
    error("series", 2, texts.LANGUAGE_MISSING),
)
case(
    "a label in no language",
    "UPDATE unit SET label_zh_hans = NULL, label_zh_hant = NULL, label_en = NULL WHERE fid = 2",
    error("unit", 2, texts.TEXT_MISSING),
)
case(
    "no date",
    "UPDATE fact SET as_of = '31 March' WHERE fid = 2",
    error("fact", 2, texts.DATE),
)
case(
    "a month that does not exist",
    "UPDATE event SET date = '2021-13' WHERE fid = 1",
    error("event", 1, texts.DATE),
)
case(
    "an end before the beginning",
    "UPDATE ports SET valid_from = '2007-08', valid_to = '2007-07-31' WHERE fid = 3",
    error("ports", 3, texts.PERIOD),
)
case(
    "no source",
    "UPDATE fact SET source_id = NULL WHERE fid = 2",
    error("fact", 2, texts.REFERENCE_EMPTY),
)
case(
    "an unknown source",
    "UPDATE fact SET source_id = 's999' WHERE fid = 2",
    error("fact", 2, texts.REFERENCE),
)
case(
    "a layer's unknown source",
    "UPDATE land SET source_id = 's999' WHERE fid = 2",
    error("land", 2, texts.REFERENCE),
)
case(
    "an unknown key",
    "UPDATE fact SET key = 'colour' WHERE fid = 2",
    error("fact", 2, texts.REFERENCE),
)
case(
    "an unknown unit",
    "UPDATE fact SET unit = 'furlong' WHERE fid = 1",
    error("fact", 1, texts.REFERENCE),
)
case(
    "an unknown event",
    "UPDATE event_feature SET event_id = 'x' WHERE fid ="
    " (SELECT max(fid) FROM event_feature GROUP BY event_id HAVING count(*) > 1 LIMIT 1);"
    "UPDATE event_feature SET fid = 1000 WHERE event_id = 'x'",
    error("event_feature", 1000, texts.REFERENCE),
)
for table in ("fact", "alias", "series", "event_feature", "opening_hours"):
    case(
        f"{table} of no feature",
        f"UPDATE {table} SET feature_id = 'atlantis' WHERE fid = 2",
        error(table, 2, texts.FEATURE),
    )
case(
    "an event of no feature",
    "DELETE FROM event_feature WHERE event_id = (SELECT id FROM event WHERE fid = 3);"
    "UPDATE gpkg_ogr_contents SET feature_count = (SELECT count(*) FROM event_feature)"
    " WHERE table_name = 'event_feature'",
    warning("event", 3, texts.EVENT_ALONE),
)
case(
    "a fact that says nothing",
    "UPDATE fact SET number = NULL, unit = NULL WHERE fid = 1",
    error("fact", 1, texts.FACT_EMPTY),
)
case(
    "settings of no layer",
    "UPDATE layer_setting SET layer = 'lakes' WHERE fid = 1",
    error("layer_setting", 1, texts.SETTING_LAYER),
)
case(
    "a preset of a layer that is not there",
    "UPDATE layer_preset SET layers = 'ports; lakes' WHERE fid = 1",
    error("layer_preset", 1, texts.PRESET_LAYER),
)

# Stories
case(
    "a step of no story",
    "UPDATE story_step SET story_id = 'saga' WHERE fid = 2",
    error("story_step", 2, texts.REFERENCE),
)
case(
    "a step to nowhere",
    "UPDATE story_step SET target = 'ports/atlantis' WHERE fid = 2",
    error("story_step", 2, texts.FEATURE),
)
case(
    "a step with a layer that is not there",
    "UPDATE story_step SET layers = 'ports; lakes' WHERE fid = 2",
    error("story_step", 2, texts.PRESET_LAYER),
)
case(
    "a step that nobody says",
    "UPDATE story_step SET source_ids = 's1; hearsay' WHERE fid = 2",
    error("story_step", 2, texts.REFERENCE),
)

# Opening hours, holidays and ways
case(
    "hours that nobody can read",
    "UPDATE opening_hours SET hours = 'half past six' WHERE fid = 1",
    error("opening_hours", 1, texts.HOURS),
)
case(
    "no hours",
    "UPDATE opening_hours SET hours = '' WHERE fid = 1",
    error("opening_hours", 1, texts.HOURS),
)
case(
    "holidays of nobody",
    "UPDATE network_edge SET hours = 'Mo-Fr,PH 09:00-17:00' WHERE fid = 3",
    error("network_edge", 3, texts.HOURS_CALENDAR),
)
case(
    "a night that is cut off",
    "UPDATE opening_hours SET hours = '06:30-24:00; 2026 Dec 31 06:30-26:00' WHERE fid = 1",
    warning("opening_hours", 1, texts.HOURS_NIGHT),
)
case(
    "a holiday without a day",
    "UPDATE holiday SET date = '2026-10' WHERE fid = 1",
    error("holiday", 1, texts.HOLIDAY_DAY),
)
case(
    "a holiday twice",
    "UPDATE holiday SET date = '2024-01-01' WHERE fid = 2",
    error("holiday", 2, texts.HOLIDAY_TWICE),
)
case(
    "a way from nowhere",
    "UPDATE network_edge SET from_node = 'ports/nowhere' WHERE fid = 3",
    error("network_edge", 3, texts.EDGE_NODE),
)
case(
    "a way to no place",
    "UPDATE network_edge SET to_node = 'place/nowhere' WHERE fid = 3",
    error("network_edge", 3, texts.EDGE_NODE),
)
case(
    "minutes in disorder",
    "UPDATE network_edge SET minutes_low = minutes_high + 1 WHERE fid = 3",
    error("network_edge", 3, texts.EDGE_MINUTES),
)
case(
    "minutes that are none",
    "UPDATE network_edge SET minutes_likely = 'some' WHERE fid = 3",
    error("network_edge", 3, texts.EDGE_MINUTES),
)


# Rows that belong to other rows
case(
    "a row whose parent is not there",
    "CREATE TABLE gate (fid INTEGER PRIMARY KEY, port INTEGER REFERENCES ports (fid));"
    "INSERT INTO gate (port) VALUES (1), (99), (NULL)",
    error("gate", 2, texts.ORPHAN),
)
RELATION = (
    "CREATE TABLE gpkgext_relations (id INTEGER PRIMARY KEY, base_table_name TEXT,"
    " base_primary_column TEXT, related_table_name TEXT, related_primary_column TEXT,"
    " relation_name TEXT, mapping_table_name TEXT);"
    "INSERT INTO gpkgext_relations VALUES (7, 'ports', 'fid', 'photo', 'fid', 'media', 'shown');"
    "CREATE TABLE shown (base_id INTEGER NOT NULL, related_id INTEGER NOT NULL);"
    "CREATE TABLE photo (fid INTEGER PRIMARY KEY, data BLOB);"
    "INSERT INTO photo VALUES (1, NULL), (2, NULL);"
    "INSERT INTO shown VALUES (1, 1), (99, 1), (2, 98);"
)
case(
    "a relation of rows that are not there",
    RELATION,
    error("shown", 2, texts.REFERENCE),
    error("shown", 3, texts.REFERENCE),
)
case(
    "a relation with a table that is not there",
    RELATION + "DROP TABLE photo",
    error("gpkgext_relations", 7, texts.RELATION_TABLE),
)
case(
    "a relation without its column",
    RELATION + "ALTER TABLE shown RENAME COLUMN base_id TO from_id; DELETE FROM shown",
    error("shown", None, texts.RELATION_COLUMN),
)

# What programs other than ours stumble over
case(
    "a spatial index that is not registered",
    "DELETE FROM gpkg_extensions WHERE table_name = 'roads'",
    warning("roads", None, texts.RTREE_UNREGISTERED),
)


def define_as_another(db: sqlite3.Connection) -> None:
    """Give WGS 84 the definition of CGCS2000."""
    definition = pyproj.CRS.from_epsg(4490).to_wkt("WKT1_GDAL")
    db.execute("UPDATE gpkg_spatial_ref_sys SET definition = ? WHERE srs_id = 4326", (definition,))


case(
    "a definition of another system",
    define_as_another,
    error("gpkg_spatial_ref_sys", 4326, texts.SRS_OTHER),
)
