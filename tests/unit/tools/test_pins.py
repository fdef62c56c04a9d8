"""A click on a pin opens its note, dragging moves it; beside it the map has the pointer."""

import pytest
from shapely import Point

from hetao_map.geometry.viewport import Viewport
from hetao_map.model.places import Pin
from hetao_map.model.state import MapState
from hetao_map.session.actions import Actions
from hetao_map.session.places import Places
from hetao_map.session.store import Store
from hetao_map.tools.pins import HEAD_PX, PinTool
from hetao_map.tools.pointer import PinShape, PointerEvent
from tests.layers import make_catalog, make_layer

VIEW = Viewport(center=(822_000, 842_000), metres_per_px=1, size_px=(200, 200))


@pytest.fixture
def store(qapp) -> Store:
    catalog = make_catalog(make_layer([Point(822_000, 842_000)]))
    store = Store(MapState(viewport=VIEW, catalog=catalog))
    Places(store, Actions(store)).pin(VIEW.center, "a note")
    return store


@pytest.fixture
def opened() -> list[Pin]:
    return []


@pytest.fixture
def tool(store: Store, opened: list[Pin]) -> PinTool:
    return PinTool(store, Places(store, Actions(store)), opened.append)


def at(x: float, y: float) -> PointerEvent:
    return PointerEvent((x, y), VIEW.to_map((x, y)))


def test_a_click_on_the_head_opens_the_note(store, tool, opened) -> None:
    head = at(100, 100 - HEAD_PX)
    assert tool.press(head)
    assert tool.move(at(101, 101 - HEAD_PX))
    assert tool.release(head)
    assert opened == list(store.state.pins)


def test_a_click_beside_it_is_the_maps(tool, opened) -> None:
    assert not tool.press(at(140, 100))
    assert not tool.move(at(150, 100))
    assert not tool.release(at(150, 100))
    assert opened == []


def test_dragging_moves_it_in_one_step(store, tool, opened) -> None:
    steps = len(store.state.undo.past)
    tool.press(at(100, 85))
    for x in (110, 120, 130):
        tool.move(at(x, 85))
    (shape,) = tool.overlay()
    assert shape == PinShape(pytest.approx((822_030, 842_000), abs=1e-2), "a note")
    tool.release(at(130, 85))
    assert tool.overlay()[0].point == pytest.approx((822_030, 842_000), abs=1e-2)
    assert len(store.state.undo.past) == steps + 1
    assert opened == []


def test_giving_up_leaves_it_where_it_was(store, tool) -> None:
    before = store.state.pins
    tool.press(at(100, 85))
    tool.move(at(150, 85))
    tool.leave()
    assert not tool.release(at(150, 85))
    assert store.state.pins == before


def test_another_tool_in_hand_has_the_pointer(store, tool) -> None:
    store.update(tool="measure")
    assert not tool.press(at(100, 85))
