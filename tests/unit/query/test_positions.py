"""A place in every system, and back from what is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hetao_map.geometry.projection import GRID_AREA, to_map
from hetao_map.model.dataset import Catalog
from hetao_map.model.state import COORDINATE_FORMS
from hetao_map.query.positions import in_mainland, position_in, positions
from hetao_map.query.typed_place import typed_place
from hetao_map.text.language import Language
from tests.layers import make_catalog

FUTIAN = (114.0629, 22.5176)
LOOP = (114.0790, 22.5160)


def text_of(catalog: Catalog, form: str, lonlat: tuple[float, float]) -> str:
    point = to_map(lonlat, catalog.map_epsg)
    return position_in(form, catalog, point, Language.EN).marked


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("wgs84", "22.51760° N  114.06290° E"),
        ("wgs84_dms", "22°31′03.36″ N  114°03′46.44″ E"),
        ("hk1980", "HK 1980 Grid  824542 E  841996 N"),
        ("cgcs2000", "CGCS2000  22.51760° N  114.06290° E"),
        ("cgcs2000_gk", "CGCS2000 114°E  506471 E  2491118 N"),
        ("gcj02", "GCJ-02 about  22.51489° N  114.06802° E"),
    ],
)
def test_the_port_in_each_system(shipped: Catalog, form: str, text: str) -> None:
    assert text_of(shipped, form, FUTIAN) == text


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("form", COORDINATE_FORMS)
@given(lon=st.floats(113.95, 114.10), lat=st.floats(22.45, 22.56))
def test_what_is_written_leads_back(
    shipped: Catalog, form: str, language: Language, lon: float, lat: float
) -> None:
    point = to_map((lon, lat), shipped.map_epsg)
    written = position_in(form, shipped, point, language).marked
    if written or form != "gcj02":
        assert typed_place(written, shipped.map_epsg) == pytest.approx(point, abs=1.2)


@pytest.mark.parametrize("form", ["cgcs2000", "cgcs2000_gk", "gcj02", "hk1980"])
def test_what_is_not_exact_says_so(shipped: Catalog, form: str) -> None:
    point = to_map(FUTIAN, shipped.map_epsg)
    for language in Language:
        assert position_in(form, shipped, point, language).accuracy


@pytest.mark.parametrize(
    ("lonlat", "expected"),
    [
        (FUTIAN, True),
        ((114.0698, 22.5210), True),
        (LOOP, False),
        ((114.06562, 22.51503), False),
        ((114.0363, 22.4925), False),
        # Where the map has no boundary, nobody says on which side a place lies.
        ((114.17, 22.30), False),
        ((114.25, 22.56), False),
        ((113.55, 22.19), False),
        ((113.30, 23.10), True),
        # Japan and Paris.
        ((135.5, 34.7), False),
        ((2.35, 48.86), False),
    ],
)
def test_gcj02_is_for_the_mainland_alone(
    shipped: Catalog, lonlat: tuple[float, float], expected: bool
) -> None:
    assert in_mainland(shipped, to_map(lonlat, shipped.map_epsg), lonlat) is expected


def test_without_a_boundary_nothing_is_guessed() -> None:
    assert not in_mainland(Catalog(), to_map(FUTIAN, 2326), FUTIAN)


def test_the_world_is_told_in_degrees_where_a_grid_ends(shipped: Catalog) -> None:
    paris = to_map((2.35, 48.86), 3857)
    told = {p.form: p.text for p in positions(make_catalog(epsg=3857), paris, Language.EN)}
    assert told["wgs84"] == "48.86000° N  2.35000° E"
    assert told["hk1980"] == told["cgcs2000_gk"] == told["gcj02"] == ""
    assert not GRID_AREA.contains((2.35, 48.86))


def test_a_place_off_the_world_has_no_figures() -> None:
    told = positions(Catalog(), (float("inf"), 0.0), Language.EN)
    assert {position.text for position in told} == {""}
