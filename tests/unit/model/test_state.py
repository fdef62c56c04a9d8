from hetao_map.model.feature import FeatureRef
from hetao_map.model.state import Selection

HITS = tuple(FeatureRef("ports", name) for name in "abc")


def test_stepping_through_hits_goes_around() -> None:
    selection = Selection(HITS)
    assert selection.moved(1).current == HITS[1]
    assert selection.moved(-1).current == HITS[2]
    assert selection.moved(1).moved(1).moved(1) == selection


def test_an_empty_selection_can_be_stepped_through() -> None:
    assert Selection().moved(1).current is None
