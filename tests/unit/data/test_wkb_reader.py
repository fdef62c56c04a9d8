import math
import struct

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from hetao_map.data.wkb_reader import (
    MOST_VERTICES,
    is_curved,
    is_simple,
    may_exhaust_geos,
    read_wkb,
)

HALF = struct.pack("<BII6d", 1, 8, 3, 0, 0, 1, 1, 2, 0)
BACK = struct.pack("<BII4d", 1, 2, 2, 2, 0, 0, 0)
SHAPES = [
    "POINT (1 2)",
    "LINESTRING (0 0, 1 1)",
    "POLYGON ((0 0, 4 0, 4 4, 0 0), (1 0.5, 2 0.5, 2 1, 1 0.5))",
    "MULTIPOINT (0 0, 1 1)",
    "MULTILINESTRING ((0 0, 1 1), (2 2, 3 3))",
    "MULTIPOLYGON (((0 0, 4 0, 4 4, 0 0)), ((5 5, 6 5, 6 6, 5 5)))",
    "GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (0 0, 1 1))",
    "POLYGON EMPTY",
    "LINESTRING EMPTY",
]


def gathered(kind: int, *parts: bytes) -> bytes:
    return struct.pack("<BII", 1, kind, len(parts)) + b"".join(parts)


@pytest.mark.parametrize("text", SHAPES)
@pytest.mark.parametrize("height", [False, True])
@pytest.mark.parametrize("byte_order", [0, 1])
@pytest.mark.parametrize("flavor", ["iso", "extended"])
def test_what_geos_reads_is_read_alike(
    text: str, height: bool, byte_order: int, flavor: str
) -> None:
    flat = shapely.from_wkt(text)
    shape = shapely.force_3d(flat, 7) if height else flat
    wkb = shapely.to_wkb(shape, byte_order=byte_order, flavor=flavor)
    assert shapely.equals_exact(read_wkb(wkb), flat)


@pytest.mark.parametrize("code", [2002, 3002, 0x40000002, 0xC0000002])
def test_measures_are_dropped(code: int) -> None:
    numbers = 4 if code in (3002, 0xC0000002) else 3
    vertices = [n + 10 * axis for n in range(2) for axis in range(numbers)]
    wkb = struct.pack(f"<BII{2 * numbers}d", 1, code, 2, *vertices)
    assert read_wkb(wkb).equals(shapely.LineString([(0, 10), (1, 11)]))


def test_half_a_circle_is_stroked_along_its_arc() -> None:
    line = read_wkb(HALF)
    assert line.length == pytest.approx(math.pi, rel=1e-3)
    xy = shapely.get_coordinates(line)
    assert np.hypot(xy[:, 0] - 1, xy[:, 1]) == pytest.approx(1)
    assert [1, 1] in xy.tolist()


@pytest.mark.parametrize(
    ("wkb", "kind", "measure"),
    [
        (gathered(9, HALF, BACK), "LineString", math.pi + 2),
        (gathered(10, gathered(9, HALF, BACK)), "Polygon", math.pi / 2),
        (gathered(11, HALF, BACK), "MultiLineString", math.pi + 2),
        (gathered(12, gathered(10, gathered(9, HALF, BACK))), "MultiPolygon", math.pi / 2),
        (gathered(7, HALF, BACK), "MultiLineString", math.pi + 2),
    ],
    ids=["compound curve", "curve polygon", "multicurve", "multisurface", "collection"],
)
def test_things_made_of_arcs_are_read(wkb: bytes, kind: str, measure: float) -> None:
    shape = read_wkb(wkb)
    assert shape.geom_type == kind
    assert (shape.area or shape.length) == pytest.approx(measure, rel=1e-3)


def test_no_geometry_grows_without_end() -> None:
    count = 20_001
    xy = [(n, n % 2) for n in range(count)]
    wkb = struct.pack("<BII", 1, 8, count) + np.array(xy, dtype="<f8").tobytes()
    assert shapely.get_num_coordinates(read_wkb(wkb)) <= MOST_VERTICES + count


def test_open_rings_are_closed() -> None:
    ring = struct.pack("<BIII6d", 1, 3, 1, 3, 0, 0, 1, 0, 1, 1)
    assert shapely.from_wkb(ring, on_invalid="ignore") is None
    assert read_wkb(ring).equals(shapely.from_wkt("POLYGON ((0 0, 1 0, 1 1, 0 0))"))


@pytest.mark.parametrize("kind", [4, 5, 6, 7, 9, 10, 11, 12])
def test_nesting_that_would_end_the_process_is_found(kind: int) -> None:
    head = struct.pack("<BII", 1, kind, 1)
    point = struct.pack("<BI2d", 1, 1, 1, 2)
    assert may_exhaust_geos(head * 200_000 + point)
    assert read_wkb(head * 200_000 + point) is None


def test_large_ordinary_geometries_are_left_to_geos() -> None:
    circle = shapely.Point(0, 0).buffer(1, 2000)
    assert not may_exhaust_geos(shapely.to_wkb(circle))
    assert not may_exhaust_geos(shapely.to_wkb(shapely.MultiPolygon([circle, circle])))
    assert not may_exhaust_geos(shapely.to_wkb(shapely.LineString(circle.exterior.coords)))


@given(st.binary(max_size=60))
def test_any_bytes_are_a_geometry_or_none(data: bytes) -> None:
    shape = read_wkb(data)
    assert shape is None or isinstance(shape, shapely.Geometry)
    assert isinstance(is_curved(data), bool)
    assert isinstance(is_simple(data), bool)
