"""What a file says of itself: index, counts, reference systems, keys, names, types."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import shapely
from pyproj import CRS
from shapely import LineString, Point, box

from hetao_map.geometry.projection import transformer
from tests.faults.fault import DRAWN, PARTLY, REFUSED, Bait, each, fault, luring
from tests.faults.making import altered, database, holding, many, sound, with_table
from tests.files import add_layer, encoded, insert, points, register, write_geopackage

LARGE = 50_500

INDEX = "spatial index"
each(INDEX, {
    "none": sound,
    "none, large": lambda p: _spoiled(p, "DROP TABLE rtree_places_geom"),
    "sound, large": lambda p: many(p, LARGE),
    "boxes of other places": lambda p: _spoiled(
        p, "UPDATE rtree_places_geom SET minx = minx - 1, maxx = maxx - 1"),
    "entries missing": lambda p: _spoiled(p, "DELETE FROM rtree_places_geom WHERE id % 2"),
    "entries of no row": lambda p: _spoiled(
        p, "DELETE FROM places WHERE fid % 3 = 0"),
    "rows without a place": lambda p: _spoiled(
        p, "UPDATE places SET geom = NULL WHERE fid % 1000 = 0",
        "DELETE FROM rtree_places_geom WHERE id % 1000 = 0"),
    "empty": lambda p: _spoiled(p, "DELETE FROM rtree_places_geom"),
    "pages of noise": lambda p: _spoiled(
        p, "UPDATE rtree_places_geom_node SET data = randomblob(length(data)) WHERE nodeno > 3"),
    "a page within itself": lambda p: _spoiled(
        p, "UPDATE rtree_places_geom_node SET data = (SELECT data FROM rtree_places_geom_node "
        "WHERE nodeno = 1) WHERE nodeno = 2"),
    "pages that are text": lambda p: _spoiled(
        p, "UPDATE rtree_places_geom_node SET data = 'page'"),
    "a table in its place": lambda p: _spoiled(
        p, "DROP TABLE rtree_places_geom", "CREATE TABLE rtree_places_geom (id, minx)",
        "CREATE TABLE rtree_places_geom_node (nodeno, data)",
        "CREATE TABLE rtree_places_geom_rowid (rowid_, nodeno)"),
    "numbers that are none": lambda p: _spoiled(
        p, "UPDATE rtree_places_geom SET minx = -9e999, maxx = 9e999 WHERE id < 50"),
    "points declared as lines": lambda p: _spoiled(
        p, "UPDATE gpkg_geometry_columns SET geometry_type_name = 'LINESTRING'"),
}, DRAWN)  # fmt: skip


@fault(INDEX, "one row in fifty thousand is damaged", PARTLY)
def _(path: Path) -> None:
    _spoiled(path, "UPDATE places SET geom = x'4750000100000000ff' WHERE fid = 777")


def _spoiled(path: Path, *statements: str) -> None:
    with database(many(path, LARGE)) as db:
        for statement in statements:
            db.execute(statement)


COUNTS = "counts and extents that lie"
_COUNT = "CREATE TABLE gpkg_ogr_contents (table_name TEXT PRIMARY KEY, feature_count INTEGER)"
each(COUNTS, {
    f"feature_count {n}": lambda p, n=n: altered(
        p, _COUNT, f"INSERT INTO gpkg_ogr_contents VALUES ('places', {n})")
    for n in ("2", "0", "-1", "9223372036854775807", "'many'", "NULL")
}, DRAWN)  # fmt: skip
each(COUNTS, {
    name: lambda p, bounds=bounds: altered(
        p, "UPDATE gpkg_contents SET (min_x, min_y, max_x, max_y) = " + bounds)
    for name, bounds in {
        "an extent elsewhere": "(0, 0, 1, 1)", "an extent inside out": "(120, 30, 100, 10)",
        "an infinite extent": "(-9e999, -9e999, 9e999, 9e999)",
        "no extent": "(NULL, 1, 'x', x'00')",
    }.items()
}, DRAWN)  # fmt: skip

SYSTEMS = "reference systems"


def _in_system(path: Path, code: str, organization: str = "EPSG", definition: str = "") -> None:
    """A point in Hong Kong in a system, as GeoPackage wants it: x east, y north."""
    number = int(code.partition(":")[2])
    x, y = transformer("EPSG:4326", code).transform(114.06, 22.51)
    write_geopackage(path)
    with database(path) as db:
        db.execute(
            "INSERT OR REPLACE INTO gpkg_spatial_ref_sys VALUES ('s', ?, ?, ?, ?, '')",
            (number, organization, number, definition or "undefined"),
        )
        add_layer(db, "places", [(encoded(Point(x, y), number), "here")], number)


each(SYSTEMS, {
    code: lambda p, code=code: _in_system(p, code, code.partition(":")[0])
    for code in ("EPSG:2326", "EPSG:4490", "EPSG:4547", "EPSG:3857", "EPSG:32650", "EPSG:4258",
                 "EPSG:2193", "EPSG:31467", "EPSG:3035", "ESRI:54030")
}, DRAWN)  # fmt: skip
_WKT = CRS("EPSG:2326").to_wkt()
each(SYSTEMS, {
    "only a definition": lambda p: _in_system(p, "EPSG:2326", "OWN", _WKT),
    "small letters": lambda p: _in_system(p, "EPSG:2326", "epsg"),
}, DRAWN)  # fmt: skip
_SRS = "UPDATE gpkg_geometry_columns SET srs_id = "
each(SYSTEMS, {
    "undefined degrees": lambda p: altered(p, _SRS + "0"),
    "undefined plane": lambda p: altered(p, _SRS + "-1"),
    "not listed": lambda p: altered(p, _SRS + "999"),
    "an id that is text": lambda p: altered(p, _SRS + "'wgs'"),
    "no table of systems": lambda p: altered(p, "DROP TABLE gpkg_spatial_ref_sys"),
    "a definition of noise": lambda p: altered(
        p, "INSERT INTO gpkg_spatial_ref_sys VALUES ('x', 7, 'X', 7, hex(randomblob(9000)), '')",
        _SRS + "7"),
    "a definition without end": lambda p: altered(
        p, "INSERT INTO gpkg_spatial_ref_sys VALUES ('x', 7, 'X', 7, "
        "replace(hex(zeroblob(100000)), '0', 'GEOGCS['), '')", _SRS + "7"),
    "a system of another planet": lambda p: altered(
        p, "INSERT INTO gpkg_spatial_ref_sys VALUES ('m', 104905, 'ESRI', 104905, '', '')",
        _SRS + "104905"),
    "metres said to be degrees": lambda p: holding(p, Point(836_694, 844_000)),
    "beyond the earth": lambda p: holding(p, Point(1e12, 1e12), Point(2e12, 1e12)),
    "far out at sea and at the pole": lambda p: holding(p, Point(-180, -90), Point(180, 90)),
})  # fmt: skip


@luring(SYSTEMS, "a definition that names a grid file")
def _(path: Path, bait: Bait) -> None:
    for number, key in enumerate(("nadgrids", "geoidgrids", "init", "towgs84 +grids")):
        definition = f"+proj=longlat +ellps=intl +{key}={bait.canary}"
        file = sound(path) if number == 0 else path
        with database(file) as db:
            db.execute(
                "INSERT INTO gpkg_spatial_ref_sys VALUES ('x', ?, 'NONE', 7, ?, '')",
                (70 + number, definition),
            )
            name = f"layer {number}"
            add_layer(db, name, points(2), 70 + number)


@luring(SYSTEMS, "a definition that is an address")
def _(path: Path, bait: Bait) -> None:
    with database(sound(path)) as db:
        rows = [(80, bait.url), (81, f"file://{bait.canary}"), (82, str(bait.canary))]
        for number, text in rows:
            db.execute(
                "INSERT INTO gpkg_spatial_ref_sys VALUES ('x', ?, ?, 7, ?, ?)",
                (number, text, text, text),
            )
            add_layer(db, f"layer {number}", points(2), number)


KEYS = "primary keys"
_KEYED = {
    "none": "fid INTEGER, geom BLOB, name TEXT)",
    "none, and no fid": "geom BLOB, name TEXT)",
    "text": "code TEXT PRIMARY KEY, geom BLOB, name TEXT)",
    "two columns": "a INTEGER, b INTEGER, geom BLOB, name TEXT, PRIMARY KEY (a, b))",
    "no rowid": "code TEXT PRIMARY KEY, geom BLOB, name TEXT) WITHOUT ROWID",
    "a real number": "fid REAL PRIMARY KEY, geom BLOB, name TEXT)",
    "a blob": "fid BLOB PRIMARY KEY, geom BLOB, name TEXT)",
    "the geometry": "geom BLOB PRIMARY KEY, name TEXT)",
    "called rowid": "rowid TEXT, geom BLOB, name TEXT)",
    "called id, and a text fid": "id INTEGER PRIMARY KEY, fid TEXT, geom BLOB, name TEXT)",
    "called oid and _rowid_": "oid TEXT, _rowid_ INTEGER, geom BLOB, name TEXT)",
    "a column that is computed": "geom BLOB, name TEXT, double AS (length(name)) STORED)",
    "strict": "fid INTEGER PRIMARY KEY, geom BLOB, name TEXT) STRICT",
}


def _keyed(path: Path, columns: str) -> None:
    with_table(path, columns)
    with database(path) as db:
        names = [row[1] for row in db.execute("PRAGMA table_info(odd)")]
        for number, (shape, name) in enumerate(points(5)):
            values = dict.fromkeys(names, number) | {"geom": encoded(shape), "name": name}
            values.pop("double", None)
            marks = ", ".join("?" * len(values))
            quoted = ", ".join(f'"{n}"' for n in values)
            db.execute(f"INSERT INTO odd ({quoted}) VALUES ({marks})", list(values.values()))


each(KEYS, {n: lambda p, c=c: _keyed(p, c) for n, c in _KEYED.items()}, DRAWN)
each(KEYS, {
    "negative and huge": lambda p: altered(
        p, "UPDATE places SET fid = -fid", "UPDATE places SET fid = 9223372036854775807 "
        "WHERE fid = -1"),
    "ids that are not distinct": lambda p: altered(
        p, "ALTER TABLE places ADD COLUMN id TEXT", "UPDATE places SET id = 'same'"),
    "ids with slashes": lambda p: altered(
        p, "ALTER TABLE places ADD COLUMN id TEXT", "UPDATE places SET id = 'a/b/' || fid"),
    "ids of every type": lambda p: altered(
        p, "ALTER TABLE places ADD COLUMN id", "UPDATE places SET id = fid",
        "UPDATE places SET id = x'0a0b' WHERE fid = 1",
        "UPDATE places SET id = 1e999 WHERE fid = 2"),
}, DRAWN)  # fmt: skip

NAMES = "odd names"
_LAYER_NAMES = (
    'a"b', "a'b", "a b", "a\nb", "河套", "🗺️", "x" * 1000, "SELECT", "select * from", "%s {0} {n}",
    "a/b", "../../etc/passwd", "-", "--json", "a,b", "a;b", "[x]", "`x`", "\u202eevil",
    "<b>bold</b>",
    "<img src=x>", "$(id)", "a\\b", "fid", "geom", "ROWID", " ", "é",
)  # fmt: skip
each(NAMES, {
    f"layer {n}: {name[:20]!r}": lambda p, name=name: write_geopackage(p, **{name: points(3)})
    for n, name in enumerate(_LAYER_NAMES)
}, DRAWN)  # fmt: skip
for _number, _file in enumerate((
    "a#b.gpkg", "50%25 off?.gpkg", "%s{0}.gpkg", "河套 地图.gpkg", "'\".gpkg", "a;b!\n.gpkg",
    "🗺️.gpkg", "-o.gpkg", "--json", "n" * 240 + ".gpkg", " .gpkg", ".gpkg", "GPKG:a.gpkg",
    "&amp;.gpkg",
    "no ending", "a.GPKG", "a.png",
)):  # fmt: skip
    fault(NAMES, f"file {_number}: {_file[:20]!r}", DRAWN, file=_file)(sound)


@fault(NAMES, "columns", DRAWN)
def _(path: Path) -> None:
    names = [*_LAYER_NAMES, "name_zh_hans", "kind", "status", "source_id", "summary_en"]
    with database(sound(path)) as db:
        for name in dict.fromkeys(names):
            if name.casefold() not in ("fid", "geom", "name"):
                quoted = name.replace('"', '""')
                db.execute(f'ALTER TABLE places ADD COLUMN "{quoted}" TEXT')
                db.execute(f'UPDATE places SET "{quoted}" = ?', (name,))


@fault(NAMES, "an empty name", DRAWN)
def _(path: Path) -> None:
    write_geopackage(path, places=points(2))
    with database(path) as db:
        db.execute('CREATE TABLE "" (fid INTEGER PRIMARY KEY, geom BLOB, name TEXT)')
        register(db, "")
        insert(db, "", points(2))


@fault(NAMES, "not UTF-8", DRAWN)
def _(path: Path) -> None:
    altered(path, "ALTER TABLE places RENAME COLUMN name TO cXXd")
    path.write_bytes(path.read_bytes().replace(b"cXXd", b"c\xff\xfed"))


@fault(NAMES, "a layer listed in capitals", DRAWN)
def _(path: Path) -> None:
    altered(path, "UPDATE gpkg_contents SET table_name = 'PLACES'")


each("text that is not UTF-8", {
    "values": lambda p: altered(p, "UPDATE places SET name = CAST(x'66ff6ffe' AS TEXT)"),
    "values with NUL": lambda p: altered(p, "UPDATE places SET name = CAST(x'610062' AS TEXT)"),
    "surrogates": lambda p: altered(p, "UPDATE places SET name = CAST(x'eda080edb080' AS TEXT)"),
    "titles": lambda p: altered(
        p, "UPDATE gpkg_contents SET identifier = CAST(x'ff' AS TEXT), "
        "description = CAST(x'fe00ff' AS TEXT)"),
    "an UTF-16 database": lambda p: _utf16(p),
}, DRAWN)  # fmt: skip


def _utf16(path: Path) -> None:
    with database(path) as db:
        db.execute("PRAGMA encoding = 'UTF-16le'")
    sound(path)


each("columns of wrong types", {
    "everything everywhere": lambda p: altered(
        p, "ALTER TABLE places ADD COLUMN height REAL", "ALTER TABLE places ADD COLUMN day DATE",
        "UPDATE places SET name = x'00ff', height = 'tall', day = 5.5",
        "UPDATE places SET name = 5, height = x'01', day = -1e999 WHERE fid = 1"),
    "our columns hold other things": lambda p: altered(
        p, *[f"ALTER TABLE places ADD COLUMN {c}" for c in (
            "id", "name_en", "name_zh_hans", "name_zh_hant", "kind", "status", "valid_from",
            "valid_to", "importance", "accuracy_m", "position_note", "source_id", "summary_en")],
        "UPDATE places SET id = fid, name_en = x'ff', name_zh_hans = 7, name_zh_hant = 1e999, "
        "kind = x'00', status = -1, valid_from = 'soon', valid_to = x'', importance = 'much', "
        "accuracy_m = -1e999, position_note = 3, source_id = 1.5, summary_en = zeroblob(9)"),
    "numbers too large": lambda p: altered(
        p, "ALTER TABLE places ADD COLUMN importance", "ALTER TABLE places ADD COLUMN accuracy_m",
        "UPDATE places SET importance = 9223372036854775807, accuracy_m = 1e308"),
}, DRAWN)  # fmt: skip
each("columns of wrong types", {
    "the lists are of other types": lambda p: altered(
        p, "UPDATE gpkg_contents SET identifier = x'ff', description = 5, data_type = 'FEATURES ', "
        "srs_id = 'x'", "UPDATE gpkg_geometry_columns SET z = 'x', m = x'00', "
        "geometry_type_name = 5"),
    "the lists are empty": lambda p: altered(
        p, "DELETE FROM gpkg_contents", "DELETE FROM gpkg_geometry_columns"),
    "a list without its columns": lambda p: altered(
        p, "DROP TABLE gpkg_geometry_columns", "CREATE TABLE gpkg_geometry_columns (x)",
        "INSERT INTO gpkg_geometry_columns VALUES (1)"),
    "names that are NULL": lambda p: altered(
        p, "INSERT INTO gpkg_geometry_columns VALUES ('x', 'y', 'z', 1, 1, 1)",
        "CREATE TABLE c AS SELECT * FROM gpkg_contents", "DROP TABLE gpkg_contents",
        "CREATE TABLE gpkg_contents AS SELECT NULL AS table_name, * FROM c"),
})  # fmt: skip

OTHERS = "tables that are no layers"
each(OTHERS, {
    "tiles alone": lambda p: altered(
        p, "UPDATE gpkg_contents SET data_type = 'tiles'", "DELETE FROM gpkg_geometry_columns"),
    "attributes alone": lambda p: altered(
        p, "UPDATE gpkg_contents SET data_type = 'attributes'",
        "DELETE FROM gpkg_geometry_columns"),
    "an unknown type of data": lambda p: altered(
        p, "UPDATE gpkg_contents SET data_type = 'clouds'", "DELETE FROM gpkg_geometry_columns"),
    "no layers": lambda p: write_geopackage(p),
}, REFUSED)  # fmt: skip
each(OTHERS, {
    "tiles beside a layer": lambda p: altered(
        p, "CREATE TABLE photo (id INTEGER PRIMARY KEY, zoom_level, tile_column, tile_row, "
        "tile_data BLOB)", "INSERT INTO photo VALUES (1, 0, 0, 0, zeroblob(100))",
        "INSERT INTO gpkg_contents (table_name, data_type, srs_id) "
        "VALUES ('photo', 'tiles', 3857)"),
    "a layer that is only announced": lambda p: altered(
        p, "INSERT INTO gpkg_contents (table_name, data_type) VALUES ('ghost', 'features')",
        "INSERT INTO gpkg_geometry_columns VALUES ('ghost', 'geom', 'POINT', 4326, 0, 0)"),
    "a layer without geometry": lambda p: _and(
        p, "CREATE TABLE bare (fid INTEGER PRIMARY KEY, name TEXT)", "bare"),
}, PARTLY)  # fmt: skip
each(OTHERS, {
    "a table of attributes beside a layer": lambda p: altered(
        p, "CREATE TABLE notes (id INTEGER PRIMARY KEY, text)",
        "INSERT INTO gpkg_contents (table_name, data_type) VALUES ('notes', 'attributes')"),
    "the geometry column has another name": lambda p: altered(
        p, "UPDATE gpkg_geometry_columns SET column_name = 'shape'"),
    "two geometry columns": lambda p: altered(
        p, "ALTER TABLE places ADD COLUMN geom2 BLOB", "UPDATE places SET geom2 = geom",
        "INSERT INTO gpkg_geometry_columns VALUES ('places', 'geom2', 'POINT', 4326, 0, 0)"),
    "listed twice": lambda p: altered(
        p, "INSERT INTO gpkg_contents (table_name, data_type, srs_id) "
        "VALUES ('Places', 'features', 4326)",
        "INSERT INTO gpkg_geometry_columns VALUES ('PLACES', 'geom', 'POINT', 4326, 0, 0)"),
})  # fmt: skip


def _and(path: Path, create: str, name: str) -> None:
    with database(altered(path, create)) as db:
        register(db, name)


SPATIAL_VIEWS = "spatial views"
each(SPATIAL_VIEWS, {
    name: lambda p, select=select: _seen(p, select)
    for name, select in {
        "of a layer": "SELECT fid AS OGC_FID, geom, name FROM places",
        "without a key": "SELECT geom, name FROM places",
        "of a part": "SELECT * FROM places WHERE fid > 3",
        "a join": "SELECT a.fid, a.geom, b.name FROM places a JOIN places b ON a.fid = b.fid",
        "a union": "SELECT fid, geom FROM places UNION ALL SELECT fid, geom FROM places",
        "no rows": "SELECT * FROM places WHERE 0",
    }.items()
}, DRAWN)  # fmt: skip


def _seen(path: Path, select: str) -> None:
    with database(sound(path)) as db:
        db.execute(f"CREATE VIEW seen AS {select}")
        register(db, "seen")


def mixed(path: Path, kind: str) -> None:
    """A layer of everything, declared as one kind."""
    rng = np.random.default_rng(1)
    shapes = [
        Point(114, 22.5),
        LineString(rng.random((5, 2)) + 114 * np.array([1, 0.2])),
        box(114, 22.5, 114.1, 22.6),
        shapely.MultiPoint([(114, 22.5), (114.1, 22.5)]),
    ]
    holding(path, *shapes, kind=kind)


each("mixed and wrongly declared types", {
    kind or "no type": lambda p, kind=kind: mixed(p, kind)
    for kind in ("GEOMETRY", "POINT", "POLYGON", "MULTILINESTRING", "point", "CURVEPOLYGON",
                 "POINTZ", "CLOUD", "", "GEOMETRYCOLLECTION", "TIN")
}, DRAWN)  # fmt: skip
