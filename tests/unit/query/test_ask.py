import pytest
from shapely import Point

from hetao_map.geometry.projection import ground_metres, to_map
from hetao_map.model.dataset import Catalog
from hetao_map.model.feature import FeatureRef
from hetao_map.query.ask import at_point, of_feature
from hetao_map.text.language import Language
from tests.layers import make_catalog, make_layer


def test_only_visible_layers_answer(shipped: Catalog) -> None:
    point = to_map((114.0629, 22.5176), 2326)
    answers = at_point(shipped, frozenset({"land"}), point, 30, Language.EN)
    assert [answer.feature.ref.layer for answer in answers] == ["land"]
    assert at_point(shipped, frozenset(), point, 30, Language.EN) == []


def test_answers_bring_their_cards_in_the_language(shipped: Catalog) -> None:
    point = to_map((114.0629, 22.5176), 2326)
    answer = at_point(shipped, frozenset({"ports"}), point, 30, Language.ZH_HANT)[0]
    assert answer.card.title == "福田口岸"
    assert answer.card.status_text == "開放"
    assert answer.distance_m == pytest.approx(0, abs=0.1)


def test_distances_are_metres_on_the_ground() -> None:
    x, y = to_map((10, 60), 3857)
    layer = make_layer([Point(x + 200, y)], id=("a",))
    (answer,) = at_point(
        make_catalog(layer, epsg=3857), frozenset({"things"}), (x, y), 300, Language.EN
    )
    assert answer.distance_m == pytest.approx(100, rel=1e-6)
    assert ground_metres((x, y), 2326) == 1


def test_an_unknown_feature_has_no_answer(shipped: Catalog) -> None:
    assert of_feature(shipped, FeatureRef("ports", "nowhere"), Language.EN) is None
    assert of_feature(shipped, FeatureRef("nowhere", "a"), Language.EN) is None
