"""Files with too much of something."""

from __future__ import annotations

from pathlib import Path

from shapely import Point

from tests.faults.fault import DRAWN, each
from tests.faults.making import altered, database, many, sound
from tests.files import add_layer, encoded, points, write_geopackage

BLOBS = "huge values"
each(BLOBS, {
    "a text of 10 MB": lambda p: altered(
        p, "UPDATE places SET name = hex(zeroblob(5000000)) WHERE fid = 1"),
    "a picture of 30 MB": lambda p: altered(
        p, "ALTER TABLE places ADD COLUMN photo BLOB",
        "UPDATE places SET photo = zeroblob(30000000) WHERE fid = 1"),
    "names of a hundred thousand letters": lambda p: altered(
        p, "UPDATE places SET name = replace(hex(zeroblob(50000)), '0', '河')"),
    "many lines": lambda p: altered(
        p, "UPDATE places SET name = replace(hex(zeroblob(9000)), '0', char(10))"),
    "many marks of direction": lambda p: altered(
        p, "UPDATE places SET name = replace(hex(zeroblob(900)), '0', char(8238))"),
    "many marks upon one letter": lambda p: altered(
        p, "UPDATE places SET name = 'a' || replace(hex(zeroblob(900)), '0', char(769))"),
}, DRAWN)  # fmt: skip
each(BLOBS, {
    "a blob of 70 MB as geometry": lambda p: altered(
        p, "UPDATE places SET geom = zeroblob(70000000) WHERE fid = 2"),
    "a text of 70 MB": lambda p: altered(
        p, "UPDATE places SET name = hex(zeroblob(35000000)) WHERE fid = 2"),
    "a file of 300 MB": lambda p: altered(
        p, "ALTER TABLE places ADD COLUMN photo BLOB",
        "UPDATE places SET photo = zeroblob(40000000)"),
})  # fmt: skip

SCHEMA = "many columns and layers"


def _wide(path: Path, count: int) -> None:
    write_geopackage(path)
    names = ", ".join(f"c{n} TEXT DEFAULT 'v'" for n in range(count))
    with database(path) as db:
        add_layer(db, "places")
        db.execute("DROP TABLE places")
        db.execute(f"CREATE TABLE places (fid INTEGER PRIMARY KEY, geom BLOB, {names})")
        shapes = [(encoded(shape),) for shape, _ in points(50)]
        db.executemany("INSERT INTO places (geom) VALUES (?)", shapes)


def _layers(path: Path, count: int) -> None:
    write_geopackage(path)
    with database(path) as db:
        db.execute("BEGIN")
        for n in range(count):
            shape = Point(114 + n % 100 / 1000, 22.4 + n // 100 / 1000)
            add_layer(db, f"layer {n}", [(encoded(shape), str(n))])
        db.execute("COMMIT")


each(SCHEMA, {
    "1 990 columns": lambda p: _wide(p, 1990),
    "a hundred thousand points": lambda p: many(p, 100_000),
}, DRAWN)  # fmt: skip
each(SCHEMA, {
    "1 000 layers": lambda p: _layers(p, 1000),
    "10 000 layers": lambda p: _layers(p, 10_000),
    "100 000 layers announced": lambda p: _announced(p),
})  # fmt: skip


def _announced(path: Path) -> None:
    with database(sound(path)) as db:
        db.execute("BEGIN")
        for n in range(100_000):
            db.execute("INSERT INTO gpkg_contents (table_name, data_type) VALUES (?, 'features')",
                       (f"ghost {n}",))  # fmt: skip
        db.execute("COMMIT")


LISTS = "giant texts in the lists"
_TEXT = "replace(hex(zeroblob(4000000)), '0', 'x')"
each(LISTS, {
    "titles and descriptions": lambda p: altered(
        p, f"UPDATE gpkg_contents SET identifier = {_TEXT}, description = {_TEXT}"),
    "the type of geometry": lambda p: altered(
        p, f"UPDATE gpkg_geometry_columns SET geometry_type_name = {_TEXT}"),
}, DRAWN)  # fmt: skip
each(LISTS, {
    "the name of the geometry column": lambda p: altered(
        p, f"UPDATE gpkg_geometry_columns SET column_name = {_TEXT}"),
    "a definition": lambda p: altered(
        p, f"UPDATE gpkg_spatial_ref_sys SET definition = {_TEXT}, organization = {_TEXT}"),
    "a hundred thousand systems": lambda p: _systems(p),
    "metadata": lambda p: altered(
        p, "CREATE TABLE gpkg_metadata (id, md_scope, md_standard_uri, mime_type, metadata)",
        f"INSERT INTO gpkg_metadata VALUES (1, 'dataset', 'x', 'text/xml', {_TEXT})"),
    "our own lists": lambda p: altered(
        p, *[f"CREATE TABLE {t} (layer, feature_id, key, position, value_en, number, id, name)"
             for t in ("fact", "source", "alias", "layer_setting", "event", "series", "story")],
        *[f"INSERT INTO {t} VALUES ('places', '1', {_TEXT}, 'x', {_TEXT}, x'00', 1, {_TEXT})"
          for t in ("fact", "source", "alias", "layer_setting", "event", "series", "story")]),
})  # fmt: skip


def _systems(path: Path) -> None:
    with database(sound(path)) as db:
        db.execute("BEGIN")
        db.executemany(
            "INSERT INTO gpkg_spatial_ref_sys VALUES ('x', ?, 'X', 1, 'GEOGCS[', '')",
            [(n,) for n in range(100_000, 200_000)],
        )
        db.execute("COMMIT")
