import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely import Point

from hetao_map.geometry.projection import to_lonlat
from hetao_map.model.dataset import Catalog
from hetao_map.model.feature import FeatureRef
from hetao_map.model.knowledge import Event, Fact, Knowledge, SeriesValue
from hetao_map.query.names import How
from hetao_map.query.search import LONGEST_QUERY, SearchHit, SearchIndex, nothing_found
from hetao_map.text.localized import LocalizedText, same
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


def test_a_feature_without_geometry_is_not_offered() -> None:
    layer = make_layer([None, Point(0, 0)], name_en=("Nowhere", "Here"))
    assert SearchIndex(make_catalog(layer)).search("nowhere") == []


MAI_PO = FeatureRef("things", "1")


def with_facts(**tables: object) -> SearchIndex:
    layer = make_layer([Point(0, 0), Point(1, 0)], name_en=("Mai Po", "Futian Port"))
    known = Knowledge(**{name: {MAI_PO: values} for name, values in tables.items()})  # type: ignore[arg-type]
    return SearchIndex(make_catalog(layer, knowledge=known))


def area(number: float, unit: str = "ha") -> Fact:
    return Fact("area", LocalizedText(), number, unit=unit)


def matched(index: SearchIndex, text: str) -> list[tuple[str, How]]:
    return [(hit.matched.en, hit.how) for hit in index.search(text)]


@pytest.mark.parametrize("text", ["380", "380 ha", "area 380", "mai po area", "Mai Po's area"])
def test_a_figure_finds_its_feature_and_is_named(text: str) -> None:
    assert matched(with_facts(facts=(area(380),)), text) == [("area: 380 ha", How.FACT)]


@pytest.mark.parametrize("text", ["38", "80", "3800", "380.5", "1380"])
def test_a_figure_is_met_as_a_whole(text: str) -> None:
    assert with_facts(facts=(area(380),)).search(text) == []


@pytest.mark.parametrize("text", ["470000", "470,000", "47万", "47萬", "470000平方米"])
def test_a_figure_may_be_written_in_any_way(text: str) -> None:
    units = {"m2": LocalizedText("平方米", "平方米", "m²")}
    layer = make_layer([Point(0, 0)], name_en=("Mai Po",))
    known = Knowledge(facts={MAI_PO: (area(470_000, "m2"),)}, units=units)
    assert SearchIndex(make_catalog(layer, knowledge=known)).search(text)[0].ref == MAI_PO


def test_a_word_of_a_fact_finds_it_in_any_number_and_with_a_typing_error() -> None:
    fact = Fact("species", LocalizedText("黑脸琵鹭", "黑臉琵鷺", "Black-faced Spoonbill"))
    index = with_facts(facts=(fact,))
    for text in ("spoonbill", "Spoonbills", "spoonbil", "琵鹭", "黑臉琵鷺"):
        assert matched(index, text) == [("species: Black-faced Spoonbill", How.FACT)], text


def test_years_are_found_in_events_and_series() -> None:
    event = Event("1995-09-04", same("Listed"), LocalizedText(), "")
    value = SeriesValue("birds", "2010", "", 462, "", "exact", "", LocalizedText())
    index = with_facts(events=(event,), series=(value,))
    assert matched(index, "1995") == [("4 September 1995: Listed", How.FACT)]
    assert matched(index, "4 September 1995") == matched(index, "1995-09-04")
    assert matched(index, "2010") == [("2010: birds: 462", How.FACT)]


def test_two_whole_numbers_are_a_figure_before_they_are_coordinates() -> None:
    index = with_facts(facts=(area(15_000),))
    assert [hit.how for hit in index.search("15,000")] == [How.FACT]
    assert [hit.how for hit in index.search("22,114")] == [How.COORDINATES]


def test_a_name_comes_before_a_fact_and_the_kind_of_match_is_told() -> None:
    fact = Fact("opposite", same("Futian Port"))
    hits = with_facts(facts=(fact,)).search("futian port")
    assert [(hit.name.en, hit.how) for hit in hits] == [
        ("Futian Port", How.NAME),
        ("Mai Po", How.FACT),
    ]


def test_former_names_and_initials_are_told(index: SearchIndex) -> None:
    assert index.search("深港开放创新中心")[0].how is How.FORMER
    assert index.search("hgka")[0].how is How.INITIALS
    assert index.search("HSITP")[0].how is How.ALIAS


def test_easting_and_northing_are_a_place(index: SearchIndex) -> None:
    (hit,) = index.search("HK1980 Grid 836694 819069")
    assert hit.point == pytest.approx((836_694, 819_069), abs=0.01)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("200.5, 10.5", "outside the world"),
        ("990000 990000", "outside the Hong Kong 1980 Grid"),
        ("😀🙃", "nothing to search for"),
        ("x" * 10_000, "10000 characters"),
        ("zzzzqqqq", "zzzzqqqq"),
        ("\u202eطريق\x00\x07", "طريق"),
    ],
)
def test_what_cannot_be_found_is_explained(index: SearchIndex, text: str, word: str) -> None:
    assert index.search(text) == []
    sentence = nothing_found(text, Catalog())
    assert word in sentence.en
    assert all(sentence.as_json().values())
    assert len(sentence.en) < 2 * LONGEST_QUERY
    assert sentence.en.isprintable()
