"""Files made to run something, to read something, or never to end."""

from __future__ import annotations

import struct
from pathlib import Path

from tests.faults.fault import DRAWN, PARTLY, Bait, each, luring
from tests.faults.making import altered, database, sound, with_view
from tests.files import (
    points,
    register,
    write_geopackage,
    write_with_hot_journal,
    write_with_live_log,
    write_with_named_super_journal,
)

VIEWS = "hostile views"
_NUMBERS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) "
each(VIEWS, {
    "rows without end": lambda p: with_view(
        p, _NUMBERS + "SELECT x AS fid, zeroblob(4000) AS geom FROM n"),
    "small rows without end": lambda p: with_view(
        p, _NUMBERS + "SELECT x AS fid, NULL AS geom FROM n"),
    "a sum without end": lambda p: with_view(
        p, _NUMBERS + "SELECT sum(x) AS fid, NULL AS geom FROM n"),
    "a value without end": lambda p: with_view(
        p, f"SELECT fid, ({_NUMBERS} SELECT max(x) FROM n) AS geom FROM places"),
    "a cross join": lambda p: with_view(
        p, "SELECT count(*) AS fid, a.geom FROM places a, places b, places c, places d, places e, "
        "places f, places g, places h, places i, places j, places k, places l"),
    "a cross join of rows": lambda p: with_view(
        p, "SELECT a.fid, a.geom FROM places a, places b, places c, places d, places e, places f, "
        "places g, places h, places i, places j"),
    "a sorted cross join": lambda p: with_view(
        p, "SELECT a.fid, a.geom FROM places a, places b, places c, places d, places e, places f, "
        "places g, places h, places i, places j ORDER BY random()"),
    "a text that doubles": lambda p: with_view(
        p, "WITH RECURSIVE t(s) AS (SELECT 'x' UNION ALL SELECT s || s FROM t) "
        "SELECT 1 AS fid, NULL AS geom, s AS name FROM t"),
    "a blob of gigabytes": lambda p: with_view(
        p, "SELECT fid, zeroblob(2000000000) AS geom FROM places"),
    "blobs of megabytes": lambda p: with_view(
        p, "SELECT a.fid, randomblob(60000000) AS geom FROM places a, places b"),
    "a slow function": lambda p: with_view(
        p, "SELECT fid, replace(replace(hex(zeroblob(9000000)), '0', '00'), '0', '000') AS geom "
        "FROM places"),
    "a search of megabytes": lambda p: with_view(
        p, "SELECT fid, instr(zeroblob(60000000), zeroblob(9000000) || x'01') AS geom FROM places"),
    "a replacement of megabytes": lambda p: with_view(
        p, "SELECT fid, replace(zeroblob(60000000), zeroblob(30000000) || x'01', '') AS geom "
        "FROM places"),
    "a trimming of megabytes": lambda p: with_view(
        p, "SELECT fid, trim(hex(zeroblob(9000000)), hex(randomblob(9000000))) AS geom "
        "FROM places"),
    "a sorting of gigabytes": lambda p: with_view(
        p, "SELECT a.fid, randomblob(60000000) AS geom FROM places a, places b ORDER BY 2"),
    "printf of gigabytes": lambda p: with_view(
        p, "SELECT fid, printf('%.*c', 1900000000, 'x') AS geom FROM places"),
    "on a table that is missing": lambda p: with_view(p, "SELECT * FROM nowhere"),
    "on itself": lambda p: _broken_view(p, "CREATE VIEW seen AS SELECT * FROM seen"),
    "on each other": lambda p: _circle(p),
    "without geometry": lambda p: with_view(p, "SELECT fid, name FROM places"),
    "a function of another program": lambda p: with_view(
        p, "SELECT fid, ST_Buffer(geom, 1) AS geom FROM places"),
}, PARTLY)  # fmt: skip
each(VIEWS, {
    "labels made by functions": lambda p: with_view(
        p, "SELECT fid, geom, replace(trim(name), 'place', 'Place') AS name FROM places"),
    "text that is no SQL": lambda p: _broken_view(p, "CREATE VIEW seen AS SELECT FROM WHERE"),
    "a slow pattern": lambda p: with_view(
        p, "SELECT fid, geom FROM places WHERE hex(zeroblob(500000)) LIKE "
        "'%0%0%0%0%0%0%0%0%0%0%0%0%0%0%0%0%1'"),
    "regular tables that are views without end": lambda p: _lists(p),
    "a thousand views on views": lambda p: _tower(p),
    "two thousand slow views": lambda p: _slow_views(p),
})  # fmt: skip


def _broken_view(path: Path, sql: str) -> None:
    """A view whose text stands in the schema, though SQLite would refuse it."""
    with database(sound(path)) as db:
        db.execute("PRAGMA writable_schema=on")
        db.execute("INSERT INTO sqlite_master VALUES ('view', 'seen', 'seen', 0, ?)", (sql,))
        register(db, "seen")


def _circle(path: Path) -> None:
    with database(sound(path)) as db:
        db.execute("CREATE VIEW seen AS SELECT * FROM other")
        db.execute("CREATE VIEW other AS SELECT * FROM seen")
        register(db, "seen")


def _tower(path: Path) -> None:
    with database(sound(path)) as db:
        db.execute("BEGIN")
        for n in range(1000):
            below = f"v{n - 1}" if n else "places"
            db.execute(f"CREATE VIEW v{n} AS SELECT a.fid, a.geom FROM {below} a, {below} b")
        register(db, "v999")
        db.execute("COMMIT")


def _lists(path: Path) -> None:
    """The tables that every reader asks for first never end."""
    with database(sound(path)) as db:
        for table in ("gpkg_spatial_ref_sys", "gpkg_contents"):
            db.execute(f"DROP TABLE {table}")
        db.execute(
            f"CREATE VIEW gpkg_contents AS {_NUMBERS} SELECT 'places' || x AS table_name, "
            "'features' AS data_type, 4326 AS srs_id FROM n"
        )
        db.execute(
            f"CREATE VIEW gpkg_spatial_ref_sys AS {_NUMBERS} SELECT x AS srs_id, 'EPSG' AS "
            "organization, 4326 AS organization_coordsys_id, '' AS definition FROM n"
        )


def _slow_views(path: Path) -> None:
    with database(sound(path)) as db:
        db.execute("BEGIN")
        for n in range(2000):
            db.execute(f"CREATE VIEW v{n} AS {_NUMBERS} SELECT sum(x) AS fid, NULL AS geom FROM n")
            register(db, f"v{n}")
        db.execute("COMMIT")


OUTSIDE = "what would reach out"


@luring(OUTSIDE, "functions that read files")
def _(path: Path, bait: Bait) -> None:
    with database(sound(path)) as db:
        calls = (
            f"readfile('{bait.canary}')", f"load_extension('{bait.canary}')",
            f"writefile('{bait.canary}', 'x')", f"fts3_tokenizer('{bait.canary}')",
            f"edit('{bait.canary}')", f"gdal_get_layer_value('{bait.canary}')",
            "sqlite_offset(geom)",
        )  # fmt: skip
        for number, call in enumerate(calls):
            db.execute(f"CREATE VIEW v{number} AS SELECT fid, geom, {call} AS name FROM places")
            register(db, f"v{number}")


@luring(OUTSIDE, "virtual tables")
def _(path: Path, bait: Bait) -> None:
    modules = {
        "csv": f"csv(filename='{bait.canary}')", "gdal": f"VirtualOGR('{bait.canary}')",
        "shape": f"VirtualShape('{bait.canary}', UTF-8, 4326)", "zip": f"zipfile('{bait.canary}')",
        "stat": "dbstat", "text": f"VirtualText('{bait.canary}')", "fts": "fts4(geom, name)",
        "none": "nothing",
    }  # fmt: skip
    with database(sound(path)) as db:
        db.execute("PRAGMA writable_schema=on")
        for name, module in modules.items():
            sql = f"CREATE VIRTUAL TABLE {name} USING {module}"
            db.execute("INSERT INTO sqlite_master VALUES ('table', ?, ?, 0, ?)", (name, name, sql))
            register(db, name)


@luring(OUTSIDE, "triggers")
def _(path: Path, bait: Bait) -> None:
    with database(sound(path)) as db:
        for event in ("INSERT", "UPDATE", "DELETE"):
            db.execute(
                f"CREATE TRIGGER t{event} AFTER {event} ON places BEGIN "
                f"SELECT load_extension('{bait.canary}'); DELETE FROM places; END"
            )
        db.execute("CREATE VIEW seen AS SELECT fid, geom, name FROM places")
        db.execute("CREATE TRIGGER tv INSTEAD OF INSERT ON seen BEGIN DELETE FROM places; END")
        register(db, "seen")


@luring(OUTSIDE, "text with markup and addresses")
def _(path: Path, bait: Bait) -> None:
    texts = [
        f'<img src="{bait.url}">', f'<img src="file://{bait.canary}">', f"file://{bait.canary}",
        f'<a href="{bait.url}">x</a>', f"![x]({bait.url})", f"@import url({bait.url})",
        f"<svg><image href='file://{bait.canary}'/></svg>", bait.url, str(bait.canary),
        f"=HYPERLINK(\"{bait.url}\")", "<script>alert(1)</script>", "<b>" * 20_000,
        f"<link rel=stylesheet href={bait.url}>", f"symbols/../../..{bait.canary}.svg",
    ]  # fmt: skip
    write_geopackage(path, places=[(points(1)[0][0], text) for text in texts])
    with database(path) as db:
        for column in ("summary_en", "summary_zh_hans", "kind", "picture"):
            db.execute(f"ALTER TABLE places ADD COLUMN {column} TEXT")
            db.execute(f"UPDATE places SET {column} = name")
        db.execute("UPDATE gpkg_contents SET identifier = ?, description = ?", texts[:2])


@luring(OUTSIDE, "a journal that names another file")
def _(path: Path, bait: Bait) -> None:
    write_with_named_super_journal(path, bait.canary)


@luring(OUTSIDE, "metadata that names files and addresses")
def _(path: Path, bait: Bait) -> None:
    with database(sound(path)) as db:
        db.execute("CREATE TABLE gpkg_extensions (table_name, column_name, extension_name, "
                   "definition, scope)")  # fmt: skip
        db.execute(
            "CREATE TABLE gpkg_metadata (id, md_scope, md_standard_uri, mime_type, metadata)"
        )
        db.execute("CREATE TABLE gpkg_metadata_reference (reference_scope, table_name, column_name,"
                   " row_id_value, timestamp, md_file_id, md_parent_id)")  # fmt: skip
        db.execute("INSERT INTO gpkg_extensions VALUES ('places', NULL, 'x', ?, 'read-write')",
                   (bait.url,))  # fmt: skip
        db.execute("INSERT INTO gpkg_metadata VALUES (1, 'dataset', ?, 'text/xml', ?)",
                   (bait.url, f'<!DOCTYPE a SYSTEM "{bait.canary}"><a/>'))  # fmt: skip
        db.execute("INSERT INTO gpkg_metadata_reference VALUES ('table', 'places', NULL, NULL, "
                   "'2020', 1, NULL)")  # fmt: skip


LOGS = "logs and journals"
each(LOGS, {
    "a live log": write_with_live_log,
    "a hot journal": write_with_hot_journal,
    "log mode without a log": lambda p: altered(p, "PRAGMA journal_mode=wal"),
    "a log of noise": lambda p: _beside(p, "-wal", b"\x37\x7f\x06\x82" + bytes(range(256)) * 40),
    "a journal of noise": lambda p: _beside(p, "-journal", bytes(range(256)) * 40),
    "an empty log": lambda p: _beside(p, "-wal", b""),
    "an index of a log alone": lambda p: _beside(p, "-shm", bytes(32768)),
    "a live log in odd order": lambda p: _log_cut(p),
}, DRAWN)  # fmt: skip
each(LOGS, {
    "a journal that is a folder": lambda p: (sound(p), Path(f"{p}-journal").mkdir()),
    "a log that is a link to nowhere": lambda p: (
        sound(p), Path(f"{p}-wal").symlink_to(p.parent / "nowhere")),
    "a journal with a huge page": lambda p: _beside(
        p, "-journal", bytes.fromhex("d9d505f920a163d7")
        + struct.pack(">IIIII", 2**31, 7, 2**31, 2**30, 2**30) + bytes(4096)),
})  # fmt: skip


def _beside(path: Path, ending: str, content: bytes) -> None:
    Path(f"{sound(path)}{ending}").write_bytes(content)


def _log_cut(path: Path) -> None:
    """A log that a writer left in the middle of its last page: what was committed counts."""
    working = path.with_name("working.gpkg")
    writer = write_with_live_log(working)
    for ending in ("", "-wal"):
        content = Path(f"{working}{ending}").read_bytes()
        Path(f"{path}{ending}").write_bytes(content + bytes(100 if ending else 0))
    writer.close()
    working.unlink()


each("triggers", {
    "on every table": lambda p: altered(
        p, "CREATE TRIGGER t AFTER UPDATE ON places BEGIN DELETE FROM places; END"),
    "that call missing functions": lambda p: altered(
        p, "CREATE TRIGGER t AFTER INSERT ON places BEGIN SELECT ST_MinX(NEW.geom); END"),
}, DRAWN)  # fmt: skip
