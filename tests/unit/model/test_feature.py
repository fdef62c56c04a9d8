import pytest

from hetao_map.geometry.extent import Extent
from hetao_map.model.feature import Feature, FeatureRef
from hetao_map.text.localized import LocalizedText


def feature(**attributes: object) -> Feature:
    ref = FeatureRef("ports", "a")
    return Feature(ref, LocalizedText(), "", "", (0, 0), Extent(0, 0, 0, 0), attributes)


@pytest.mark.parametrize("text", ["ports/futian_port", "a/b/c", "layer/"])
def test_an_address_reads_as_it_was_written(text: str) -> None:
    assert str(FeatureRef.parse(text)) == text


def test_what_follows_the_first_slash_is_the_id() -> None:
    assert FeatureRef.parse("a/b/c") == FeatureRef("a", "b/c")


@pytest.mark.parametrize(
    ("accuracy", "schematic"),
    [(80, False), (150, True), (400.5, True), (None, False), ("?", False)],
)
def test_a_rough_position_is_schematic(accuracy: object, schematic: bool) -> None:
    assert feature(accuracy_m=accuracy).schematic is schematic


@pytest.mark.parametrize("value", [float("inf"), "80", None])
def test_an_accuracy_that_is_no_length_is_not_known(value: object) -> None:
    assert feature(accuracy_m=value).accuracy_m is None


def test_a_feature_without_importance_has_none() -> None:
    assert feature().importance == 0
    assert feature(importance=90).importance == 90
