"""What a measurement says is what pyproj's Geod says of its points."""

import numpy as np
import pytest
from pyproj import Geod
from shapely import Polygon

from hetao_map.geometry.projection import HONG_KONG_GRID, WEB_MERCATOR, to_lonlat
from hetao_map.model.dataset import Catalog
from hetao_map.model.measurement import Measurement
from hetao_map.query.measurement import measured, measured_text
from hetao_map.text.language import Language

GEOD = Geod(ellps="WGS84")
SQUARE = ((822_000.0, 842_000.0), (822_500.0, 842_000.0), (822_500.0, 842_400.0))


def triangle(chance: np.random.Generator, middle: tuple[float, float], size: float) -> Measurement:
    corners = tuple(map(tuple, (middle + chance.uniform(-size, size, (3, 2))).tolist()))
    return Measurement(corners, of_area=True, done=True)


@pytest.mark.parametrize(
    ("epsg", "middle", "sizes"),
    [
        (HONG_KONG_GRID, (822_000.0, 842_000.0), (5, 50, 500, 5_000, 20_000)),
        (WEB_MERCATOR, (12_697_000.0, 2_573_000.0), (50, 5_000, 500_000)),
    ],
)
def test_figures_equal_geod(epsg: int, middle: tuple, sizes: tuple) -> None:
    chance = np.random.default_rng(4)
    for size in sizes * 40:
        shape = triangle(chance, middle, size)
        ring = [to_lonlat(point, epsg) for point in shape.points]
        area, perimeter = GEOD.geometry_area_perimeter(Polygon(ring))
        result = measured(shape, epsg)
        assert result.length_m == pytest.approx(perimeter, abs=1e-3)
        assert result.area_m2 == pytest.approx(abs(area), abs=1e-6, rel=1e-15)
        assert len(result.pieces) == 3


def test_a_line_has_no_area() -> None:
    result = measured(Measurement(SQUARE), HONG_KONG_GRID)
    assert (len(result.pieces), result.area_m2) == (2, None)
    assert result.pieces[0].azimuth == pytest.approx(90, abs=0.1)
    assert (result.pieces[1].azimuth + 180) % 360 == pytest.approx(180, abs=0.1)


def test_an_edge_that_crosses_itself_is_said() -> None:
    corners = (*SQUARE[:2], (822_000.0, 842_400.0), SQUARE[2])
    shape = Measurement(corners, of_area=True)
    result = measured(shape, HONG_KONG_GRID)
    assert result.crosses
    assert result.area_m2 is None
    text = measured_text(shape, Catalog(), "wgs84", Language.EN)
    assert "crosses itself" in text


@pytest.mark.parametrize("language", Language)
def test_the_text_has_points_pieces_and_sums(language: Language) -> None:
    shape = Measurement(SQUARE).finished(rounded=True)
    lines = measured_text(shape, Catalog(), "hk1980", language).splitlines()
    assert sum("822500 E" in line for line in lines) == 2
    assert len(lines) == 1 + 3 + 3 + 2
    assert all(line.count("\t") in (1, 2) for line in lines[1:7])


def test_a_place_without_figures_in_a_system_is_told_in_degrees() -> None:
    text = measured_text(Measurement(SQUARE), Catalog(), "gcj02", Language.EN)
    assert "° N" in text
    assert "GCJ" not in text


def test_nothing_measured_is_nothing() -> None:
    assert measured(Measurement(), HONG_KONG_GRID).length_m == 0
