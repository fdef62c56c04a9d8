"""Tools change the state; no window is needed for that."""

import pytest

from hetao_map.geometry.projection import to_map
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.dataset import Catalog
from hetao_map.model.state import MapState
from hetao_map.session.actions import Actions
from hetao_map.session.store import Store
from hetao_map.tools.identify import IdentifyTool
from hetao_map.tools.measure import MeasureTool
from hetao_map.tools.pan import PanTool
from hetao_map.tools.pointer import BoxShape, LineShape, NoteShape, PointerEvent
from hetao_map.tools.toolbox import ToolBox
from hetao_map.tools.zoom_box import ZoomBoxTool

FUTIAN_PORT = (114.0629, 22.5176)


@pytest.fixture
def store(shipped: Catalog) -> Store:
    viewport = Viewport(to_map(FUTIAN_PORT, 2326), 4.0, (800, 600))
    visible = frozenset(layer.id for layer in shipped.layers)
    return Store(MapState(viewport=viewport, catalog=shipped, visible=visible))


@pytest.fixture
def actions(store: Store) -> Actions:
    return Actions(store)


@pytest.fixture
def toolbox(store: Store, actions: Actions) -> ToolBox:
    gestures = [ZoomBoxTool(store, actions), PanTool(store, actions)]
    tools = {"identify": IdentifyTool(store, actions), "measure": MeasureTool(store)}
    return ToolBox(store, gestures, tools)


def at(store: Store, x: float, y: float, shift: bool = False) -> PointerEvent:
    return PointerEvent((x, y), store.state.viewport.to_map((x, y)), shift)


def drag(toolbox: ToolBox, store: Store, start: tuple, end: tuple, shift: bool = False) -> None:
    toolbox.press(at(store, *start, shift))
    toolbox.move(at(store, *end, shift))
    toolbox.release(at(store, *end, shift))


def test_a_click_selects_what_is_there_best_first(toolbox: ToolBox, store: Store) -> None:
    toolbox.press(at(store, 400, 300))
    toolbox.release(at(store, 400, 300))
    assert str(store.state.selection.current) == "ports/futian_port"
    assert len(store.state.selection.hits) > 1


def test_a_hidden_layer_is_not_hit(toolbox: ToolBox, store: Store) -> None:
    store.update(visible=store.state.visible - {"ports"})
    toolbox.press(at(store, 400, 300))
    toolbox.release(at(store, 400, 300))
    assert "ports" not in {hit.layer for hit in store.state.selection.hits}


def test_a_drag_moves_the_map_and_selects_nothing(toolbox: ToolBox, store: Store) -> None:
    before = store.state.viewport
    drag(toolbox, store, (400, 300), (430, 280))
    assert store.state.viewport == before.panned(30, -20)
    assert not store.state.selection.hits
    assert store.state.history.past == (before,)


def test_a_trembling_hand_still_clicks(toolbox: ToolBox, store: Store) -> None:
    before = store.state.viewport
    drag(toolbox, store, (400, 300), (402, 301))
    assert store.state.viewport == before
    assert store.state.selection.hits


def test_shift_and_a_box_zoom_to_the_box(toolbox: ToolBox, store: Store) -> None:
    corner, other = (300, 200), (500, 350)
    wanted = [store.state.viewport.to_map(p) for p in (corner, other)]
    toolbox.press(at(store, *corner, True))
    toolbox.move(at(store, *other, True))
    assert [type(shape) for shape in toolbox.overlay()] == [BoxShape]
    toolbox.release(at(store, *other, True))
    assert all(store.state.viewport.extent.contains(point) for point in wanted)
    assert store.state.viewport.metres_per_px == pytest.approx(1.0)
    assert toolbox.overlay() == ()


def test_measuring_adds_up_and_can_be_taken_back(toolbox: ToolBox, store: Store) -> None:
    store.update(tool="measure")
    for x in (100, 350, 600):
        toolbox.press(at(store, x, 300))
        toolbox.release(at(store, x, 300))
    notes = [shape.text for shape in toolbox.overlay() if isinstance(shape, NoteShape)]
    assert notes == ["1.000 km", "1.000 km", "2.000 km"]
    toolbox.undo()
    line = next(shape for shape in toolbox.overlay() if isinstance(shape, LineShape))
    assert len(line.points) == 2
    toolbox.leave()
    assert toolbox.overlay() == ()


def test_leaving_twice_does_no_harm(toolbox: ToolBox, store: Store) -> None:
    before = store.state
    toolbox.leave()
    toolbox.leave()
    assert store.state == before
