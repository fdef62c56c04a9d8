"""Geometry as it comes, and as it must not be."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
import shapely
from shapely import LineString, MultiPolygon, Point, Polygon, box

from tests.faults.fault import DRAWN, PARTLY, each, fault
from tests.faults.making import blob, database, holding, sound
from tests.files import encoded, points, write_geopackage

X, Y = 114.0, 22.5
GOOD = Point(X, Y)
NAN, INF = float("nan"), float("inf")


def head(code: int, order: str = "<") -> bytes:
    return struct.pack(f"{order}BI", order == "<", code)


def line(code: int, *vertices: tuple[float, ...], order: str = "<") -> bytes:
    numbers = [number for vertex in vertices for number in vertex]
    return head(code, order) + struct.pack(f"{order}I{len(numbers)}d", len(vertices), *numbers)


def polygon(code: int, *rings: list[tuple[float, ...]]) -> bytes:
    body = b"".join(line(0, *ring)[5:] for ring in rings)
    return head(code) + struct.pack("<I", len(rings)) + body


def many(code: int, *parts: bytes) -> bytes:
    return head(code) + struct.pack("<I", len(parts)) + b"".join(parts)


RING = [(X, Y), (X + 0.1, Y), (X + 0.1, Y + 0.1), (X, Y)]
HIGH = [(*vertex, 5.0) for vertex in RING]
HIGH_MEASURED = [(*vertex, 5.0, 9.0) for vertex in RING]
ARC = line(8, (X, Y), (X + 0.05, Y + 0.05), (X + 0.1, Y))
CIRCLE = line(8, (X, Y), (X + 0.1, Y), (X, Y))


def one(path: Path, *wkbs: bytes) -> None:
    """A file with a good point and geometries of these bytes."""
    holding(path, GOOD, *map(blob, wkbs))


each("Z and M", {
    "points": lambda p: one(
        p, head(1001) + struct.pack("<3d", X, Y, 5), head(2001) + struct.pack("<3d", X, Y, 5),
        head(3001) + struct.pack("<4d", X, Y, 5, 9)),
    "lines": lambda p: one(p, line(1002, *HIGH), line(2002, *HIGH), line(3002, *HIGH_MEASURED)),
    "areas": lambda p: one(
        p, polygon(1003, HIGH), polygon(2003, HIGH), polygon(3003, HIGH_MEASURED)),
    "the flags of PostGIS": lambda p: one(
        p, line(0x80000002, *HIGH), line(0x40000002, *HIGH), line(0xC0000002, *HIGH_MEASURED),
        head(0x20000001) + struct.pack("<I2d", 4326, X, Y)),
    "parts of other dimensions": lambda p: one(
        p, many(7, head(1001) + struct.pack("<3d", X, Y, 5), line(2, *RING))),
    "heights that are no numbers": lambda p: one(p, line(1002, (X, Y, NAN), (X + 1, Y, INF))),
    "most significant byte first": lambda p: one(
        p, line(2, *RING, order=">"), line(1002, *HIGH, order=">")),
}, DRAWN)  # fmt: skip

each("curves", {
    "an arc": lambda p: one(p, ARC),
    "a circle": lambda p: one(p, CIRCLE),
    "an arc with heights": lambda p: one(p, line(1008, *HIGH[:3])),
    "a compound curve": lambda p: one(p, many(9, ARC, line(2, (X + 0.1, Y), (X, Y)))),
    "a curve polygon": lambda p: one(p, many(10, CIRCLE)),
    "a hole that is a circle": lambda p: one(p, many(10, line(2, *RING), CIRCLE)),
    "many curves": lambda p: one(p, many(11, ARC, line(2, *RING))),
    "many surfaces": lambda p: one(p, many(12, many(10, CIRCLE), polygon(3, RING))),
    "in a collection": lambda p: one(p, many(7, ARC, head(1) + struct.pack("<2d", X, Y))),
    "an arc on one line": lambda p: one(p, line(8, (X, Y), (X + 1, Y), (X + 2, Y))),
    "an arc of huge radius": lambda p: one(p, line(8, (X, Y), (X + 1, Y + 1e-12), (X + 2, Y))),
    "arcs with an even number of vertices": lambda p: one(p, line(8, *RING)),
    "a hundred thousand arcs": lambda p: one(
        p, line(8, *[(X + n / 1e6, Y + n % 2 / 1e3) for n in range(200_001)])),
    "a triangle, a surface of many, a net": lambda p: one(
        p, polygon(17, RING), many(15, polygon(3, RING)), many(16, polygon(17, RING))),
}, DRAWN)  # fmt: skip

each("NULL and empty geometry", {
    "all NULL": lambda p: holding(p, None, None),
    "some NULL": lambda p: holding(p, GOOD, None, GOOD, None),
    "empty of every type": lambda p: holding(p, GOOD, *map(shapely.from_wkt, (
        "POINT EMPTY", "LINESTRING EMPTY", "POLYGON EMPTY", "MULTIPOINT EMPTY",
        "MULTIPOLYGON EMPTY", "GEOMETRYCOLLECTION EMPTY"))),
    "said to be empty": lambda p: holding(p, GOOD, blob(b"", 0x11), blob(line(2, *RING), 0x11)),
    "parts that are empty": lambda p: holding(
        p, shapely.from_wkt(f"MULTIPOLYGON(EMPTY,(({X} {Y},115 22,115 23,{X} {Y})))"),
        shapely.from_wkt(f"GEOMETRYCOLLECTION(POINT EMPTY,POINT({X} {Y}))"),
        blob(many(4, head(1) + struct.pack("<2d", NAN, NAN), head(1) + struct.pack("<2d", X, Y)))),
    "no rows": lambda p: holding(p),
}, DRAWN)  # fmt: skip

each("rings", {
    "open": lambda p: one(p, polygon(3, RING[:3])),
    "a hole that is open": lambda p: one(p, polygon(3, RING, RING[:3])),
    "open in many": lambda p: one(p, many(6, polygon(3, RING[:3]), polygon(3, RING))),
    "crossing themselves": lambda p: holding(
        p, Polygon([(X, Y), (X + 1, Y + 1), (X + 1, Y), (X, Y + 1)])),
    "holes outside": lambda p: holding(
        p, Polygon(RING, [[(X + 5, Y), (X + 6, Y), (X + 6, Y + 1)]])),
    "all vertices alike": lambda p: holding(p, Polygon([(X, Y)] * 5)),
    "on one line": lambda p: holding(p, Polygon([(X, Y), (X + 1, Y), (X + 2, Y)])),
    "turned both ways": lambda p: holding(p, Polygon(RING), Polygon(RING[::-1])),
    "over each other": lambda p: holding(p, MultiPolygon([box(X, Y, X + 1, Y + 1)] * 50)),
    "spikes": lambda p: holding(
        p, Polygon([(X, Y), (X + 1, Y), (X, Y), (X, Y + 1), (X + 1e-15, Y)])),
    "over the date line": lambda p: holding(p, box(170, -10, 190, 10), box(-190, -10, -170, 10)),
}, DRAWN)  # fmt: skip
each("rings", {
    "of one and two vertices": lambda p: one(p, polygon(3, RING[:1]), polygon(3, RING[:2])),
    "no ring": lambda p: one(p, polygon(3), polygon(3, [])),
    "a line of one vertex": lambda p: one(p, line(2, RING[0]), line(2)),
})  # fmt: skip

NUMBERS = "NaN and infinity"
each(NUMBERS, {
    "a point": lambda p: one(p, *[head(1) + struct.pack("<2d", x, Y) for x in (INF, -INF)]),
    "half a point": lambda p: one(p, head(1) + struct.pack("<2d", NAN, Y)),
    "one vertex of a line": lambda p: one(p, line(2, (X, Y), (NAN, Y), (X + 1, Y + 1))),
    "one vertex of an area": lambda p: one(p, polygon(3, [*RING[:2], (INF, Y), *RING[2:]])),
    "an arc": lambda p: one(p, line(8, (X, Y), (NAN, Y), (X + 1, Y))),
    "everything": lambda p: holding(p, *[blob(line(2, (NAN, INF), (-INF, NAN)))] * 4),
}, PARTLY)  # fmt: skip
each(NUMBERS, {
    "the greatest numbers": lambda p: one(p, line(2, (1.7e308, 1.7e308), (-1.7e308, -1.7e308))),
    "the smallest numbers": lambda p: one(p, line(2, (5e-324, 5e-324), (-5e-324, 1e-300))),
    "beyond the world": lambda p: one(p, line(2, (X, Y), (1e6, 1e6)), polygon(3, [
        (-1e9, -1e9), (1e9, -1e9), (1e9, 1e9), (-1e9, -1e9)])),
})  # fmt: skip

BYTES = "bytes that are no geometry"
each(BYTES, {
    "noise": lambda p: holding(p, GOOD, b"noise", b"\x00" * 50, b"GP", b"G"),
    "WKB without a header": lambda p: holding(p, GOOD, shapely.to_wkb(GOOD)),
    "a header alone": lambda p: holding(p, GOOD, blob(b"")),
    "an envelope of no kind": lambda p: holding(p, GOOD, blob(shapely.to_wkb(GOOD), 0b1011)),
    "an envelope cut short": lambda p: holding(p, GOOD, blob(b"\0" * 20, 0b1001)),
    "every length": lambda p: holding(
        p, *[blob(shapely.to_wkb(box(X, Y, X + 1, Y + 1)))[:n] for n in range(1, 101)]),
    "codes of no type": lambda p: one(p, *[head(code) + bytes(100) for code in (
        0, 13, 14, 18, 99, 4001, 5003, 0xFFFFFFFF, 0x1F000001)]),
    "an order of bytes that is none": lambda p: one(p, b"\x07" + line(2, *RING)[1:]),
    "a type that is extended": lambda p: holding(
        p, GOOD, b"GP\x00\x21" + struct.pack("<i", 4326) + b"XXXX" + shapely.to_wkb(GOOD)),
    "more than its length": lambda p: one(p, line(2, *RING) + b"rest", many(4, line(2, *RING))),
    "text and numbers": lambda p: _other_types(p),
})  # fmt: skip


def _other_types(path: Path) -> None:
    with database(sound(path)) as db:
        db.execute("UPDATE places SET geom = 'POINT(114 22)' WHERE fid = 1")
        db.execute("UPDATE places SET geom = 5 WHERE fid = 2")
        db.execute("UPDATE places SET geom = 1e999 WHERE fid = 3")
        db.execute("UPDATE places SET geom = '' WHERE fid = 4")
        db.execute("UPDATE places SET geom = x'' WHERE fid = 5")


DECLARED = "numbers of vertices that lie"
each(DECLARED, {
    f"{count:,} in a {name}": lambda p, code=code, count=count: one(
        p, head(code) + struct.pack("<I", count) + bytes(64))
    for count in (1_000_000, 2**28, 2**31 - 1, 2**32 - 1)
    for name, code in {"line": 2, "polygon": 3, "multi": 6, "collection": 7, "arc": 8,
                       "compound": 9, "curve polygon": 10, "surfaces": 15}.items()
}, PARTLY)  # fmt: skip
each(DECLARED, {
    "a ring of four thousand million": lambda p: one(
        p, head(3) + struct.pack("<II", 1, 2**32 - 1) + bytes(64)),
    "in parts": lambda p: one(p, many(5, head(2) + struct.pack("<I", 2**32 - 1))),
}, PARTLY)  # fmt: skip

NESTED = "nested collections"


def nested(depth: int, code: int = 7) -> bytes:
    return (head(code) + struct.pack("<I", 1)) * depth + head(1) + struct.pack("<2d", X, Y)


each(NESTED, {f"{d:,} deep": lambda p, d=d: one(p, nested(d)) for d in (2, 10)}, DRAWN)
each(NESTED, {
    f"{d:,} deep": lambda p, d=d: one(p, nested(d)) for d in (40, 900, 5000, 1_000_000)
})  # fmt: skip
each(NESTED, {
    "curves 100 000 deep": lambda p: one(p, nested(100_000, 9)),
    "surfaces 100 000 deep": lambda p: one(p, nested(100_000, 12)),
    "a collection of many": lambda p: one(
        p, many(7, *[head(1) + struct.pack("<2d", X + n / 1e6, Y) for n in range(20_000)])),
    "a collection of collections": lambda p: one(p, many(7, *[many(7)] * 400)),
    "a collection of everything": lambda p: one(
        p, many(7, ARC, polygon(3, RING), many(4), line(1002, *HIGH), many(12, many(10, CIRCLE)))),
})  # fmt: skip


@fault(NESTED, "a good feature beside each bad one", PARTLY)
def _(path: Path) -> None:
    bad = [blob(b) for b in (nested(100_000), line(2, (NAN, Y), (X, Y)), head(99) + bytes(9))]
    rows = [(shape, "x") for shape in [*bad, *(encoded(p) for p, _ in points(5))]]
    write_geopackage(path, things=rows)


def spiral(count: int) -> LineString:
    turn = np.linspace(0, 200, count)
    return LineString(
        np.column_stack([X + turn * np.cos(turn) / 1e4, Y + turn * np.sin(turn) / 1e4])
    )


def star(count: int) -> Polygon:
    turn = np.arange(count) * np.pi * (1 - 1 / count)
    return Polygon(np.column_stack([X + np.cos(turn) / 10, Y + np.sin(turn) / 10]))


def comb(teeth: int) -> Polygon:
    x = X + np.repeat(np.arange(teeth), 2) / teeth / 10
    y = Y + np.tile([0, 0.1], teeth)
    return Polygon([*np.column_stack([x, y]).tolist(), (X + 0.1, Y - 0.1), (X, Y - 0.1)])


each("large geometries", {
    "a line of a million vertices": lambda p: holding(p, spiral(1_000_000)),
    "an area of a million vertices": lambda p: holding(p, Polygon(spiral(1_000_000).coords)),
    "an area with ten thousand holes": lambda p: holding(p, Polygon(
        box(X, Y, X + 1, Y + 1).exterior.coords,
        [box(X + n % 100 / 100 + 0.001, Y + n // 100 / 100 + 0.001, X + n % 100 / 100 + 0.005,
             Y + n // 100 / 100 + 0.005).exterior.coords for n in range(10_000)])),
    "a hundred thousand points in one": lambda p: holding(
        p, shapely.MultiPoint(np.random.default_rng(1).random((100_000, 2)) + np.array([X, Y]))),
}, DRAWN)  # fmt: skip

# QPainter itself would take minutes.
each("areas of endless crossings", {
    "a star whose every side crosses all others": lambda p: holding(p, star(20_001)),
    "a comb of a hundred thousand teeth": lambda p: holding(p, comb(100_000)),
}, DRAWN)  # fmt: skip
