"""The list of what is in view: named and drawn features, the theme first, in reading order."""

from shapely import Point

from hetao_map.geometry.viewport import Viewport
from hetao_map.model.dataset import Catalog
from hetao_map.model.feature import FeatureRef
from hetao_map.query.visible import MOST, visible_features
from hetao_map.text.language import Language
from tests.layers import make_layer

EN = Language.EN
X, Y = 832_000.0, 840_000.0
VIEW = Viewport((X, Y), 1.0, (1000, 800))


def names(*layers, view: Viewport = VIEW) -> list[str]:
    return [feature.name for feature in visible_features(layers, view, EN)]


def test_features_are_listed_by_rows_from_the_upper_left() -> None:
    points = [Point(X + 300, Y - 200), Point(X - 300, Y + 210), Point(X + 100, Y + 205)]
    assert names(make_layer(points, name_en=("low", "left", "right"))) == ["left", "right", "low"]


def test_what_lies_outside_or_has_no_name_is_not_listed() -> None:
    points = [Point(X, Y), Point(X + 900, Y), Point(X + 10, Y)]
    assert names(make_layer(points, name_en=("here", "away", ""))) == ["here"]


def test_a_place_is_in_pixels_of_the_view() -> None:
    (feature,) = visible_features((make_layer([Point(X + 50, Y + 20)], name_en=("a",)),), VIEW, EN)
    assert feature.at_px == (550, 380)


def test_of_many_the_most_important_are_listed() -> None:
    count = MOST + 20
    points = [Point(X + number, Y) for number in range(count)]
    listed = names(
        make_layer(
            points,
            name_en=tuple(f"n{number}" for number in range(count)),
            importance=tuple(range(count)),
        )
    )
    assert len(listed) == MOST
    assert "n19" not in listed
    assert "n20" in listed


def test_kind_and_status_are_said_in_the_language(shipped: Catalog) -> None:
    port = shipped.find(FeatureRef("ports", "futian_port"))
    view = Viewport(port.point, 4.0, (1000, 800))
    layers = tuple(shipped.layers)
    for language, kind in ((EN, "Land port, Open"), (Language.ZH_HANT, "陸路口岸，開放")):
        found = {f.ref.id: f for f in visible_features(layers, view, language)}
        assert found["futian_port"].kind == kind
