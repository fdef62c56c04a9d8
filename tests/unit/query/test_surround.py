from dataclasses import replace

import pytest
from shapely import box

from hetao_map.geometry.projection import to_map
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.dataset import Catalog
from hetao_map.model.knowledge import Knowledge, Source
from hetao_map.query.surround import Wanted, surround_of
from hetao_map.text.language import Language
from tests.layers import VIEW, make_catalog, make_layer

OPEN = Source("osm", "OpenStreetMap", "OpenStreetMap contributors", "2024", "", "ODbL 1.0")
PAPER = Source("paper", "A paper", "A publisher", "2023-08-29")
OWN = Source("own", "Own work", "Hetao Map", "", "", "MIT")
KNOWN = Knowledge(sources={s.id: s for s in (OPEN, PAPER, OWN)})
EVERYTHING = Wanted(legend=True, grid=True, page=True, date="2024-05-01")


def catalog() -> Catalog:
    near = make_layer([box(0, 0, 9, 9)] * 2, layer_id="near", source_id=["paper", "own"])
    far = make_layer([box(900, 900, 910, 910)], layer_id="far", source_id=["osm"])
    return make_catalog(near, far, knowledge=KNOWN, epsg=3857)


def surround(view: Viewport = VIEW, wanted: Wanted = EVERYTHING, **more: object):
    visible = frozenset(more.get("visible", {"near", "far"}))
    return surround_of(catalog(), visible, view, Language.EN, wanted)


def test_sources_are_those_of_the_layers_in_view() -> None:
    assert surround().sources == ("A paper, A publisher, 2023-08-29",)
    assert surround().attribution == ""
    wide = surround(VIEW.zoomed(0.05))
    assert len(wide.sources) == 2
    assert wide.attribution == "© OpenStreetMap contributors (ODbL 1.0)"
    assert surround(VIEW.zoomed(0.05), visible={"near"}).attribution == ""


def test_only_what_is_asked_for_is_there() -> None:
    plain = surround(wanted=Wanted())
    assert replace(plain, ground_metres=1.0) == type(plain)()
    full = surround()
    assert full.legend
    assert full.title == "things.gpkg"
    assert full.subtitle == "Hetao Map"
    assert full.grid == 3857
    assert full.dated == "As on 1 May 2024"
    assert full.remark == "Web Mercator projection"


def test_true_north_is_that_of_the_grid() -> None:
    west = Viewport(to_map((113.5, 22.5), 2326))
    map_here = make_catalog(make_layer([]), epsg=2326)
    north = surround_of(map_here, frozenset(), west, Language.EN).north
    assert north == pytest.approx(0.26, abs=0.01)
    assert surround().north == 0


@pytest.mark.parametrize(
    ("language", "title"),
    [
        (Language.ZH_HANS, "河套深港科技创新合作区"),
        (Language.ZH_HANT, "河套深港科技創新合作區"),
        (
            Language.EN,
            "Hetao Shenzhen-Hong Kong Science and Technology Innovation Co-operation Zone",
        ),
    ],
)
def test_the_map_that_ships_is_called_after_the_zone(
    shipped: Catalog, language: Language, title: str
) -> None:
    extent = shipped.extent("theme")
    assert extent is not None
    view = Viewport(size_px=(1200, 800)).fitted(extent)
    visible = frozenset(layer.id for layer in shipped.layers)
    found = surround_of(shipped, visible, view, language, EVERYTHING)
    assert found.title == title
    assert found.attribution.count("OpenStreetMap") == 1
    assert len(found.sources) == len(set(found.sources)) > 5
