import argparse
from dataclasses import replace

import pytest

from hetao_map.asked import as_asked, first_selection, unknown_names
from hetao_map.model.dataset import Catalog
from hetao_map.model.feature import FeatureRef
from hetao_map.model.state import MapState
from hetao_map.query.surround import ZONE


def options(**asked: object) -> argparse.Namespace:
    nothing = dict.fromkeys(("center", "scale", "layers", "feature", "datum"))
    return argparse.Namespace(**(nothing | asked))


@pytest.fixture
def state(shipped: Catalog) -> MapState:
    return MapState(catalog=shipped, visible=frozenset({"water"}))


def test_without_a_wish_the_state_stays(state: MapState) -> None:
    assert as_asked(state, options()) == state


def test_place_scale_and_layers_are_shown(state: MapState) -> None:
    asked = as_asked(
        state, options(center=(114.06, 22.52), scale=15_000.0, layers=" ports, nowhere ,roads")
    )
    assert asked.viewport.scale_denominator == pytest.approx(15_000)
    assert asked.viewport.center != state.viewport.center
    assert asked.visible == {"ports", "roads"}
    assert as_asked(state, options(layers="")).visible == frozenset()


def test_names_of_nothing_are_told(shipped: Catalog) -> None:
    told = unknown_names(shipped, options(layers="ports,nowhere", feature="ports/none"))
    assert ["nowhere" in told[0].en, "ports/none" in told[1].en] == [True, True]
    assert len(told) == 2
    assert unknown_names(shipped, options(layers="ports", feature="ports/futian_port")) == ()


def test_the_zone_is_selected_unless_something_else_is_asked_for(shipped: Catalog) -> None:
    assert first_selection(shipped, options()).current == ZONE
    port = first_selection(shipped, options(feature="ports/futian_port"))
    assert port.current == FeatureRef("ports", "futian_port")
    assert first_selection(shipped, options(feature="ports/none")).current is None
    assert first_selection(replace(shipped, datasets=()), options()).current is None
