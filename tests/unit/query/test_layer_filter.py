from shapely import Point

from hetao_map.model.style import Rule, Style, default_style
from hetao_map.query.layer_filter import matches, matching_titles
from hetao_map.text.language import Language
from hetao_map.text.localized import LocalizedText
from tests.layers import make_layer

PORTS = LocalizedText("口岸", "口岸", "Ports")
ROADS = LocalizedText("主要道路", "主要道路", "Main roads")


def test_all_words_must_stand_there_in_whatever_language() -> None:
    assert matches(ROADS, "ROAD main")
    assert matches(ROADS, "main 道路")
    assert not matches(ROADS, "main port")
    assert matches(ROADS, "")


def test_classes_are_found_by_one_language_and_named_in_another() -> None:
    symbolizers = default_style("POINT").rules[0].symbolizers
    rules = tuple(Rule(title=title, symbolizers=symbolizers) for title in (PORTS, ROADS))
    layer = make_layer([Point(0, 0)], Style((*rules, Rule(title=PORTS))))
    assert matching_titles(layer, "port", Language.ZH_HANS) == {"口岸"}
