import struct

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely import GeometryCollection, LineString, Point, Polygon, box

from hetao_map.data.wkb import shapes_of, strip_header
from tests.files import encoded

SHAPES = [
    Point(1, 2),
    LineString([(0, 0), (1, 1)]),
    box(0, 0, 1, 1),
    GeometryCollection([Point(1, 2), box(0, 0, 1, 1)]),
]
NAN_POINT = shapely.to_wkb(Point(0, 0))[:5] + struct.pack("<2d", float("nan"), 1)
NAN_AREA = shapely.to_wkb(box(0, 0, 1, 1))[:-16] + struct.pack("<2d", float("nan"), 1)


def blob(wkb: bytes, flags: int = 1, envelope: bytes = b"") -> bytes:
    return b"GP\x00" + bytes([flags]) + struct.pack("<i", 4326) + envelope + wkb


@given(
    st.sampled_from(SHAPES),
    st.sampled_from([(0, 0), (1, 4), (2, 6), (3, 6), (4, 8)]),
    st.sampled_from([0, 1]),
    st.sampled_from([0, 0b100000]),
    st.binary(min_size=64, max_size=64),
)
def test_the_envelope_is_passed_over_whatever_it_says(
    shape: shapely.Geometry, envelope: tuple[int, int], order: int, extended: int, junk: bytes
) -> None:
    code, numbers = envelope
    header = blob(shapely.to_wkb(shape), order | code << 1 | extended, junk[: 8 * numbers])
    assert strip_header(header) == shapely.to_wkb(shape)
    shapes, bad = shapes_of([header])
    assert shapes[0] == shape
    assert bad == []


@given(st.binary(max_size=80) | st.binary(max_size=80).map(lambda rest: b"GP\x00\x01" + rest))
def test_any_bytes_are_a_shape_or_bad(data: bytes) -> None:
    shapes, bad = shapes_of([data, encoded(Point(1, 2))])
    declared_empty = len(data) >= 8 and data[:2] == b"GP" and data[3] & 0b10000
    assert (bad == [0]) == (shapes[0] is None and not declared_empty)
    assert shapes[1] == Point(1, 2)


@given(st.integers(0, 255), st.integers(0, 100))
def test_a_damaged_geometry_costs_only_itself(value: int, where: int) -> None:
    damaged = bytearray(encoded(box(0, 0, 1, 1)))
    damaged[where % len(damaged)] = value
    shapes, _ = shapes_of([encoded(Point(1, 2)), bytes(damaged), encoded(Point(3, 4))])
    assert [shapes[0], shapes[2]] == [Point(1, 2), Point(3, 4)]
    assert np.isfinite(shapely.get_coordinates(shapes)).all()


@pytest.mark.parametrize(
    "data",
    [None, blob(shapely.to_wkb(Polygon()), 0b10001), encoded(GeometryCollection())],
    ids=["null", "declared empty", "an empty collection"],
)
def test_no_geometry_is_not_bad(data: bytes | None) -> None:
    shapes, bad = shapes_of([data])
    assert bad == []
    assert shapes[0] is None or shapes[0].is_empty


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GP",
        "GP text",
        5,
        shapely.to_wkb(Point(1, 2)),
        blob(NAN_POINT),
        blob(NAN_AREA),
        blob(shapely.to_wkb(Point(1, 2)), 0b1011),
        encoded(box(0, 0, 1, 1))[:-5],
    ],
    ids=[
        "none",
        "short",
        "text",
        "number",
        "no header",
        "nan",
        "nan in an area",
        "envelope code",
        "cut",
    ],
)
def test_what_cannot_be_read_is_bad(data: object) -> None:
    shapes, bad = shapes_of([encoded(Point(1, 2)), data])
    assert bad == [1]
    assert shapes.tolist() == [Point(1, 2), None]


def test_no_blobs_give_no_shapes() -> None:
    shapes, bad = shapes_of([])
    assert (len(shapes), bad) == (0, [])
