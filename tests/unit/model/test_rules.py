from shapely import Point

from hetao_map.model.filters import Compare
from hetao_map.model.rules import rule_masks
from hetao_map.model.style import PointSymbolizer, Rule, Style
from tests.layers import make_layer

MARK = (PointSymbolizer(),)


def drawn(*rules: Rule, scale: float | None = None) -> list[list[bool]]:
    layer = make_layer([Point(0, 0)] * 3, Style(rules), kind=("a", "b", "c"))
    return [mask.tolist() for _, mask in rule_masks(layer, scale)]


def of(kind: str, part: int = 1, max_scale: float = 0) -> Rule:
    condition = Compare("kind", "=", kind)
    return Rule(filter=condition, symbolizers=MARK, part=part, max_scale=max_scale)


def rest(part: int = 1) -> Rule:
    return Rule(is_else=True, symbolizers=MARK, part=part)


def test_an_else_rule_takes_what_the_others_leave() -> None:
    assert drawn(of("a"), of("b"), rest())[2] == [False, False, True]


def test_an_else_rule_may_stand_first() -> None:
    assert drawn(rest(), of("a"))[0] == [False, True, True]


def test_each_part_of_a_style_has_its_own_rest() -> None:
    found = drawn(of("a", part=1), rest(part=1), of("b", part=2), rest(part=2))
    assert found[1] == [False, True, True]
    assert found[3] == [True, False, True]


def test_a_rule_out_of_scale_leaves_its_features_to_the_rest() -> None:
    assert drawn(of("a", max_scale=1000), rest(), scale=5000) == [[True, True, True]]
    assert drawn(of("a", max_scale=1000), rest(), scale=500)[1] == [False, True, True]


def test_without_else_nothing_is_left_over() -> None:
    assert drawn() == []
    assert drawn(rest()) == [[True, True, True]]
