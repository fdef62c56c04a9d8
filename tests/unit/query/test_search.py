import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely import Point

from hetao_map.geometry.projection import to_lonlat
from hetao_map.model.dataset import Catalog
from hetao_map.model.feature import FeatureRef
from hetao_map.query.search import SearchHit, SearchIndex, fold
from tests.layers import make_catalog, make_layer


@pytest.fixture(scope="module")
def index(shipped: Catalog) -> SearchIndex:
    return SearchIndex(shipped)


def first(index: SearchIndex, text: str) -> str:
    return str(index.search(text)[0].ref)


@pytest.mark.parametrize(
    ("text", "ref"),
    [
        ("福田口岸", "ports/futian_port"),
        ("Futian Port", "ports/futian_port"),
        ("  futian   PORT ", "ports/futian_port"),
        ("futian-port", "ports/futian_port"),
        ("futiankouan", "ports/futian_port"),
        ("futain port", "ports/futian_port"),
        ("皇岗口岸", "ports/huanggang_port"),
        ("皇崗口岸", "ports/huanggang_port"),
        ("落马洲河套", "cooperation_zone/hong_kong_park"),
        ("落馬洲河套", "cooperation_zone/hong_kong_park"),
        ("米埔自然保護區", "ecological_reserves/mai_po"),
        ("Mai Po Nature Reserve", "ecological_reserves/mai_po"),
        ("深港开放创新中心", "innovation_sites/hetao_sci_tech_innovation_centre"),
        ("Ｆｕｔｉａｎ　Ｐｏｒｔ", "ports/futian_port"),
    ],
)
def test_a_name_in_any_writing_finds_the_place(index: SearchIndex, text: str, ref: str) -> None:
    assert first(index, text) == ref


def test_every_name_on_the_map_finds_a_feature_of_that_name(
    index: SearchIndex, shipped: Catalog
) -> None:
    lost = []
    for layer in shipped.layers:
        if layer.spec.group.id != "theme":
            continue
        for row in range(layer.rows):
            for name in layer.name(row).as_json().values():
                hits = index.search(name, limit=50)
                if FeatureRef(layer.id, layer.ids[row]) not in [hit.ref for hit in hits]:
                    lost.append(name)
    assert lost == []


def small_index(*names: str, **attributes: tuple[object, ...]) -> SearchIndex:
    shapes = [Point(n, 0) for n in range(len(names))]
    return SearchIndex(make_catalog(make_layer(shapes, name_en=names, **attributes)))


def found(index: SearchIndex, text: str, limit: int = 20) -> list[str]:
    return [hit.name.en for hit in index.search(text, limit)]


def test_the_same_name_comes_before_a_beginning_a_word_and_a_part() -> None:
    index = small_index("Newport", "Old port", "Port Road", "Port")
    assert found(index, "port") == ["Port", "Port Road", "Old port", "Newport"]


def test_words_may_stand_in_any_order() -> None:
    assert found(small_index("Futian Port", "Futian Station"), "port futian") == ["Futian Port"]


def test_importance_and_status_break_ties() -> None:
    index = small_index("Port A", "Port B", "Port C", importance=(10, 90, 10))
    assert found(index, "port")[0] == "Port B"
    index = small_index("Port A", "Port B", status=("closed", "open"))
    assert found(index, "port")[0] == "Port B"


def test_accents_do_not_matter() -> None:
    assert found(small_index("Café Zoë"), "cafe zoe") == ["Café Zoë"]


def test_the_limit_holds_and_each_feature_comes_once() -> None:
    index = small_index(*[f"Port {n}" for n in range(9)])
    assert len(index.search("port", limit=4)) == 4
    assert len(index.search("port")) == 9


@pytest.mark.parametrize("text", ["", "  ", "—", "。、", "zzzzqqqq", "没有这个地方"])
def test_what_is_not_there_is_not_found(index: SearchIndex, text: str) -> None:
    assert index.search(text) == []


def test_coordinates_find_the_place_itself(index: SearchIndex) -> None:
    (hit,) = index.search("22.5176, 114.0629")
    assert hit.ref.layer == "coordinate"
    assert to_lonlat(hit.point, 2326) == pytest.approx((114.0629, 22.5176), abs=1e-6)


@given(st.text(max_size=30))
def test_any_text_can_be_searched(text: str) -> None:
    hits: list[SearchHit] = small_index("Futian Port", "福田口岸").search(text)
    assert all(0 < hit.score <= 100 for hit in hits)


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_a_feature_without_geometry_is_not_offered() -> None:
    layer = make_layer([None, Point(0, 0)], name_en=("Nowhere", "Here"))
    assert SearchIndex(make_catalog(layer)).search("nowhere") == []
