"""Files that were cut, overwritten or are no GeoPackage at all."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.faults.fault import DRAWN, REFUSED, each
from tests.faults.making import altered, database, sound, with_table
from tests.files import UNREADABLE, points, write_geopackage

each("files that are none", {
    name: make for name, make in UNREADABLE.items() if name not in ("cut short", "an endless view",
                                                                    "overwritten", "no layers")
}, REFUSED)  # fmt: skip
_HEADS = {
    "PNG": b"\x89PNG\r\n\x1a\n", "ZIP": b"PK\x03\x04", "XML": b"<?xml version='1.0'?><a/>",
    "SQLite's head alone":
    b"SQLite format 3\x00", "a script": b"#!/bin/sh\ntouch owned\n", "zeros": bytes(8192),
    "half a head": b"SQLite form", "ELF": b"\x7fELF" + bytes(100), "one byte": b"S",
}  # fmt: skip
each("files that are none", {
    f"{name} named .gpkg": lambda p, head=head: p.write_bytes(head)
    for name, head in _HEADS.items()
}, REFUSED)  # fmt: skip
each("files that are none", {
    "a link to nowhere": lambda p: p.symlink_to(p.parent / "nowhere"),
    "a link to itself": lambda p: p.symlink_to(p),
    "a link to an endless device": lambda p: p.symlink_to("/dev/zero"),
    "a link to a terminal": lambda p: p.symlink_to("/dev/tty"),
    "encrypted": lambda p: p.write_bytes(random.Random(1).randbytes(20_000)),
}, REFUSED)  # fmt: skip

CUT = "truncated files"


def _cut(path: Path, share: float) -> None:
    content = write_geopackage(path, places=points(500), others=points(300)).read_bytes()
    path.write_bytes(content[: int(len(content) * share)])


each(
    CUT,
    {f"{s:.0%} of it": lambda p, s=s: _cut(p, s) for s in (0.001, 0.01, 0.1, 0.3, 0.6, 0.9, 0.99)},
)
each(CUT, {
    "one byte short": lambda p: p.write_bytes(sound(p).read_bytes()[:-1]),
    "a page too many": lambda p: p.write_bytes(sound(p).read_bytes() + bytes(4096)),
})  # fmt: skip

OVERWRITTEN = "zero-filled and overwritten pages"


def _content(path: Path) -> bytes:
    """Two layers of some pages."""
    path.unlink(missing_ok=True)
    return write_geopackage(path, places=points(500), others=points(300)).read_bytes()


def _page(path: Path, number: int, content: bytes) -> None:
    data = bytearray(_content(path))
    start = 4096 * number
    data[start : start + len(content)] = content
    path.write_bytes(data)


each(OVERWRITTEN, {
    f"page {n} of {kind}": lambda p, n=n, content=content: _page(p, n, content)
    for n in range(1, 20, 2)
    for kind, content in {"zeros": bytes(4096), "ones": b"\xff" * 4096}.items()
})  # fmt: skip
each(OVERWRITTEN, {
    "all but the first page": lambda p: _page(p, 1, bytes(200_000)),
    "the schema": lambda p: _page(p, 0, sound(p).read_bytes()[:100] + bytes(3996)),
    "a page of another table": lambda p: _page(p, 12, _page_of(p, 8)),
    "pages in a circle": lambda p: _circle(p),
})  # fmt: skip


def _page_of(path: Path, number: int) -> bytes:
    content = _content(path)
    return content[4096 * number : 4096 * (number + 1)]


def _circle(path: Path) -> None:
    """The root page of the layer names itself as each of its children."""
    write_geopackage(path, places=points(2000))
    with database(path) as db:
        (root,) = db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'places'").fetchone()
    data = bytearray(path.read_bytes())
    start = 4096 * (root - 1)
    count = int.from_bytes(data[start + 3 : start + 5], "big")
    for n in range(count):
        cell = start + int.from_bytes(data[start + 12 + 2 * n : start + 14 + 2 * n], "big")
        data[cell : cell + 4] = root.to_bytes(4, "big")
    data[start + 8 : start + 12] = root.to_bytes(4, "big")
    path.write_bytes(data)


HEADER = "wrong headers"


def _header(path: Path, offset: int, content: bytes) -> None:
    data = bytearray(sound(path).read_bytes())
    data[offset : offset + len(content)] = content
    path.write_bytes(data)


each(HEADER, {
    "another application id": lambda p: altered(p, "PRAGMA application_id = 5"),
    "GeoPackage 1.0": lambda p: altered(p, "PRAGMA application_id = 1196437808"),
    "a user version of the future": lambda p: altered(p, "PRAGMA user_version = 99999999"),
}, DRAWN)  # fmt: skip
each(HEADER, {
    f"byte {offset} is {value:#x}": lambda p, o=offset, v=value: _header(p, o, bytes([v]))
    for offset in (16, 17, 18, 19, 20, 21, 24, 28, 31, 40, 44, 47, 52, 56, 59, 64, 92, 96, 99)
    for value in (0, 1, 3, 255)
})  # fmt: skip

SCHEMA = "schemas that lie"


def _schema(path: Path, sql: str, *values: object) -> None:
    with database(sound(path)) as db:
        db.execute("PRAGMA writable_schema=on")
        db.execute(sql, values)


each(SCHEMA, {
    "a root page beyond the file": lambda p: _schema(
        p, "UPDATE sqlite_master SET rootpage = 99999 WHERE name = 'places'"),
    "a root page of another table": lambda p: _schema(
        p, "UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master "
        "WHERE name = 'gpkg_contents') WHERE name = 'places'"),
    "the root page of the schema": lambda p: _schema(
        p, "UPDATE sqlite_master SET rootpage = 1 WHERE name = 'places'"),
    "a table whose text is noise": lambda p: _schema(
        p, "UPDATE sqlite_master SET sql = 'CREATE TABLE places (' WHERE name = 'places'"),
    "a table whose text is that of a view": lambda p: _schema(
        p, "UPDATE sqlite_master SET sql = 'CREATE VIEW places AS SELECT 1' WHERE name = 'places'"),
    "more columns than rows have": lambda p: _schema(
        p, "UPDATE sqlite_master SET sql = 'CREATE TABLE places (fid INTEGER PRIMARY KEY, "
        "geom BLOB, name TEXT, a, b, c, d)' WHERE name = 'places'"),
    "columns in another order": lambda p: _schema(
        p, "UPDATE sqlite_master SET sql = 'CREATE TABLE places (name TEXT, geom BLOB, fid)' "
        "WHERE name = 'places'"),
    "two tables of one name": lambda p: _schema(
        p, "INSERT INTO sqlite_master SELECT * FROM sqlite_master WHERE name = 'places'"),
    "an index on nothing": lambda p: _schema(
        p, "INSERT INTO sqlite_master VALUES ('index', 'i', 'places', 3, "
        "'CREATE INDEX i ON places (nothing)')"),
    "a default that is a function": lambda p: _schema(
        p, "UPDATE sqlite_master SET sql = 'CREATE TABLE places (fid INTEGER PRIMARY KEY, geom "
        "BLOB, name TEXT, a DEFAULT (load_extension(''x'')))' WHERE name = 'places'"),
    "a computed column that is a function": lambda p: _schema(
        p, "UPDATE sqlite_master SET sql = 'CREATE TABLE places (fid INTEGER PRIMARY KEY, geom "
        "BLOB, name TEXT, a AS (load_extension(name)))' WHERE name = 'places'"),
    "a computed column without measure": lambda p: _schema(
        p, "UPDATE sqlite_master SET sql = 'CREATE TABLE places (fid INTEGER PRIMARY KEY, geom "
        "BLOB, name TEXT, a AS (zeroblob(60000000)))' WHERE name = 'places'"),
    "a computed column that never ends": lambda p: _schema(
        p, "UPDATE sqlite_master SET sql = 'CREATE TABLE places (fid INTEGER PRIMARY KEY, geom "
        "BLOB, name TEXT, a AS (length(replace(replace(replace(hex(zeroblob(200000)), ''0'', "
        "hex(zeroblob(20))), ''0'', ''00''), ''00'', ''0''))))' WHERE name = 'places'"),
    "a name of tables that SQLite keeps": lambda p: _schema(
        p, "UPDATE gpkg_contents SET table_name = 'sqlite_master'"),
})  # fmt: skip
each(SCHEMA, {
    "temporary names": lambda p: with_table(p, "fid INTEGER PRIMARY KEY, geom BLOB)", name="temp"),
    "main": lambda p: with_table(p, "fid INTEGER PRIMARY KEY, geom BLOB)", name="main"),
}, DRAWN)  # fmt: skip


def _small_pages(path: Path, size: int, vacuum: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute(f"PRAGMA page_size = {size}")
        db.execute(f"PRAGMA auto_vacuum = {vacuum}")
    sound(path)


each("odd but right", {
    **{f"pages of {size}": lambda p, size=size: _small_pages(p, size, "none")
       for size in (512, 1024, 65536)},
    "a file that shrinks by itself": lambda p: _small_pages(p, 4096, "full"),
    "free pages": lambda p: altered(
        p, "CREATE TABLE waste AS SELECT zeroblob(900000)", "DROP TABLE waste"),
}, DRAWN)  # fmt: skip
