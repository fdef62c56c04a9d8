"""Small files with some bits turned, each made from a kind, a seed and a number alone."""

from __future__ import annotations

import random
import struct
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import shapely
from shapely import LineString, MultiPolygon, Point, box

from hetao_map.data.sld import StyleError, parse
from hetao_map.data.wkb import shapes_of
from hetao_map.resources import asset
from tests.faults.looks import png, styled, with_media
from tests.faults.making import database, many, sound
from tests.faults.reading import checked, read_through
from tests.faults.shapes import ARC, CIRCLE, HIGH, RING, line, nested, polygon
from tests.faults.shapes import many as parts
from tests.files import encoded, points, write_geopackage

_FLIPS = (1, 1, 2, 4, 16, 64)
Flip = Callable[[bytes, random.Random], bytes]


def flipped(content: bytes, chance: random.Random) -> bytes:
    """Return bytes of which some bits are turned, mostly where something stands."""
    data = bytearray(content)
    filled = [n for n in chance.choices(range(len(data)), k=256) if data[n]] or [0]
    for _ in range(chance.choice(_FLIPS)):
        place = chance.choice(filled) if chance.random() < 0.8 else chance.randrange(len(data))
        data[place] ^= 1 << chance.randrange(8)
    return bytes(data)


def mutant(kind: str, seed: int, number: int, folder: Path) -> bytes:
    """Return one mutant; folder is where its source is made, once."""
    chance = random.Random(f"{kind} {seed} {number}")
    return flipped(chance.choice(sources(kind, folder)), chance)


@cache
def sources(kind: str, folder: Path) -> tuple[bytes, ...]:
    """Return what the mutants of a kind are made from."""
    return tuple({"geopackage": _geopackages, "wkb": _blobs, "sld": _styles}[kind](folder))


def _geopackages(folder: Path) -> Iterator[bytes]:
    makers: tuple[Callable[[Path], object], ...] = (
        lambda path: write_geopackage(path, places=points(60), others=points(20)),
        lambda path: many(path, 120),
        lambda path: styled(path, _first_style()),
        lambda path: with_media(path, ("image/png", png(40, 30))),
        _of_all_shapes,
        _smallest_pages,
    )
    for number, make in enumerate(makers):
        path = folder / f"source {number}.gpkg"
        make(path)
        yield path.read_bytes()
        path.unlink()


def _of_all_shapes(path: Path) -> None:
    shapes = [(blob, f"shape {n}") for n, blob in enumerate(_blobs(path.parent))]
    write_geopackage(path, things=shapes)


def _smallest_pages(path: Path) -> None:
    with database(path) as db:
        db.execute("PRAGMA page_size = 512")
    sound(path, 40)


def _blobs(_folder: Path) -> Iterator[bytes]:
    shapes = [Point(114, 22.5), LineString(RING), box(114, 22.5, 114.1, 22.6),
              MultiPolygon([box(114, 22.5, 114.1, 22.6), box(115, 22.5, 115.1, 22.6)]),
              shapely.GeometryCollection([Point(114, 22.5), LineString(RING)])]  # fmt: skip
    yield from (encoded(shape) or b"" for shape in shapes)
    odd = [ARC, parts(10, CIRCLE), parts(9, ARC, line(2, *RING)), line(1002, *HIGH),
           polygon(1003, HIGH), nested(6), parts(12, parts(10, CIRCLE), polygon(3, RING)),
           line(2, *RING, order=">")]  # fmt: skip
    envelope = struct.pack("<4d", 114, 114.1, 22.5, 22.6)
    for wkb in odd:
        yield b"GP\x00\x01" + struct.pack("<i", 4326) + wkb
        yield b"GP\x00\x03" + struct.pack("<i", 4326) + envelope + wkb


def _styles(_folder: Path) -> Iterator[bytes]:
    return (path.read_bytes() for path in sorted(asset("styles").glob("*.sld")))


def _first_style() -> str:
    return next(_styles(Path())).decode()


def put_through(kind: str, content: bytes, path: Path, *, whole: bool) -> None:
    """Have a mutant read; raises what a reader must not raise, and AssertionError.

    whole: paint and check it too.
    """
    if kind == "wkb":
        shapes, bad = shapes_of([content, encoded(Point(1, 2))])
        assert shapes[1] == Point(1, 2), "the geometry beside it is lost"
        assert set(bad) <= {0}, bad
    elif kind == "sld":
        with suppress(StyleError):
            parse(content.decode("utf-8", errors="replace"))
    else:
        path.write_bytes(content)
        _read(path, whole=whole)
        assert path.read_bytes() == content, "the file was changed"
        assert [other.name for other in path.parent.iterdir()] == [path.name]
        path.unlink()


def _read(path: Path, *, whole: bool) -> dict[str, Any]:
    found = read_through(path, painted=whole)
    return checked(path) if whole else found
