import pytest

from hetao_map.model.style import (
    Hatch,
    LabelPart,
    LineSymbolizer,
    MarkFill,
    PointSymbolizer,
    PolygonSymbolizer,
    Stroke,
    TextSymbolizer,
)
from hetao_map.model.units import MAX_PX, in_pixels

BLACK = (0, 0, 0, 255)
PEN = Stroke(BLACK, 10, (20, 5), dash_offset=5)
# Two metres a pixel: half as many pixels.
HALF = Stroke(BLACK, 5, (10, 2.5), dash_offset=2.5)
MARK = PointSymbolizer("star", 10, BLACK, PEN, displacement=(4, 6), unit_m=1)


@pytest.mark.parametrize(
    ("symbolizer", "expected"),
    [
        (LineSymbolizer(PEN, 8, 1), LineSymbolizer(HALF, 4)),
        (MARK, PointSymbolizer("star", 5, BLACK, HALF, displacement=(2, 3))),
        (
            PolygonSymbolizer(BLACK, PEN, Hatch(BLACK, (45,), 8, 2), 6, (2, 4), 1),
            PolygonSymbolizer(BLACK, HALF, Hatch(BLACK, (45,), 4, 1), 3, (1, 2)),
        ),
        (
            PolygonSymbolizer(pattern=MarkFill(PointSymbolizer(size=4), (8, 6)), unit_m=1),
            PolygonSymbolizer(pattern=MarkFill(PointSymbolizer(size=2), (4, 3))),
        ),
        (
            TextSymbolizer((LabelPart("a"),), 20, halo_radius=2, displacement=(8, 0), unit_m=1),
            TextSymbolizer((LabelPart("a"),), 10, halo_radius=1, displacement=(4, 0)),
        ),
    ],
    ids=["line", "point", "hatched area", "dotted area", "label"],
)
def test_sizes_on_the_ground_become_pixels(symbolizer, expected) -> None:
    assert in_pixels(symbolizer, 2) == expected


def test_pixels_stay_pixels() -> None:
    line = LineSymbolizer(PEN)
    assert in_pixels(line, 2) is line


def test_a_foot_is_shorter_than_a_metre() -> None:
    assert in_pixels(PointSymbolizer(size=10, unit_m=0.3048), 1).size == pytest.approx(3.048)


def test_no_size_grows_beyond_what_can_be_painted() -> None:
    assert in_pixels(PointSymbolizer(size=1e6, unit_m=1), 0.02).size == MAX_PX
