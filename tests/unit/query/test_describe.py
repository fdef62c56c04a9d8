import json

import pytest
from shapely import Point, box

from hetao_map.model.dataset import Catalog
from hetao_map.model.feature import FeatureRef
from hetao_map.query.ask import of_feature
from hetao_map.query.describe import hit_json, layer_json, search_json
from hetao_map.query.search import SearchIndex
from hetao_map.text.language import Language
from tests.layers import make_layer


def test_a_layer_has_the_keys_of_the_contract(shipped: Catalog) -> None:
    for layer in shipped.layers:
        found = layer_json(layer)
        assert list(found) == [
            "id", "title", "group", "geometry", "feature_count", "visible", "bbox"
        ]  # fmt: skip
        west, south, east, north = found["bbox"]
        assert 113 < west < east < 115
        assert 22 < south < north < 23


def test_an_empty_layer_has_no_box() -> None:
    assert layer_json(make_layer([]))["bbox"] is None


def test_a_hit_has_the_keys_of_the_contract(shipped: Catalog) -> None:
    answer = of_feature(shipped, FeatureRef("ports", "futian_port"), Language.EN)
    found = hit_json(answer.feature, answer.card, 12.345, shipped)
    assert {"layer", "id", "name", "kind", "status", "distance_m", "lon", "lat", "facts"} <= set(
        found
    )
    assert (found["distance_m"], found["lon"], found["lat"]) == (12.3, 114.0629, 22.5176)
    assert set(found["name"]) == {"zh-Hans", "zh-Hant", "en"}
    for fact in found["facts"]:
        assert {"key", "label", "value", "unit", "as_of", "source"} <= set(fact)
        assert set(fact["source"]) == {"id", "title", "publisher", "date", "address"}


def test_a_figure_is_a_number_and_words_are_text(shipped: Catalog) -> None:
    answer = of_feature(shipped, FeatureRef("ports", "futian_port"), Language.ZH_HANS)
    found = hit_json(answer.feature, answer.card, 0, shipped)
    values = {fact["key"]: fact["value"] for fact in found["facts"]}
    assert values["site_area"] == 62962
    assert values["building_area"] == pytest.approx(82035.85)
    assert values["hours"] == "06:30-22:30"


def test_every_feature_of_the_map_that_ships_is_valid_json(shipped: Catalog) -> None:
    for layer in shipped.layers:
        for row in layer.positions_of_row:
            answer = of_feature(shipped, layer.feature(row).ref, Language.EN)
            found = hit_json(answer.feature, answer.card, 0, shipped)
            assert json.loads(json.dumps(found, allow_nan=False)) == found


def test_a_search_hit_has_the_keys_of_the_contract(shipped: Catalog) -> None:
    hit = SearchIndex(shipped).search("福田口岸")[0]
    found = search_json(hit, shipped)
    assert list(found)[:6] == ["layer", "id", "name", "score", "lon", "lat"]
    assert (found["how"], found["matched"]["en"]) == ("name", "福田口岸")
    assert (found["lon"], found["lat"]) == (114.0629, 22.5176)


def test_coordinates_of_a_large_area_lie_in_it() -> None:
    layer = make_layer([box(835000, 841000, 836000, 842000), Point(0, 0)])
    assert layer_json(layer)["feature_count"] == 2
